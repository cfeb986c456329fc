// The areas of clusters on the map, each with its count.
// @ts-check
import * as L from '../lib/leaflet.js';
import * as format from '../core/format.js';
/** @typedef {GeoJSON.Feature<GeoJSON.Polygon|GeoJSON.MultiPolygon, ClusterProperties>} Hull */
/**
 * @typedef {object} ClusterProperties
 * @property {number} cluster rank, 1 for the largest
 * @property {number} count
 * @property {number} share of the events that were used
 * @property {number} places distinct coordinates
 * @property {number} areaKm2
 * @property {[number, number]} centre longitude and latitude
 * @property {string} [first]
 * @property {string} [last]
 * @property {Record<string, number>} groups
 * @property {Record<string, number>} sums
 * @property {number} [widenedByM]
 * @property {string} classification
 */

/** Above the events, so that an outline is not lost among the marks it is made of. */
const PANE = 'hulls';
const PANE_HEIGHT = '425';
const CLOSE = 10;
const SMALLEST = 90;
/** More numbers than this hide the map; the areas all stay. */
const MOST_LABELS = 30;

/** @param {L.Map} leaflet @param {(cluster: number) => void} onSelect */
export function createHulls(leaflet, onSelect) {
  const group = L.layerGroup();
  const pane = leaflet.getPane(PANE) ?? leaflet.createPane(PANE);
  pane.style.zIndex = PANE_HEIGHT;
  /** @type {Map<number, {area: L.GeoJSON, label: L.Marker|null}>} */
  const drawn = new Map();

  return {
    /** @param {Hull[]} hulls */
    show(hulls) {
      group.clearLayers();
      drawn.clear();
      group.addTo(leaflet);
      const most = Math.max(1, ...hulls.map((hull) => hull.properties.count));
      for (const hull of hulls) {
        const { cluster, count, centre } = hull.properties;
        const area = L.geoJSON(hull, { style: { className: 'hull' }, pane: PANE, interactive: true }).on('click', (e) => { L.DomEvent.stopPropagation(e); onSelect(cluster); });
        const label = drawn.size < MOST_LABELS ? labelOf(area, count, centre).on('click', () => onSelect(cluster)) : null;
        drawn.set(cluster, { area, label });
        area.addTo(group);
        label?.addTo(group);
        // By the root, as the eye judges areas: half the events look half as full.
        area.eachLayer((part) => /** @type {HTMLElement|undefined} */ (/** @type {L.Path} */ (part).getElement())?.style.setProperty('--full', String(Math.sqrt(count / most))));
      }
    },
    /** @param {number|null} cluster */
    select(cluster) {
      for (const [number, { area, label }] of drawn) {
        area.eachLayer((part) => /** @type {L.Path} */ (part).getElement()?.classList.toggle('is-selected', number === cluster));
        label?.getElement()?.classList.toggle('is-selected', number === cluster);
      }
      const chosen = cluster === null ? undefined : drawn.get(cluster);
      if (chosen && !isWellSeen(leaflet, chosen.area.getBounds())) {
        leaflet.fitBounds(chosen.area.getBounds(), { padding: [60, 60], maxZoom: CLOSE });
      }
    },
    clear() {
      group.clearLayers();
      group.remove();
      drawn.clear();
    },
  };
}

/** @param {L.GeoJSON} area @param {number} count @param {[number, number]} centre */
function labelOf(area, count, centre) {
  return L.marker([area.getBounds().getNorth(), centre[0]], { icon: L.divIcon({ className: 'hull-label', html: badge(count), iconSize: [0, 0] }), keyboard: false });
}

/** Inside the window and large enough to make out its shape. @param {L.Map} leaflet @param {L.LatLngBounds} bounds */
function isWellSeen(leaflet, bounds) {
  const size = leaflet.latLngToContainerPoint(bounds.getSouthEast()).subtract(leaflet.latLngToContainerPoint(bounds.getNorthWest()));
  return leaflet.getBounds().contains(bounds) && (Math.max(size.x, size.y) > SMALLEST || leaflet.getZoom() >= CLOSE);
}

/** @param {number} count */
function badge(count) {
  const node = document.createElement('span');
  node.textContent = format.count(count);
  return node;
}
