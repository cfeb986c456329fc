// The marks of what differs: told apart by shape and sign, and by colour besides.
// @ts-check
import { markIcon, markOf } from '../map/marks.js';
import { words } from '../words/words.js';
/** @typedef {import('./differences.js').Kind} Kind */

const SVG = 'http://www.w3.org/2000/svg';
const SQUARE = 'M-11-11h22v22h-22z';
const CIRCLE = 'M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0z';
const DIAMOND = 'M0-14 14 0 0 14-14 0z';
/** @type {Record<Kind, [string, string]>} outline, and the sign at its corner */
const DRAWN = { a: [SQUARE, words.compare.onlyA], b: [CIRCLE, words.compare.onlyB], worse: [DIAMOND, '↑'], better: [DIAMOND, '↓'], moved: [DIAMOND, '→'], changed: [DIAMOND, '≠'] };

/** @param {string} name @param {Record<string, string>} attributes */
function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/**
 * @param {Kind} kind
 * @param {number} size in pixels
 * @param {{layer?: import('../core/types.js').Layer, code?: string}} [of] whose own mark stands in it
 */
export function differenceMark(kind, size, { layer, code } = {}) {
  const [outline, sign] = DRAWN[kind];
  const svg = node('svg', { viewBox: '-18 -18 36 36', width: String(size), height: String(size), class: `difference-mark is-${kind}`, 'aria-hidden': 'true' });
  svg.append(node('path', { d: outline, class: 'difference-case' }), node('path', { d: outline, class: 'difference-line' }));
  if (layer) {
    const own = markIcon(markOf(layer, code), 14);
    own.setAttribute('x', '-7');
    own.setAttribute('y', '-7');
    svg.append(own);
  }
  const text = node('text', { x: '11', y: '-7.5', class: 'difference-sign' });
  text.textContent = sign;
  svg.append(node('circle', { cx: '11', cy: '-11', r: '6.5', class: 'difference-badge' }), text);
  return svg;
}
