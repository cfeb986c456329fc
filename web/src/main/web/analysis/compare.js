// Two results side by side on one map: one, the other, or both with a boundary that can be moved.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/analysis.js';
import { createFindingLayer } from './finding-layer.js';
import { hotOf } from './legend.js';
import { noteNode } from './note.js';
import { overlapOf } from './overlap.js';
/** @typedef {import('./execution.js').Result} Result */
/** @typedef {{result: Result, process: import('./process.js').Process|null, names: import('./note.js').Names, label: string, job: string|null}} Kept job under which the server keeps it */
/** @typedef {'a'|'b'|'both'} Mode */

const say = words.compare;

/**
 * @param {import('leaflet').Map} leaflet
 * @param {HTMLElement} panel where the comparison is told
 * @param {{paneB: () => HTMLElement, ended: () => void}} other the pane of the result that is worked with, which is B
 */
export function createComparison(leaflet, panel, { paneB, ended }) {
  const layer = createFindingLayer(leaflet, 'findings-a', () => undefined);
  /** @type {Kept|null} */
  let a = null;
  /** @type {Kept|null} */
  let b = null;
  /** @type {Mode} */
  let mode = 'both';
  let share = 50;
  const slider = el('input', { type: 'range', class: 'swipe', min: '0', max: '100', value: String(share), 'aria-label': say.swipe, 'data-testid': 'compare-swipe', hidden: true,
    oninput: () => { share = Number(slider.value); clip(); } });
  const line = el('div', { class: 'swipe-line', hidden: true, 'aria-hidden': 'true' }, el('span', {}, say.a), el('span', {}, say.b));
  leaflet.getContainer().parentElement?.append(line, slider);
  leaflet.on('move zoomend resize', clip);

  /** The panes move with the map, so what is cut off is given in their own coordinates. */
  function clip() {
    const on = a !== null && b !== null;
    const size = leaflet.getSize();
    const corner = leaflet.containerPointToLayerPoint([0, 0]);
    const at = corner.x + (mode === 'a' ? size.x : mode === 'b' ? 0 : (size.x * share) / 100);
    const box = (/** @type {number} */ from, /** @type {number} */ to) => `polygon(${from}px ${corner.y}px, ${to}px ${corner.y}px, ${to}px ${corner.y + size.y}px, ${from}px ${corner.y + size.y}px)`;
    layer.pane.style.clipPath = on ? box(corner.x, at) : '';
    paneB().style.clipPath = on ? box(at, corner.x + size.x) : '';
    slider.hidden = line.hidden = !on || mode !== 'both';
    line.style.insetInlineStart = `${share}%`;
  }

  function show() {
    if (!a) {
      fill(panel);
      clip();
      return;
    }
    layer.show(a.result.features, a.result.legend, { outlines: a.result.grids.length > 0 });
    fill(panel, el('section', { class: 'detail-section comparison', 'data-testid': 'comparison' }, el('h3', {}, say.heading),
      el('dl', { class: 'rows tight' }, [[say.a, a], [say.b, b]].map(([name, kept]) => el('div', {}, el('dt', {}, String(name)), el('dd', {}, kept === null ? '…' : /** @type {Kept} */ (kept).label)))),
      b ? [modes(), overlapNode(a, b), noteNode(a, say.note(say.a))] : el('p', { class: 'notice quiet' }, say.next),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'compare-stop', onclick: () => { stop(); ended(); } }, say.stop)));
    clip();
  }

  function modes() {
    const names = /** @type {[Mode, string][]} */ ([['a', say.a], ['both', say.both], ['b', say.b]]);
    return el('fieldset', { class: 'segments', 'aria-label': say.shown }, names.map(([id, text]) => el('label', {},
      el('input', { type: 'radio', name: 'compare-mode', checked: mode === id, 'data-testid': `compare-${id}`, onchange: () => { mode = id; clip(); } }), el('span', {}, text))));
  }

  function stop() {
    a = null;
    b = null;
    layer.clear();
    show();
  }

  return {
    /** @param {Kept} kept */
    keep(kept) { a = kept; b = null; show(); },
    /** @param {Kept} kept the newest result, which is B once an A is kept */
    against(kept) { if (a && kept.result !== a.result) { b = kept; show(); } },
    isOn: () => a !== null,
    open() { if (a) { show(); } },
    /** The drawing goes, what is kept stays. */
    close() { layer.clear(); slider.hidden = line.hidden = true; },
    stop,
  };
}

/** @param {Kept} a @param {Kept} b */
function overlapNode(a, b) {
  const [inA, inB] = [hotOf(a.result.legend, a.result.features), hotOf(b.result.legend, b.result.features)];
  const overlap = overlapOf(inA.areas, inB.areas);
  if (!overlap) {
    return el('p', { class: 'notice quiet', 'data-testid': 'overlap' }, say.noAreas);
  }
  const percent = (/** @type {number} */ share) => Math.round(share * 100);
  const km2 = (/** @type {number} */ km) => say.area(format.count(Math.round(km)));
  return el('div', { 'data-testid': 'overlap' },
    el('p', { class: 'figures-count' }, el('strong', {}, `${percent(overlap.jaccard)} %`)), el('p', {}, say.overlap(percent(overlap.jaccard))),
    el('p', { class: 'muted' }, `${say.ofA(percent(overlap.ofA))} (A: ${km2(overlap.kmA)}); ${say.ofB(percent(overlap.ofB))} (B: ${km2(overlap.kmB)}).`),
    el('p', { class: 'muted' }, say.counted([...new Set([inA, inB].map(({ tests }) => (tests ? say.hot : say.every)))].join(' · '))));
}
