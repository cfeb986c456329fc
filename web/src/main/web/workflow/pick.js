// Choosing another feature by a click on the map.
// @ts-check

/**
 * The next feature that is selected, while what was selected before comes back.
 *
 * @param {import('../core/store.js').Store} store
 * @param {(selection: import('../core/types.js').Selection) => void} found
 * @returns {() => void} stops waiting
 */
export function pickOne(store, found) {
  const { selection: before, front } = store.state;
  const stop = () => {
    forget();
    removeEventListener('keydown', onKey, true);
  };
  const forget = store.watch((s) => s.selection, (selection) => {
    if (selection && selection.id !== before?.id) {
      stop();
      store.dispatch({ type: 'selection/set', selection: before });
      store.dispatch({ type: 'front/set', front });
      found(selection);
    }
  });
  /** @param {KeyboardEvent} e */
  function onKey(e) {
    if (e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      stop();
    }
  }
  addEventListener('keydown', onKey, true);
  return stop;
}
