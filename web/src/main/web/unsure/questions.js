// What is asked of the server about events that no map can show, or only roughly. Pure.
// @ts-check
import { compileFilter } from '../core/filter.js';
import { toDatetime } from '../core/period.js';
import { normalised } from '../core/query.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** Radii in metres beyond which a place may be called imprecise: a village, its surroundings, a district, a province. */
export const BEYOND = [1_000, 5_000, 10_000, 25_000, 50_000];

export const NO_PLACE = 'geom IS NULL';
/** @param {number} metres */
export const ofMoreThan = (metres) => `radius_m > ${metres}`;

/** @param {State} state @returns {Layer[]} the event layers that are on */
export const eventLayers = ({ catalog, shown }) => catalog.filter((layer) => layer.time === 'event' && shown.includes(layer.name));

/** The conditions of a layer as they are, and one more. @param {State} state @param {Layer} layer @param {string} condition */
export function narrowed(state, layer, condition) {
  const filter = compileFilter(state, layer);
  return filter ? `(${filter}) AND ${condition}` : condition;
}

/**
 * Bodies of the two requests for counts: of all events of the view with their unmapped ones, which are in no view, and of those
 * of the view that are known to more than a radius only. Null when no event layer is on, or the window is not known yet.
 *
 * @param {State} state
 * @returns {[object, object]|null}
 */
export function unsureRequests(state) {
  const layers = eventLayers(state);
  if (layers.length === 0 || !state.bounds) {
    return null;
  }
  const where = { datetime: toDatetime(state.period), bbox: normalised(state.bounds), ...(state.known ? { 'as-known-at': state.known } : {}) };
  return [
    { ...where, layers: layers.map((layer) => { const filter = compileFilter(state, layer); return filter ? { name: layer.name, filter } : { name: layer.name }; }) },
    { ...where, layers: layers.map((layer) => ({ name: layer.name, filter: narrowed(state, layer, ofMoreThan(state.beyond)) })) },
  ];
}

/**
 * @param {Record<string, {count: number, unmapped: number}>} all
 * @param {Record<string, {count: number, unmapped: number}>} beyond
 * @returns {{unmapped: number, imprecise: number, layers: Record<string, {unmapped: number, imprecise: number}>}}
 */
export function unsureCounts(all, beyond) {
  const layers = Object.fromEntries(Object.entries(all).map(([name, { unmapped }]) => [name, { unmapped, imprecise: beyond[name]?.count ?? 0 }]));
  const sum = (/** @type {'unmapped'|'imprecise'} */ what) => Object.values(layers).reduce((total, each) => total + each[what], 0);
  return { unmapped: sum('unmapped'), imprecise: sum('imprecise'), layers };
}
