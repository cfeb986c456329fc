// How something looks on the map, as the legend shows it: a mark for points, a stroke for lines, an outline with its fill for areas.
// @ts-check
import { el, fill } from '../core/dom.js';
import { isMilitary } from '../core/symbols.js';
import { markIcon, markOf } from '../map/marks.js';
import { militarySymbol } from '../map/military.js';
import { readPalette } from '../map/palette.js';
import { GROUND_LAYERS } from '../map/reference.js';
/** @typedef {import('../core/types.js').Layer} Layer */

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn as a printed map has them, in colours of the theme; the code says how important. */
const GROUND = [...GROUND_LAYERS, 'place'];

/** @param {Layer} layer whether it is the ground that everything else stands on */
export const isGround = (layer) => GROUND.includes(layer.name);

/** @param {string} name of an SVG element @param {Record<string, string|number>} attributes @param {Element[]} children */
function svg(name, attributes, children = []) {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    node.setAttribute(attribute, String(value));
  }
  node.append(...children);
  return node;
}

/** @param {Element[]} children */
const picture = (children) => svg('svg', { viewBox: '0 0 22 16', width: 22, height: 16, class: 'swatch', 'aria-hidden': 'true' }, children);

const BEND = 'M1.5 12.500C6 12.500 8 4 12 4s5 6 8.500 6';
const FIELD = 'M2.500 5.500 8.500 2l10 2.500 1.500 7-8 2.500-9-1.500Z';

/** @param {Layer} layer @param {string} code of its symbol; a word that it does not know is drawn as the others @param {number} size of a mark, CSS pixels */
export function swatch(layer, code, size) {
  const mark = markOf(layer, code);
  if (isGround(layer)) {
    const at = Object.keys(layer.symbol.marks).indexOf(code);
    const rank = Math.min(3, at < 0 ? 2 : at);
    if (layer.name === 'place') {
      return picture([svg('circle', { cx: 11, cy: 8, r: [4.5, 3.8, 3.1, 2.5][rank], class: 'swatch-place' })]);
    }
    return layer.name === 'admin-area'
      ? picture([svg('path', { d: FIELD, class: `swatch-admin is-${rank}` })])
      : picture([svg('path', { d: BEND, class: 'swatch-case' }), svg('path', { d: BEND, class: `swatch-${layer.name} is-${rank}` })]);
  }
  if (layer.geometry === 'line') {
    return picture([svg('path', { d: BEND, class: 'swatch-edge' }), svg('path', { d: BEND, class: 'swatch-line', stroke: mark.colour })]);
  }
  if (layer.geometry === 'polygon') {
    return picture([svg('path', { d: FIELD, class: 'swatch-area', stroke: mark.colour, fill: mark.colour })]);
  }
  return markIcon(mark, size);
}

/** The same, as military symbols are switched on and off. @param {import('../core/store.js').Store} store @param {Layer} layer @param {string} code @param {number} size */
export function liveSwatch(store, layer, code, size) {
  const { sidc } = markOf(layer, code);
  if (!sidc) {
    return swatch(layer, code, size);
  }
  const holder = el('span', { class: 'swatch-holder' });
  store.watch((s) => [isMilitary(s), s.theme], ([isOn]) => {
    fill(holder, (isOn && symbolNode(sidc, size)) || swatch(layer, code, size));
  }, { now: true });
  return holder;
}

/** @param {string} sidc @param {number} size */
function symbolNode(sidc, size) {
  const symbol = militarySymbol(sidc, size, readPalette()['symbol-edge'], window.devicePixelRatio || 1);
  if (!symbol) {
    return null;
  }
  // One picture is drawn on many canvases; a node is in one place only.
  const canvas = el('canvas', { class: 'swatch', 'aria-hidden': 'true', width: symbol.canvas.width, height: symbol.canvas.height });
  canvas.style.inlineSize = `${symbol.width}px`;
  canvas.style.blockSize = `${symbol.height}px`;
  canvas.getContext('2d')?.drawImage(symbol.canvas, 0, 0);
  return canvas;
}
