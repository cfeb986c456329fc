// What an analysis found, on the sheet: drawn on its map as on the screen, and told beside it with all that it rests on.
// @ts-check
import { caveatInWords } from '../analysis/declared.js';
import { createFindingLayer } from '../analysis/finding-layer.js';
import { createGridLayer } from '../analysis/grid-layer.js';
import { countsOf, swatch } from '../analysis/legend.js';
import { settingsOf } from '../analysis/note-rows.js';
import { spoken } from '../analysis/process.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { analyses } from '../words/analyses.js';
import { words as say } from '../words/analysis.js';
import { words } from '../words/words.js';
/** @typedef {import('../analysis/compare.js').Kept} Kept */

/**
 * @param {import('leaflet').Map} leaflet of the sheet
 * @param {import('../core/store.js').Store} store of the sheet
 * @returns {() => (HTMLElement|null)[]} what is told of it; nothing when there is none
 */
export function keepFinding(leaflet, store) {
  const findings = createFindingLayer(leaflet, 'findings', () => undefined);
  const surface = createGridLayer(leaflet, 'surface');
  /** @type {HTMLElement|null} */
  let scale = null;
  store.watch((s) => s.finding, (kept) => {
    findings.clear();
    surface.clear();
    scale = null;
    if (kept) {
      const { features, legend, grids } = kept.result;
      findings.show(features, legend, { outlines: grids.length > 0 });
      scale = grids.length > 0 ? surface.show(grids[0]) : null;
    }
  }, { now: true });
  return () => (store.state.finding ? [foundNode(store.state.finding, scale), basisNode(store.state.finding)] : []);
}

/** @param {Kept} kept @param {HTMLElement|null} scale legend of a surface */
function foundNode({ result: { features, legend, diagnostics }, label }, scale) {
  return el('section', { class: 'sheet-group sheet-finding', 'data-testid': 'sheet-finding' },
    el('h3', {}, el('span', {}, label), features.length > 0 ? el('b', {}, format.count(features.length)) : null),
    legend && features.length > 0 ? [el('p', {}, legend.title),
      el('ul', {}, [...countsOf(legend, features)].filter(([, n]) => n > 0).map(([entry, n]) => el('li', {}, swatch(entry.tone), el('span', {}, entry.label), el('b', {}, format.count(n)))))] : null,
    scale?.cloneNode(true) ?? null,
    diagnostics.caveats.slice(0, 1).map((text) => caveatNode(text, 'sheet-caveat')));
}

/** Settings, data and every further caveat: what has no room beside the map goes onto the next sheet. @param {Kept} kept */
function basisNode({ result, process }) {
  const { caveats, used, n, dataAsOf, method } = result.diagnostics;
  return el('section', { class: 'sheet-group sheet-finding', 'data-testid': 'sheet-finding-basis' },
    el('h3', {}, el('span', {}, process?.title ?? method)),
    el('p', {}, `${say.used(used, n)}. ${words.asOf(format.moment(dataAsOf.committedAt))}`),
    el('p', {}, settingsOf(result, process).map(({ title, value }) => `${title}: ${value}`).join('; ')),
    caveats.slice(1).map((text) => caveatNode(text)));
}

/** @param {string} sentence of the server @param {string|null} [test] */
function caveatNode(sentence, test = null) {
  const caveat = caveatInWords(sentence, analyses);
  return el('p', { class: 'sheet-caveat', 'data-testid': test, ...spoken(caveat) }, caveat.text);
}
