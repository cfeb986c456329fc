// One place in the notations that people use, and the one that this browser is set to.
// @ts-check
import { isInGrid, cellOf, mgrs } from './mgrs.js';
import { toUtm } from './utm.js';

/** Latitude first in all of them; the letters say which is which. */
export const NOTATIONS = /** @type {const} */ (['decimal', 'dms', 'ddm', 'mgrs', 'utm']);
/** @typedef {typeof NOTATIONS[number]} Notation */

const KEPT = 'vigie.coordinates';
const METRES_OF_DEGREE = 111_320;

/** @param {unknown} text @returns {text is Notation} */
const isNotation = (text) => NOTATIONS.includes(/** @type {Notation} */ (text));

const kept = globalThis.localStorage?.getItem(KEPT);
/** @type {Notation} */
let current = isNotation(kept) ? kept : 'decimal';

export const notation = () => current;

/** Kept for this browser; whoever shows places is told. @param {Notation} wanted */
export function switchNotation(wanted) {
  current = wanted;
  globalThis.localStorage?.setItem(KEPT, wanted);
  globalThis.dispatchEvent?.(new Event('vigie:notation'));
}

/** @param {() => void} listener */
export const onNotation = (listener) => addEventListener('vigie:notation', listener);

/**
 * Half degrees and the like with as many digits as a number of decimal digits is worth.
 *
 * @param {number} lat degrees
 * @param {number} lon degrees, wrapped to −180…180
 * @param {{digits?: number, as?: Notation}} [options] digits: decimals of a degree that are known
 * @returns {string} beyond the grid MGRS and UTM fall back to decimal degrees
 */
export function coordinates(lat, lon, { digits = 5, as = current } = {}) {
  const at = ((((lon + 180) % 360) + 360) % 360) - 180;
  if (as === 'mgrs' && isInGrid(lat)) {
    return /** @type {string} */ (mgrs(lat, at, gridDigits(digits)));
  }
  if (as === 'utm' && isInGrid(lat)) {
    return utm(lat, at, 10 ** (5 - gridDigits(digits)));
  }
  const written = { dms, ddm, decimal }[/** @type {'dms'} */ (as)] ?? decimal;
  return `${written(lat, digits, lat < 0 ? 'S' : 'N')}, ${written(at, digits, at < 0 ? 'W' : 'E')}`;
}

/** Digits of each half of a reference that say no more than the decimals of a degree. @param {number} digits */
export const gridDigits = (digits) => Math.max(0, Math.min(5, Math.round(5 - Math.log10(METRES_OF_DEGREE / 10 ** digits))));

/** @param {number} angle @param {number} digits @param {string} letter */
const decimal = (angle, digits, letter) => `${Math.abs(angle).toFixed(digits)}° ${letter}`;

/** @param {number} angle @param {number} digits @param {string} letter */
function dms(angle, digits, letter) {
  // Seconds are 3600 to a degree: four decimals less.
  const places = Math.max(0, digits - 4);
  const seconds = Number((Math.abs(angle) * 3600).toFixed(places));
  const rest = (seconds % 60).toFixed(places);
  return `${Math.floor(seconds / 3600)}° ${pad(Math.floor(seconds / 60) % 60, 0)}′ ${rest.padStart(places > 0 ? places + 3 : 2, '0')}″ ${letter}`;
}

/** @param {number} angle @param {number} digits @param {string} letter */
function ddm(angle, digits, letter) {
  const places = Math.max(0, digits - 2);
  const minutes = Number((Math.abs(angle) * 60).toFixed(places));
  return `${Math.floor(minutes / 60)}° ${pad(minutes % 60, places)}′ ${letter}`;
}

/** @param {number} value @param {number} places */
const pad = (value, places) => value.toFixed(places).padStart(places > 0 ? places + 3 : 2, '0');

/** @param {number} lat @param {number} lon @param {number} unit metres that are left out */
function utm(lat, lon, unit) {
  const { zone, band } = cellOf(lon, lat);
  const { easting, northing } = toUtm(lon, lat, zone);
  const whole = (/** @type {number} */ metres) => Math.floor(metres / unit) * unit;
  return `${zone}${band} ${whole(easting)} E ${whole(northing)} N`;
}
