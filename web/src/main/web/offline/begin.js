// What the page begins with: what the server says, else what it said the last time.
// @ts-check

/** As long as a first answer may take over a bad line, when there is something else to show. */
const PATIENCE_MS = 20_000;

/**
 * @param {import('../core/api.js').Api} api
 * @param {import('./kept.js').Kept} kept
 * @param {() => boolean} isLost whether the server is known not to answer
 * @returns {Promise<{session: import('../core/types.js').Session, mission: any, catalog: import('../core/types.js').Layer[], address: string, at: string|null}>}
 *     at: when it was said; null for just now. address: of the picture that was shown then
 */
export async function begin(api, kept, isLost) {
  const before = await kept.start().catch(() => null);
  try {
    const [session, mission, catalog] = await within(before ? PATIENCE_MS : Infinity, Promise.all([api.session(), api.mission(), api.layers()]));
    return { session, mission, catalog, address: '', at: null };
  } catch (error) {
    if (before && !error.status) {
      api.beginsWithoutProof(isLost);
      return before;
    }
    throw error;
  }
}

/** @template T @param {number} ms @param {Promise<T>} answer @returns {Promise<T>} */
function within(ms, answer) {
  return ms === Infinity ? answer : Promise.race([answer, new Promise((_resolve, reject) => { setTimeout(() => reject(new Error('no answer')), ms); })]);
}
