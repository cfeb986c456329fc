// The map of the other picture: a second map on a store of its own, of the same kind, that looks where the first one looks.
// @ts-check
import { createApi } from '../core/api.js';
import { fromAddress } from '../core/address.js';
import { partOf } from '../core/classification.js';
import { debounce, el } from '../core/dom.js';
import { initialState, reduce } from '../core/state.js';
import { createStore } from '../core/store.js';
import { createMap } from '../map/map.js';
import { watchPointer } from '../map/pointer.js';
import { keepCounts } from '../panels/counts.js';
import { words } from '../words/words.js';

/**
 * @param {import('../map/map.js').MissionMap} first
 * @param {HTMLElement} area
 * @param {import('../core/store.js').Store} store of the first
 */
export async function createSecondMap(first, area, store) {
  const { session, mission, catalog, theme, view } = store.state;
  const other = createStore(reduce, { ...initialState, session, mission, catalog, theme, view });
  // The marks of its answers are its own: the banner is as high as the higher of the two.
  const api = createApi(undefined, (path, mark) => {
    const part = partOf(path);
    if (part) {
      other.dispatch({ type: 'mark/seen', part, mark });
    }
  });
  await api.session();
  const frame = el('div', { class: 'second-area', 'data-testid': 'compare-b' });
  const box = el('div', { class: 'map', dir: 'ltr', role: 'application', 'aria-label': `${words.map.title} ${words.compare.onlyB}`, tabindex: '0' });
  frame.append(box);
  area.append(frame);
  const map = createMap(box, other, api, frame);
  watchPointer(map, other, api);
  keepCounts(other, api);

  let following = false;
  /** @param {import('leaflet').Map} from @param {import('leaflet').Map} to */
  const follow = (from, to) => {
    if (!following && !frame.hidden) {
      following = true;
      to.setView(from.getCenter(), from.getZoom(), { animate: false });
      following = false;
    }
  };
  first.leaflet.on('move zoomend', () => follow(first.leaflet, map.leaflet));
  map.leaflet.on('move zoomend', () => follow(map.leaflet, first.leaflet));

  // Half a pixel of rounding would count another edge: both are asked for the same window.
  const sameWindow = () => {
    const { bounds } = store.state;
    if (!frame.hidden && bounds && other.state.bounds?.join() !== bounds.join()) {
      other.dispatch({ type: 'view/moved', view: other.state.view, bounds });
    }
  };
  store.watch((s) => s.bounds, sameWindow);
  other.watch((s) => s.bounds, sameWindow);

  other.watch((s) => s.selection, (selection) => {
    if (selection) {
      store.dispatch({ type: 'selection/set', selection });
      other.dispatch({ type: 'selection/set', selection: null });
    }
  });
  store.watch((s) => [s.basemaps, s.ground, s.groundAsked, s.opacity], () => other.dispatch({ type: 'ground/followed', of: store.state }), { now: true });
  // Of the comparison this map needs to know whether it draws the differences alone.
  store.watch((s) => s.compare?.only ?? false, (only) => other.dispatch({ type: 'compare/set', compare: only ? store.state.compare : null }), { now: true });
  store.watch((s) => s.theme, (now) => other.dispatch({ type: 'theme/set', theme: now }));
  store.watch((s) => [s.live, s.revision], debounce(() => {
    if (!frame.hidden && other.state.known === null) {
      other.dispatch({ type: 'data/changed' });
    }
  }, 1_000, 4_000));

  return {
    store: other,
    api,
    map,
    frame,
    /** @param {string} address */
    show(address) {
      frame.hidden = false;
      const { period, shown, filters, text, cql, known } = fromAddress(address) ?? {};
      other.dispatch({ type: 'address/opened', shared: { ...(period ? { period } : {}), ...(shown ? { shown } : {}), filters, text, cql, known } });
      map.leaflet.invalidateSize({ pan: false });
      follow(first.leaflet, map.leaflet);
    },
    hide() {
      frame.hidden = true;
      other.dispatch({ type: 'layers/shown', names: other.state.shown, on: false });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createSecondMap>>} SecondMap */
