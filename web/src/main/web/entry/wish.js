// What the detail panel asks the entry tool to open with.
// @ts-check
/** @typedef {{mode: 'edit'|'correct', layer: string, id: string}} Wish */

export const ENTRY = 'entry';
/** @type {Wish|null} */
let waiting = null;

/** The tool takes up the wish when it opens, so one that is open already opens again. @param {import('../core/store.js').Store} store @param {Wish} wish */
export function openWith(store, wish) {
  waiting = wish;
  store.dispatch({ type: 'tool/set', tool: null });
  store.dispatch({ type: 'tool/set', tool: ENTRY });
}

/** @returns {Wish|null} */
export function takeWish() {
  const wish = waiting;
  waiting = null;
  return wish;
}
