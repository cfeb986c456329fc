// Universal Transverse Mercator on WGS 84, both ways: Krüger's series to the fourth order in the third flattening, as
// Karney gives it (Journal of Geodesy 85, 2011, equations 35 and 36). Within a zone it is good to a thousandth of a millimetre.
// @ts-check

const A = 6_378_137;
const F = 1 / 298.257223563;
const E = Math.sqrt(F * (2 - F));
const N = F / (2 - F);
const K0 = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING_SOUTH = 10_000_000;
/** Metres of a radian on the sphere of the same meridian, at the scale of the central meridian. */
const RADIUS = (K0 * A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const FORTH = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49_561 * N ** 4) / 161_280,
];
const BACK = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161_280,
];

const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;
const degrees = (/** @type {number} */ angle) => (angle * 180) / Math.PI;

/** Longitude of the middle of a zone. @param {number} zone 1 to 60 */
const centralMeridian = (zone) => zone * 6 - 183;

/** Tangent of the conformal latitude. @param {number} tau tangent of the latitude */
function conformal(tau) {
  const sigma = Math.sinh(E * Math.atanh((E * tau) / Math.hypot(1, tau)));
  return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
}

/**
 * @param {number} lon degrees, not far from the zone
 * @param {number} lat degrees
 * @param {number} zone 1 to 60
 * @returns {{easting: number, northing: number}} metres; in the south counted from 10 000 km below the equator
 */
export function toUtm(lon, lat, zone) {
  const lambda = radians(((((lon - centralMeridian(zone) + 180) % 360) + 360) % 360) - 180);
  const tau = conformal(Math.tan(radians(lat)));
  const xi = Math.atan2(tau, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
  let x = eta;
  let y = xi;
  FORTH.forEach((a, i) => {
    const k = 2 * (i + 1);
    y += a * Math.sin(k * xi) * Math.cosh(k * eta);
    x += a * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return { easting: FALSE_EASTING + RADIUS * x, northing: RADIUS * y + (lat < 0 ? FALSE_NORTHING_SOUTH : 0) };
}

/**
 * @param {number} easting metres
 * @param {number} northing metres
 * @param {number} zone 1 to 60
 * @param {boolean} isSouth whether northings are counted from 10 000 km below the equator
 * @returns {[number, number]} longitude and latitude in degrees; the longitude is not wrapped
 */
export function fromUtm(easting, northing, zone, isSouth) {
  const y = (northing - (isSouth ? FALSE_NORTHING_SOUTH : 0)) / RADIUS;
  const x = (easting - FALSE_EASTING) / RADIUS;
  let xi = y;
  let eta = x;
  BACK.forEach((b, i) => {
    const k = 2 * (i + 1);
    xi -= b * Math.sin(k * y) * Math.cosh(k * x);
    eta -= b * Math.cos(k * y) * Math.sinh(k * x);
  });
  const wanted = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  let tau = wanted;
  // Newton: three steps are exact in a double, the first is within metres.
  for (let i = 0; i < 3; i++) {
    const now = conformal(tau);
    tau += ((wanted - now) / Math.hypot(1, now)) * ((1 + (1 - E ** 2) * tau ** 2) / ((1 - E ** 2) * Math.hypot(1, tau)));
  }
  return [centralMeridian(zone) + degrees(Math.atan2(Math.sinh(eta), Math.cos(xi))), degrees(Math.atan(tau))];
}

/** Degrees from true north to the grid's north, positive to the east. @param {number} lon @param {number} lat @param {number} zone */
export const convergence = (lon, lat, zone) => degrees(Math.atan(Math.tan(radians(lon - centralMeridian(zone))) * Math.sin(radians(lat))));
