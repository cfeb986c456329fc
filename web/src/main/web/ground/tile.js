// A vector tile of a basemap, read once into what is painted of it: lines and rings by kind in units of the tile, and names with
// their places in the world. Pure.
// @ts-check
import { kindOf } from './kind.js';
import { nameOf } from './name.js';
/** @typedef {import('../map/event-grid.js').Coords} Coords */
/** @typedef {import('../map/shape-tile.js').TileFeature} TileFeature */
/** @typedef {{name: string, extent: number, features: TileFeature[]}} TileLayer */
/** @typedef {{kind: string, rank: number, text: string, x: number, y: number, size: number, line: Float64Array|null}} GroundName x, y and line: world fractions; size: of an area, in worlds */
/** @typedef {{extent: number, areas: Map<string, Float32Array[]>, lines: Map<string, Float32Array[]>, names: GroundName[]}} GroundTile rings and lines as x, y in turn */

const GEOMETRIES = /** @type {const} */ ({ 1: 'point', 2: 'line', 3: 'area' });
/** All layers of a tile are drawn in one unit. */
const EXTENT = 4096;
/** Kinds of areas that have an edge. */
const EDGED = ['area', 'outline'];
const NAMED_LINES = ['road', 'river'];
const NAMED_AREAS = ['water', 'area', 'outline'];

/**
 * @param {TileLayer[]} layers
 * @param {Coords} coords
 * @param {string} language of the names
 * @returns {GroundTile}
 */
export function readGroundTile(layers, { z, x, y }, language) {
  /** @type {GroundTile} */
  const tile = { extent: EXTENT, areas: new Map(), lines: new Map(), names: [] };
  const toWorld = (/** @type {number} */ at, /** @type {number} */ value) => (at + value / EXTENT) / 2 ** z;
  for (const layer of layers) {
    for (const feature of layer.features) {
      const geometry = GEOMETRIES[/** @type {1|2|3} */ (feature.type)];
      const kind = geometry && kindOf(layer.name, geometry, feature.properties);
      if (!kind) {
        continue;
      }
      const parts = feature.loadGeometry().map((part) => flat(part, EXTENT / layer.extent));
      const text = nameOf(feature.properties, language, kind.kind === 'road');
      const named = (/** @type {number} */ cx, /** @type {number} */ cy, size = 0, /** @type {Float64Array|null} */ line = null) =>
        text !== '' && tile.names.push({ kind: geometry === 'area' ? 'water-name' : kind.kind, rank: kind.rank, text, x: toWorld(x, cx), y: toWorld(y, cy), size, line });
      if (geometry === 'point') {
        parts.filter(([px, py]) => px >= 0 && px < EXTENT && py >= 0 && py < EXTENT).forEach(([px, py]) => named(px, py));
        if (text === '' && kind.kind === 'spot') {
          parts.forEach(([px, py]) => tile.names.push({ kind: 'spot', rank: 9, text: '', x: toWorld(x, px), y: toWorld(y, py), size: 0, line: null }));
        }
      } else if (geometry === 'line') {
        put(tile.lines, `${kind.kind}-${kind.rank}`, parts);
        const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), parts[0]);
        if (NAMED_LINES.includes(kind.kind) && longest) {
          const line = Float64Array.from(longest, (value, i) => toWorld(i % 2 === 0 ? x : y, value));
          named(longest[0], longest[1], 0, line);
        }
      } else {
        put(tile.areas, kind.kind, parts);
        if (EDGED.includes(kind.kind)) {
          put(tile.lines, `${kind.kind}-0`, parts.map(closed));
        }
        const [west, north, east, south] = boxOf(parts[0] ?? new Float32Array());
        // What is cut by the edge has its middle elsewhere.
        if (NAMED_AREAS.includes(kind.kind) && west > 0 && north > 0 && east < EXTENT && south < EXTENT) {
          named((west + east) / 2, (north + south) / 2, (east - west) / EXTENT / 2 ** z);
        }
      }
    }
  }
  return tile;
}

/** @param {{x: number, y: number}[]} points @param {number} factor */
function flat(points, factor) {
  const values = new Float32Array(points.length * 2);
  points.forEach((point, i) => {
    values[2 * i] = point.x * factor;
    values[2 * i + 1] = point.y * factor;
  });
  return values;
}

/** @param {Float32Array} ring */
const closed = (ring) => (ring.length < 4 || (ring[0] === ring[ring.length - 2] && ring[1] === ring[ring.length - 1]) ? ring : Float32Array.from([...ring, ring[0], ring[1]]));

/** @param {Map<string, Float32Array[]>} groups @param {string} key @param {Float32Array[]} parts */
function put(groups, key, parts) {
  const known = groups.get(key);
  if (known) {
    known.push(...parts);
  } else {
    groups.set(key, parts);
  }
}

/** @param {Float32Array} points @returns {[number, number, number, number]} */
function boxOf(points) {
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
  return box;
}
