// Names and values of what analyses report, as people read them. Pure.
// @ts-check
import * as format from '../core/format.js';
import { words as say } from '../words/analysis.js';

/** What is said elsewhere, drawn as a chart, or of no use to a person. */
const ASIDE = new Set(['groups', 'sums', 'centre', 'series', 'classification', 'h3', 'members', 'ids']);
const SHARES = /^(share.*|.*Share|stability|pAtLeastOne|exceedance|membership|persistence|seen\d+Days)$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const PROBABILITIES = /^(p|q)($|[A-Z])/;
/** Sentences stand alone, above the figures. */
const SENTENCES = ['sentence', 'explanation', 'says', 'plain', 'text', 'description'];

/** @param {string|undefined} ucum */
export const unitText = (ucum) => (ucum === undefined ? '' : say.unit[ucum] ?? ucum.replace(/\{[^}]*\}/g, ''));

/** A name with its unit apart: areaKm2 → Area, km². @param {string} name @returns {{title: string, unit: string}} */
export function titled(name) {
  const suffix = Object.keys(say.units).find((each) => name.length > each.length && name.endsWith(each));
  const unit = suffix ? say.units[suffix] : '';
  const known = say.properties[name];
  const seen = /^seen(\d+)Days$/.exec(name);
  if (seen) {
    return { title: say.seen(Number(seen[1])), unit: '' };
  }
  const stem = suffix ? name.slice(0, -suffix.length) : name;
  const spaced = stem.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ').toLowerCase();
  return { title: known ?? spaced.charAt(0).toUpperCase() + spaced.slice(1), unit };
}

/** @param {number} n */
export function numberText(n) {
  const size = Math.abs(n);
  if (Number.isInteger(n) || size >= 1_000) {
    return format.count(Math.round(n));
  }
  return size !== 0 && size < 0.001 ? n.toExponential(1).replace('e', ' × 10^').replace('-', '−') : format.decimal(n, size < 1 ? 3 : size < 100 ? 2 : 1);
}

/** @param {string} name @param {unknown} value @returns {string} empty for what has no one value */
export function valueText(name, value) {
  if (typeof value === 'number') {
    const unit = SHARES.test(name) ? '' : titled(name).unit;
    const text = SHARES.test(name) ? `${format.decimal(value * 100, 0)} %` : PROBABILITIES.test(name) && value <= 1 && value >= 0 ? say.probability(value) : numberText(value);
    return unit ? `${text} ${unit}` : text;
  }
  if (typeof value === 'boolean') {
    return value ? say.yes : say.no;
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) {
      return format.day(value);
    }
    return /^[A-Z][A-Z0-9_]+$/.test(value) ? format.unlabelled(value) : value;
  }
  return '';
}

/** @param {Record<string, any>} properties @returns {string} what the analysis says of it in a sentence, empty when it says nothing */
export const sentenceOf = (properties) => SENTENCES.map((name) => properties[name]).find((text) => typeof text === 'string' && text.includes(' ')) ?? '';

/** @param {Record<string, any>} properties @returns {[string, string][]} title and value, in the order given */
export function factsOf(properties) {
  return Object.entries(properties)
    .filter(([name, value]) => !ASIDE.has(name) && !SENTENCES.includes(name) && value !== null && typeof value !== 'object' && !ID.test(String(value)))
    .map(([name, value]) => [titled(name).title, valueText(name, value)]);
}

/** What tables and lists show first of a finding, the most telling first. */
const TELLING = ['category', 'count', 'observed', 'expected', 'relativeRisk', 'pAtLeastOne', 'z', 'q', 'p', 'stability', 'recurrenceInterval', 'percent', 'rank', 'areaKm2'];

/** @param {{properties: Record<string, any>}[]} findings @param {number} most @param {string} [besides] not to be named again */
export const tellingOf = (findings, most, besides) => TELLING.filter((name) => name !== besides && findings.some(({ properties }) => properties[name] !== undefined && properties[name] !== null)).slice(0, most);
