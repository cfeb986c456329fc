// Which basemaps are on and in which order, as lists. Pure.
// @ts-check
import { isOn } from '../core/arrangement.js';
/** @typedef {import('../core/types.js').Basemap} Basemap */
/** @typedef {import('../core/types.js').State} State */

/** @param {Basemap[]} basemaps @returns {Basemap[]} as lists show them: what lies above stands above */
export const fromAbove = (basemaps) => [...basemaps].sort((a, b) => b.order - a.order);

/** The choice once one is switched: from then on it is somebody's own, whatever is switched on for everybody. @param {Pick<State, 'basemaps'|'ground'>} state @param {string} id @param {boolean} on @returns {string[]} */
export const withGround = (state, id, on) => state.basemaps.filter((each) => (each.id === id ? on : isOn(state, each))).map((each) => each.id);

/**
 * The orders that change when a basemap is moved by one place.
 *
 * @param {Basemap[]} basemaps
 * @param {string} id
 * @param {1|-1} by 1 for up
 * @returns {{id: string, order: number}[]} empty at an end
 */
export function movedBy(basemaps, id, by) {
  const fromBelow = fromAbove(basemaps).reverse();
  const at = fromBelow.findIndex((each) => each.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= fromBelow.length) {
    return [];
  }
  const others = fromBelow.filter((each) => each.id !== id);
  others.splice(to, 0, fromBelow[at]);
  return others.flatMap((each, order) => (each.order === order ? [] : [{ id: each.id, order }]));
}
