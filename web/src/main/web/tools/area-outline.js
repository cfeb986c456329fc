// The area in use stays in sight while its own tool is put away, because other tools ask inside it;
// the area of a feature always, because it cannot be changed here.
// @ts-check
import { isAbort, newestOnly } from '../core/api.js';
import { isNamed, readArea } from '../core/area.js';
import * as L from '../lib/leaflet.js';
import { cover } from './shape.js';
import { AREA } from './wish.js';

/**
 * @param {L.Map} leaflet
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {string|null} seen the area that the view was chosen for
 */
export function showArea(leaflet, store, api, seen = store.state.area) {
  const line = newestOnly();
  /** @type {L.Layer|null} */
  let shown = null;
  /** The area that was brought into sight; that of the address is seen as the address has it. */
  let revealed = seen;

  /** @param {L.Layer|null} outline */
  function put(outline) {
    shown?.remove();
    shown = outline?.addTo(leaflet) ?? null;
  }

  /** @param {L.LatLngBounds} bounds */
  function reveal(bounds) {
    if (revealed !== store.state.area && !leaflet.getBounds().contains(bounds)) {
      leaflet.fitBounds(bounds, { padding: [30, 30], maxZoom: leaflet.getZoom() });
    }
    revealed = store.state.area;
  }

  /** @param {import('../core/area.js').Named|import('../core/area.js').Near} area */
  async function putNamed(area) {
    try {
      const outline = await line.run(async (signal) => {
        const { namedShapes } = await import('../query/named-shapes.js');
        return namedShapes(area, store, api, signal, 'sketch-area is-named');
      });
      if (outline) {
        put(outline);
        reveal(outline.getBounds());
      }
    } catch (error) {
      // What is not there, or not for whoever is signed in, has no outline; the figures say so.
      if (!isAbort(error)) {
        put(null);
      }
    }
  }

  store.watch((s) => [s.area, s.tool, s.revision, s.known], () => {
    const area = readArea(store.state.area);
    line.cancel();
    if (isNamed(area)) {
      void putNamed(area);
    } else {
      put(area && store.state.tool !== AREA
        ? L.polygon(cover(area).map((ring) => ring.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]))),
          { interactive: false, fillRule: 'nonzero', smoothFactor: 0, className: `sketch-area is-resting${area.kind === 'corridor' ? ' is-corridor' : ''}` })
        : null);
    }
  }, { now: true });
}
