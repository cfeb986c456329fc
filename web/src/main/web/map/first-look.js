// Over a slow line the first picture is asked for by its period alone, a small part of what is needed to move the period without asking;
// that comes when the picture stands.
// @ts-check
import { isDrawn } from '../core/query.js';

/** @typedef {{isOn: () => boolean, whenOver: (act: () => void) => void}} FirstLook */

/**
 * @param {import('../core/store.js').Store} store
 * @param {boolean} isSlow
 * @returns {FirstLook}
 */
export function firstLook(store, isSlow) {
  let isOn = isSlow;
  /** @type {(() => void)[]} */
  const acts = [];
  const stop = store.watch(isDrawn, (drawn) => {
    if (drawn) {
      stop();
      isOn = false;
      // Whole, whatever comes after it.
      performance.mark('picture');
      acts.forEach((act) => act());
    }
  });
  return { isOn: () => isOn, whenOver: (act) => { if (isOn) { acts.push(act); } } };
}
