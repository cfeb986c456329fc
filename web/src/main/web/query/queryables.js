// What can be asked of a layer, and the operators that make sense for it. Pure.
// @ts-check
import { words } from '../words/words.js';
import { EVERYWHERE } from './tree.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./tree.js').Row} Row */
/** @typedef {'code'|'codes'|'text'|'number'|'boolean'|'date'|'moment'} Kind */
/** @typedef {{name: string, title: string, help?: string, kind: Kind, choices: import('../core/types.js').Choice[], isOpen: boolean}} Queryable isOpen: other codes than these may occur */

const say = words.query;

/** @type {Record<string, Kind>} */
const KINDS = {
  text: 'text', 'long-text': 'text', code: 'code', codes: 'codes', texts: 'codes', integer: 'number', number: 'number', boolean: 'boolean', date: 'date', timestamp: 'moment',
};

/** What each kind may be asked, the usual first. @type {Record<Kind, Row['op'][]>} */
export const OPERATORS = {
  code: ['in', 'not-in', 'empty', 'filled'],
  codes: ['has', 'has-none', 'empty', 'filled'],
  text: ['contains', 'lacks', 'in', 'not-in', 'empty', 'filled'],
  number: ['least', 'most', 'between', 'equals', 'empty', 'filled'],
  boolean: ['is', 'empty', 'filled'],
  date: ['since', 'before', 'empty', 'filled'],
  moment: ['since', 'before', 'empty', 'filled'],
};

/** @param {Record<string, string>} labels */
const coded = (labels) => Object.entries(labels).map(([code, label]) => ({ code, label }));

/** What every record has. @returns {Queryable[]} */
function common() {
  const of = (/** @type {keyof typeof say.common} */ name, /** @type {Kind} */ kind, /** @type {Record<string, string>} */ labels = {}) =>
    ({ name, title: say.common[name], kind, choices: coded(labels), isOpen: false });
  return [
    of('valid_from', 'moment'), of('valid_to', 'moment'), of('time_precision', 'code', words.timePrecision), of('location_class', 'code', words.locationClass), of('radius_m', 'number'),
    of('classification', 'code', { UNCLASSIFIED: 'UNCLASSIFIED', CONFIDENTIAL: 'CONFIDENTIAL', STRICTLY_CONFIDENTIAL: 'STRICTLY CONFIDENTIAL' }), of('recorded_at', 'moment'), of('source_system', 'text'),
  ];
}

/** @param {Layer|null} layer null for what every layer has @returns {{every: Queryable[], own: Queryable[]}} */
export function queryables(layer) {
  const own = (layer?.properties ?? []).filter((property) => KINDS[property.type] && !property.protection).map((property) => ({
    name: property.name, title: property.unit && !property.unit.startsWith('{') ? `${property.title}, ${property.unit}` : property.title, help: property.help, kind: KINDS[property.type],
    choices: property.choices ?? [], isOpen: property.open === true || (property.choices ?? []).length === 0,
  }));
  const names = new Set(own.map((property) => property.name));
  return { every: common().filter((each) => !names.has(each.name)), own };
}

/** The layer of a key of conditions; null for all. @param {Layer[]} catalog @param {string} key */
export const layerOf = (catalog, key) => (key === EVERYWHERE ? null : catalog.find((layer) => layer.name === key) ?? null);

/** @param {Layer|null} layer @param {string} name @returns {Queryable|null} */
export function queryable(layer, name) {
  const { every, own } = queryables(layer);
  return [...own, ...every].find((each) => each.name === name) ?? null;
}

/**
 * A new row of an operator, keeping what an old one of the same thing said where it fits.
 *
 * @param {Row['op']} op @param {Queryable} of @param {Row} [old] @returns {Row}
 */
export function rowFor(op, of, old) {
  const property = of.name;
  const values = old && 'values' in old ? old.values : old && 'value' in old && typeof old.value === 'string' && old.value !== '' ? [old.value] : [];
  const number = old && 'low' in old ? old.low : old && 'value' in old && typeof old.value === 'number' ? old.value : NaN;
  switch (op) {
    case 'in': case 'not-in': case 'has': case 'has-none': return { op, property, values };
    case 'contains': case 'lacks': return { op, property, value: values[0] ?? '' };
    case 'is': return { op, property, value: true };
    case 'equals': case 'least': case 'most': return { op, property, value: number };
    case 'between': return { op, property, low: number, high: old && 'high' in old ? old.high : NaN };
    case 'since': case 'before': return { op, property, type: of.kind === 'date' ? 'DATE' : 'TIMESTAMP', value: old && 'type' in old ? old.value : '' };
    case 'filled': return { op, property };
    default: return { op: 'empty', property };
  }
}

/** Whether a row says something yet. @param {Row} row */
export function isComplete(row) {
  switch (row.op) {
    case 'in': case 'not-in': case 'has': case 'has-none': return row.values.length > 0;
    case 'contains': case 'lacks': case 'since': case 'before': return row.value !== '';
    case 'equals': case 'least': case 'most': return Number.isFinite(row.value);
    case 'between': return Number.isFinite(row.low) && Number.isFinite(row.high);
    case 'inside': case 'outside': return row.area !== '';
    case 'days': return row.days.length > 0;
    case 'hours': return row.from !== row.to;
    default: return true;
  }
}

/** The tree without what says nothing yet. @param {import('./tree.js').Group} root @returns {import('./tree.js').Group} */
export function complete(root) {
  const parts = root.parts
    .map((part) => ('parts' in part ? complete(part) : part))
    .filter((part) => ('parts' in part ? part.parts.length > 0 : isComplete(part)));
  return { ...root, parts };
}
