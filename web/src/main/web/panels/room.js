// The panel at the side makes room while others lie at the other side, and comes back after them.
// @ts-check
import { PHONE } from './phone-bar.js';
/** @typedef {import('../core/types.js').State} State */

/** Two panels stand side by side (panels/front.js), and the map would be narrower than they are. */
const BESIDE_TWO = '(min-width: 1500px) and (max-width: 1799px)';
/** Here it would be a slit beside one. */
const TABLET = '(max-width: 1100px)';

/** Whether the map needs the room of the layers. @param {State} state @param {(query: string) => boolean} matches */
export function isCrowded({ tool, selection }, matches) {
  if (matches(PHONE)) {
    return false;
  }
  if (matches(TABLET)) {
    return tool !== null || selection !== null;
  }
  return matches(BESIDE_TWO) && tool !== null && selection !== null;
}

/**
 * Whoever opens the layers all the same has them; on a tablet before what is open there.
 *
 * @param {HTMLElement} app
 * @param {import('../core/store.js').Store} store
 */
export function makeRoom(app, store) {
  const matches = (/** @type {string} */ query) => matchMedia(query).matches;
  /** @type {string|null} */
  let folded = null;

  function look() {
    const { panel } = store.state;
    if (isCrowded(store.state, matches)) {
      folded = panel ?? folded;
      store.dispatch({ type: 'panel/set', panel: null });
    } else if (folded !== null) {
      const back = panel ?? folded;
      folded = null;
      store.dispatch({ type: 'panel/set', panel: back });
    }
  }
  store.watch((s) => [s.tool, s.selection?.id], look, { now: true });
  store.watch((s) => s.panel, (panel) => { folded = panel === null ? folded : null; });
  const inFront = () => app.classList.toggle('left-in-front', store.state.panel !== null && matches(TABLET) && isCrowded(store.state, matches));
  store.watch((s) => [s.tool, s.selection?.id, s.panel], inFront, { now: true });
  for (const query of [BESIDE_TWO, TABLET, PHONE]) {
    matchMedia(query).addEventListener('change', () => { look(); inFront(); });
  }
}
