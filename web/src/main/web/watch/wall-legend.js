// What the marks on the wall mean, each with its exact count in the window: the most frequent first, as many as there is room for.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { isTiled } from '../core/query.js';
import { legendOf, sample } from '../print/legend.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').State} State */

/** @param {State} state @returns {{layer: import('../core/types.js').Layer, label: string, mark: import('../core/types.js').Mark|null, count: number}[]} without marks where density is drawn */
function entriesOf(state) {
  return legendOf(state).groups
    .flatMap(({ layer, count, rows }) => (rows.length === 0 || (state.drawn === 'density' && isTiled(layer))
      ? [{ layer, label: layer.title, mark: rows.length === 0 ? layer.symbol.other : null, count }]
      : rows.map((row) => ({ layer, ...row }))))
    .sort((a, b) => b.count - a.count);
}

/** @param {import('../core/store.js').Store} store */
export function createWallLegend(store) {
  const node = el('ul', { class: 'wall-legend', 'aria-label': words.wall.legend, 'data-testid': 'wall-legend' });
  store.watch((s) => [s.counts, s.shown, s.filters, s.drawn], () => fill(node, entriesOf(store.state).map(({ layer, label, mark, count }) =>
    el('li', {}, mark ? sample(layer, mark) : null, el('span', {}, label), el('b', {}, format.count(count))))), { now: true });
  return node;
}
