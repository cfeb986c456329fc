// Goes from difference to difference: both maps look there, and what was compared stays as it was until somebody moves a map himself.
// @ts-check
import * as L from '../lib/leaflet.js';
import { listenForKeys } from '../core/shortcuts.js';
import { boxOf, stepFrom, stepsOf } from './differences.js';
/** @typedef {import('../core/store.js').Store} Store */

/** So near that one event is told from the next, unless one looks nearer already. */
const NEAR_ZOOM = 10;

/** @param {Store} store of A @param {1|-1} by */
export function stepBy(store, by) {
  const { compare, differences, walk } = store.state;
  const next = compare && differences && differences.state !== 'failed' ? stepFrom(stepsOf(differences.layers), walk?.key ?? null, by) : null;
  if (next) {
    store.dispatch({ type: 'differences/walked', key: next });
  }
}

/**
 * @param {import('leaflet').Map} leaflet of A; that of B follows
 * @param {Store} store of A
 */
export function walkDifferences(leaflet, store) {
  let isOurs = false;

  /** @param {import('../core/types.js').State['walk']} walk */
  function go(walk) {
    const step = stepsOf(store.state.differences?.layers ?? []).find(({ key }) => key === walk?.key);
    const box = step && boxOf(step);
    if (!box || store.state.walk !== walk) {
      return;
    }
    const bounds = L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
    const zoom = Math.min(leaflet.getBoundsZoom(bounds.pad(0.5)), Math.max(NEAR_ZOOM, walk?.home?.zoom ?? 0));
    isOurs = true;
    leaflet.setView(bounds.getCenter(), zoom, { animate: false });
    isOurs = false;
  }

  // Not while the store tells of it: a map that moves tells the store.
  store.watch((s) => s.walk, (walk) => walk && queueMicrotask(() => go(walk)));
  leaflet.on('movestart', () => {
    if (!isOurs) {
      store.dispatch({ type: 'differences/walked', key: null });
    }
  });
  listenForKeys([
    { id: 'differences', group: 'map', keys: ['.'], act: () => stepBy(store, 1) },
    { id: 'differences', group: 'map', keys: [','], act: () => stepBy(store, -1) },
  ]);
}
