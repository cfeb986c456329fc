// Asks the server what is in a small box of the map: what is drawn from tiles has neither name nor id.
// @ts-check
import { newestOnly } from '../core/api.js';
import { currentQuery } from '../core/query.js';
import { readPicture } from './pictures.js';
import { latitudeOf } from './projection.js';
import { linesWithin } from './shape-tile.js';
/** @typedef {import('./hit-list.js').Hit} Hit */
/** @typedef {import('../core/types.js').Layer} Layer */

/** Zoom of the request, which only decides how large the cells are when there are thousands in the box. */
const ZOOM = 20;

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 */
export function createCellContents(store, api) {
  const line = newestOnly();

  return {
    /**
     * What is there in the period, by the conditions that hold; undefined when something else was asked since.
     *
     * @param {Layer[]} layers
     * @param {[number, number, number, number]} box world west, north, east, south
     * @returns {Promise<{hits: Hit[], count: number}|undefined>} count: exact, hits: fewer when there are thousands
     */
    ask: (layers, box) => line.run(async (signal) => {
      const pictures = await Promise.all(layers.map(async (layer) => {
        const { layer: name, ...conditions } = currentQuery(store.state, layer.name);
        return readPicture(layer, await api.picture(name, { ...conditions, bbox: bboxOf(box), zoom: ZOOM, titles: true }, signal));
      }));
      const hits = pictures.flatMap(({ layer, points, shapes }) => [...points.ids.map((_, i) => hitOf(layer, points, i)), ...shapes.map((shape) => shapeHitOf(layer, shape))]);
      // The graver first, then the newer.
      const severities = new Map(pictures.flatMap(({ points }) => points.ids.map((id, i) => [id, points.severity[i]])));
      hits.sort((a, b) => (severities.get(b.id) ?? 0) - (severities.get(a.id) ?? 0) || (b.start ?? 0) - (a.start ?? 0));
      return { hits, count: pictures.reduce((sum, { count }) => sum + count, 0) };
    }),
    cancel: line.cancel,
  };
}

/** @param {Layer} layer @param {import('./pictures.js').Points} points @param {number} i @returns {Hit} */
export function hitOf(layer, points, i) {
  return {
    layer, id: points.ids[i], title: points.titles[i], code: points.codes[i], start: points.start[i], radius: points.radius[i],
    geometry: { type: 'Point', coordinates: [points.x[i] * 360 - 180, latitudeOf(points.y[i])] },
  };
}

/** @param {Layer} layer @param {import('./pictures.js').Shape} shape @returns {Hit} */
export function shapeHitOf(layer, shape) {
  const lines = shape.paths.flatMap(linesWithin).map((line) => line.map(([x, y]) => [x * 360 - 180, latitudeOf(y)]));
  return { layer, id: shape.id, title: shape.title, code: shape.group, start: shape.start, radius: 0, geometry: { type: 'MultiLineString', coordinates: lines } };
}

/** @param {[number, number, number, number]} box @returns {string} west, south, east, north in degrees; what lies beyond the edge of the world is left out */
function bboxOf([west, north, east, south]) {
  const world = Math.floor((west + east) / 2);
  const lon = (/** @type {number} */ x) => Math.max(-180, Math.min(180, (x - world) * 360 - 180));
  return [lon(west), latitudeOf(south), lon(east), latitudeOf(north)].map((n) => Number(n.toFixed(7))).join(',');
}
