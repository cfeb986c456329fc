// Where a condition holds: the drawn area, or in or around something that is on record.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { AREA } from '../tools/wish.js';
import { words } from '../words/words.js';
import { areaName } from './describe.js';
import { placeFinder } from './place-finder.js';

const say = words.query;

/**
 * @param {import('./tree.js').PlaceRow} row
 * @param {string} key
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api}} context
 * @param {(row: import('./tree.js').Row) => void} changed
 * @returns {{node: HTMLElement, show: () => void}} show: says what is known by now of names and of what is drawn
 */
export function placeField(row, key, { store, api }, changed) {
  const use = (/** @type {string} */ area) => changed({ ...row, area });
  const drawn = el('button', { type: 'button', class: 'button small', 'data-key': `${key}-drawn`, 'data-testid': 'query-drawn', onclick: () => { if (store.state.area) { use(store.state.area); } } }, icon('polygon', { size: 14 }), ' ', say.drawn);
  const draw = el('button', { type: 'button', class: 'button small', 'data-key': `${key}-draw`, 'data-testid': 'query-draw', onclick: () => store.dispatch({ type: 'tool/set', tool: AREA }) }, icon('edit', { size: 14 }), ' ', say.draw);
  const where = el('p', { class: row.area ? 'query-area' : 'muted', 'data-testid': 'query-area' });
  return {
    node: el('div', { class: 'query-place' }, where, el('div', { class: 'query-presets' }, drawn, draw),
      el('details', { class: 'choices', open: !row.area }, el('summary', {}, say.find), placeFinder({ store, api }, key, use))),
    show() {
      const { state } = store;
      drawn.disabled = !state.area;
      where.textContent = row.area ? areaName(row.area, state.catalog, state.names) : say.noArea;
    },
  };
}
