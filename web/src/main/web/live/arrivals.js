// Shows for a moment where something new has come onto an open map.
// @ts-check
import * as L from '../lib/leaflet.js';
import { latitudeOf } from '../map/projection.js';

const SHOWN_MS = 4_000;
/** More at once is an import, which needs no pointing at. */
const MOST = 20;

/**
 * @param {import('../map/map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 */
export function showArrivals(map, store) {
  /** Ids that came and are not on the map yet, by layer. @type {Map<string, Set<string>>} */
  const expected = new Map();

  store.watch((s) => s.live, ({ changes }) => {
    for (const { layer, added } of changes) {
      if (added && added.length > 0 && added.length <= MOST) {
        expected.set(layer, new Set(added.map(({ id }) => id)));
      }
    }
  });
  store.watch((s) => s.pictures, (pictures) => {
    for (const [layer, ids] of expected) {
      if (pictures[layer]?.state === 'ready' && point(layer, ids)) {
        expected.delete(layer);
      }
    }
  });

  /** Whether any of them was there. @param {string} layer @param {Set<string>} ids */
  function point(layer, ids) {
    const points = map.pictures.find(layer)?.points;
    const at = points ? points.ids.flatMap((id, i) => (ids.has(id) ? [i] : [])) : [];
    for (const i of at) {
      const ring = L.circleMarker([latitudeOf(points?.y[i] ?? 0), (points?.x[i] ?? 0) * 360 - 180], { radius: 16, className: 'arrival', interactive: false, fill: false });
      ring.addTo(map.leaflet);
      setTimeout(() => ring.remove(), SHOWN_MS);
    }
    return at.length > 0;
  }
}
