// Conditions that hold for all layers, as each of them takes them. Pure.
// @ts-check
import { readCql } from './read.js';
import { isGroup, rowsOf } from './tree.js';
import { writeCql } from './write.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./tree.js').Node} Node */

/** Hours and weekdays, of which only events have one. @param {Node} node */
const recurs = (node) => rowsOf(node).some((row) => row.op === 'hours' || row.op === 'days');

/**
 * What of it holds for a layer: bases and tracks of which nobody says an hour stay on the map of a night.
 *
 * @param {string} text CQL2 over what every feature has @param {Pick<Layer, 'time'>} layer
 * @returns {string|null} in parentheses, null for no condition
 */
export function everywhere(text, layer) {
  const whole = text.trim();
  if (whole === '') {
    return null;
  }
  if (layer.time === 'event') {
    return `(${whole})`;
  }
  const root = readCql(whole);
  if (!recurs(root)) {
    return `(${whole})`;
  }
  const kept = root.op === 'all' ? root.parts.filter((part) => !recurs(part)) : [];
  const rest = writeCql({ op: 'all', parts: kept });
  return rest === '' ? null : kept.length === 1 && isGroup(kept[0]) ? `(${rest})` : rest;
}
