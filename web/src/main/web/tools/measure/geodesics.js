// Lengths, directions and areas on the WGS 84 ellipsoid, by the geodesics of C. F. F. Karney, Algorithms for
// geodesics, J. Geodesy 87 (2013) 43–55, of which geographiclib-geodesic is its author's code. Pure; the
// library is handed in.
// @ts-check
import { densified } from '../outline/parts.js';
/** @typedef {import('../../core/area.js').Position} Position */
/** @typedef {import('../outline/parts.js').Parts} Parts */
/** @typedef {{metres: number, bearing: number, back: number}} Leg bearing at the start and back bearing at the end, degrees clockwise from true north, 0 up to 360 */

/** Degrees, as the server has it. */
const LONGEST_SIDE = 0.1;

/** @param {number} degrees */
export const compass = (degrees) => ((degrees % 360) + 360) % 360;

/** @param {import('../../lib/geodesic.js').Ellipsoid} ellipsoid */
export function geodesics(ellipsoid) {
  /** @param {Position[]} ring */
  function added(ring) {
    const polygon = ellipsoid.Polygon(false);
    ring.forEach(([lon, lat]) => polygon.AddPoint(lat, lon));
    return polygon.Compute(false, true);
  }

  /** @param {Position[]} ring */
  const ringArea = (ring) => Math.abs(added(ring).area ?? 0);

  /** Sides shorter than this are the same on the ground and on the map. */
  const straight = (/** @type {Parts} */ parts) => densified(parts, LONGEST_SIDE);

  return {
    /** Square metres of an area whose sides are straight in longitude and latitude, as the server measures it. @param {Parts} parts */
    areaOf: (parts) => areaInside(straight(parts)),
    /** Metres of its borders, those of holes too. @param {Parts} parts */
    borderOf: (parts) => around(straight(parts)),
    /** @param {Position} from @param {Position} to @returns {Leg} */
    leg([lon1, lat1], [lon2, lat2]) {
      const { s12 = 0, azi1 = 0, azi2 = 0 } = ellipsoid.Inverse(lat1, lon1, lat2, lon2);
      return { metres: s12, bearing: compass(azi1), back: compass(azi2 + 180) };
    },
    /** @param {Position} from @param {number} bearing degrees @param {number} metres @returns {Position} longitude beyond ±180 when the way crosses that meridian */
    reached([lon, lat], bearing, metres) {
      const { lat2 = lat, lon2 = lon } = ellipsoid.Direct(lat, lon, bearing, metres);
      return [lon + (((lon2 - lon + 540) % 360) + 360) % 360 - 180, lat2];
    },
    /** Square metres, holes taken off. Sides are geodesics. */
    area: areaInside,
    /** Metres along all borders, those of holes too. Sides are geodesics. */
    perimeter: around,
  };

  /** @param {Parts} parts @returns {number} */
  function areaInside(parts) {
    return parts.reduce((sum, [outer, ...holes]) => sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0), 0);
  }

  /** @param {Parts} parts @returns {number} */
  function around(parts) {
    return parts.flat().reduce((sum, ring) => sum + added(ring).perimeter, 0);
  }
}
/** @typedef {ReturnType<typeof geodesics>} Geodesics */
