// What the page asks the server about snapshots.
// @ts-check
import { compileFilter } from '../core/filter.js';
import { toDatetime } from '../core/period.js';
import { normalised } from '../core/query.js';
/**
 * @typedef {object} Snapshot
 * @property {string} ref
 * @property {string} title
 * @property {string} note
 * @property {string} view address, from #v1/ on
 * @property {{sequence: number, committedAt: string}} dataAsOf
 * @property {string} classification
 * @property {string[]} compartments
 * @property {string[]} layers
 * @property {string} author
 * @property {string} createdAt
 * @property {{author: string, at: string}} [withdrawn]
 */
/** @typedef {import('../core/types.js').State} State */

/**
 * The selection that the page shows, by which the server finds how high a snapshot of it is.
 *
 * @param {State} state
 */
export function selectionOf(state) {
  const shown = state.catalog.filter((layer) => state.shown.includes(layer.name));
  return {
    ...(state.bounds ? { bbox: normalised(state.bounds) } : {}),
    ...(state.known ? { 'as-known-at': state.known } : {}),
    datetime: toDatetime(state.period),
    layers: shown.map((layer) => ({ name: layer.name, filter: compileFilter(state, layer) })).map(({ name, filter }) => (filter ? { name, filter } : { name })),
  };
}

/** @param {import('../core/api.js').Api} api */
export const snapshots = (api) => ({
  /** @param {AbortSignal} [signal] @returns {Promise<Snapshot[]>} */
  list: (signal) => api.json('/api/snapshots', { signal, cache: 'no-store' }).then((answer) => answer.snapshots),
  /** @param {string} ref @returns {Promise<Snapshot>} */
  get: (ref) => api.json(`/api/snapshots/${encodeURIComponent(ref)}`, { cache: 'no-store' }),
  /** @param {Record<string, unknown>} body @returns {Promise<Snapshot>} */
  add: (body) => api.post('/api/snapshots', body),
  /** @param {string} ref @returns {Promise<null>} */
  withdraw: (ref) => api.json(`/api/snapshots/${encodeURIComponent(ref)}`, { method: 'DELETE' }),
});
