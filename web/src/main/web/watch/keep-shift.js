// Keeps what changed since the last shift: for the mark on the map, the pill and the panel. Nothing is marked as seen here.
// @ts-check
import * as L from '../lib/leaflet.js';
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { SHIFT } from '../tools/wish.js';
import { words } from '../words/words.js';
import { unreadPlaces } from './report.js';
import { shifts } from './requests.js';

/** What comes in a burst is asked for once. */
const SETTLED_MS = 2_500;
const RADIUS = 15;

/**
 * @param {import('../map/map.js').MissionMap} map
 * @param {HTMLElement} area
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 */
export function keepShift(map, area, store, api) {
  const server = shifts(api);
  const line = newestOnly();
  const rings = L.layerGroup().addTo(map.leaflet);
  const pill = el('button', { type: 'button', class: 'shift-pill', hidden: true, 'data-testid': 'shift-pill', onclick: () => store.dispatch({ type: 'tool/set', tool: SHIFT }) });
  area.append(pill);

  async function load() {
    // Whoever has never said to have seen anything, and does not ask, is not troubled with it.
    const report = await line.run((signal) => server.report(store.state.shiftSince, signal)).catch(() => undefined);
    if (report && (report.markedAt || store.state.tool === SHIFT)) {
      store.dispatch({ type: 'shift/set', shift: report });
    }
  }

  store.watch((s) => [s.live, s.revision], debounce(() => void load(), SETTLED_MS, 4 * SETTLED_MS));
  store.watch((s) => s.shiftSince, () => void load());
  store.watch((s) => [s.shift, s.shown, s.known, s.tool], () => {
    const { shift, shown, known, tool } = store.state;
    rings.clearLayers();
    for (const { place, what } of known === null ? unreadPlaces(shift, shown) : []) {
      const [lon, lat] = /** @type {[number, number]} */ (place);
      rings.addLayer(L.circleMarker([lat, lon], { radius: RADIUS, className: `unread-ring is-${what}`, interactive: false }));
    }
    const unread = shift?.unread ?? 0;
    pill.hidden = unread === 0 || tool === SHIFT || known !== null;
    fill(pill, icon('changed', { size: 16 }), ' ', words.shift.pill(unread));
  });
  void load();
}
