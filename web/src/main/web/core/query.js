// What to ask the server for, from the state.
// @ts-check
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Layer} Layer */
import { compileFilter } from './filter.js';
import { groundKey, shownGround } from './arrangement.js';
import { toDatetime } from './period.js';

/** @param {Layer} layer @param {State} state @returns {string|null} */
export const datetimeOf = (layer, state) => (layer.time === 'none' ? null : toDatetime(state.period));

/**
 * The period and the conditions that hold for a layer now: what every tool asks with, so that its
 * figures are those of the picture.
 *
 * @param {State} state
 * @param {string} name
 * @returns {{layer: string, datetime: string|null, filter: string|null, 'as-known-at': string|null}}
 */
export function currentQuery(state, name) {
  const layer = state.catalog.find((l) => l.name === name);
  if (!layer) {
    throw new Error(`no layer ${name}`);
  }
  return { layer: name, datetime: datetimeOf(layer, state), filter: compileFilter(state, layer), 'as-known-at': state.known };
}

/** @param {[number, number, number, number]} bbox west, south, east, north */
export const bboxText = (bbox) => bbox.map((n) => Number(n.toFixed(5))).join(',');

/**
 * Longitudes of a view that was panned round the world, brought to −180…180: a west greater than
 * the east then means that the box crosses the antimeridian, as OGC has it.
 *
 * @param {[number, number, number, number]} bounds
 * @returns {[number, number, number, number]}
 */
export function normalised([west, south, east, north]) {
  const bottom = Math.max(-90, south);
  const top = Math.min(90, north);
  if (east - west >= 360) {
    return [-180, bottom, 180, top];
  }
  const wrap = (/** @type {number} */ lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return west >= -180 && east <= 180 ? [west, bottom, east, top] : [wrap(west), bottom, wrap(east), top];
}

/**
 * The body of a request for counts. Layers are grouped by how they stand in time, because
 * timeless layers must not be cut by the period.
 *
 * @param {State} state
 * @returns {{datetime?: string, bbox?: number[], 'as-known-at'?: string, groups: boolean, layers: {name: string, filter?: string}[]}[]}
 */
export function countRequests(state) {
  const bbox = state.bounds ? normalised(state.bounds) : undefined;
  const asked = (/** @type {Layer[]} */ layers) =>
    layers.map((layer) => {
      const filter = compileFilter(state, layer, { withoutSymbol: true });
      return filter ? { name: layer.name, filter } : { name: layer.name };
    });
  const timed = state.catalog.filter((layer) => layer.time !== 'none');
  const timeless = state.catalog.filter((layer) => layer.time === 'none');
  const known = state.known ? { 'as-known-at': state.known } : {};
  const requests = [];
  if (timed.length > 0) {
    requests.push({ datetime: toDatetime(state.period), bbox, ...known, groups: true, layers: asked(timed) });
  }
  if (timeless.length > 0) {
    requests.push({ bbox, ...known, groups: true, layers: asked(timeless) });
  }
  return requests;
}

/** How many of a layer's features are shown, given the codes switched off in its legend. @param {Pick<State, "counts"|"filters">} state @param {Layer} layer @returns {number|null} */
export function visibleCount(state, layer) {
  const counted = state.counts.layers[layer.name];
  if (!counted) {
    return null;
  }
  const hidden = (layer.symbol.property && state.filters[layer.name]?.[layer.symbol.property]?.hide) || [];
  return hidden.reduce((count, code) => count - (counted.groups?.[code] ?? 0), counted.count);
}

/** Whether something of what is on the map has not come yet. @param {State} state */
export const isLoading = (state) => state.shown.some((name) => state.pictures[name]?.state === 'loading') || shownGround(state).some(({ id }) => (state.pictures[groundKey(id)]?.state ?? 'loading') === 'loading');

/** Whether the picture stands: what could be had is there, and counted. @param {State} state */
export const isDrawn = (state) => ['ready', 'failed'].includes(state.counts.state) && !isLoading(state);

/** Whether a layer's events come in event tiles: those that may be points. @param {Layer} layer */
export const isTiled = (layer) => layer.time === 'event' && !['line', 'polygon'].includes(layer.geometry);

/** Whether a layer has lines or areas that change with the period: those come in vector tiles. @param {Layer} layer */
export const hasShapeTiles = (layer) => layer.time !== 'none' && layer.geometry !== 'point';

/**
 * The conditions of event tiles: all but what the page sorts out itself, the period, the legend's switches and the
 * least severity.
 *
 * @param {State} state
 * @param {Layer} layer
 * @returns {{filter: string|null, 'as-known-at': string|null}}
 */
export const tileConditions = (state, layer) => ({
  filter: compileFilter(state, layer, { withoutSymbol: true, withoutSeverity: true }),
  'as-known-at': state.known,
});
