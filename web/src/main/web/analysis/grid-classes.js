// A surface in classes with round bounds, and its rows as the map stretches them. Pure.
// @ts-check
/**
 * @typedef {object} Grid
 * @property {string} name
 * @property {string} title
 * @property {string} unit
 * @property {number} west
 * @property {number} north
 * @property {number} degreesPerColumn
 * @property {number} degreesPerRow
 * @property {number} columns
 * @property {(number|null)[]} values row by row from the north; null where there is none
 */

const ROUND = [1, 3];
const CLASSES = 5;

/**
 * Lower bounds of at most five classes, round numbers over two orders of magnitude up to near the highest: surfaces of events
 * fall off that fast. Steps of 1, 2 and 5 covered one order and coloured the peaks alone.
 *
 * @param {(number|null)[]} values
 * @returns {number[]} rising; empty when nothing is above zero
 */
export function boundsOf(values) {
  const most = values.reduce((/** @type {number} */ top, value) => (value !== null && value > top ? value : top), 0);
  if (most <= 0) {
    return [];
  }
  const steps = [];
  for (let power = Math.floor(Math.log10(most)); steps.length < CLASSES; power--) {
    for (const digit of [...ROUND].reverse()) {
      const bound = digit * 10 ** power;
      if (bound <= most * 0.8 && steps.length < CLASSES) {
        steps.push(Number(bound.toPrecision(1)));
      }
    }
  }
  return steps.reverse();
}

/** @param {number[]} bounds @param {number|null} value @returns {number} class from 0, −1 for below the first and for none */
export function classOf(bounds, value) {
  if (value === null || !Number.isFinite(value)) {
    return -1;
  }
  let at = -1;
  while (at + 1 < bounds.length && value >= bounds[at + 1]) {
    at++;
  }
  return at;
}

/** @param {Grid} grid */
export const rowsOf = (grid) => grid.values.length / grid.columns;

/** @param {Grid} grid @returns {{west: number, south: number, east: number, north: number}} degrees */
export const boxOf = (grid) => ({ west: grid.west, north: grid.north, east: grid.west + grid.columns * grid.degreesPerColumn, south: grid.north - rowsOf(grid) * grid.degreesPerRow });

/** @param {Grid} grid @param {number} lat @param {number} lon @returns {number|null} the value of the cell there */
export function valueAt(grid, lat, lon) {
  const shift = Math.ceil((grid.west - lon) / 360) * 360;
  const column = Math.floor((lon + Math.max(0, shift) - grid.west) / grid.degreesPerColumn);
  const row = Math.floor((grid.north - lat) / grid.degreesPerRow);
  return column < 0 || column >= grid.columns || row < 0 || row >= rowsOf(grid) ? null : grid.values[row * grid.columns + column] ?? null;
}

/** @param {number} lat */
const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360));

/**
 * Which row of the grid lies under each line of an image in web Mercator between the grid's northern and southern edge.
 *
 * @param {Grid} grid @param {number} lines of the image @returns {Int32Array}
 */
export function linesToRows(grid, lines) {
  const { north, south } = boxOf(grid);
  const top = mercator(north);
  const bottom = mercator(south);
  const rows = rowsOf(grid);
  return Int32Array.from({ length: lines }, (_, line) => {
    const y = top + ((line + 0.5) / lines) * (bottom - top);
    const lat = (360 / Math.PI) * (Math.atan(Math.exp(y)) - Math.PI / 4);
    return Math.max(0, Math.min(rows - 1, Math.floor((north - lat) / grid.degreesPerRow)));
  });
}
