// What is wrong with an outline, and where. Pure. The rules are those of the OGC simple features, which
// the server holds against what is saved: no ring meets itself, rings meet in single points only, holes
// lie in their part, parts lie beside each other.
// @ts-check
import { boxOf, insideRing, ringsOf } from './parts.js';
/** @typedef {import('./parts.js').Position} Position */
/** @typedef {import('./parts.js').Parts} Parts */
/** @typedef {'few'|'crosses'|'outside'|'overlap'} Reason few: less than three corners; crosses: sides meet; outside: a hole leaves its part; overlap: parts, or holes of a part, cover each other */
/** @typedef {{reason: Reason, at: Position}} Wrong */
/** @typedef {{a: Position, b: Position, ring: number, part: number, index: number, count: number, west: number, east: number, south: number, north: number}} Side */

/** More are not worth telling. */
const MOST = 20;

/** @param {Parts} parts @returns {Wrong[]} none when it can be saved */
export function wrongs(parts) {
  const few = ringsOf(parts).filter(({ ring }) => new Set(ring.map(String)).size < 3).map(({ ring }) => /** @type {Wrong} */ ({ reason: 'few', at: ring[0] }));
  if (few.length > 0 || parts.length === 0) {
    return few;
  }
  const crossings = meetings(sidesOf(parts));
  return crossings.length > 0 ? crossings : [...strayHoles(parts), ...coverings(parts)].slice(0, MOST);
}

/** @param {Parts} parts @returns {Side[]} sorted from west to east */
function sidesOf(parts) {
  return ringsOf(parts).flatMap(({ ring, part }, r) => ring.map((a, index) => {
    const b = ring[(index + 1) % ring.length];
    return { a, b, ring: r, part, index, count: ring.length, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]), south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) };
  })).sort((one, other) => one.west - other.west);
}

/** Pairs of sides whose boxes meet, from west to east, so that a thousand corners are looked at while they are dragged. @param {Side[]} sides @returns {Wrong[]} */
function meetings(sides) {
  /** @type {Map<string, Wrong>} */
  const found = new Map();
  for (let i = 0; i < sides.length && found.size < MOST; i++) {
    const one = sides[i];
    for (let j = i + 1; j < sides.length && sides[j].west <= one.east; j++) {
      const other = sides[j];
      if (other.south <= one.north && one.south <= other.north) {
        const at = badMeeting(one, other);
        if (at) {
          found.set(String(at), { reason: 'crosses', at });
        }
      }
    }
  }
  return [...found.values()];
}

/** @param {Side} one @param {Side} other @returns {Position|null} where they meet and may not */
function badMeeting(one, other) {
  const isNext = one.ring === other.ring && (other.index === (one.index + 1) % one.count || one.index === (other.index + 1) % other.count);
  const along = overlapping(one, other);
  if (along) {
    return along;
  }
  if (isNext) {
    return null;
  }
  const at = meeting(one.a, one.b, other.a, other.b);
  // Rings may touch each other with a corner; one ring may not touch itself.
  return at && (one.ring === other.ring || isCrossing(one, other)) ? at : null;
}

/** @param {Position} p @param {Position} q @param {Position} r positive when r lies left of the way from p to q */
const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

/** @param {Side} one @param {Side} other */
const isCrossing = ({ a, b }, { a: c, b: d }) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Sides that run along each other for more than a point. @param {Side} one @param {Side} other @returns {Position|null} */
function overlapping({ a, b }, { a: c, b: d }) {
  if (side(a, b, c) !== 0 || side(a, b, d) !== 0) {
    return null;
  }
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return from < to ? ([a, b, c, d].find((p) => p[axis] === from) ?? a) : null;
}

/** Where two segments meet, their ends included; null when they do not, or run along each other. @param {Position} a @param {Position} b @param {Position} c @param {Position} d @returns {Position|null} */
export function meeting(a, b, c, d) {
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 * s2 > 0 || s3 * s4 > 0 || (s1 === 0 && s2 === 0)) {
    return null;
  }
  const corner = s1 === 0 ? c : s2 === 0 ? d : s3 === 0 ? a : s4 === 0 ? b : null;
  if (corner) {
    return corner;
  }
  const turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / turn;
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** A position of a ring that is not on the other one, to ask where the ring lies. @param {Position[]} ring @param {Position[]} other @returns {Position} */
function telling(ring, other) {
  const isOn = (/** @type {Position} */ p) => other.some((a, i) => {
    const b = other[(i + 1) % other.length];
    const box = boxOf([a, b]);
    return side(a, b, p) === 0 && p[0] >= box.west && p[0] <= box.east && p[1] >= box.south && p[1] <= box.north;
  });
  const middles = ring.map((a, i) => /** @type {Position} */ ([(a[0] + ring[(i + 1) % ring.length][0]) / 2, (a[1] + ring[(i + 1) % ring.length][1]) / 2]));
  return [...ring, ...middles].find((p) => !isOn(p)) ?? ring[0];
}

/** @param {Parts} parts @returns {Wrong[]} */
const strayHoles = (parts) => parts.flatMap(([outer, ...holes]) => holes.flatMap((hole) => {
  const at = telling(hole, outer);
  return insideRing(at, outer) ? [] : [/** @type {Wrong} */ ({ reason: 'outside', at })];
}));

/** Sides do not cross any more: one ring lies in the other or beside it. @param {Parts} parts @returns {Wrong[]} */
function coverings(parts) {
  const lies = (/** @type {Position[]} */ ring, /** @type {Position[]} */ other) => insideRing(telling(ring, other), other);
  const holes = parts.flatMap(([, ...list]) => list.flatMap((hole, i) => list.filter((other, k) => k !== i && lies(hole, other)).map(() => hole[0])));
  const covered = parts.flatMap((part, i) => parts.filter((other, k) => k !== i && lies(part[0], other[0]) && !other.slice(1).some((hole) => lies(part[0], hole))).map(() => part[0][0]));
  return [...holes, ...covered].map((at) => ({ reason: 'overlap', at }));
}
