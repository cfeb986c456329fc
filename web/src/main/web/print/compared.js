// Two pictures that are compared, on the sheet: what differs is marked on its map, and counted in its extent beside it.
// @ts-check
import { el } from '../core/dom.js';
import { countsTable, notesOf } from '../watch/difference-list.js';
import { drawDifferences } from '../watch/draw-differences.js';
import { keepDifferences } from '../watch/keep-differences.js';
import { labelOf } from '../watch/keep-compare.js';
import { words } from '../words/differences.js';
/** @typedef {import('../core/types.js').State} State */

/**
 * @param {import('leaflet').Map} leaflet of the sheet, which shows A
 * @param {import('../core/store.js').Store} store of the sheet
 * @param {import('../core/api.js').Api} api that may ask by POST
 * @returns {() => void} asks again
 */
export function keepCompared(leaflet, store, api) {
  drawDifferences(leaflet, store, 'a');
  return keepDifferences(store, api);
}

/** @param {State} state of the sheet @returns {HTMLElement|null} nothing while nothing is compared */
export function comparedNode(state) {
  const { compare, differences } = state;
  return compare && differences ? el('section', { class: 'sheet-group sheet-compared', 'data-testid': 'sheet-compared' },
    el('h3', {}, el('span', {}, words.comparedWith(labelOf(compare.b)))),
    differences.state === 'failed' ? el('p', { class: 'sheet-failed' }, `${words.failed}. ${differences.problem ?? ''}`)
      : differences.layers.some(({ features }) => features) ? countsTable(state, words.caption) : null,
    notesOf(state).map((text) => el('p', {}, text))) : null;
}

/** @param {State} state */
export const isComparing = ({ compare, differences }) => compare !== null && differences?.state === 'loading';
