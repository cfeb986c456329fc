// What the page asks the server about a watch: what changed since somebody was last on it.
// @ts-check
import { toQuery } from '../core/api.js';
/** @typedef {{layer: string, id: string, what: 'created'|'worse'|'moved'|'changed'|'closed'|'gone', version: number, from?: number, title?: string, code?: string, severity?: number, severityBefore?: number, state?: string, author?: string, at?: string, place?: [number, number], seen: boolean}} ShiftChange place: lon, lat */
/**
 * What changed since a moment, as far as one may see it. Both positions are sealed: they mean something to the server only.
 *
 * @typedef {object} ShiftReport
 * @property {string} since RFC 3339, UTC
 * @property {string} [markedAt] when one last said to have seen what changed; absent for never
 * @property {{sequence: number, committedAt: string}} dataAsOf
 * @property {string} until
 * @property {string} mark
 * @property {number} total
 * @property {number} unread
 * @property {{layer: string, changes: ShiftChange[]}[]} layers
 * @property {string[]} crowded layers, when too much changed to be told one by one
 */

/** @param {import('../core/api.js').Api} api */
export const shifts = (api) => ({
  /** @param {string|null} since null: since one last said to have seen what changed @param {AbortSignal} [signal] @returns {Promise<ShiftReport>} */
  report: (since, signal) => api.json(`/api/shift${toQuery({ since })}`, { signal, cache: 'no-store' }),
  /** @param {string} until @returns {Promise<null>} */
  move: (until) => api.json('/api/shift/mark', { method: 'PUT', body: JSON.stringify({ until }), headers: { 'content-type': 'application/json' } }),
  /** @param {ShiftChange[]} changes @returns {Promise<null>} */
  see: (changes) => api.post('/api/shift/seen', { features: changes.map(({ layer, id, version }) => ({ layer, id, version })) }),
});
