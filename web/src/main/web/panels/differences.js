// In what two versions differ, field by field, in the words of the layer.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { metresBetween } from '../core/versions.js';
import { words } from '../words/words.js';
import { valueNode } from './fields.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/versions.js').Difference} Difference */

/** @param {Layer} layer @param {Difference[]} differences */
export function differencesNode(layer, differences) {
  return differences.length === 0 ? el('p', { class: 'muted' }, words.known.same) : el('ul', { class: 'changes', 'data-testid': 'differences' }, differences.map(({ property, before, after }) =>
    el('li', { 'data-property': property },
      el('span', {}, property === 'geometry' ? words.known.place : layer.properties.find((p) => p.name === property)?.title ?? format.unlabelled(property)), ' ',
      el('del', {}, shown(layer, property, before)), ' → ', el('ins', {}, shown(layer, property, after)),
      property === 'geometry' && before && after ? ` (${movement(before, after)})` : '')));
}

/** @param {any} before @param {any} after */
function movement(before, after) {
  const metres = metresBetween(before, after);
  return metres === null ? words.known.reshaped : words.known.moved(format.distance(metres));
}

/** @param {Layer} layer @param {string} name @param {any} value @returns {import('../core/dom.js').Child} */
function shown(layer, name, value) {
  if (value === null || value === undefined) {
    return words.detail.empty;
  }
  if (typeof value === 'object' && 'coordinates' in value) {
    return value.type === 'Point' ? position(value.coordinates[1], value.coordinates[0], 4) : value.type;
  }
  const property = layer.properties.find((p) => p.name === name);
  return property ? valueNode(property, value) : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
