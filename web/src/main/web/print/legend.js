// The legend of what is really on the sheet: layers and kinds that lie in its extent, each with its exact count.
// @ts-check
import { NO_CODE } from '../core/filter.js';
import * as format from '../core/format.js';
import { el } from '../core/dom.js';
import { visibleCount } from '../core/query.js';
import { markIcon } from '../map/marks.js';
import { words as say } from '../words/print.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Mark} Mark */
/** @typedef {{label: string, mark: Mark, count: number}} Row */
/** @typedef {{layer: Layer, count: number, rows: Row[]}} Group rows: empty when all have one mark */

/** @param {State} state @returns {{groups: Group[], empty: Layer[], ground: Layer[]}} empty: layers that are on and have nothing here */
export function legendOf(state) {
  const on = state.catalog.filter(({ name }) => state.shown.includes(name));
  const counted = on.filter(({ group }) => group !== 'reference').map((layer) => ({ layer, count: visibleCount(state, layer) ?? 0 }));
  const present = (/** @type {Layer} */ { name }) => (state.counts.layers[name]?.count ?? 0) > 0;
  return {
    groups: counted.filter(({ count }) => count > 0).map(({ layer, count }) => ({ layer, count, rows: rowsOf(state, layer) })),
    empty: counted.filter(({ count }) => count === 0).map(({ layer }) => layer),
    ground: on.filter((layer) => layer.group === 'reference' && present(layer)),
  };
}

/** @param {State} state @param {Layer} layer @returns {Row[]} */
function rowsOf(state, layer) {
  const { property, marks, other } = layer.symbol;
  const codes = Object.keys(marks);
  if (!property || codes.length === 0) {
    return [];
  }
  const counts = state.counts.layers[layer.name]?.groups ?? {};
  const hidden = state.filters[layer.name]?.[property]?.hide ?? [];
  const choices = layer.properties.find(({ name }) => name === property)?.choices;
  const rows = codes.filter((code) => !hidden.includes(code))
    .map((code) => ({ label: choices?.find((choice) => choice.code === code)?.label ?? format.unlabelled(code), mark: marks[code], count: counts[code] ?? 0 }));
  const rest = (state.counts.layers[layer.name]?.count ?? 0) - codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return [...rows, { label: words.layers.other, mark: other, count: hidden.includes(NO_CODE) ? 0 : rest }].filter(({ count }) => count > 0);
}

/** @param {Group} group */
export function groupNode({ layer, count, rows }) {
  return el('section', { class: 'sheet-group', 'data-testid': `sheet-legend-${layer.name}` },
    el('h3', {}, rows.length === 0 ? sample(layer, layer.symbol.other) : null, el('span', {}, layer.title), el('b', {}, format.count(count))),
    rows.length === 0 ? null : el('ul', {}, rows.map((row) => el('li', {}, sample(layer, row.mark), el('span', {}, row.label), el('b', {}, format.count(row.count))))));
}

const SVG = 'http://www.w3.org/2000/svg';
/** How the map draws lines and areas of layers. @type {Record<string, string>} */
const DRAWN = { line: 'M1 11 7 4l6 5 6-7', polygon: 'M3 4 14 2l5 6-6 4-9-1z' };

/** @param {Layer} layer @param {Mark} mark */
export function sample({ geometry }, mark) {
  return DRAWN[geometry] ? stroke(DRAWN[geometry], geometry === 'polygon' ? 'is-area' : '', mark.colour) : markIcon(mark, 14);
}

/** @param {string} path @param {string} kind @param {string} [colour] of a layer; the ground has those of the style */
function stroke(path, kind, colour) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 14');
  svg.setAttribute('class', `sheet-sample ${kind}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  if (colour) {
    line.style.setProperty('stroke', colour);
    line.style.setProperty('fill', colour);
  }
  svg.append(line);
  return svg;
}

/** The ground is drawn in the colours of the map's style, not in those of marks. @param {Layer[]} layers */
export const groundNode = (layers) => (layers.length === 0 ? null : el('section', { class: 'sheet-group is-ground' },
  el('ul', {}, layers.map((layer) => el('li', {}, stroke(layer.geometry === 'polygon' ? 'M1 7h18' : layer.geometry === 'point' ? 'M10 7h0' : 'M1 11 7 4l6 5 6-7', `is-${layer.name}`), el('span', {}, layer.title), el('b', {}))))));

/** @param {{most: number, metres: number}} ramp the most events in a cell, and how wide a cell is */
export const rampNode = ({ most, metres }) => el('section', { class: 'sheet-group', 'data-testid': 'sheet-ramp' },
  el('h3', {}, el('span', {}, say.density)),
  el('div', { class: 'sheet-ramp' }), el('div', { class: 'sheet-ramp-ends' }, el('span', {}, format.count(1)), el('span', {}, format.count(Math.round(most)))),
  el('p', {}, say.densityUnit(format.distance(metres))));
