// The last changes of the query, so that each can be taken back.
// @ts-check
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').State} State */

const MOST = 30;

/** @param {State} state */
const queryOf = ({ filters, text, cql, period, relative }) => ({ filters, text, cql, period, relative });

/**
 * @param {Store} store
 * @param {() => void} changed told when there begins or ends to be something to take back
 */
export function keepUndo(store, changed) {
  /** @type {ReturnType<typeof queryOf>[]} */
  const past = [];
  let last = queryOf(store.state);
  let isOwn = false;

  store.watch((s) => [s.filters, s.text, s.cql], () => {
    if (!isOwn) {
      past.push(last);
      past.splice(0, past.length - MOST);
    }
    last = queryOf(store.state);
    changed();
  });
  store.watch((s) => s.period, () => { last = queryOf(store.state); });

  return {
    can: () => past.length > 0,
    undo() {
      const query = past.pop();
      if (query) {
        isOwn = true;
        store.dispatch({ type: 'query/set', query });
        isOwn = false;
        changed();
      }
    },
  };
}
