// What the page's frame says: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

export const shellWords = {
  tree: {
    fold: (/** @type {string} */ title) => `Layers of ${title}`,
    options: (/** @type {string} */ title) => `Opacity and place of ${title}`,
    opacity: 'Opacity',
    up: (/** @type {string} */ title) => `Move ${title} up (Alt + ↑)`,
    down: (/** @type {string} */ title) => `Move ${title} down (Alt + ↓)`,
    goTo: 'Go to',
    ground: 'Ground: lies under all others',
    moved: (/** @type {string} */ title, /** @type {number} */ place, /** @type {number} */ of) => `${title}: ${count(place)} of ${count(of)}, counted from the top`,
    restore: 'Usual order and opacity',
    restored: 'Layers are in their usual order, none of them faint.',
    shapes: /** @type {Record<string, string>} */ ({ point: 'Points', line: 'Lines', polygon: 'Areas', mixed: 'Points and areas' }),
  },
  nearby: {
    title: 'Near in place and time',
    within: 'Within',
    during: 'Days before and after',
    days: (/** @type {number} */ n) => plural(n, { one: '± # day', other: '± # days' }),
    none: 'Nothing else that you may see.',
    figures: 'Figures and list of these',
    failed: 'What is near could not be counted',
  },
  unsure: {
    title: 'Unmapped and imprecise',
    unmapped: 'without a place',
    imprecise: (/** @type {string} */ reach) => `imprecise (> ${reach})`,
    long: (/** @type {number} */ unmapped, /** @type {number} */ imprecise, /** @type {string} */ reach) => `${plural(unmapped, { one: '# event of this period has no place and is on no map', other: '# events of this period have no place and are on no map' })}; ${plural(imprecise, { one: '# in view is known only to more than', other: '# in view are known only to more than' })} ${reach}`,
    about: 'Events of the period, with the filters that are on. Those without a place are on no map and in no area. A place that is known only roughly may draw a hotspot where there is none.',
    beyond: 'Call a place imprecise beyond',
    unmappedTitle: 'Without a place',
    impreciseTitle: (/** @type {string} */ reach) => `Known only to more than ${reach}, in view`,
    none: 'None.',
    more: 'Show more',
    rings: (/** @type {number} */ n) => plural(n, { one: '# ring is drawn: the event may have been anywhere in it.', other: 'Rings of # events are drawn: each may have been anywhere in its ring.' }),
    ringsCrowded: 'Too many to draw a ring for each: zoom in, or choose a larger radius.',
    ringsFailed: 'The rings could not be drawn',
    failed: 'What is not mapped could not be counted',
  },
  symbols: {
    title: 'Military symbols',
    failed: 'The military symbols could not be loaded: plain icons are shown.',
  },
  keys: {
    groups: /** @type {Record<string, string>} */ ({ panels: 'Panels', tools: 'Tools', time: 'Time', map: 'Map', page: 'Page' }),
    what: /** @type {Record<string, string>} */ ({
      search: 'Search', layers: 'Layers', filters: 'Filters', time: 'Go to the time bar', moveTime: 'Move the period, when the time bar has the focus; with Shift its last day',
      back: 'One step back', on: 'One step on', play: 'Play and pause', zoomIn: 'Zoom in', zoomOut: 'Zoom out', home: 'Mission area',
      moveMap: 'Move the map, when it has the focus', help: 'This sheet', close: 'Close what is open',
    }),
    names: /** @type {Record<string, string>} */ ({ ' ': 'Space', Escape: 'Esc', PageUp: 'Page ↑', PageDown: 'Page ↓', Home: 'Home', End: 'End' }),
  },
};
