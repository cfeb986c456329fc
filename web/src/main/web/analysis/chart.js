// Small charts: a line over its steps, without axes of its own; the table beside it has the figures.
// @ts-check
import { el } from '../core/dom.js';
import { numberText } from './properties.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 84;
const PAD = 6;

/** Points of a line over a box, y down; the base is zero unless something lies below. Pure. @param {(number|null)[]} values @returns {{points: [number, number][], zero: number, low: number, high: number}} */
function linePoints(values) {
  const known = values.filter((v) => v !== null && Number.isFinite(v)).map(Number);
  const low = Math.min(0, ...known);
  const high = Math.max(low + 1e-12, ...known);
  const y = (/** @type {number} */ value) => HEIGHT - PAD - ((value - low) / (high - low)) * (HEIGHT - 2 * PAD);
  const x = (/** @type {number} */ i) => (values.length < 2 ? WIDTH / 2 : (i / (values.length - 1)) * WIDTH);
  return { points: values.flatMap((v, i) => (v === null || !Number.isFinite(v) ? [] : [/** @type {[number, number]} */ ([x(i), y(v)])])), zero: y(0), low, high };
}

/** @param {(number|null)[][]} lines @param {{label: string, from?: string, to?: string, names?: string[]}} options @returns {HTMLElement} */
export function lineChart(lines, { label, from = '', to = '', names = [] }) {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'line-chart', role: 'img', 'aria-label': label, preserveAspectRatio: 'none' });
  const all = linePoints(lines.flat());
  svg.append(shape('path', { class: 'line-base', d: `M0 ${all.zero.toFixed(1)}H${WIDTH}` }));
  lines.forEach((values, i) => {
    // All lines on the scale of the whole, so that they may be compared.
    const y = (/** @type {number} */ v) => HEIGHT - PAD - ((v - all.low) / (all.high - all.low)) * (HEIGHT - 2 * PAD);
    const { points } = linePoints(values);
    const known = values.filter((v) => v !== null && Number.isFinite(v)).map(Number);
    svg.append(shape('path', { class: `line-${i % 4}`, d: `M${points.map(([x], j) => `${x.toFixed(1)} ${y(known[j]).toFixed(1)}`).join('L')}` }));
  });
  return el('figure', { class: 'line-figure' }, svg,
    el('div', { class: 'columns-axis' }, el('span', {}, from), el('span', {}, numberText(all.low), ' – ', numberText(all.high)), el('span', {}, to)),
    names.length > 1 ? el('ul', { class: 'line-names' }, names.map((name, i) => el('li', { class: `line-name-${i % 4}` }, name))) : null);
}

/** @param {string} name @param {Record<string, string>} attributes */
function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}
