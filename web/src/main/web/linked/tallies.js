// The exact counts on the tabs, for what the views show.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce } from '../core/dom.js';
import { tabCounts } from './question.js';

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {() => void} changed
 */
export function keepTallies(store, api, changed) {
  /** @type {Record<string, {count: number, unmapped: number}>} */
  let layers = {};
  const line = newestOnly();

  async function load() {
    if (!store.state.linked || !store.state.bounds) {
      return;
    }
    try {
      const answers = await line.run((signal) => Promise.all(tabCounts(store.state).map((body) => api.counts(body, signal))));
      if (answers) {
        layers = Object.assign({}, ...answers.map((answer) => answer.layers));
        answers.forEach((answer) => store.dispatch({ type: 'data/as-of', dataAsOf: answer.dataAsOf }));
        changed();
      }
    } catch {
      // The views say what failed; a tab without a number is better than one with an old number.
      layers = {};
      changed();
    }
  }

  const soon = debounce(() => void load(), 160, 900);
  store.watch((s) => (s.linked ? JSON.stringify(tabCounts(s)) : ''), soon);
  store.watch((s) => [s.revision, s.touched], soon);
  void load();
  return {
    count: (/** @type {string} */ layer) => layers[layer]?.count ?? null,
    unmapped: (/** @type {string} */ layer) => layers[layer]?.unmapped ?? 0,
  };
}
