// Sheets of paper, and scales on them. Pure. Lengths on paper in millimetres, 96 CSS pixels to the inch.
// @ts-check

export const PAPERS = /** @type {const} */ (['a4', 'a3']);
export const ORIENTATIONS = /** @type {const} */ (['landscape', 'portrait']);
/** @typedef {typeof PAPERS[number]} Paper */
/** @typedef {typeof ORIENTATIONS[number]} Orientation */

/** @type {Record<Paper, [number, number]>} shorter and longer side */
const SIDES = { a4: [210, 297], a3: [297, 420] };
const MM_PER_INCH = 25.4;
export const PX_PER_MM = 96 / MM_PER_INCH;
/** Pixels of the map to an inch of paper. */
export const DOTS_PER_INCH = 240;

/** @param {Paper} paper @param {Orientation} orientation @returns {[number, number]} width and height */
export const sizeOf = (paper, orientation) => (orientation === 'portrait' ? SIDES[paper] : [SIDES[paper][1], SIDES[paper][0]]);

const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_2 = 0.00669437999014;

/** Metres on the ground, west to east on the ellipsoid, of a CSS pixel of Web Mercator. @param {number} zoom @param {number} lat */
export function metresPerPixel(zoom, lat) {
  const phi = (lat * Math.PI) / 180;
  return (2 * Math.PI * SEMI_MAJOR * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2) / (256 * 2 ** zoom);
}

/** The N of 1 : N at a latitude. @param {number} zoom @param {number} lat */
export const ratioOf = (zoom, lat) => metresPerPixel(zoom, lat) * 1000 * PX_PER_MM;

/** @param {number} ratio @param {number} lat */
export const zoomFor = (ratio, lat) => Math.log2(ratioOf(0, lat) / ratio);

const STEPS = [1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 7.5, 8, 9, 10];

/** The next scale with a round figure that shows no less. @param {number} ratio */
export function roundRatio(ratio) {
  const power = 10 ** Math.floor(Math.log10(ratio));
  // A hundred-thousandth less is the same scale, worked out once more.
  return Math.round((STEPS.find((step) => step * power >= ratio * 0.99999) ?? 10) * power);
}

/** Scales that people ask for by name. */
export const RATIOS = [25_000, 50_000, 100_000, 200_000, 250_000, 500_000, 1_000_000, 1_500_000, 2_000_000, 5_000_000, 10_000_000];

/**
 * A scale bar of four parts with round figures, not longer than there is room.
 *
 * @param {number} metresPerPx
 * @param {number} room pixels
 * @returns {{part: number, px: number}} metres and pixels of each part
 */
export function scaleBar(metresPerPx, room) {
  const most = (metresPerPx * room) / 4;
  const power = 10 ** Math.floor(Math.log10(most));
  const part = ([5, 2.5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { part, px: part / metresPerPx };
}
