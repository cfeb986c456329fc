// The nearest town and the nearest of the mission's own sites, of those that the caller may see.
// @ts-check
import { bboxText, normalised } from '../core/query.js';
import { bearing, distanceMetres } from '../tools/ring.js';
import { boxOf } from './box.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{name: string, metres: number, bearing: number}} Near bearing from it to the position, radians clockwise from north */

/** Searched in turn: most places have something near. */
export const REACHES_KM = [30, 150];

/** Layers whose features are places one refers to: towns of the ground, bases and facilities. @param {Layer[]} catalog */
const layersOf = (catalog) => {
  const points = catalog.filter((layer) => layer.geometry === 'point' && layer.titleProperty);
  return [points.filter((layer) => layer.time === 'none'), points.filter((layer) => layer.time === 'state')];
};

/**
 * @param {{lon: number, lat: number}} at
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api}} page
 * @param {AbortSignal} signal
 * @returns {Promise<Near[]>} at most a town and a site
 */
export async function nearest(at, { store, api }, signal) {
  const found = await Promise.all(layersOf(store.state.catalog).map(async (layers) => {
    for (const km of REACHES_KM) {
      const bbox = bboxText(normalised(boxOf({ type: 'Point', coordinates: [at.lon, at.lat] }, km * 1000)));
      const answers = await Promise.all(layers.map((layer) => api.json(`/collections/${encodeURIComponent(layer.name)}/items?bbox=${bbox}&limit=500${store.state.known ? `&as-known-at=${store.state.known}` : ''}`, { signal, headers: { accept: 'application/geo+json' } })));
      const near = answers.flatMap((answer, i) => answer.features.flatMap((/** @type {GeoJSON.Feature} */ f) => nearOf(at, f, layers[i])))
        .sort((a, b) => a.metres - b.metres)[0];
      if (near) {
        return [near];
      }
    }
    return [];
  }));
  return found.flat();
}

/** @param {{lon: number, lat: number}} at @param {GeoJSON.Feature} f @param {Layer} layer @returns {Near[]} */
function nearOf({ lon, lat }, f, layer) {
  const name = f.properties?.[/** @type {string} */ (layer.titleProperty)];
  if (!name || f.geometry?.type !== 'Point') {
    return [];
  }
  const there = /** @type {[number, number]} */ (f.geometry.coordinates);
  return [{ name: String(name), metres: distanceMetres(there, [lon, lat]), bearing: bearing(there, [lon, lat]) }];
}
