// The one place that knows where geographiclib-geodesic is served. It is fetched when something is first
// measured, and puts itself where a script of the page would.
// @ts-check

/**
 * Geodesics of the WGS 84 ellipsoid: latitude before longitude, degrees, metres; azimuths clockwise from north.
 *
 * @typedef {object} Ellipsoid
 * @property {(lat1: number, lon1: number, lat2: number, lon2: number) => {s12?: number, azi1?: number, azi2?: number}} Inverse
 * @property {(lat1: number, lon1: number, azi1: number, s12: number) => {lat2?: number, lon2?: number, azi2?: number}} Direct
 * @property {(polyline?: boolean) => {AddPoint: (lat: number, lon: number) => void, Compute: (reverse: boolean, sign: boolean) => {perimeter: number, area?: number}}} Polygon
 */

/** @returns {Promise<Ellipsoid>} */
export async function loadEllipsoid() {
  await import(new URL('../npm/geographiclib-geodesic-2.2.0/geographiclib-geodesic.min.js', import.meta.url).href);
  return /** @type {any} */ (globalThis).geodesic.Geodesic.WGS84;
}
