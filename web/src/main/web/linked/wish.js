// Opening the table and charts from anywhere, without fetching them.
// @ts-check
import { UNCHOSEN } from '../core/linked.js';

const KEPT_SIZE = 'vigie.linked.size';

/** Below the map or beside it, as it was put last. @returns {'split'|'side'} */
export const keptSize = () => (localStorage.getItem(KEPT_SIZE) === 'side' ? 'side' : 'split');

/** @param {'split'|'side'} size */
export const keepSize = (size) => localStorage.setItem(KEPT_SIZE, size);

/** Whether whoever opened the panel wants the keyboard in it. */
let wanted = false;
/** @type {() => void} */
let focusPanel = () => {};

/** @param {() => void} focus gives the keyboard to the panel @returns {boolean} whether it is wanted at once */
export function offerFocus(focus) {
  focusPanel = focus;
  const now = wanted;
  wanted = false;
  return now;
}

/**
 * Opens the table. While it is open the menu closes it; a key takes one into it, and from there out of it.
 *
 * @param {import('../core/store.js').Store} store
 */
export function useLinked(store) {
  const at = document.activeElement;
  if (!store.state.linked) {
    wanted = true;
    store.dispatch({ type: 'linked/set', linked: { ...UNCHOSEN, size: keptSize() } });
  } else if (at?.closest('.linked-panel, .tool-buttons, [role="menu"]')) {
    store.dispatch({ type: 'linked/set', linked: null });
  } else {
    focusPanel();
  }
}
