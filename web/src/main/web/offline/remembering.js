// Asking the server, and remembering what it said the last time when it cannot be reached.
// @ts-check
import { isAbort } from '../core/api.js';

/** What the picture is made of. Single features are not among them: they may hold what only few should read. */
const KEPT = [/^\/api\/(events|picture)\//, /^\/api\/(counts|histogram)(\?|$)/, /^\/collections\/[^/]+\/tiles\//, /^\/basemaps(\/[^/]+\/tiles\/|$)/];

/**
 * The address that an answer is kept under; null for what is not kept.
 *
 * @param {string} path @param {RequestInit} init @returns {Promise<string|null>}
 */
export async function questionOf(path, { method = 'GET', body } = {}) {
  if (!KEPT.some((pattern) => pattern.test(path)) || !globalThis.crypto?.subtle) {
    return null;
  }
  if (method === 'GET') {
    return path;
  }
  if (method !== 'POST' || typeof body !== 'string') {
    return null;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
  return `${path}?asked=${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The same without asking whether what the page holds is still right. @param {RequestInit} init @returns {RequestInit} */
function whole(init) {
  const headers = new Headers(init.headers);
  headers.delete('if-none-match');
  return { ...init, headers };
}

/**
 * @param {typeof fetch} send
 * @param {import('./kept.js').Kept} kept
 * @param {{isLost: () => boolean, remembered: (at: string) => void}} line isLost: whether the server is known not to answer
 * @returns {typeof fetch}
 */
export function remembering(send, kept, line) {
  /** @param {string|null} question */
  async function before(question) {
    const found = question === null ? null : await kept.find(question);
    // Ground is as old as it is: what is known does not become older by it.
    if (found && !question?.startsWith('/basemaps')) {
      line.remembered(found.at);
    }
    return found?.response ?? null;
  }

  return async (path, init = {}) => {
    const question = await questionOf(String(path), init);
    const old = line.isLost() ? await before(question) : null;
    if (old) {
      return old;
    }
    try {
      const response = await send(path, question !== null && (await kept.lacks(question)) ? whole(init) : init);
      // The sign-in page of a network answers everything, and is nothing to be shown tomorrow.
      if (response.ok && response.headers && !response.headers.get('content-type')?.includes('html')) {
        void kept.keep(question, response.clone()).catch(() => undefined); // a full disk must not stop the picture
      }
      return response;
    } catch (error) {
      const known = isAbort(error) ? null : await before(question);
      if (known) {
        return known;
      }
      throw error;
    }
  };
}
