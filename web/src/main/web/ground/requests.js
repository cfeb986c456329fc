// What the page asks the server about basemaps, and who may change them there.
// @ts-check
import { toQuery } from '../core/api.js';
import { sendFile } from '../core/send-file.js';
/** @typedef {import('../core/types.js').Basemap} Basemap */

/** As the server has it, which refuses the others anyway. */
const KEEPERS = ['duty-officer', 'analyst', 'administrator'];

/** @param {import('../core/types.js').State} state */
export const mayKeepGround = ({ session }) => KEEPERS.some((role) => session?.roles.includes(role));

/** @param {import('../core/api.js').Api} api */
export function groundRequests(api) {
  const path = (/** @type {string} */ id) => `/basemaps/${encodeURIComponent(id)}`;
  return {
    /** Those that one may see, and how large a file may be. @returns {Promise<{basemaps: Basemap[], mostBytes: number}>} */
    list: () => api.json('/basemaps'),
    /** @param {string} id @param {Partial<Pick<Basemap, 'title'|'attribution'|'order'|'shown'>>} change @returns {Promise<unknown>} */
    change: (id, change) => api.json(path(id), { method: 'PATCH', body: JSON.stringify(change), headers: { 'content-type': 'application/json' } }),
    /** @param {string} id @returns {Promise<unknown>} */
    remove: (id) => api.json(path(id), { method: 'DELETE' }),
    /**
     * @param {File} file
     * @param {{title: string, attribution: string, classification: string}} said
     * @param {(sent: number, total: number) => void} onProgress bytes
     * @returns {{done: Promise<Basemap>, abort: () => void}}
     */
    add: (file, said, onProgress) => sendFile(`/basemaps${toQuery({ ...said, filename: file.name })}`, file, api.proof(), onProgress),
  };
}
