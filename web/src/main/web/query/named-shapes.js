// What is named in an area, drawn, and its title told to the page. It is read with the rights of whoever looks.
// @ts-check
import { literal } from '../core/filter.js';
import * as L from '../lib/leaflet.js';
import { cover } from '../tools/shape.js';
/** @typedef {import('../core/area.js').Named|import('../core/area.js').Near} Area */
/** @typedef {import('../core/area.js').Position} Position */

const MOST = 200;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * @param {Area} area @param {import('../core/store.js').Store} store @param {import('../core/api.js').Api} api @param {AbortSignal} signal
 * @param {string} className of what is drawn
 * @returns {Promise<L.FeatureGroup|null>} null for what is not there, or not for whoever is signed in
 */
export async function namedShapes(area, store, api, signal, className) {
  const features = await featuresOf(area, store, api, signal);
  if (features.length === 0) {
    return null;
  }
  const title = store.state.catalog.find((layer) => layer.name === area.layer)?.titleProperty;
  const name = area.kind === 'feature' ? area.id : area.name;
  const named = title && features[0].properties[title];
  if (named) {
    store.dispatch({ type: 'names/found', name: `${area.layer}/${name}`, title: String(named) });
  }
  const metres = area.kind === 'near' ? area.metres : 0;
  return L.featureGroup(features.filter(({ geometry }) => geometry).flatMap(({ geometry }) => [
    ...(metres === 0 || /Polygon$/.test(geometry.type) ? [L.geoJSON(geometry, { interactive: false, style: { className } })] : []),
    ...(metres === 0 ? [] : linesOf(geometry).map((line) => band(line, metres, className))),
  ]));
}

/** @param {Area} area @param {import('../core/store.js').Store} store @param {import('../core/api.js').Api} api @param {AbortSignal} signal @returns {Promise<any[]>} GeoJSON */
async function featuresOf(area, store, api, signal) {
  const { known, catalog } = store.state;
  const id = area.kind === 'feature' ? area.id : area.name;
  if (ID.test(id)) {
    const feature = await api.item(area.layer, id, signal, known);
    return feature ? [feature] : [];
  }
  const title = catalog.find((layer) => layer.name === area.layer)?.titleProperty;
  return title ? (await api.items(area.layer, { filter: `${title} = ${literal(id)}`, limit: MOST, 'as-known-at': known }, signal)).features : [];
}

/** Where it is, as lines; a point is one of a single position. @param {any} geometry @returns {Position[][]} */
function linesOf({ type, coordinates }) {
  switch (type) {
    case 'Point': return [[coordinates]];
    case 'LineString': return [coordinates];
    case 'MultiPolygon': return coordinates.flat();
    case 'MultiPoint': return coordinates.map((/** @type {Position} */ at) => [at]);
    default: return coordinates;
  }
}

/** @param {Position[]} line @param {number} metres to each side @param {string} className */
const band = (line, metres, className) => L.polygon(cover({ kind: 'corridor', line, halfWidth: metres }).map((ring) => ring.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]))),
  { interactive: false, fillRule: 'nonzero', smoothFactor: 0, className: `${className} is-corridor` });
