// What the page asks the server about reports, incidents and what waits.
// @ts-check
/** @typedef {{layer: string, layerTitle: string, id: string, title: string, ref?: string, group?: string, severity?: number, state?: string, grade?: string, classification: string, validFrom?: string, lon?: number, lat?: number, version: number}} Shown */
/** @typedef {Shown & {queue: string, why: string, since: string, waitedSeconds: number, targetSeconds: number}} Waiting */
/** @typedef {{layer: string, total: number, queues: {name: string, title: string, count: number}[], items: Waiting[]}} Inbox */
/** @typedef {{to: string, label: string, allowed: boolean, needsReason: boolean, why?: string}} Step */
/**
 * @typedef {object} Situation
 * @property {string} state
 * @property {string} label
 * @property {string} since
 * @property {number} [targetSeconds]
 * @property {number} version
 * @property {{state: string, label: string, author: string, reason?: string, since: string, until?: string}[]} stays
 * @property {{state: string, label: string, seconds: number}[]} totals
 * @property {Step[]} steps
 * @property {string} [undoTo]
 * @property {{code: string, independentSources: number, sentence: string}} grade
 * @property {{link: string, report: Shown, correctedBy?: string}[]} reports
 */
/** @typedef {{id: string, type: string, direction: 'from'|'to', author: string, since: string, other: Shown}} Link */
/** @typedef {{layer: string, id?: string, ref?: string}} End */
/** @typedef {Shown & {score: number, reasons: string[]}} Proposal an open incident that a report may speak of */

/** @param {import('../core/api.js').Api} api */
export function workflow(api) {
  const part = encodeURIComponent;
  const path = (/** @type {string} */ layer, /** @type {string} */ id) => `/api/workflow/${part(layer)}/${part(id)}`;
  /** @param {string} to @param {number|null} version @param {unknown} [body] @returns {Promise<any>} */
  const send = (to, version, body) => api.json(to, {
    method: 'POST',
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(version === null ? {} : { 'if-match': `"${version}"` }) },
  });
  return {
    /** @param {string} query @param {AbortSignal} [signal] @returns {Promise<Inbox>} */
    inbox: (query, signal) => api.json(`/api/inbox${query}`, { signal, cache: 'no-store' }),
    /** @param {string} layer @param {string} id @param {AbortSignal} [signal] @returns {Promise<Situation>} */
    situation: (layer, id, signal) => api.json(path(layer, id), { signal, cache: 'no-store' }),
    /** @param {{layer: string, id: string}} feature @param {number} version @param {string} to @param {string} reason @returns {Promise<Situation>} */
    step: ({ layer, id }, version, to, reason) => send(path(layer, id), version, { to, reason }),
    /** @param {{layer: string, id: string}} feature @param {number} version @returns {Promise<Situation>} */
    undo: ({ layer, id }, version) => send(`${path(layer, id)}/undo`, version),
    /** @param {{layer: string, id: string}} report @param {Record<string, unknown>} properties @returns {Promise<Shown>} */
    makeIncident: ({ layer, id }, properties) => send(`${path(layer, id)}/incident`, null, { properties }),
    /** @param {string} layer @param {string} id @param {AbortSignal} [signal] @returns {Promise<Link[]>} */
    links: (layer, id, signal) => api.json(`/api/links/${part(layer)}/${part(id)}`, { signal, cache: 'no-store' }).then((answer) => answer.links),
    /** @param {string} layer @param {string} id @returns {Promise<Proposal[]>} */
    proposals: (layer, id) => api.json(`/api/links/${part(layer)}/${part(id)}/proposals`, { cache: 'no-store' }).then((answer) => answer.proposals),
    /** @param {string} type @param {End} from @param {End} to @returns {Promise<{id: string}>} */
    link: (type, from, to) => send('/api/links', null, { type, from, to }),
    /** @param {string} id */
    unlink: (id) => api.json(`/api/links/${part(id)}`, { method: 'DELETE' }),
  };
}

/** @typedef {ReturnType<typeof workflow>} Workflow */

/** The layer whose features are made of the reports of this one. @param {import('../core/types.js').State} state @param {string} reports */
export const incidentLayerOf = (state, reports) => state.catalog.find((layer) => layer.workflow?.reports === reports);
