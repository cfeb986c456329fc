// The state of the sheet's own map: what is shown follows the page, where it looks is its own.
// @ts-check
import { reduce } from '../core/state.js';
import { createStore } from '../core/store.js';
/** @typedef {import('../core/types.js').State} State */

/** What belongs to the sheet: its view, and what was asked for it. */
const OWN = /** @type {const} */ (['view', 'bounds', 'counts', 'pictures', 'marks', 'dataAsOf', 'grid', 'differences']);

/** @param {State} sheet @param {State} page @returns {State} */
export const following = (sheet, page) => ({
  ...page, playing: false, selection: null, tool: null, theme: 'light', walk: null,
  // On paper what differs is marked among everything else.
  compare: page.compare && { ...page.compare, only: false }, ...Object.fromEntries(OWN.map((name) => [name, sheet[name]])),
});

/** @param {import('../core/store.js').Store} page @returns {{store: import('../core/store.js').Store, stop: () => void}} */
export function sheetStore(page) {
  const first = { ...page.state, differences: null, dataAsOf: null, marks: {}, pictures: {}, counts: /** @type {State['counts']} */ ({ state: 'loading', layers: {} }), grid: true };
  const store = createStore((/** @type {State} */ state, action) => (action.type === 'sheet/follow' ? following(state, action.page) : reduce(state, action)), following(first, page.state));
  const stop = page.watch(() => page.state, (state) => {
    // Whoever moves the slider moves on: the sheet asks when it rests.
    if (!state.playing) {
      store.dispatch({ type: 'sheet/follow', page: state });
    }
  });
  return { store, stop };
}
