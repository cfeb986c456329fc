// The lines of the MGRS grid in a view: borders of zones, squares of 100 km, and finer ones by zoom. Lines of two zones
// do not meet: each is drawn within its own, to the border, as on a printed map.
// @ts-check
import { cellsIn, squareOf } from '../core/mgrs.js';
import { fromUtm, toUtm } from '../core/utm.js';
import { EARTH_RADIUS_M, latitudeOf, worldX, worldY } from '../map/projection.js';
/** @typedef {import('../core/mgrs.js').Cell} Cell */

/** @typedef {{box: [number, number, number, number], scale: number}} View world west, north, east, south, and pixels per world */
/** @typedef {{cell: Cell, box: [number, number, number, number]}} Zone box: world fractions, of its part in the view */
/** @typedef {{axis: 'easting'|'northing', value: number, points: Float64Array, zone: Zone}} Line value in metres; points: world x, y in turn */
/** @typedef {{name: string, zone: Zone, corners: [number, number][]}} Square corners: world x, y from the south-west one on */

const FINENESS = [1_000, 10_000, 100_000];
const SQUARE = 100_000;
/** Lines that are nearer to each other hide the map. */
const LEAST_PX = 52;
const PIECES = 14;

/** Metres between lines, null where only zones can be told apart. @param {View} view */
export function stepOf({ box, scale }) {
  const lat = latitudeOf(Math.min(1, Math.max(0, (box[1] + box[3]) / 2)));
  const metresPerPixel = (Math.cos((lat * Math.PI) / 180) * 2 * Math.PI * EARTH_RADIUS_M) / scale;
  return FINENESS.find((step) => step / metresPerPixel >= LEAST_PX) ?? null;
}

/** @param {View} view @returns {Zone[]} */
export function zonesOf({ box: [west, north, east, south] }) {
  const degrees = /** @type {[number, number, number, number]} */ ([west * 360 - 180, latitudeOf(south), east * 360 - 180, latitudeOf(north)]);
  return cellsIn(degrees).map((cell) => ({
    cell,
    box: [Math.max(west, worldX(cell.west)), Math.max(north, worldY(cell.north)), Math.min(east, worldX(cell.east)), Math.min(south, worldY(cell.south))],
  }));
}

/** The eastings and northings that a part of a zone spans. @param {Zone} zone */
function reach({ cell, box: [west, north, east, south] }) {
  const span = { east: [Infinity, -Infinity], north: [Infinity, -Infinity] };
  for (let i = 0; i <= 8; i++) {
    for (let j = 0; j <= 8; j++) {
      const lon = (west + ((east - west) * i) / 8) * 360 - 180;
      const { easting, northing } = projected(lon, latitudeOf(north + ((south - north) * j) / 8), cell);
      span.east = [Math.min(span.east[0], easting), Math.max(span.east[1], easting)];
      span.north = [Math.min(span.north[0], northing), Math.max(span.north[1], northing)];
    }
  }
  return span;
}

/** The equator ends the southern bands at 10 000 km, not at nought. @param {number} lon @param {number} lat @param {Cell} cell */
function projected(lon, lat, cell) {
  const at = toUtm(lon, lat, cell.zone);
  return cell.north <= 0 && lat >= 0 ? { ...at, northing: at.northing + 10_000_000 } : at;
}

/** @param {number} easting @param {number} northing @param {Cell} cell @returns {[number, number]} world x, y on the cell's turn of the world */
function onWorld(easting, northing, cell) {
  const [lon, lat] = fromUtm(easting, northing, cell.zone, cell.north <= 0);
  const middle = (cell.west + cell.east) / 2;
  return [worldX(lon + Math.round((middle - lon) / 360) * 360), worldY(lat)];
}

/**
 * @param {Zone} zone
 * @param {number} step metres
 * @returns {Line[]} they may run beyond the zone: what draws them cuts them off
 */
export function linesOf(zone, step) {
  const span = reach(zone);
  const lines = /** @type {Line[]} */ ([]);
  for (const axis of /** @type {const} */ (['easting', 'northing'])) {
    const [first, last] = axis === 'easting' ? span.east : span.north;
    const [from, to] = axis === 'easting' ? span.north : span.east;
    for (let value = Math.ceil(first / step) * step; value <= last; value += step) {
      const points = new Float64Array(2 * PIECES + 2);
      for (let i = 0; i <= PIECES; i++) {
        const other = from + ((to - from) * i) / PIECES;
        points.set(axis === 'easting' ? onWorld(value, other, zone.cell) : onWorld(other, value, zone.cell), 2 * i);
      }
      lines.push({ axis, value, points, zone });
    }
  }
  return lines;
}

/** The squares of 100 km of a part of a zone. @param {Zone} zone @returns {Square[]} */
export function squaresOf(zone) {
  const span = reach(zone);
  const squares = [];
  for (let e = Math.floor(span.east[0] / SQUARE) * SQUARE; e < span.east[1]; e += SQUARE) {
    for (let n = Math.floor(span.north[0] / SQUARE) * SQUARE; n < span.north[1]; n += SQUARE) {
      squares.push({ name: squareOf(zone.cell.zone, e + 1, n + 1), zone, corners: [[e, n], [e + SQUARE, n], [e + SQUARE, n + SQUARE], [e, n + SQUARE]].map(([x, y]) => onWorld(x, y, zone.cell)) });
    }
  }
  return squares;
}

/** The figures that are written at a line: its kilometres within the 100 km square, and of those squares themselves all. @param {Line} line @param {number} step */
export function figure({ value }, step) {
  if (step === SQUARE) {
    return String(Math.round(value / 1000));
  }
  const km = Math.round(value / 1000) % 100;
  return step === 10_000 ? String(km / 10) : String(km).padStart(2, '0');
}

/** @param {{value: number}} line */
export const isMajor = ({ value }) => value % SQUARE === 0;

/**
 * Where a line crosses a parallel to an axis of the world, if it does within its zone.
 *
 * @param {Line} line
 * @param {'x'|'y'} along which coordinate is given
 * @param {number} at world fraction
 * @returns {number|null} the other coordinate
 */
export function crossing({ points, zone: { box } }, along, at) {
  const [one, other] = along === 'x' ? [0, 1] : [1, 0];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const a = points[i + one];
    const b = points[i + 2 + one];
    if ((a <= at && at <= b) || (b <= at && at <= a)) {
      const t = a === b ? 0 : (at - a) / (b - a);
      const found = points[i + other] + t * (points[i + 2 + other] - points[i + other]);
      return found >= box[other] && found <= box[other + 2] ? found : null;
    }
  }
  return null;
}
