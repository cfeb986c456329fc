// How a polygon came about, so that it can be judged and made again. Pure.
// @ts-check

/** Lowest first; a result is never less protected than what it was made from. */
const CLASSIFICATIONS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'];

/** The layer's word for what an analysis is; another analysis is its own word. @type {Record<string, string>} */
const METHODS = { 'cluster-density': 'DBSCAN', 'hexagon-counts': 'HEXAGON_COUNTS', 'density-surface': 'KDE_THRESHOLD', 'hotspot-local': 'GI_STAR' };
/** What an analysis of clusters was told to use. @type {Record<string, string>} */
const CLUSTERINGS = { dbscan: 'DBSCAN', hdbscan: 'HDBSCAN', optics: 'OPTICS', stdbscan: 'ST_DBSCAN' };

/** @param {string} a @param {string|undefined} b */
export const highest = (a, b) => (CLASSIFICATIONS.indexOf(a) >= CLASSIFICATIONS.indexOf(b ?? '') ? a : /** @type {string} */ (b));

/** @param {Pick<import('./execution.js').Diagnostics, 'process'|'parameters'>} diagnostics @returns {string} */
function methodOf({ process, parameters }) {
  return (process === 'cluster-density' && CLUSTERINGS[parameters.method]) || METHODS[process] || process.toUpperCase().replaceAll('-', '_');
}

/**
 * @param {Pick<import('./legend.js').Finding, 'properties'>} finding
 * @param {import('./execution.js').Diagnostics} diagnostics
 * @returns {Record<string, unknown>} how the polygon came about, so that it can be made again
 */
export function originOf({ properties }, diagnostics) {
  const { parameters, dataAsOf, inputs } = diagnostics;
  return {
    method: methodOf(diagnostics),
    parameters: JSON.stringify(parameters),
    query: JSON.stringify(inputs),
    data_time: dataAsOf.committedAt,
    data_sequence: dataAsOf.sequence,
    ...(typeof parameters.seed === 'number' ? { seed: parameters.seed } : {}),
    ...(Number.isInteger(properties.count) ? { event_count: properties.count } : {}),
  };
}

/**
 * The suggestion as it was found: what a person makes of it is another record.
 *
 * @param {Pick<import('./legend.js').Finding, 'properties'>} finding
 * @param {import('./execution.js').Diagnostics} diagnostics
 * @param {string} name what the person calls the place
 * @returns {Record<string, unknown>}
 */
export function suggestionOf({ properties }, diagnostics, name) {
  const { event_count: _count, ...origin } = originOf({ properties }, diagnostics);
  return { ...origin, name, process: diagnostics.process, process_version: diagnostics.version, method: diagnostics.method, figures: JSON.stringify(properties), caveats: diagnostics.caveats };
}
