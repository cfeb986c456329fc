// Days of the week and hours that are chosen in the matrix: they are conditions of the query, told by one clock. Pure.
// @ts-check
import { missionZone } from '../core/zone.js';
import { readCql } from '../query/read.js';
import { writeCql } from '../query/write.js';
/** @typedef {import('../query/tree.js').Node} Node */
/** @typedef {'weekday'|'hour'} Part */

export const CLOCK_PARTS = /** @type {Part[]} */ (['weekday', 'hour']);
const UTC = '+00:00';
const HOURS = 24;

/** By which clock days and hours are counted. @param {Pick<import('../core/types.js').State, 'mission'|'linked'>} state */
export const clockZone = ({ mission, linked }) => (linked?.zone === 'utc' ? UTC : missionZone(mission));

/** @param {string} dimension @returns {dimension is Part} */
export const isClock = (dimension) => dimension === 'weekday' || dimension === 'hour';

const wholeHour = (/** @type {string} */ time) => time.endsWith(':00');
const text = (/** @type {number} */ hour) => String(hour % HOURS).padStart(2, '0');

/** What a condition chooses of a part of time; null for any other condition. @param {Node} node @param {Part} part @param {string} zone @returns {string[]|null} days 1 to 7, hours 00 to 23 from the first on */
function chosenBy(node, part, zone) {
  if (part === 'weekday') {
    return node.op === 'days' && node.zone === zone ? node.days.map(String) : null;
  }
  if (node.op !== 'hours' || node.zone !== zone || !wholeHour(node.from) || !wholeHour(node.to)) {
    return null;
  }
  const from = Number(node.from.slice(0, 2));
  const length = (Number(node.to.slice(0, 2)) - from + HOURS) % HOURS;
  return Array.from({ length }, (_, i) => text(from + i));
}

/** What is chosen of a part of time; none while nothing is. @param {string} cql of a layer @param {Part} part @param {string} zone */
export const chosenOf = (cql, part, zone) => {
  const root = readCql(cql);
  return (root.op === 'all' ? root.parts : []).map((node) => chosenBy(node, part, zone)).find((values) => values !== null) ?? [];
};

/** The conditions without those of these parts of time. @param {string} cql @param {Part[]} parts @param {string} zone */
export function withoutClock(cql, parts, zone) {
  const root = readCql(cql);
  const kept = root.op === 'all' ? root.parts.filter((node) => parts.every((part) => chosenBy(node, part, zone) === null)) : root.parts;
  return kept.length === root.parts.length ? cql : writeCql({ ...root, parts: kept });
}

/** The conditions with other days or hours. @param {string} cql @param {Part} part @param {string[]} values none for all @param {string} zone */
export function withClock(cql, part, values, zone) {
  const root = readCql(withoutClock(cql, [part], zone));
  /** @type {Node[]} */
  const added = values.length === 0 ? [] : [part === 'weekday' ? { op: 'days', days: values.map(Number).sort(), zone }
    : { op: 'hours', from: `${values[0]}:00`, to: `${text(Number(values[values.length - 1]) + 1)}:00`, zone }];
  return writeCql(root.op === 'all' ? { ...root, parts: [...root.parts, ...added] } : { op: 'all', parts: [...(root.parts.length > 0 ? [root] : []), ...added] });
}

/**
 * What is chosen after one more click with Shift or Ctrl: one more day or one less; hours are a stretch that grows to the clicked one
 * on the shorter way, over midnight too, or ends with it.
 *
 * @param {Part} part @param {string[]} now @param {string} value @returns {string[]} none for all
 */
export function extended(part, now, value) {
  if (part === 'weekday') {
    return now.includes(value) ? now.filter((day) => day !== value) : [...now, value].sort();
  }
  if (now.length === 0) {
    return [value];
  }
  const first = Number(now[0]);
  const off = (Number(value) - first + HOURS) % HOURS;
  const stretch = (/** @type {number} */ from, /** @type {number} */ length) => (length >= HOURS ? [] : Array.from({ length }, (_, i) => text(from + i)));
  if (off < now.length) {
    return off === now.length - 1 ? stretch(first, now.length - 1) : off === 0 ? stretch(first + 1, now.length - 1) : stretch(first, off + 1);
  }
  const before = HOURS - off;
  return off - now.length + 1 <= before ? stretch(first, off + 1) : stretch(Number(value), now.length + before);
}
