// An area as its parts: each part is its outer ring, followed by its holes. Pure.
// @ts-check
import { signedArea } from '../ring.js';
/** @typedef {import('../../core/area.js').Position} Position */
/** @typedef {import('../ring.js').Ring} Ring */
/** @typedef {Ring[]} Part the outer ring, then the holes */
/** @typedef {Part[]} Parts */
/** Which corner: of which part, in which of its rings (0 is the outer one), from 0. @typedef {{part: number, ring: number, corner: number}} Spot */
/** @typedef {{west: number, south: number, east: number, north: number}} Box */

const DIGITS = 6;
const FEWEST = 3;

/** A tenth of a metre. @param {Position} position @returns {Position} */
export const rounded = ([lon, lat]) => [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];

/** @param {Parts} parts @param {(ring: Ring, part: number, index: number) => Ring|null} change null takes the ring away, with its holes when it is an outer one @returns {Parts} */
export const mapRings = (parts, change) => parts
  .map((part, p) => {
    const [outer, ...holes] = part.map((ring, r) => change(ring, p, r));
    return outer ? [outer, ...holes.filter((hole) => hole !== null)] : [];
  })
  .filter((part) => part.length > 0);

/** @param {Parts} parts @param {Spot} at @param {(ring: Ring) => Ring|null} change @returns {Parts} */
const changed = (parts, at, change) => mapRings(parts, (ring, p, r) => (p === at.part && r === at.ring ? change(ring) : ring));

/** @param {Parts} parts @param {Spot} at @param {Position} to @returns {Parts} */
export const moved = (parts, at, to) => changed(parts, at, (ring) => ring.map((corner, i) => (i === at.corner ? rounded(to) : corner)));

/** The new corner gets the place of the one at the spot. @param {Parts} parts @param {Spot} at @param {Position} position @returns {Parts} */
export const inserted = (parts, at, position) => changed(parts, at, (ring) => [...ring.slice(0, at.corner), rounded(position), ...ring.slice(at.corner)]);

/** A ring keeps three corners. @param {Parts} parts @param {Spot} at @returns {Parts} */
export const removed = (parts, at) => changed(parts, at, (ring) => (ring.length <= FEWEST ? ring : ring.filter((_, i) => i !== at.corner)));

/** Takes away a hole, or a part with its holes. @param {Parts} parts @param {Spot} at @returns {Parts} */
export const withoutRing = (parts, at) => changed(parts, at, () => null);

/** @param {Parts} parts @returns {{ring: Ring, part: number, index: number}[]} */
export const ringsOf = (parts) => parts.flatMap((part, p) => part.map((ring, index) => ({ ring, part: p, index })));

/** @param {Parts} parts */
export const cornerCount = (parts) => ringsOf(parts).reduce((sum, { ring }) => sum + ring.length, 0);

/** @param {Parts} parts */
export const holeCount = (parts) => parts.reduce((sum, part) => sum + part.length - 1, 0);

/** @param {Position[]} positions @returns {Box} */
export function boxOf(positions) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of positions) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** @param {Parts} parts */
export const boxOfParts = (parts) => boxOf(parts.flatMap((part) => part[0]));

/** Whether a position lies inside a ring; on its border either answer may come. @param {Position} at @param {Ring} ring */
export function insideRing([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside;
    }
  }
  return inside;
}

/** @param {Position} at @param {Part} part */
export const insidePart = (at, part) => insideRing(at, part[0]) && !part.slice(1).some((hole) => insideRing(at, hole));

/** @param {Position} at @param {Parts} parts */
export const inside = (at, parts) => parts.some((part) => insidePart(at, part));

/** Square degrees, without the holes: to compare shapes that lie beside each other, not to be shown. @param {Parts} parts */
export const flatArea = (parts) => parts.reduce((sum, [outer, ...holes]) => sum + Math.abs(signedArea(outer)) / 2 - holes.reduce((all, hole) => all + Math.abs(signedArea(hole)) / 2, 0), 0);

/**
 * Sides of an area are straight in longitude and latitude (RFC 7946, 3.1.1), as the server counts inside them; with a corner at
 * least every so many degrees they are so for geodesics too.
 *
 * @param {Parts} parts
 * @param {number} degrees
 * @returns {Parts}
 */
export const densified = (parts, degrees) => mapRings(parts, (ring) => ring.flatMap((a, i) => {
  const b = ring[(i + 1) % ring.length];
  const pieces = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / degrees));
  return Array.from({ length: pieces }, (_, k) => /** @type {Position} */ ([a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces]));
}));

/** @param {Ring} ring @param {boolean} left counter-clockwise @returns {Ring} */
export const turned = (ring, left) => (signedArea(ring) > 0 === left ? ring : [...ring].reverse());

/** Outer rings counter-clockwise, holes clockwise, closed, as RFC 7946 asks. @param {Parts} parts @returns {GeoJSON.Polygon|GeoJSON.MultiPolygon} */
export function toGeometry(parts) {
  const closed = parts.map((part) => part.map((ring, i) => {
    const run = turned(ring, i === 0);
    return [...run, run[0]];
  }));
  return closed.length === 1 ? { type: 'Polygon', coordinates: closed[0] } : { type: 'MultiPolygon', coordinates: closed };
}

/** @param {GeoJSON.Geometry|null} geometry @returns {Parts|null} null for what is no area */
export function fromGeometry(geometry) {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : null;
  return polygons && polygons.length > 0
    ? polygons.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(([lon, lat]) => /** @type {Position} */ ([lon, lat])))) : null;
}
