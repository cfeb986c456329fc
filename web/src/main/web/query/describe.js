// A query in words: for chips, for what a link holds, for the head of a file.
// @ts-check
import { readArea } from '../core/area.js';
import * as format from '../core/format.js';
import { locale } from '../core/language.js';
import { zoneName } from '../core/zone.js';
import { words } from '../words/words.js';
import { queryable } from './queryables.js';
import { isGroup } from './tree.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./tree.js').Node} Node */
/** @typedef {import('./tree.js').Row} Row */

const say = words.query;
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
const isId = (/** @type {string} */ name) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name);
/** @param {import('../core/relative.js').Relative} relative */
export const relativeName = (relative) => ('days' in relative ? say.lastDays(relative.days) : 'hours' in relative ? say.lastHours(relative.hours) : say.sinceClock(relative.since));

/** Longer lists are counted. */
const MOST_NAMED = 3;

/** The name of a day, 1 Monday to 7 Sunday. @param {number} day */
export const dayName = (day) => weekday.format(Date.UTC(2024, 0, day));

/**
 * @param {string} area as core/area.js writes it @param {Layer[]} catalog
 * @param {Record<string, string>} names titles of features by layer/id, as far as they are known
 */
export function areaName(area, catalog, names) {
  const read = readArea(area);
  const recordOf = (/** @type {string} */ name) => say.record(catalog.find((layer) => layer.name === name)?.title ?? name);
  switch (read?.kind) {
    case 'circle': return say.circle(format.distance(read.radius));
    case 'corridor': return say.corridor(format.distance(read.halfWidth));
    case 'feature': return say.within(names[`${read.layer}/${read.id}`] ?? recordOf(read.layer));
    case 'near': return say.near(format.distance(read.metres), names[`${read.layer}/${read.name}`] ?? (isId(read.name) ? recordOf(read.layer) : read.name));
    default: return say.polygon;
  }
}

/** @param {Node} node @param {Layer|null} layer null for all layers @param {Layer[]} catalog @param {Record<string, string>} names of features, see {@link areaName} @returns {string} */
export function describe(node, layer, catalog, names) {
  if (isGroup(node)) {
    if (node.parts.length === 1) {
      return describe(node.parts[0], layer, catalog, names);
    }
    return node.op === 'any' && node.parts.length === 2 && !node.parts.some(isGroup)
      ? node.parts.map((part) => describe(part, layer, catalog, names)).join(say.either)
      : node.op === 'any' ? say.anyOf(node.parts.length) : say.allOf(node.parts.length);
  }
  switch (node.op) {
    case 'expert': return node.text;
    case 'inside': return areaName(node.area, catalog, names);
    case 'outside': return say.outside(areaName(node.area, catalog, names));
    case 'hours': return `${node.from}–${node.to} (${zoneName(node.zone)})`;
    case 'days': return `${node.days.map(dayName).join(', ')} (${zoneName(node.zone)})`;
    default: return ofProperty(node, layer);
  }
}

/** @param {Exclude<Row, {op: 'expert'|'inside'|'outside'|'hours'|'days'}>} row @param {Layer|null} layer */
function ofProperty(row, layer) {
  if (row.op === 'in' && row.property === 'id') {
    return say.chosenRecords(row.values.length);
  }
  const of = queryable(layer, row.property);
  const title = of?.title ?? row.property;
  const label = (/** @type {string} */ code) => of?.choices.find((choice) => choice.code === code)?.label ?? code;
  switch (row.op) {
    case 'in': case 'not-in': case 'has': case 'has-none': {
      const named = row.values.slice(0, MOST_NAMED).map(label).join(', ');
      const more = row.values.length > MOST_NAMED ? ` +${row.values.length - MOST_NAMED}` : '';
      return row.op === 'in' || row.op === 'has' ? `${title}: ${named}${more}` : `${title} ${say.ops[row.op]}: ${named}${more}`;
    }
    case 'contains': case 'lacks': return `${title} ${say.ops[row.op]} “${row.value}”`;
    case 'is': return `${title}: ${row.value ? words.detail.yes : words.detail.no}`;
    case 'equals': return `${title} = ${format.decimal(row.value, 6)}`;
    case 'least': return `${title} ≥ ${format.decimal(row.value, 6)}`;
    case 'most': return `${title} ≤ ${format.decimal(row.value, 6)}`;
    case 'between': return `${title} ${format.decimal(row.low, 6)}–${format.decimal(row.high, 6)}`;
    case 'since': case 'before': return `${title} ${say.ops[row.op]} ${row.type === 'DATE' ? format.day(row.value) : format.moment(row.value)}`;
    default: return `${title} ${say.ops[row.op]}`;
  }
}
