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

/** @param {L.Map} leaflet @param {(cluster: number) => void} onSelect */
export function createHulls(leaflet, onSelect) {
  const group = L.layerGroup();
  /** @type {Map<number, {area: L.GeoJSON, label: L.Marker}>} */
  const drawn = new Map();

  return {
    /** @param {Hull[]} hulls */
    show(hulls) {
      group.clearLayers();
      drawn.clear();
      for (const hull of hulls) {
        const { cluster, count, centre } = hull.properties;
        const area = L.geoJSON(hull, { style: { className: 'hull' }, interactive: true }).on('click', (e) => { L.DomEvent.stopPropagation(e); onSelect(cluster); });
        const label = L.marker([centre[1], centre[0]], { icon: L.divIcon({ className: 'hull-label', html: badge(count), iconSize: [0, 0] }), keyboard: false }).on('click', () => onSelect(cluster));
        drawn.set(cluster, { area, label });
        area.addTo(group);
        label.addTo(group);
      }
      group.addTo(leaflet);
    },
    /** @param {number|null} cluster */
    select(cluster) {
      for (const [number, { area, label }] of drawn) {
        area.eachLayer((part) => /** @type {L.Path} */ (part).getElement()?.classList.toggle('is-selected', number === cluster));
        label.getElement()?.classList.toggle('is-selected', number === cluster);
      }
      const chosen = cluster === null ? undefined : drawn.get(cluster);
      if (chosen && !leaflet.getBounds().contains(chosen.area.getBounds())) {
        leaflet.fitBounds(chosen.area.getBounds(), { padding: [60, 60], maxZoom: Math.max(leaflet.getZoom(), 9) });
      }
    },
    clear() {
      group.clearLayers();
      group.remove();
      drawn.clear();
    },
  };
}

/** @param {number} count */
function badge(count) {
  const node = document.createElement('span');
  node.textContent = format.count(count);
  return node;
}
