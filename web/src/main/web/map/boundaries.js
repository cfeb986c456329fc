// Which lines of the world outlines are drawn broken, and which areas go without a name. The outlines
// are Natural Earth's, which shows who holds an area; the United Nations' maps show what is settled.
// @ts-check

/** @typedef {{id?: string}} Area id: ISO 3166-1 numeric, which is the M49 code; absent for areas that have none */

/** Areas of undetermined status that have a code all the same: Western Sahara, State of Palestine. */
const UNDETERMINED = new Set(['732', '275']);

/** Neighbours whose boundary is not yet determined: Sudan and South Sudan. */
const UNDETERMINED_PAIRS = [['728', '729']];

/** Has a code in ISO 3166-1 but is no country or area of M49. */
const NOT_IN_M49 = new Set(['158']);

/** @param {Area} a @param {Area} b */
export function isSettled(a, b) {
  const codes = [a.id, b.id];
  return codes.every((code) => code !== undefined && !UNDETERMINED.has(code))
    && !UNDETERMINED_PAIRS.some((pair) => pair.every((code) => codes.includes(code)));
}

/** @param {Area} area */
export const isNamed = (area) => area.id !== undefined && !NOT_IN_M49.has(area.id);
