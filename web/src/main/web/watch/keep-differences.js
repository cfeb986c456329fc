// Asks in what the two pictures of a comparison differ, whenever one of them or the window changes.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { requestOf } from './differences.js';

/** A drag of the map or of the period is asked for when it rests. */
const REST_MS = 350;

/**
 * @param {import('../core/store.js').Store} store of A
 * @param {import('../core/api.js').Api} api
 * @returns {() => void} asks again
 */
export function keepDifferences(store, api) {
  const line = newestOnly();
  const tell = (/** @type {import('./differences.js').Differences|null} */ differences) => store.dispatch({ type: 'differences/set', differences });

  async function load() {
    const { compare, playing, walk } = store.state;
    if (!compare || playing || walk) {
      return;
    }
    const body = requestOf(store.state);
    if (!body) {
      line.cancel();
      tell({ state: 'ready', layers: [] });
      return;
    }
    try {
      const answer = await line.run((signal) => api.post('/api/comparison', body, signal));
      if (answer && store.state.compare) {
        tell({ state: 'ready', layers: answer.layers });
      }
    } catch (error) {
      tell({ state: 'failed', layers: [], problem: reasonOf(error) });
      // A map that shows the differences alone would look as if there were nothing.
      if (store.state.compare?.only) {
        store.dispatch({ type: 'compare/set', compare: { ...store.state.compare, only: false } });
      }
    }
  }

  const soon = debounce(() => void load(), REST_MS);
  function ask() {
    const { compare, differences, walk } = store.state;
    if (compare && !walk) {
      tell({ state: 'loading', layers: differences?.layers ?? [] });
      soon();
    }
  }
  store.watch((s) => [s.compare?.b, s.period, s.known, s.filters, s.text, s.cql, s.shown, s.playing], () => {
    store.dispatch({ type: 'differences/walked', key: null });
    ask();
  });
  store.watch((s) => [s.bounds, s.revision, s.touched, s.walk === null], ask);
  ask();
  return ask;
}
