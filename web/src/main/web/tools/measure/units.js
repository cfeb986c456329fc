// Lengths and directions in the units that a person reads them in. Pure.
// @ts-check
/** @typedef {'km'|'nm'} LengthUnit */
/** @typedef {'degrees'|'mils'} AngleUnit mils of NATO: 6 400 to the circle */
/** @typedef {{length: LengthUnit, angle: AngleUnit}} Units */

export const METRES = { km: 1_000, nm: 1_852 };
const MILS = 6_400;
const KEPT = 'vigie.units';

/** @type {Units} */
const USUAL = { length: 'km', angle: 'degrees' };

/** Metres below a kilometre, then with as many digits as a map can be read to. @param {number} metres @param {LengthUnit} unit @param {(n: number, digits: number) => string} decimal */
export function lengthText(metres, unit, decimal) {
  if (unit === 'km' && metres < METRES.km) {
    return `${decimal(metres, metres < 100 ? 1 : 0)} m`;
  }
  const value = metres / METRES[unit];
  return `${decimal(value, value < 10 ? 3 : value < 100 ? 2 : 1)} ${unit === 'km' ? 'km' : 'NM'}`;
}

/** Three digits before the point, as bearings are spoken: 007.5°, 0123 mil. @param {number} degrees @param {AngleUnit} unit */
export function angleText(degrees, unit) {
  if (unit === 'mils') {
    return `${String(Math.round((degrees / 360) * MILS) % MILS).padStart(4, '0')} mil`;
  }
  const tenths = Math.round(degrees * 10) % 3_600;
  return `${String(Math.floor(tenths / 10)).padStart(3, '0')}.${tenths % 10}°`;
}

/** @param {Storage} storage @returns {Units} */
export function readUnits(storage) {
  try {
    const { length, angle } = JSON.parse(storage.getItem(KEPT) ?? '{}');
    return { length: length === 'nm' ? 'nm' : 'km', angle: angle === 'mils' ? 'mils' : 'degrees' };
  } catch {
    return USUAL;
  }
}

/** @param {Storage} storage @param {Units} units */
export const keepUnits = (storage, units) => storage.setItem(KEPT, JSON.stringify(units));

/** Radii as people list them: numbers divided by spaces, commas or semicolons. @param {string} text @param {LengthUnit} unit @returns {number[]|null} metres from small to great; null when something is no length from 10 m to 2 000 km, or there are none or more than 12 */
export function readRadii(text, unit) {
  const numbers = text.trim().split(/[\s,;]+/).filter(Boolean).map((each) => Number(each) * METRES[unit]);
  const isRight = numbers.length >= 1 && numbers.length <= 12 && numbers.every((metres) => metres >= 10 && metres <= 2_000_000);
  return isRight ? [...new Set(numbers.map((metres) => Math.round(metres * 10) / 10))].sort((a, b) => a - b) : null;
}
