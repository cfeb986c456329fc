// The area in use stays in sight while its own tool is put away, because other tools ask inside it.
// @ts-check
import * as L from '../lib/leaflet.js';

const OWN_TOOL = 'area';

/** @param {L.Map} leaflet @param {import('../core/store.js').Store} store */
export function showArea(leaflet, store) {
  /** @type {L.GeoJSON|null} */
  let outline = null;
  store.watch((s) => [s.area, s.tool], () => {
    outline?.remove();
    const { area, tool } = store.state;
    outline = area && tool !== OWN_TOOL
      ? L.geoJSON(area, { interactive: false, style: { className: 'sketch-area is-resting' } }).addTo(leaflet)
      : null;
  }, { now: true });
}
