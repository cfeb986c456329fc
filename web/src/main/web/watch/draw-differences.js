// What differs, on the map of one of the two pictures: a mark for each event, a number for each cell.
// @ts-check
import * as L from '../lib/leaflet.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { differenceMark } from './difference-mark.js';
import { isAbsent, kindOf, laterOf, MOST_SQUARES, placeOn, squaresOf, toldOf } from './differences.js';
/** @typedef {import('./differences.js').Difference} Difference */
/** @typedef {import('./differences.js').Square} Square */

const PANE = 'differences';
/** Above the events, below what is selected. */
const HEIGHT = '435';
const SIDE = 36;
/** Where there are many, marks are smaller. */
const MANY = 120;
const SMALL = 24;

/** More or fewer in B than in A: the sign says which. @param {{a: number, b: number}} counts */
export const signed = ({ a, b }) => `${b > a ? '+' : b < a ? '−' : '='}${b === a ? '' : format.count(Math.abs(b - a))}`;

/**
 * @param {import('leaflet').Map} leaflet
 * @param {import('../core/store.js').Store} store that has the answer
 * @param {'a'|'b'} side which picture this map shows
 */
export function drawDifferences(leaflet, store, side) {
  const pane = leaflet.createPane(PANE);
  pane.style.zIndex = HEIGHT;
  pane.style.pointerEvents = 'none';
  const drawn = L.layerGroup().addTo(leaflet);
  const lines = L.svg({ pane: PANE, padding: 0.5 });
  const icon = (/** @type {HTMLElement} */ html, /** @type {number} */ size) => L.divIcon({ html, className: 'difference-spot', iconSize: [size, size] });

  /** @param {string} name @param {Difference} difference @param {string} key @param {number} size in pixels @param {'a'|'b'|null} later */
  function mark(name, difference, key, size, later) {
    const place = placeOn(difference, side);
    if (!place) {
      return;
    }
    const kind = kindOf(difference, later);
    const layer = store.state.catalog.find((each) => each.name === name);
    const isWalked = store.state.walk?.key === key;
    const box = el('div', { class: `difference ${isAbsent(difference, side) ? 'is-absent' : ''} ${isWalked ? 'is-walked' : ''}`, 'data-testid': 'difference-mark', 'data-kind': kind, 'data-id': difference.id });
    box.append(differenceMark(kind, size, { layer, code: (difference[side] ?? difference.a ?? difference.b)?.code }));
    const [from, to] = [difference.a?.place, difference.b?.place];
    if (difference.changes?.includes('place') && from && to) {
      drawn.addLayer(L.polyline([[from[1], from[0]], [to[1], to[0]]], { renderer: lines, className: 'difference-way', interactive: false }));
    }
    drawn.addLayer(L.marker([place[1], place[0]], { icon: icon(box, size), pane: PANE, interactive: false, keyboard: false, zIndexOffset: isWalked ? 1_000 : 0 }));
  }

  /** @param {Square} square @param {number} most largest difference of a cell */
  function cell(square, most) {
    const { west, south, side: width, a, b } = square;
    const kind = b > a ? 'more' : b < a ? 'fewer' : 'equal';
    const key = `${west},${south}`;
    const isWalked = store.state.walk?.key === key;
    drawn.addLayer(L.rectangle([[south, west], [south + width, west + width]], {
      renderer: lines, interactive: false, className: `difference-cell is-${kind} ${isWalked ? 'is-walked' : ''}`, fillOpacity: most === 0 ? 0 : 0.06 + 0.3 * Math.abs(b - a) / most,
    }));
    const said = el('b', { class: `difference-number is-${kind} ${isWalked ? 'is-walked' : ''}`, 'data-testid': 'difference-cell', 'data-a': a, 'data-b': b, dir: 'ltr' }, signed(square));
    drawn.addLayer(L.marker([south + width / 2, west + width / 2], { icon: icon(said, 60), pane: PANE, interactive: false, keyboard: false }));
  }

  function draw() {
    const { compare, differences } = store.state;
    drawn.clearLayers();
    if (!compare || !differences) {
      return;
    }
    const squares = squaresOf(differences.layers).slice(0, MOST_SQUARES);
    const most = Math.max(0, ...squares.map(({ a, b }) => Math.abs(b - a)));
    squares.forEach((square) => cell(square, most));
    const later = laterOf(store.state);
    const size = toldOf(differences.layers).told > MANY ? SMALL : SIDE;
    // The gravest are drawn last and lie on top.
    for (const { name, features } of differences.layers) {
      [...features?.differences ?? []].reverse().forEach((difference) => mark(name, difference, `${name}/${difference.id}`, size, later));
    }
  }

  const stop = store.watch((s) => [s.compare === null, s.differences, s.walk], draw, { now: true });
  leaflet.on('unload', stop);
}
