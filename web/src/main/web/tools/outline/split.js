// Cuts an area along a line. Pure. Borders and line are noded into one plane graph, ends of the line that
// lead nowhere fall away, and the faces of the graph inside the area are the pieces: holes and islands
// are kept because every border is walked, whatever the line does.
// @ts-check
import { signedArea } from '../ring.js';
import { flatArea, insidePart, insideRing, mapRings, rounded, turned } from './parts.js';
import { meeting } from './validity.js';
/** @typedef {import('./parts.js').Position} Position */
/** @typedef {import('./parts.js').Ring} Ring */
/** @typedef {import('./parts.js').Part} Part */
/** @typedef {import('./parts.js').Parts} Parts */
/** @typedef {{from: string, to: string, angle: number}} Half one direction of a side; what it encloses lies to its left */

/** Nodes that are closer than this, in degrees (a hundredth of a millimetre), are one. */
const GRAIN = 10;

/** @param {Position} at */
const keyOf = (at) => `${at[0].toFixed(GRAIN)},${at[1].toFixed(GRAIN)}`;

/**
 * @param {Parts} parts valid
 * @param {Position[]} line at least two positions
 * @returns {Part[]} the pieces, largest first; parts that the line does not cross are pieces as they are
 */
export const splitAlong = (parts, line) => parts
  .flatMap((part) => splitPart(part, line))
  .map((part) => mapRings([part], (ring) => cleaned(ring))[0])
  .filter((part) => part !== undefined)
  .sort((a, b) => flatArea([b]) - flatArea([a]));

/** What rounding made one corner is one corner. @param {Ring} ring @returns {Ring|null} null for what has no extent */
export function cleaned(ring) {
  const corners = ring.map(rounded).filter((corner, i, all) => String(corner) !== String(all[(i + all.length - 1) % all.length]));
  return corners.length >= 3 && signedArea(corners) !== 0 ? corners : null;
}

/** @param {Part} part @param {Position[]} line @returns {Part[]} */
function splitPart(part, line) {
  const rings = part.map((ring, i) => turned(ring, i === 0));
  /** @type {Map<string, Position>} */
  const places = new Map();
  const node = (/** @type {Position} */ at) => {
    const key = keyOf(at);
    if (!places.has(key)) {
      places.set(key, at);
    }
    return key;
  };
  const borders = rings.flatMap((ring) => ring.map((a, i) => /** @type {[Position, Position]} */ ([a, ring[(i + 1) % ring.length]])));
  const strokes = line.slice(1).map((b, i) => /** @type {[Position, Position]} */ ([line[i], b])).filter(([a, b]) => String(a) !== String(b));
  const walls = noded(borders, strokes, node);
  const wallKeys = new Set(walls.flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`]));
  const inner = noded(strokes, [...borders, ...strokes], node).filter(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b && !wallKeys.has(`${from} ${to}`) && insidePart([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], part);
  });
  const cuts = withoutDangles(unique(inner), walls);
  if (cuts.length === 0) {
    return [part];
  }
  return facesOf([...walls, ...cuts, ...cuts.map(([from, to]) => /** @type {[string, string]} */ ([to, from]))], places);
}

/** Segments cut where others meet them. @param {[Position, Position][]} segments @param {[Position, Position][]} others @param {(at: Position) => string} node @returns {[string, string][]} */
function noded(segments, others, node) {
  return segments.flatMap(([a, b]) => {
    const cuts = others.flatMap(([c, d]) => {
      // Asked in one order whichever of the two is cut, so that both are cut at the very same place.
      const at = String([a, b]) < String([c, d]) ? meeting(a, b, c, d) : meeting(c, d, a, b);
      return at ? [at] : [c, d].filter((p) => between(a, b, p));
    });
    const keys = [a, ...cuts.sort((p, q) => reach(a, p) - reach(a, q)), b].map(node);
    return keys.slice(1).map((to, i) => /** @type {[string, string]} */ ([keys[i], to])).filter(([from, to]) => from !== to);
  });
}

/** @param {Position} a @param {Position} p */
const reach = (a, p) => (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2;

/** Whether a position lies on a segment. @param {Position} a @param {Position} b @param {Position} p */
const between = (a, b, p) => (b[0] - a[0]) * (p[1] - a[1]) === (b[1] - a[1]) * (p[0] - a[0])
  && (p[0] - a[0]) * (p[0] - b[0]) + (p[1] - a[1]) * (p[1] - b[1]) < 0;

/** @param {[string, string][]} sides */
const unique = (sides) => [...new Map(sides.map((each) => [[...each].sort().join(' '), each])).values()];

/** Strokes that end inside cut nothing off. @param {[string, string][]} strokes @param {[string, string][]} walls @returns {[string, string][]} */
function withoutDangles(strokes, walls) {
  const onWall = new Set(walls.flat());
  let left = strokes;
  for (;;) {
    /** @type {Map<string, number>} */
    const ends = new Map();
    left.flat().forEach((key) => ends.set(key, (ends.get(key) ?? 0) + 1));
    const next = left.filter((stroke) => stroke.every((key) => onWall.has(key) || (ends.get(key) ?? 0) > 1));
    if (next.length === left.length) {
      return left;
    }
    left = next;
  }
}

/** @param {[string, string][]} sides directed @param {Map<string, Position>} places @returns {Part[]} */
function facesOf(sides, places) {
  const place = (/** @type {string} */ key) => /** @type {Position} */ (places.get(key));
  /** @type {Map<string, Half[]>} */
  const leaving = new Map();
  for (const [from, to] of sides) {
    const [a, b] = [place(from), place(to)];
    leaving.set(from, [...(leaving.get(from) ?? []), { from, to, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) }]);
  }
  /** @type {Set<Half>} */
  const walked = new Set();
  /** @type {Ring[]} */
  const rings = [];
  for (const start of [...leaving.values()].flat()) {
    /** @type {Ring} */
    const ring = [];
    for (let half = start; !walked.has(half); half = next(half)) {
      walked.add(half);
      ring.push(place(half.from));
    }
    if (ring.length > 0) {
      rings.push(...simple(ring));
    }
  }
  return nested(rings);

  /** The first way to the left of where one came from, clockwise: it keeps the face to the left. @param {Half} half @returns {Half} */
  function next(half) {
    const [a, b] = [place(half.from), place(half.to)];
    const back = Math.atan2(a[1] - b[1], a[0] - b[0]);
    const turn = (/** @type {Half} */ each) => (back - each.angle + 4 * Math.PI - 1e-12) % (2 * Math.PI);
    return /** @type {Half[]} */ (leaving.get(half.to)).reduce((best, each) => (turn(each) < turn(best) ? each : best));
  }
}

/** A walk that comes by a corner twice is several rings. @param {Ring} walk @returns {Ring[]} */
function simple(walk) {
  /** @type {Ring[]} */
  const rings = [];
  /** @type {Ring} */
  const open = [];
  for (const at of walk) {
    const before = open.findIndex((p) => keyOf(p) === keyOf(at));
    if (before >= 0) {
      rings.push(open.splice(before));
    }
    open.push(at);
  }
  rings.push(open);
  return rings.filter((ring) => ring.length >= 3);
}

/** Rings that run to the left are pieces, the others are holes of the smallest piece around them. @param {Ring[]} rings @returns {Part[]} */
function nested(rings) {
  const pieces = rings.filter((ring) => signedArea(ring) > 0).map((ring) => /** @type {Part} */ ([ring]));
  const bySize = [...pieces].sort((a, b) => signedArea(a[0]) - signedArea(b[0]));
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    bySize.find(([outer]) => hole.every((p) => insideRing(p, outer) || outer.some((q) => keyOf(p) === keyOf(q))))?.push(hole);
  }
  return pieces;
}

