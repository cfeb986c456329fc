// The figures of the grid at the margins of the map, as on a printed sheet.
// @ts-check
import { el } from '../core/dom.js';
import { crossing, figure, isMajor, linesOf, stepOf, zonesOf } from '../grid/lines.js';

/** Two figures nearer than this would run into each other. */
const LEAST_PX = 16;

/** @typedef {{edge: 'top'|'bottom'|'left'|'right', at: number, text: string, isMajor: boolean}} Figure at: pixels from the left or the top of the frame */

/** @param {import('../grid/lines.js').View} view of the frame @returns {Figure[]} */
export function marginFigures(view) {
  const step = stepOf(view);
  if (step === null) {
    return [];
  }
  const [west, north, east, south] = view.box;
  const lines = zonesOf(view).flatMap((zone) => linesOf(zone, step));
  const along = /** @type {[Figure['edge'], 'easting'|'northing', 'x'|'y', number, number][]} */ ([
    ['top', 'easting', 'y', north, west], ['bottom', 'easting', 'y', south, west], ['left', 'northing', 'x', west, north], ['right', 'northing', 'x', east, north]]);
  return along.flatMap(([edge, axis, given, value, from]) => {
    const found = lines.filter((line) => line.axis === axis).flatMap((line) => {
      const at = crossing(line, given, value);
      return at === null ? [] : [{ edge, at: (at - from) * view.scale, text: figure(line, step), isMajor: isMajor(line) }];
    }).sort((a, b) => a.at - b.at);
    return found.filter(({ at }, i) => i === 0 || at - found[i - 1].at >= LEAST_PX);
  });
}

/** @param {Figure[]} figures */
export const marginNodes = (figures) => figures.map(({ edge, at, text, isMajor: major }) =>
  el('bdi', { dir: 'ltr', class: `sheet-figure is-${edge}${major ? ' is-major' : ''}`, 'aria-hidden': 'true', style: { '--at': `${at.toFixed(1)}px` } }, text));
