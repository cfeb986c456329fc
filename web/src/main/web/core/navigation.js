// The address of the page follows the state, and the state follows the address when somebody goes
// back, forward or pastes a link.
// @ts-check
import { fromAddress, toAddress } from './address.js';
import { debounce } from './dom.js';
/** @typedef {import('./types.js').State} State */

/** @param {State} state what makes a step of its own in the history; moving the map does not */
const stepOf = (state) => JSON.stringify([state.relative ?? state.period, state.slider, state.shown, state.order, state.opacity, state.ground, state.symbols, state.filters, state.text, state.cql, state.selection, state.area, state.line, state.rings, state.tool, state.linked, state.grid, state.pin, state.known, state.relative, state.snapshot?.ref, state.compare, state.wall]);

/** @param {import('./store.js').Store} store */
export function keepAddress(store) {
  let written = location.hash;
  let step = stepOf(store.state);

  // Dragging changes the period many times a second, and playing goes on by itself: one step is enough.
  const write = debounce(() => {
    // A wall screen goes from view to view under the address that started it.
    if (store.state.playing || store.state.wall) {
      return;
    }
    const next = toAddress(store.state);
    if (next === written) {
      return;
    }
    const now = stepOf(store.state);
    history[now === step ? 'replaceState' : 'pushState'](null, '', next);
    written = next;
    step = now;
  }, 350);

  function read() {
    if (location.hash === written) {
      return;
    }
    const shared = fromAddress(location.hash);
    if (shared) {
      written = location.hash;
      store.dispatch({ type: 'address/opened', shared });
      step = stepOf(store.state);
    }
  }

  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  store.watch((s) => [s.view, s.period, s.slider, s.playing, s.shown, s.order, s.opacity, s.ground, s.symbols, s.filters, s.text, s.cql, s.selection, s.area, s.line, s.rings, s.tool, s.linked, s.grid, s.pin, s.known, s.relative, s.snapshot, s.compare, s.wall], write);
  history.replaceState(null, '', toAddress(store.state));
  written = location.hash;
}
