// A result in the panel and on the map: how many, legend, surfaces, the chosen finding, the list, tables, the method note.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { PRINT } from '../tools/wish.js';
import { analyses } from '../words/analyses.js';
import { words as say } from '../words/analysis.js';
import { words } from '../words/words.js';
import { chosenNode } from './chosen.js';
import { distanceCurve } from './curve.js';
import { createFindingLayer } from './finding-layer.js';
import { findingsList } from './findings-list.js';
import { createGridLayer } from './grid-layer.js';
import { entryOf, isNotable, legendNode } from './legend.js';
import { caveatInWords } from './declared.js';
import { noteNode } from './note.js';
import { spoken } from './process.js';
import { tableNode } from './tables.js';
/** @typedef {import('./compare.js').Kept} Kept */

const DISTANCE = 'epsM';

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {{keep: (kept: Kept) => void, takeDistance: (metres: number) => void}} actions
 */
export function createResultView(context, { keep, takeDistance }) {
  const { map, store } = context;
  const layer = createFindingLayer(map.leaflet, 'findings', (index) => choose(index));
  const surface = createGridLayer(map.leaflet, 'surface');
  const node = el('div', { class: 'area-results', 'data-testid': 'analysis-results' });
  const chosenBox = el('div', {});
  const surfaceLegend = el('div', {});
  /** @type {Kept|null} */
  let kept = null;
  /** @type {ReturnType<typeof findingsList>|null} */
  let list = null;
  /** @type {number|null} */
  let chosen = null;

  /** @param {Kept} shown */
  function show(shown) {
    kept = shown;
    chosen = null;
    const { result } = shown;
    list = result.features.length > 0 ? findingsList(result, choose) : null;
    draw();
    fill(chosenBox);
    fill(node, headline(shown),
      result.legend && result.features.length > 0 ? legendNode(result.legend, result.features) : null, surfaces(), surfaceLegend, chosenBox, list?.node ?? null,
      result.tables.map(tableNode), curve(shown), noteNode(shown),
      el('div', { class: 'detail-actions' }, el('button', { type: 'button', class: 'button small', 'data-testid': 'compare-keep', onclick: () => keep(shown) }, icon('copy', { size: 14 }), ' ', say.compare.keep)),
      el('p', { class: 'muted' }, words.asOf(format.moment(result.diagnostics.dataAsOf.committedAt))));
  }

  /** @param {Kept} shown */
  function headline({ result: { features, grids, tables, legend, diagnostics: d }, label }) {
    const notable = features.filter((finding) => isNotable(entryOf(legend, finding)?.tone)).length;
    const part = notable < features.length;
    const first = caveatInWords(d.caveats[0] ?? '', analyses);
    return el('section', { class: 'figures' },
      el('p', { class: 'muted' }, label),
      features.length > 0 ? el('p', { class: 'figures-count' }, el('strong', { 'data-testid': 'analysis-count' }, format.count(part ? notable : features.length)), ' ', part ? say.notable(notable, features.length) : say.found(features.length)) : null,
      features.length + grids.length + tables.length === 0 ? el('p', { class: 'notice quiet', 'data-testid': 'analysis-empty' }, say.empty) : null,
      el('p', { class: 'muted' }, say.used(d.used, d.n)),
      d.dropped.map(({ reason, n }) => el('p', { class: 'muted' }, say.dropped(n, reason))),
      d.caveats.length > 0 ? el('p', { class: 'caution-first', 'data-testid': 'first-caveat', ...spoken(first) }, first.text) : null);
  }

  function surfaces() {
    const grids = kept?.result.grids ?? [];
    return grids.length < 2 ? null : el('div', { class: 'field' }, el('label', { for: 'surface' }, say.surface('')), el('select', { id: 'surface', onchange: (/** @type {Event} */ e) => {
      fill(surfaceLegend, surface.show(grids[Number(/** @type {HTMLSelectElement} */ (e.target).value)])); } }, grids.map((grid, i) => el('option', { value: i }, grid.title))));
  }

  /** Distances to the k-th neighbour, where a method of clusters gives them. @param {Kept} shown */
  function curve({ result: { diagnostics: d } }) {
    const distances = /** @type {number[]|undefined} */ (d.kDistance);
    return !distances || distances.length < 2 ? null : el('section', { class: 'detail-section' }, el('h3', {}, words.clusters.curve),
      distanceCurve(distances, { suggested: d.suggestedEpsM ?? null, chosen: Number(d.parameters[DISTANCE]), choose: takeDistance }));
  }

  function draw() {
    if (kept) {
      const { features, legend, grids } = kept.result;
      layer.show(features, legend, { outlines: grids.length > 0 });
      layer.select(chosen);
      surface.clear();
      fill(surfaceLegend, grids.length > 0 ? surface.show(grids[0]) : null);
      store.dispatch({ type: 'finding/set', finding: kept });
    }
  }

  /** @param {number|null} index */
  function choose(index) {
    chosen = index;
    layer.select(index, covered());
    list?.select(index);
    fill(chosenBox, index === null || !kept ? null : chosenNode(context, kept.result, index));
    chosenBox.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }

  /** On a phone the panel is a sheet over the map. */
  function covered() {
    const sheet = node.closest('.tool')?.getBoundingClientRect();
    const box = map.leaflet.getContainer().getBoundingClientRect();
    return sheet && sheet.left <= box.left ? Math.max(0, box.bottom - sheet.top) : 0;
  }

  return {
    node, show, draw,
    pane: () => layer.pane,
    kept: () => kept,
    /** The drawing goes, the figures stay; whoever prints takes along what the map showed. */
    hide() {
      layer.clear();
      surface.clear();
      if (store.state.tool !== PRINT) {
        store.dispatch({ type: 'finding/set', finding: null });
      }
    },
  };
}
