// The k-distance curve: how far each event is from its k-th neighbour. Where it bends is a fair
// distance for clusters; a click takes the distance at that height.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 120;
const PAD = 8;

/**
 * Distances on a logarithmic scale, because towns and bush differ by orders of magnitude.
 *
 * @param {number[]} distances metres, in any order
 */
export function curveScale(distances) {
  const sorted = distances.filter((d) => Number.isFinite(d)).sort((a, b) => a - b);
  const low = Math.log10(Math.max(1, sorted.find((d) => d > 0) ?? 1));
  const high = Math.max(low + 0.1, Math.log10(Math.max(1, sorted[sorted.length - 1] ?? 1)));
  const toY = (/** @type {number} */ metres) => HEIGHT - PAD - ((Math.max(low, Math.log10(Math.max(1, metres))) - low) / (high - low)) * (HEIGHT - 2 * PAD);
  const toMetres = (/** @type {number} */ y) => 10 ** (low + ((HEIGHT - PAD - y) / (HEIGHT - 2 * PAD)) * (high - low));
  const points = sorted.map((d, i) => [sorted.length === 1 ? 0 : (i / (sorted.length - 1)) * WIDTH, toY(d)]);
  return { toY, toMetres, points };
}

/**
 * @param {number[]} distances
 * @param {{suggested: number|null, chosen: number, choose: (metres: number) => void}} options
 */
export function distanceCurve(distances, { suggested, chosen, choose }) {
  const scale = curveScale(distances);
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'curve', role: 'img', 'aria-label': words.clusters.curveText(suggested) });
  svg.append(shape('path', { class: 'curve-line', d: `M${scale.points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}` }));
  /** @param {number} metres @param {string} className */
  const level = (metres, className) => svg.append(shape('path', { class: className, d: `M0 ${scale.toY(metres).toFixed(1)}H${WIDTH}` }));
  if (suggested !== null) {
    level(suggested, 'curve-suggested');
  }
  level(chosen, 'curve-chosen');
  svg.addEventListener('click', (e) => {
    const box = svg.getBoundingClientRect();
    choose(Math.round(scale.toMetres(((/** @type {MouseEvent} */ (e).clientY - box.top) / box.height) * HEIGHT)));
  });
  return el('figure', { class: 'curve-figure' }, svg,
    el('figcaption', {}, words.clusters.curveHelp,
      suggested !== null ? el('button', { type: 'button', class: 'button small', 'data-testid': 'use-suggested', onclick: () => choose(Math.round(suggested)) }, words.clusters.useSuggested(format.distance(suggested))) : null));
}

/** @param {string} name @param {Record<string, string>} attributes */
function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}
