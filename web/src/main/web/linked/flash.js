// Shows for a moment where something is that was chosen in a table or a chart.
// @ts-check
import * as L from '../lib/leaflet.js';
import { boxOf } from '../panels/detail.js';

const SHOWN_MS = 3_000;

/** @param {import('../map/map.js').MissionMap} map */
export function createFlash(map) {
  /** @type {L.CircleMarker|null} */
  let ring = null;
  /** @param {GeoJSON.Geometry|null} geometry */
  return (geometry) => {
    ring?.remove();
    const box = boxOf(geometry);
    if (!box) {
      return;
    }
    const shown = L.circleMarker([(box[1] + box[3]) / 2, (box[0] + box[2]) / 2], { radius: 18, className: 'arrival', interactive: false, fill: false });
    ring = shown;
    shown.addTo(map.leaflet);
    setTimeout(() => shown.remove(), SHOWN_MS);
  };
}
