// Web Mercator as fractions of the world square: x and y from 0 to 1, y down.
// @ts-check

const MAX_LATITUDE = 85.0511287798;
export const EARTH_RADIUS_M = 6_378_137;

/** @param {number} lon degrees */
export const worldX = (lon) => (lon + 180) / 360;

/** @param {number} lat degrees; beyond the square it stays at its edge */
export function worldY(lat) {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} y */
export const latitudeOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Pixels that a length on the ground takes at a latitude and zoom. @param {number} metres @param {number} lat @param {number} zoom */
export function pixelsOf(metres, lat, zoom) {
  const metresPerPixel = (Math.cos((lat * Math.PI) / 180) * 2 * Math.PI * EARTH_RADIUS_M) / (256 * 2 ** zoom);
  return metres / metresPerPixel;
}

/**
 * @typedef {object} Path
 * @property {Float64Array} points world x, y in turn
 * @property {boolean} closed
 * @property {[number, number, number, number]} box world west, north, east, south
 * @property {[number, number, number, number]} [within] the tile that this is a part of the feature in; it reaches a little beyond
 */

/** @param {number[][]} positions lon, lat @param {boolean} closed @returns {Path} */
export function toPath(positions, closed) {
  const points = new Float64Array(positions.length * 2);
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let before = NaN;
  positions.forEach(([lon, lat], i) => {
    let x = worldX(lon);
    const y = worldY(lat);
    // A ring that was cut in two at 180° goes on beyond it, or its edge would run round the world.
    // The pole is the exception: there an outline does run along the edge of the map.
    if (Math.abs(x - before) > 0.5 && lat > -85) {
      x += x < before ? 1 : -1;
    }
    before = x;
    points[2 * i] = x;
    points[2 * i + 1] = y;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  });
  return { points, closed, box };
}

/** The lines and rings of any geometry; points give none. @param {GeoJSON.Geometry|null|undefined} geometry @returns {Path[]} */
export function toPaths(geometry) {
  switch (geometry?.type) {
    case 'LineString':
      return [toPath(geometry.coordinates, false)];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => toPath(line, false));
    case 'Polygon':
      return geometry.coordinates.map((ring) => toPath(ring, true));
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((ring) => toPath(ring, true));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(toPaths);
    default:
      return [];
  }
}

/** @param {[number, number, number, number]} a @param {[number, number, number, number]} b */
export const overlaps = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
