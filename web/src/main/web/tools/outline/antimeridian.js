// Areas across the 180th meridian. While an area is drawn its corners go on beyond 180 degrees, so that
// neighbours on the map are neighbours in the list; what is sent is cut there (RFC 7946, 3.1.9). Pure.
// @ts-check
import { boxOfParts, mapRings } from './parts.js';
import { splitAlong } from './split.js';
/** @typedef {import('./parts.js').Parts} Parts */

const HALF = 180;
const FULL = 360;

/** @param {Parts} parts @param {number} by degrees @returns {Parts} */
const shifted = (parts, by) => mapRings(parts, (ring) => ring.map(([lon, lat]) => [Number((lon + by).toFixed(6)), lat]));

/** @param {Parts} parts that may go on beyond ±180 degrees @returns {Parts} cut at the meridian, every longitude within ±180 */
export function wrapped(parts) {
  const { west, east } = boxOfParts(parts);
  if (west >= -HALF && east <= HALF) {
    return parts;
  }
  const turns = Math.floor((west + HALF) / FULL);
  const home = turns === 0 ? parts : shifted(parts, -turns * FULL);
  if (boxOfParts(home).east <= HALF) {
    return home;
  }
  return splitAlong(home, [[HALF, -91], [HALF, 91]]).flatMap((piece) => {
    const isBeyond = boxOfParts([piece]).east > HALF;
    return isBeyond ? shifted([piece], -FULL) : [piece];
  });
}

/** Whether an area was cut at the meridian. @param {Parts} parts */
export const isCut = (parts) => {
  const touches = (/** @type {number} */ lon) => parts.some((part) => part[0].some((corner) => corner[0] === lon));
  return parts.length > 1 && touches(HALF) && touches(-HALF);
};

/** The same area with corners beyond 180 degrees and without the cut. @param {Parts} parts @param {import('./overlay.js').Overlays} overlays @returns {Parts} */
export const continuous = (parts, { joined }) => (isCut(parts)
  ? joined(parts.flatMap((part) => (boxOfParts([part]).east <= 0 ? shifted([part], FULL) : [part])))
  : parts);
