// The legend of a layer: each of its codes with what it looks like, how many are in view, and a switch.
// @ts-check
import { el } from '../core/dom.js';
import { NO_CODE } from '../core/filter.js';
import * as format from '../core/format.js';
import { isTiled } from '../core/query.js';
import { words } from '../words/words.js';
import { liveSwatch } from './swatch.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** @param {Layer} layer @returns {string[]} codes with a mark of their own, then what has none of them */
export function legendCodes(layer) {
  const marks = Object.keys(layer.symbol.marks);
  return marks.length === 0 ? [NO_CODE] : [...marks, NO_CODE];
}

/** @param {Store} store @param {Layer} layer @param {string} id of the list */
export function legendOf(store, layer, id) {
  const codes = legendCodes(layer);
  const rows = codes.length > 1 ? codes.map((code) => codeNode(store, layer, code))
    : [el('li', { class: 'legend-row is-alone' }, liveSwatch(store, layer, NO_CODE, 15), el('span', { class: 'legend-label' }, words.tree.shapes[layer.geometry] ?? words.tree.shapes.mixed))];
  return el('ul', { class: 'legend', id, hidden: true, 'aria-label': words.layers.legend(layer.title) }, rampNode(store, layer), rows);
}

/** How to read a layer that is drawn as density now. @param {Store} store @param {Layer} layer */
function rampNode(store, layer) {
  const node = el('li', { class: 'legend-row legend-ramp', 'data-testid': `ramp-${layer.name}` },
    el('span', {}, words.layers.few), el('i', { class: 'density-ramp' }), el('span', {}, words.layers.many));
  store.watch((s) => s.shown.includes(layer.name) && ((isTiled(layer) && s.drawn === 'density') || s.pictures[layer.name]?.isCrowded === true),
    (isDense) => { node.hidden = !isDense; }, { now: true });
  return node;
}

/** @param {Store} store @param {Layer} layer @param {string} code */
function codeNode(store, layer, code) {
  const property = /** @type {string} */ (layer.symbol.property);
  const label = code === NO_CODE ? words.layers.other
    : layer.properties.find((p) => p.name === property)?.choices?.find((c) => c.code === code)?.label ?? format.unlabelled(code);
  const box = el('input', { type: 'checkbox', 'data-testid': `code-${layer.name}-${code || 'OTHER'}`,
    onchange: () => store.dispatch({ type: 'code/toggled', layer: layer.name, property, code }) });
  const tally = el('span', { class: 'count' });
  const node = el('li', { class: 'legend-row' },
    el('label', {}, box, liveSwatch(store, layer, code, 15), el('span', { class: 'legend-label', title: label }, label)),
    el('button', { type: 'button', class: 'only', 'aria-label': words.layers.onlyThis(label), title: words.layers.onlyThis(label),
      onclick: () => store.dispatch({ type: 'code/only', layer: layer.name, property, codes: legendCodes(layer), code }) }, words.layers.only),
    tally);
  store.watch((s) => (s.filters[layer.name]?.[property]?.hide ?? []).includes(code), (hidden) => {
    box.checked = !hidden;
    node.classList.toggle('is-off', hidden);
  }, { now: true });
  store.watch((s) => s.counts, ({ layers }) => {
    const counted = layers[layer.name];
    const n = counted ? groupCount(layer, counted, code) : null;
    showCount(tally, store.state, n);
    node.hidden = code === NO_CODE && !n && box.checked;
  }, { now: true });
  return node;
}

/** Codes without a mark of their own are counted together as other. @param {Layer} layer @param {import('../core/types.js').LayerCount} counted @param {string} code */
function groupCount(layer, counted, code) {
  if (code !== NO_CODE) {
    return counted.groups?.[code] ?? 0;
  }
  const named = Object.keys(layer.symbol.marks).reduce((sum, c) => sum + (counted.groups?.[c] ?? 0), 0);
  return counted.count - named;
}

/** @param {HTMLElement} node @param {State} state @param {number|null} n */
export function showCount(node, state, n) {
  node.textContent = n === null ? (state.counts.state === 'failed' ? '?' : '…') : format.count(n);
  node.classList.toggle('is-zero', n === 0);
  node.classList.toggle('is-stale', state.counts.state === 'loading');
}
