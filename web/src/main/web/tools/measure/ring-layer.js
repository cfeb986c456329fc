// Range and bearing rings on the map, while the state has some.
// @ts-check
import { isAbort, newestOnly } from '../../core/api.js';
import { el } from '../../core/dom.js';
import * as format from '../../core/format.js';
import * as L from '../../lib/leaflet.js';
import { measured } from './load.js';
import { readRings, ringLine, spokeLines } from './rings.js';
import { angleText, lengthText, readUnits } from './units.js';
/** @typedef {import('../../core/area.js').Position} Position */

/** @param {L.Map} leaflet @param {import('../../core/store.js').Store} store @param {import('../../core/api.js').Api} api */
export function ringLayer(leaflet, store, api) {
  const group = L.layerGroup().addTo(leaflet);
  const line = newestOnly();
  const latLngs = (/** @type {Position[]} */ list) => list.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));

  /** @param {import('./rings.js').Centre} centre @returns {Promise<Position|null|undefined>} undefined when something newer is on its way */
  async function placeOf(centre) {
    if ('position' in centre) {
      return centre.position;
    }
    try {
      const feature = await line.run((signal) => api.item(centre.layer, centre.id, signal, store.state.known));
      return feature && (feature.geometry?.type === 'Point' ? feature.geometry.coordinates : null);
    } catch (error) {
      // What is not there, or not for whoever is signed in, has no rings; the tool says so.
      return isAbort(error) ? undefined : null;
    }
  }

  async function draw() {
    const text = store.state.rings;
    const rings = readRings(text);
    line.cancel();
    if (!rings) {
      group.clearLayers();
      return;
    }
    const [place, ground] = await Promise.all([placeOf(rings.centre), measured()]);
    if (place === undefined || store.state.rings !== text) {
      return;
    }
    group.clearLayers();
    if (!place) {
      return;
    }
    const units = store.state.units ?? readUnits(localStorage);
    const label = (/** @type {Position} */ [lon, lat], /** @type {string} */ says) => L.tooltip({ permanent: true, direction: 'center', className: 'measure-label', interactive: false })
      .setLatLng([lat, lon]).setContent(el('span', { dir: 'ltr' }, says)).addTo(group);
    L.circleMarker([place[1], place[0]], { radius: 4, className: 'ring-centre', interactive: false }).addTo(group);
    rings.radii.forEach((metres) => {
      L.polyline(latLngs(ringLine(ground, place, metres)), { className: 'ring-line', interactive: false, smoothFactor: 0 }).addTo(group);
      label(ground.reached(place, 0, metres), lengthText(metres, units.length, format.decimal));
    });
    spokeLines(ground, place, rings).forEach(({ bearing, line: spoke }) => {
      L.polyline(latLngs(spoke), { className: 'ring-spoke', interactive: false, smoothFactor: 0 }).addTo(group);
      if (bearing !== 0) {
        label(spoke[spoke.length - 1], angleText(bearing, units.angle).replace('.0°', '°'));
      }
    });
  }

  store.watch((s) => [s.rings, s.units, s.revision, s.known], () => void draw(), { now: true });
}
