// The tree of the query builder to CQL2 text. Pure.
// @ts-check
import { isGroup } from './tree.js';
/** @typedef {import('./tree.js').Node} Node */
/** @typedef {import('./tree.js').Row} Row */

const PLAIN = /^[A-Za-z_][A-Za-z0-9_.]*$/;
/** Words that CQL2 would take for something else. */
const TAKEN = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE', 'DIV', 'DATE', 'TIMESTAMP', 'INTERVAL', 'BBOX',
  'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION']);

/** @param {string} name */
const named = (name) => (PLAIN.test(name) && !TAKEN.has(name.toUpperCase()) ? name : `"${name.replaceAll('"', '""')}"`);
/** @param {string} value */
const quoted = (value) => `'${value.replaceAll("'", "''")}'`;
/** @param {string[]} values */
const listed = (values) => `(${values.map(quoted).join(', ')})`;
/** @param {string} value as a pattern that stands for itself */
const escaped = (value) => value.replace(/[\\%_]/g, '\\$&');
/** @param {string} property @param {string} condition that is to hold for what has a value; what has none passes */
const orEmpty = (property, condition) => `(${property} IS NULL OR ${condition})`;
/** @param {string} name @param {string} zone */
const local = (name, zone) => `${name}(valid_from, time_precision, ${quoted(zone)})`;

/** @param {Node} node @param {boolean} [within] whether it stands in a group @returns {string} '' for a group without parts */
export function writeCql(node, within = false) {
  if (!isGroup(node)) {
    return writeRow(node);
  }
  const texts = node.parts.map((part) => writeCql(part, node.parts.length > 1)).filter((text) => text !== '');
  const text = texts.join(node.op === 'all' ? ' AND ' : ' OR ');
  return within && texts.length > 1 ? `(${text})` : text;
}

/** @param {Row} row */
function writeRow(row) {
  if (row.op === 'expert') {
    return row.text;
  }
  if ('area' in row) {
    const inside = `S_INTERSECTS(geom, area(${quoted(row.area)}))`;
    return row.op === 'inside' ? inside : `NOT (${inside})`;
  }
  if (row.op === 'hours') {
    const time = local('timeOfDay', row.zone);
    return `(${time} >= ${quoted(row.from)} ${row.from >= row.to ? 'OR' : 'AND'} ${time} < ${quoted(row.to)})`;
  }
  if (row.op === 'days') {
    return `${local('dayOfWeek', row.zone)} IN (${row.days.join(', ')})`;
  }
  const name = named(row.property);
  switch (row.op) {
    case 'in': return `${name} IN ${listed(row.values)}`;
    case 'not-in': return orEmpty(name, `${name} NOT IN ${listed(row.values)}`);
    case 'has': return `A_OVERLAPS(${name}, ${listed(row.values)})`;
    case 'has-none': return orEmpty(name, `NOT (A_OVERLAPS(${name}, ${listed(row.values)}))`);
    case 'contains': return `CASEI(${name}) LIKE CASEI(${quoted(`%${escaped(row.value)}%`)})`;
    case 'lacks': return orEmpty(name, `NOT (CASEI(${name}) LIKE CASEI(${quoted(`%${escaped(row.value)}%`)}))`);
    case 'is': return `${name} = ${row.value ? 'TRUE' : 'FALSE'}`;
    case 'equals': return `${name} = ${row.value}`;
    case 'least': return `${name} >= ${row.value}`;
    case 'most': return `${name} <= ${row.value}`;
    case 'between': return `${name} BETWEEN ${row.low} AND ${row.high}`;
    case 'since': return `${name} >= ${row.type}(${quoted(row.value)})`;
    case 'before': return `${name} < ${row.type}(${quoted(row.value)})`;
    case 'empty': return `${name} IS NULL`;
    default: return `${name} IS NOT NULL`;
  }
}
