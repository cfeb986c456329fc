// What the linked views ask the server for: the conditions of the picture, in the map window or wherever was chosen. Pure.
// @ts-check
import { compileFilter } from '../core/filter.js';
import { bboxText, datetimeOf, normalised } from '../core/query.js';
import { clockZone, isClock, withoutClock } from './clock.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/linked.js').Linked} Linked */

/** @typedef {{layer: string, bbox: string|null, area: string|null, datetime: string|null, filter: string|null, 'as-known-at': string|null}} Question */

const NOWHERE = 'geom IS NULL';

/** Layers that have a tab, in the order of the tree. @param {State} state */
export const tabLayers = (state) => state.catalog.filter((layer) => state.shown.includes(layer.name));

/** The layer that is looked at: the chosen one, else incidents, else the first that is on; null while none is. @param {State} state @returns {Layer|null} */
export function currentLayer(state) {
  const layers = tabLayers(state);
  const events = layers.filter((layer) => layer.time === 'event');
  return layers.find((layer) => layer.name === state.linked?.layer) ?? layers.find((layer) => layer.name === 'incident') ?? events[0] ?? layers[0] ?? null;
}

/** A scope that can be: without an area all of it is nowhere. @param {State} state @returns {Linked['scope']} */
export function scopeOf({ linked, area }) {
  const scope = linked?.scope ?? 'view';
  return scope === 'area' && !area ? 'view' : scope;
}

/**
 * @param {State} state
 * @param {Layer} layer
 * @param {{without?: string[]}} [options] properties and parts of time whose conditions are left out, so that a chart shows what else could be chosen
 * @returns {Question}
 */
export function question(state, layer, { without = [] } = {}) {
  const scope = scopeOf(state);
  const kept = Object.fromEntries(Object.entries(state.filters[layer.name] ?? {}).filter(([name]) => !without.includes(name)));
  const cql = { ...state.cql, [layer.name]: withoutClock(state.cql[layer.name] ?? '', without.filter(isClock), clockZone(state)) };
  const filter = compileFilter({ ...state, cql, filters: { ...state.filters, [layer.name]: kept } }, layer);
  return {
    layer: layer.name,
    bbox: scope === 'view' && state.bounds ? bboxText(normalised(state.bounds)) : null,
    area: scope === 'area' ? state.area : null,
    datetime: datetimeOf(layer, state),
    filter: scope === 'unplaced' ? [filter ? `(${filter})` : null, NOWHERE].filter(Boolean).join(' AND ') : filter,
    'as-known-at': state.known,
  };
}

/**
 * The same for the records one by one. Pictures and figures leave out what was merged into another feature unless the filter names
 * that state; the record holds all, and the rows shall be those that are counted.
 *
 * @param {Question} asked @param {Layer} layer @returns {Question}
 */
export function recordsOf(asked, layer) {
  const { property, merged } = layer.workflow ?? {};
  if (!property || !merged || asked.filter?.includes(`'${merged}'`)) {
    return asked;
  }
  const stands = `(${property} IS NULL OR ${property} <> '${merged}')`;
  return { ...asked, filter: asked.filter ? `(${asked.filter}) AND ${stands}` : stands };
}

/** The same as the members of a body; what is not asked for is left out. @param {Question} asked @returns {Record<string, unknown>} */
export const bodyOf = (asked) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));

/**
 * Questions for the counts of all tabs: layers with a time and those without apart, as the period cuts only the first.
 *
 * @param {State} state @returns {Record<string, unknown>[]}
 */
export function tabCounts(state) {
  const layers = tabLayers(state);
  return [layers.filter((layer) => layer.time !== 'none'), layers.filter((layer) => layer.time === 'none')].filter((some) => some.length > 0).map((some) => {
    const { layer: _one, filter: _its, ...around } = bodyOf(question(state, some[0]));
    return { ...around, groups: false, layers: some.map((layer) => bodyOf({ ...question(state, layer), bbox: null, area: null, datetime: null, 'as-known-at': null }))
      .map(({ layer: name, filter }) => (filter ? { name, filter } : { name })) };
  });
}
