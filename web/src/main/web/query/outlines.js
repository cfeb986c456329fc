// The areas of the conditions on the map: what is filtered by stays in sight.
// @ts-check
import { isAbort } from '../core/api.js';
import { isNamed, readArea } from '../core/area.js';
import * as L from '../lib/leaflet.js';
import { cover } from '../tools/shape.js';
import { namedShapes } from './named-shapes.js';
import { readCql } from './read.js';
import { rowsOf } from './tree.js';

/** @param {L.Map} leaflet @param {import('../core/store.js').Store} store @param {import('../core/api.js').Api} api */
export function showConditions(leaflet, store, api) {
  const shown = L.layerGroup().addTo(leaflet);
  let asking = new AbortController();

  /** @param {import('../core/area.js').Shape} area */
  const drawn = (area) => L.polygon(cover(area).map((ring) => ring.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]))),
    { interactive: false, fillRule: 'nonzero', smoothFactor: 0, className: `sketch-area is-condition${area.kind === 'corridor' ? ' is-corridor' : ''}` });

  /** @param {import('./named-shapes.js').Area} area @param {AbortSignal} signal */
  async function named(area, signal) {
    try {
      const shapes = await namedShapes(area, store, api, signal, 'sketch-area is-condition');
      if (shapes && !signal.aborted) {
        shown.addLayer(shapes);
      }
    } catch (error) {
      // What is not there, or not for whoever is signed in, has no outline; the layers say that the condition is refused.
      if (!isAbort(error) && error.name !== 'Problem') {
        throw error;
      }
    }
  }

  store.watch((s) => [s.cql, s.known], () => {
    asking.abort();
    asking = new AbortController();
    shown.clearLayers();
    const areas = new Set(Object.values(store.state.cql).flatMap((text) => rowsOf(readCql(text))).flatMap((row) => ('area' in row ? [row.area] : [])));
    for (const text of areas) {
      const area = readArea(text);
      if (isNamed(area)) {
        void named(area, asking.signal);
      } else if (area) {
        shown.addLayer(drawn(area));
      }
    }
  }, { now: true });
}
