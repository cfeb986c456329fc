// How a polygon came about, so that it can be judged and made again. Pure.
// @ts-check

/** Lowest first; a result is never less protected than what it was made from. */
const CLASSIFICATIONS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'];

/** The layer's word for what an analysis is. @type {Record<string, string>} */
const METHODS = { 'cluster-density': 'DBSCAN', 'hexagon-counts': 'HEXAGON_COUNTS' };

/** @param {string} a @param {string|undefined} b */
export const highest = (a, b) => (CLASSIFICATIONS.indexOf(a) >= CLASSIFICATIONS.indexOf(b ?? '') ? a : /** @type {string} */ (b));

/**
 * @param {import('./hulls.js').ClusterProperties} cluster
 * @param {import('./clusters.js').Diagnostics} diagnostics
 * @returns {Record<string, unknown>} how the polygon came about, so that it can be made again
 */
export function originOf(cluster, diagnostics) {
  return {
    method: METHODS[diagnostics.process] ?? 'MIXED',
    parameters: JSON.stringify(diagnostics.parameters),
    query: JSON.stringify(diagnostics.inputs),
    data_time: diagnostics.dataAsOf.committedAt,
    data_sequence: diagnostics.dataAsOf.sequence,
    event_count: cluster.count,
  };
}
