// One vector tile of a layer, in the coordinates of the map. Pure.
// @ts-check
import { stacks } from './pictures.js';
/** @typedef {import('./projection.js').Path} Path */
/** @typedef {import('./pictures.js').Shape} Shape */
/** @typedef {[number, number, number, number]} Box world west, north, east, south */
/** @typedef {{id: string, title: string, group: string, severity: number, radius: number, start: number|null, end: number|null, x: number, y: number}} Spot a feature that is a point */
/** @typedef {{x: number, y: number, n: number}} Crowd features counted together, and where they are on average */
/** @typedef {{box: Box, shapes: Shape[], spots: Spot[], crowds: Crowd[]|null}} ShapeTile crowds: counts instead of features, when those are too many */
/** @typedef {{type: number, properties: Record<string, any>, loadGeometry: () => {x: number, y: number}[][]}} TileFeature type: 1 points, 2 lines, 3 areas */

const POINT = 1;
const AREA = 3;

/**
 * @param {import('../core/types.js').Layer} layer
 * @param {{z: number, x: number, y: number}} at column and row
 * @param {{extent: number, features: TileFeature[]}} content
 * @returns {ShapeTile}
 */
export function readShapeTile(layer, { z, x, y }, { extent, features }) {
  const n = 2 ** z;
  const toX = (/** @type {number} */ value) => (x + value / extent) / n;
  const toY = (/** @type {number} */ value) => (y + value / extent) / n;
  /** @type {ShapeTile} */
  const tile = { box: [x / n, y / n, (x + 1) / n, (y + 1) / n], shapes: [], spots: [], crowds: null };
  for (const feature of features) {
    const { properties: p, type } = feature;
    const lines = feature.loadGeometry();
    if (p.count !== undefined) {
      (tile.crowds ??= []).push({ x: toX(lines[0][0].x), y: toY(lines[0][0].y), n: Number(p.count) });
      continue;
    }
    const known = {
      id: String(p.id), title: p.title ?? '', group: (layer.symbol.property && p[layer.symbol.property]) || '', start: p.start ?? null, end: p.end ?? null,
    };
    if (type === POINT) {
      tile.spots.push({ ...known, severity: p.severity ?? 0, radius: p.radius_m ?? 0, x: toX(lines[0][0].x), y: toY(lines[0][0].y) });
    } else {
      tile.shapes.push({ ...known, isArea: type === AREA, paths: lines.map((line) => toPath(line, toX, toY, type === AREA, tile.box)) });
    }
  }
  return tile;
}

/** @param {{x: number, y: number}[]} line @param {(x: number) => number} toX @param {(y: number) => number} toY @param {boolean} closed @param {Box} within @returns {Path} */
function toPath(line, toX, toY, closed, within) {
  const points = new Float64Array(line.length * 2);
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  line.forEach((point, i) => {
    const [x, y] = [toX(point.x), toY(point.y)];
    points[2 * i] = x;
    points[2 * i + 1] = y;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  });
  return { points, closed, box, within };
}

/**
 * The lines of a path that lie in its own tile. The edges along which the tile cuts an area lie beyond, and go
 * with the rest. Segments are cut as by Liang and Barsky (ACM Transactions on Graphics 3(1), 1984).
 *
 * @param {Path} path
 * @returns {[number, number][][]} world fractions
 */
export function linesWithin({ points, closed, within }) {
  /** @type {[number, number][][]} */
  const lines = [];
  const n = points.length / 2;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const j = (i + 1) % n;
    const cut = cutSegment(points[2 * i], points[2 * i + 1], points[2 * j], points[2 * j + 1], within ?? [-Infinity, -Infinity, Infinity, Infinity]);
    if (cut) {
      const [a, b] = cut;
      const last = lines.at(-1)?.at(-1);
      if (last && last[0] === a[0] && last[1] === a[1]) {
        lines.at(-1)?.push(b);
      } else {
        lines.push([a, b]);
      }
    }
  }
  return lines;
}

/** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {Box} box @returns {[[number, number], [number, number]]|null} */
function cutSegment(x0, y0, x1, y1, [west, north, east, south]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [enter, leave] = [0, 1];
  for (const [p, q] of [[-dx, x0 - west], [dx, east - x0], [-dy, y0 - north], [dy, south - y0]]) {
    if (p === 0 && q < 0) {
      return null;
    }
    if (p < 0) {
      enter = Math.max(enter, q / p);
    } else if (p > 0) {
      leave = Math.min(leave, q / p);
    }
  }
  if (enter > leave || (dx === 0 && dy === 0)) {
    return null;
  }
  return [enter > 0 ? [x0 + enter * dx, y0 + enter * dy] : [x0, y0], leave < 1 ? [x0 + leave * dx, y0 + leave * dy] : [x1, y1]];
}

/** @param {Spot[]} spots @returns {import('./pictures.js').Points} */
export function pointsOf(spots) {
  const x = Float64Array.from(spots, (spot) => spot.x);
  const y = Float64Array.from(spots, (spot) => spot.y);
  return {
    x, y, stack: stacks(x, y), ids: spots.map(({ id }) => id), codes: spots.map(({ group }) => group), titles: spots.map(({ title }) => title),
    start: spots.map(({ start }) => start), end: spots.map(({ end }) => end), severity: spots.map(({ severity }) => severity), radius: spots.map(({ radius }) => radius),
  };
}

/** Cells along the side of a tile that has counts, in degrees of longitude as of latitude. */
const CELLS_A_TILE = 64;

/** Side of the cells that a tile counts in, degrees. @param {Box} box of the tile */
export const cellDegrees = ([west, , east]) => (360 * (east - west)) / CELLS_A_TILE;
