// The address of the page follows the state, and the state follows the address when somebody goes
// back, forward or pastes a link.
// @ts-check
import { fromAddress, toAddress } from './address.js';
import { debounce } from './dom.js';
/** @typedef {import('./types.js').State} State */

/** What makes a step of its own in the history; moving the map does not. @param {State} s */
const shared = (s) => [s.relative ?? s.period, s.slider, s.shown, s.order, s.opacity, s.ground, s.symbols, s.filters, s.text, s.cql, s.selection, s.area, s.line, s.rings, s.tool, s.linked, s.grid, s.pin, s.known, s.snapshot?.ref, s.compare, s.wall, s.shiftChoice];

/** @param {State} state */
const stepOf = (state) => JSON.stringify(shared(state));

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
  store.watch((s) => [s.view, s.playing, ...shared(s)], write);
  history.replaceState(null, '', toAddress(store.state));
  written = location.hash;
}
