// What can be drawn (a polygon, a circle, a corridor): how it looks, how large it is, and the points
// by which it is changed. Pure.
// @ts-check
import { words } from '../words/words.js';
import * as format from '../core/format.js';
import { cornerCount, holeCount, inserted as insertedIn, moved as movedIn, removed as removedFrom, ringsOf, turned } from './outline/parts.js';
import { wrongs } from './outline/validity.js';
import { bearing, circle, destination, distanceMetres, inserted, moved } from './ring.js';
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('./outline/parts.js').Spot} Spot */
/** A point that changes the shape; corners of a polygon say which they are, so that they can be named by their place and typed. @template [S=Shape] @typedef {{at: Position, title: string, move: (to: Position) => S, remove: () => S, add?: () => S, spot?: Spot}} Handle */
/** @template [S=Shape] @typedef {{at: Position, insert: (at: Position) => S}} Midpoint */

/** The server's limits in metres. */
export const RADIUS = { least: 10, most: 1_000_000 };
export const HALF_WIDTH = { least: 10, most: 100_000 };
const EAST = Math.PI / 2;
const say = words.tools;

/** @param {number} metres @param {{least: number, most: number}} limits */
export const within = (metres, { least, most }) => Math.min(most, Math.max(least, metres));

/** The parts of what has an outline. @param {import('../core/area.js').Polygon|import('../core/area.js').Circle} shape @returns {Position[][][]} */
export const outline = (shape) => (shape.kind === 'circle' ? [[circle(shape.centre, shape.radius)]] : shape.parts);

/**
 * Rings that together cover the shape: those of a corridor all in one direction, so that a non-zero fill shows their union, holes of a polygon in
 * the other. Circles and corridors are of a sphere and within 0.6 % of what the server counts in.
 *
 * @param {Shape} shape
 * @returns {Position[][]}
 */
export function cover(shape) {
  if (shape.kind !== 'corridor') {
    return outline(shape).flatMap((part) => part.map((ring, i) => turned(ring, i === 0)));
  }
  const { line, halfWidth } = shape;
  return [...line.map((at) => circle(at, halfWidth)), ...line.slice(1).map((to, i) => band(line[i], to, halfWidth))];
}

/** @param {Position} from @param {Position} to @param {number} metres @returns {Position[]} in the direction of {@link circle} */
function band(from, to, metres) {
  const start = bearing(from, to);
  const end = bearing(to, from) + Math.PI;
  return [destination(from, start - EAST, metres), destination(to, end - EAST, metres), destination(to, end + EAST, metres), destination(from, start + EAST, metres)];
}

/** Whether it is none that can be asked about. @param {Shape} shape */
export const isWrong = (shape) => shape.kind === 'polygon' && wrongs(shape.parts).length > 0;

/** @param {Shape} shape @returns {string} */
export function sizeOf(shape) {
  switch (shape.kind) {
    case 'circle': return say.radius(format.distance(shape.radius));
    case 'corridor': return say.corridor(format.distance(lengthMetres(shape.line)), format.distance(shape.halfWidth));
    default: return [say.corners(cornerCount(shape.parts)), shape.parts.length > 1 ? words.drawing.parts(shape.parts.length) : '', holeCount(shape.parts) > 0 ? words.drawing.holes(holeCount(shape.parts)) : '']
      .filter(Boolean).join(', ');
  }
}

/** @param {Position[]} line */
const lengthMetres = (line) => line.slice(1).reduce((sum, to, i) => sum + distanceMetres(line[i], to), 0);

/** @param {Shape} shape @returns {Handle[]} */
export function handlesOf(shape) {
  if (shape.kind === 'polygon') {
    const { parts } = shape;
    return ringsOf(parts).flatMap(({ ring, part, index }) => ring.map((at, corner) => {
      const spot = { part, ring: index, corner };
      const add = () => ({ ...shape, parts: insertedIn(parts, { ...spot, corner: corner + 1 }, between(at, ring[(corner + 1) % ring.length])) });
      return { at, spot, add, title: say.corner(corner + 1), move: (/** @type {Position} */ to) => ({ ...shape, parts: movedIn(parts, spot, to) }), remove: () => ({ ...shape, parts: removedFrom(parts, spot) }) };
    }));
  }
  if (shape.kind === 'circle') {
    const { centre, radius } = shape;
    return [
      { at: centre, title: say.centre, move: (to) => ({ ...shape, centre: to }), remove: () => shape },
      { at: destination(centre, EAST, radius), title: say.rim, move: (to) => ({ ...shape, radius: within(distanceMetres(centre, to), RADIUS) }), remove: () => shape },
    ];
  }
  const { line, halfWidth } = shape;
  const middle = between(line[0], line[1]);
  return [
    ...line.map((at, i) => ({
      at, title: say.position(i + 1), move: (/** @type {Position} */ to) => ({ ...shape, line: moved(line, i, to) }),
      remove: () => (line.length > 2 ? { ...shape, line: line.filter((_, k) => k !== i) } : shape),
    })),
    { at: destination(middle, bearing(line[0], line[1]) + EAST, halfWidth), title: say.width, move: (to) => ({ ...shape, halfWidth: within(distanceMetres(middle, to), HALF_WIDTH) }), remove: () => shape },
  ];
}

/** @param {Shape} shape @returns {Midpoint[]} where a corner can be added */
export function midpointsOf(shape) {
  if (shape.kind === 'circle') {
    return [];
  }
  if (shape.kind === 'corridor') {
    return middles(shape.line).map((at, i) => ({ at, insert: (to) => ({ ...shape, line: inserted(shape.line, i + 1, to) }) }));
  }
  return ringsOf(shape.parts).flatMap(({ ring, part, index }) => middles([...ring, ring[0]]).map((at, i) => ({
    at, insert: (/** @type {Position} */ to) => ({ ...shape, parts: insertedIn(shape.parts, { part, ring: index, corner: i + 1 }, to) }),
  })));
}

/** @param {Position[]} corners @returns {Position[]} the middle of each side */
export const middles = (corners) => corners.slice(1).map((to, i) => between(corners[i], to));

/** @param {Position} a @param {Position} b @returns {Position} */
const between = ([lon1, lat1], [lon2, lat2]) => [(lon1 + lon2) / 2, (lat1 + lat2) / 2];

/** A round number of metres near one: 1, 2 or 5 and zeros. @param {number} metres */
export function round(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return (metres / power < 1.5 ? 1 : metres / power < 3.5 ? 2 : metres / power < 7.5 ? 5 : 10) * power;
}
