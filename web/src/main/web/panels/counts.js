// Keeps the exact counts in step with view, period and filters.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce } from '../core/dom.js';
import { countRequests } from '../core/query.js';
import { reasonOf } from '../core/reason.js';

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @returns {{retry: () => void}}
 */
export function keepCounts(store, api) {
  const line = newestOnly();

  async function load() {
    const { state } = store;
    if (!state.bounds) {
      return;
    }
    store.dispatch({ type: 'counts/set', counts: { ...state.counts, state: 'loading' } });
    try {
      const answers = await line.run((signal) => Promise.all(countRequests(store.state).map((body) => api.counts(body, signal))));
      if (answers) {
        const layers = Object.assign({}, ...answers.map((answer) => answer.layers));
        const compartments = Object.fromEntries(Object.entries(layers).map(([name, of]) => [name, /** @type {import("../core/types.js").LayerCount} */ (of).compartments ?? []]));
        store.dispatch({ type: 'counts/set', counts: { state: 'ready', layers, compartments } });
        store.dispatch({ type: 'data/as-of', dataAsOf: answers[0]?.dataAsOf });
      }
    } catch (error) {
      // The map still shows what it showed: its marks stand, its numbers do not.
      store.dispatch({ type: 'counts/set', counts: { ...store.state.counts, state: 'failed', layers: {}, problem: reasonOf(error) } });
    }
  }

  // The legend's own switches are left out of the request, so they need no new counts.
  const conditions = (/** @type {import('../core/types.js').State} */ s) => JSON.stringify(countRequests(s));
  // While the period is dragged or played the numbers follow, some times a second and not with every step.
  const soon = debounce(() => void load(), 120, 400);
  store.watch(conditions, soon);
  store.watch((s) => [s.revision, s.touched], soon);
  soon();
  return { retry: () => void load() };
}
