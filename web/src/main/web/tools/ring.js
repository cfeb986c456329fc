// The outline of an area as a list of corners, and what one does with it. Pure: the map editor and
// the typed coordinates both work on this.
// @ts-check

/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {Position[]} Ring corners in order; the first is not repeated at the end */

/** Mean radius of the Earth in metres (IUGG R1): circles drawn by hand are within 0.6 % of the ellipsoid. */
const EARTH_RADIUS = 6_371_008.8;
const CIRCLE_CORNERS = 48;
const DIGITS = 6;

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;
/** @param {number} angle */
const degrees = (angle) => (angle * 180) / Math.PI;

/** @param {Position} position @returns {Position} */
const rounded = ([lon, lat]) => [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];

/** @param {Ring} ring @param {number} index @param {Position} position @returns {Ring} */
export const moved = (ring, index, position) => ring.map((corner, i) => (i === index ? rounded(position) : corner));
/** @param {Ring} ring @param {number} index the new corner gets this place @param {Position} position @returns {Ring} */
export const inserted = (ring, index, position) => [...ring.slice(0, index), rounded(position), ...ring.slice(index)];
/** @param {Position} a @param {Position} b @returns {Ring} the box between two opposite corners */
export const rectangle = (a, b) => [a, [b[0], a[1]], b, [a[0], b[1]]].map((corner) => rounded(/** @type {Position} */ (corner)));

/** Great-circle distance in metres. @param {Position} a @param {Position} b */
export function distanceMetres([lon1, lat1], [lon2, lat2]) {
  const sinLat = Math.sin(radians(lat2 - lat1) / 2);
  const sinLon = Math.sin(radians(lon2 - lon1) / 2);
  const h = sinLat * sinLat + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * sinLon * sinLon;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The place reached in a direction. @param {Position} from @param {number} bearing radians clockwise from north @param {number} metres @returns {Position} */
export function destination([lon, lat], bearing, metres) {
  const angle = metres / EARTH_RADIUS;
  const phi = Math.asin(Math.sin(radians(lat)) * Math.cos(angle) + Math.cos(radians(lat)) * Math.sin(angle) * Math.cos(bearing));
  const lambda = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(radians(lat)), Math.cos(angle) - Math.sin(radians(lat)) * Math.sin(phi));
  return rounded([lon + degrees(lambda), degrees(phi)]);
}

/** @param {Position} centre @param {number} radius metres @returns {Ring} */
export const circle = (centre, radius) => Array.from({ length: CIRCLE_CORNERS }, (_, i) => destination(centre, (2 * Math.PI * i) / CIRCLE_CORNERS, radius));

/** Direction from one position to another at the first, radians clockwise from north. @param {Position} from @param {Position} to */
export function bearing([lon1, lat1], [lon2, lat2]) {
  const turn = radians(lon2 - lon1);
  return Math.atan2(Math.sin(turn) * Math.cos(radians(lat2)),
    Math.cos(radians(lat1)) * Math.sin(radians(lat2)) - Math.sin(radians(lat1)) * Math.cos(radians(lat2)) * Math.cos(turn));
}

/** Twice the area in square degrees, positive when counter-clockwise. @param {Ring} ring */
export function signedArea(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** @template T @param {T} first */
export function createHistory(first) {
  /** @type {T[]} */
  let past = [];
  /** @type {T[]} */
  let future = [];
  let now = first;
  return {
    get now() { return now; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    /** @param {T} next */
    push(next) {
      past = [...past, now];
      future = [];
      now = next;
    },
    undo() {
      if (past.length > 0) {
        future = [now, ...future];
        now = /** @type {T} */ (past.pop());
      }
      return now;
    },
    redo() {
      if (future.length > 0) {
        past = [...past, now];
        now = /** @type {T} */ (future.shift());
      }
      return now;
    },
  };
}
