// Which columns the table has, layer by layer; kept in this browser.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';
import { headOf } from './cells.js';
import { columnsOf, shownColumns, usualColumns } from './columns.js';
/** @typedef {import('../core/types.js').Layer} Layer */

const KEPT = 'vigie.columns.';

/** @param {string} layer @returns {string[]|null} null while nobody chose */
export function keptColumns(layer) {
  const kept = localStorage.getItem(KEPT + layer);
  return kept === null ? null : kept.split(',');
}

/** @param {Layer} layer @param {() => void} changed */
export function columnChooser(layer, changed) {
  const boxes = columnsOf(layer).map((column) => {
    const box = el('input', { type: 'checkbox', value: column.id, 'data-testid': `column-${column.id}`, onchange: () => {
      const on = boxes.map((item) => item.box).filter((each) => each.checked).map((each) => each.value);
      if (on.length === 0) {
        box.checked = true;
        return;
      }
      localStorage.setItem(KEPT + layer.name, on.join(','));
      changed();
    } });
    return { box, item: el('li', {}, el('label', {}, box, el('span', {}, headOf(column)))) };
  });
  const tick = () => {
    const shown = shownColumns(layer, keptColumns(layer.name)).map(({ id }) => id);
    boxes.forEach(({ box }) => { box.checked = shown.includes(box.value); });
  };
  tick();
  const details = el('details', { class: 'chooser', onkeydown: (/** @type {KeyboardEvent} */ e) => {
    if (e.key === 'Escape' && details.open) {
      e.stopPropagation();
      details.open = false;
      details.querySelector('summary')?.focus();
    }
  }, onfocusout: (/** @type {FocusEvent} */ e) => {
    if (e.relatedTarget instanceof Node && !details.contains(e.relatedTarget)) {
      details.open = false;
    }
  } },
  el('summary', { class: 'button small', 'data-testid': 'table-columns' }, words.linked.chooseColumns),
  el('div', { class: 'chooser-list' }, el('ul', {}, boxes.map(({ item }) => item)),
    el('button', { type: 'button', class: 'link', 'data-testid': 'columns-usual', onclick: () => {
      localStorage.removeItem(KEPT + layer.name);
      tick();
      changed();
    } }, words.linked.usualColumns(usualColumns(layer).length))));
  return details;
}
