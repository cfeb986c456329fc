// An area of responsibility, drawn small among the provinces.
// @ts-check
import { extentOf, rings } from './area-text.js';

/** @typedef {import('./area-text.js').Area} Area */

const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 200;
const MARGIN = 8;

/** @param {Area} area @param {Area[]} around @param {string} label @returns {SVGElement} */
export function areaMap(area, around, label) {
  const extents = [area, ...around].map(extentOf);
  const west = Math.min(...extents.map((e) => e[0]));
  const south = Math.min(...extents.map((e) => e[1]));
  const east = Math.max(...extents.map((e) => e[2]));
  const north = Math.max(...extents.map((e) => e[3]));
  // A degree of longitude is shorter than one of latitude, but on the equator.
  const narrow = Math.max(0.1, Math.cos(((south + north) / 2) * (Math.PI / 180)));
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max((east - west) * narrow, 1e-9), (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-9));
  const left = (WIDTH - (east - west) * narrow * scale) / 2;
  const top = (HEIGHT - (north - south) * scale) / 2;
  const path = (/** @type {Area} */ drawn, /** @type {string} */ name) => {
    const outline = rings(drawn).map((ring) => `M${ring.map(([x, y]) => `${(left + (x - west) * narrow * scale).toFixed(1)} ${(top + (north - y) * scale).toFixed(1)}`).join('L')}Z`).join('');
    return node('path', { d: outline, class: name, 'fill-rule': 'evenodd' });
  };
  const svg = node('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'area-map', role: 'img', 'aria-label': label, 'data-testid': 'area-map' });
  svg.append(...around.map((each) => path(each, 'around')), path(area, 'area'));
  return svg;
}

/** @param {string} tag @param {Record<string, string>} attributes */
function node(tag, attributes) {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
