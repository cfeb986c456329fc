// A measured line in figures: each leg with its length and directions, and the whole.
// @ts-check
import { coordinates } from '../../core/coordinates.js';
import { el } from '../../core/dom.js';
import * as format from '../../core/format.js';
import { cellOf, isInGrid } from '../../core/mgrs.js';
import { convergence } from '../../core/utm.js';
import { words } from '../../words/words.js';
import { compass } from './geodesics.js';
import { angleText, lengthText } from './units.js';
/** @typedef {import('../../core/area.js').Position} Position */
/** @typedef {{length: string, bearing: string, back: string, grid: string, zone: number|null}} LegText */

const say = words.measure;

/** @param {import('./geodesics.js').Geodesics} ground @param {Position} from @param {Position} to @param {import('./units.js').Units} units @returns {LegText} */
export function legOf(ground, from, to, { length, angle }) {
  const { metres, bearing, back } = ground.leg(from, to);
  const [lon, lat] = from;
  const zone = isInGrid(lat) ? cellOf(lon, lat).zone : null;
  return {
    length: lengthText(metres, length, format.decimal), bearing: angleText(bearing, angle), back: angleText(back, angle),
    grid: zone === null ? '–' : angleText(compass(bearing - convergence(lon, lat, zone)), angle), zone,
  };
}

/** What a line measures, one row a leg. @param {import('./geodesics.js').Geodesics} ground @param {Position[]} line @param {import('./units.js').Units} units @param {boolean} closed */
export function figuresOf(ground, line, units, closed) {
  const legs = line.slice(1).map((to, i) => legOf(ground, line[i], to, units));
  const metres = line.slice(1).reduce((sum, to, i) => sum + ground.leg(line[i], to).metres, 0);
  const isArea = closed && line.length > 2;
  return {
    legs, total: lengthText(metres, units.length, format.decimal),
    area: isArea ? words.statistics.area(ground.area([[line]]) / 1e6) : null,
    around: isArea ? lengthText(ground.perimeter([[line]]), units.length, format.decimal) : null,
  };
}
/** @typedef {ReturnType<typeof figuresOf>} Figures */

/** @param {Figures} figures */
export function lineTable({ legs, total, area, around }) {
  const ltr = (/** @type {string} */ text) => el('bdi', { dir: 'ltr' }, text);
  const head = [say.leg, say.length, say.bearing, say.grid, say.back];
  return el('div', { class: 'measure-figures', 'data-testid': 'measure-figures' },
    el('p', { class: 'figures-count' }, el('strong', { 'data-testid': 'measure-total' }, ltr(total)), ' ', say.total),
    area ? el('p', { 'data-testid': 'measure-area' }, el('strong', {}, ltr(area)), ` · ${say.around} `, ltr(around ?? '')) : null,
    el('table', { class: 'small-table numbers', 'data-testid': 'measure-legs' },
      el('thead', {}, el('tr', {}, head.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, legs.map((leg, i) => el('tr', {}, el('th', { scope: 'row' }, format.count(i + 1)), [leg.length, leg.bearing, leg.grid, leg.back].map((text) => el('td', {}, ltr(text))))))),
    el('p', { class: 'muted' }, legs.some(({ zone }) => zone !== null) ? say.gridNote([...new Set(legs.map(({ zone }) => zone))].join(', ')) : say.noGrid));
}

/** The same as text, with the positions, to be pasted. @param {Position[]} line @param {Figures} figures */
export const figuresText = (line, { legs, total, area, around }) => [
  ...line.map(([lon, lat], i) => `${i + 1}\t${coordinates(lat, lon)}${i > 0 ? `\t${legs[i - 1].length}\t${say.bearing} ${legs[i - 1].bearing}\t${say.grid} ${legs[i - 1].grid}\t${say.back} ${legs[i - 1].back}` : ''}`),
  `${say.total}\t${total}`, ...(area ? [`${say.areaName}\t${area}\t${say.around}\t${around}`] : []),
].join('\n');
