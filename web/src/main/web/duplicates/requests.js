// What the page asks the server about duplicates, merges and splits.
// @ts-check
/** @typedef {import('../workflow/requests.js').Shown} Shown */
/** @typedef {Shown & {score: number, reasons: string[]}} Candidate */
/** @typedef {{id: string, kind: 'merge'|'split', author: string, at: string, subject: Shown, others: Shown[]}} Merge */
/** @typedef {{candidates: Candidate[], merges: Merge[], isCut: boolean}} Found */
/** @typedef {{compared: number, pairs: {one: Shown, other: Candidate}[], isCut: boolean, next: string}} Part */
/** @typedef {{layer: string, id: string, version: number}} Seen */

/** @param {import('../core/api.js').Api} api */
export function duplicates(api) {
  const part = encodeURIComponent;
  /** @param {string} to @param {unknown} [body] @returns {Promise<any>} */
  const send = (to, body) => api.json(to, { method: 'POST', body: body === undefined ? undefined : JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const end = (/** @type {Seen} */ { layer, id }) => ({ layer, id });
  return {
    /** @param {string} layer @param {string} id @returns {Promise<Found>} */
    of: (layer, id) => api.json(`/api/duplicates/${part(layer)}/${part(id)}`, { cache: 'no-store' }),
    /** @param {string} batch @param {string} cursor @returns {Promise<Part>} */
    ofImport: (batch, cursor) => api.json(`/api/duplicates?batch=${part(batch)}${cursor ? `&cursor=${part(cursor)}` : ''}`, { cache: 'no-store' }),
    /** @param {Seen} keep @param {Seen} other @param {Record<string, string>} values @returns {Promise<Merge>} */
    merge: (keep, other, values) => send('/api/merges', { layer: keep.layer, keep: { id: keep.id, version: keep.version }, merge: [{ id: other.id, version: other.version }], values }),
    /** @param {Seen} from @param {string[]} reports @param {Record<string, unknown>} values @returns {Promise<Merge>} */
    split: ({ layer, id, version }, reports, values) => send('/api/splits', { layer, id, version, reports, values }),
    /** @param {string} merge @returns {Promise<{marksStayRaised: boolean}>} */
    undo: (merge) => send(`/api/merges/${part(merge)}/undo`),
    /** @param {Seen} one @param {Seen} other @returns {Promise<{id: string}>} */
    distinct: (one, other) => send('/api/links', { type: 'distinct_from', from: end(one), to: end(other) }),
    /** @param {string} link */
    undistinct: (link) => api.json(`/api/links/${part(link)}`, { method: 'DELETE' }),
  };
}
