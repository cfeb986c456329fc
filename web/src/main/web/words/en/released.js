// What the page says about counts that everybody may know.
// @ts-check
import { count } from '../../core/format.js';

export const releasedWords = {
  released: {
    title: 'Counts of all',
    open: 'Counts of all, also of what is not shown to you',
    ofLayer: 'Counts of all, by area and month',
    explained: 'How many there are in all, also of what is not shown to you. Everybody who signs in reads the same figures.',
    layer: 'Counts of',
    year: 'Year',
    all: 'All areas',
    few: 'few',
    nothingTold: '–',
    atLeast: (/** @type {number} */ n) => `${count(n)}+`,
    total: (/** @type {string} */ title, /** @type {string} */ year, /** @type {number} */ n) => (n === 0 ? `${title} in ${year}: few in each area and month` : `${title} in ${year}: ${count(n)} or more`),
    table: (/** @type {string} */ title, /** @type {string} */ year) => `${title} in ${year} by area and month`,
    allFew: (/** @type {number} */ below) => `Fewer than ${below} of one mark in every area and month, or none.`,
    hidden: (/** @type {string} */ title) => `${title} themselves are not shown to you: neither on the map nor in lists.`,
    rule: (/** @type {number} */ below, /** @type {string} */ day) =>
      `“20+” is 20 or more, in steps of ${below}. “few” is none, or fewer than ${below} of each classification and compartment. Areas that are not listed have few in every month. Counted is up to ${day}; the figures change on the first of a month only.`,
    limited: 'These counts are of the whole mission. Your account is limited to an area, and so they are not shown.',
    none: 'No layer of this mission releases counts.',
    failed: 'The counts could not be loaded',
  },
};
