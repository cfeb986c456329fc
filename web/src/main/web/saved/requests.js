// Saved views over HTTP (docs/saved-views.md).
// @ts-check
/** @typedef {import('../core/api.js').Api} Api */
/**
 * @typedef {object} SavedView
 * @property {string} id
 * @property {string} name
 * @property {string} note
 * @property {string} address fragment of the page's address, from #v1/ on
 * @property {boolean} shared
 * @property {boolean} start whether the map opens with it
 * @property {boolean} mine
 * @property {string} owner
 * @property {string} classification
 * @property {string[]} compartments
 */
/** @typedef {{views: SavedView[], mayShare: boolean, most: number}} SavedViews one's own in their order, then shared ones */
/** @typedef {Partial<Pick<SavedView, 'name'|'note'|'address'|'shared'|'start'|'classification'|'compartments'> & {position: number}>} Wish */

const VIEWS = '/api/views';

/** @param {Api} api @param {AbortSignal} [signal] @returns {Promise<SavedViews>} */
export const listViews = (api, signal) => api.json(VIEWS, { signal, cache: 'no-store' });

/** @param {Api} api @param {Wish} wish with a name and an address @returns {Promise<SavedView>} */
export const saveView = (api, wish) => api.post(VIEWS, wish);

/** @param {Api} api @param {string} id @param {Wish} wish @returns {Promise<SavedView>} */
export const changeView = (api, id, wish) => api.json(`${VIEWS}/${id}`, { method: 'PATCH', body: JSON.stringify(wish), headers: { 'content-type': 'application/json' } });

/** Deletes an own view; of somebody else's an administrator takes back the sharing. @param {Api} api @param {string} id */
export const removeView = (api, id) => api.json(`${VIEWS}/${id}`, { method: 'DELETE' });
