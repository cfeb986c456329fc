// A table as rows that one adds and removes: casualties by group, sex and age, for example.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { rawOf } from './values.js';
/** @typedef {import('../core/types.js').Property} Property */

const say = words.entry.table;

/**
 * @param {Property} property
 * @param {unknown} value
 * @param {Record<string, any>} common
 * @returns {import('./form.js').Control}
 */
export function tableControl(property, value, common) {
  const columns = property.columns ?? [];
  const list = el('div', { class: 'row-list' });
  const add = el('button', { type: 'button', class: 'button small', id: common.id, 'data-testid': `add-${property.name}`, onclick: () => {
    addRow({});
    const first = list.lastElementChild?.querySelector('input, select');
    if (first instanceof HTMLElement) {
      first.focus();
    }
  } }, icon('plus', { size: 14 }), ' ', say.add);
  /** @type {{node: HTMLElement, cells: Map<string, HTMLInputElement|HTMLSelectElement>}[]} */
  let rows = [];

  /** @param {Record<string, string>} row */
  function addRow(row) {
    const cells = new Map(columns.map((column) => [column.name, cell(column, row[column.name] ?? '')]));
    const node = el('div', { class: 'row-card', role: 'group', 'aria-label': property.title },
      columns.map((column) => el('label', {}, el('span', {}, column.title), cells.get(column.name))),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': say.remove, title: say.remove, onclick: () => {
        rows = rows.filter((each) => each.node !== node);
        node.remove();
        add.focus();
        add.dispatchEvent(new Event('input', { bubbles: true }));
      } }, icon('trash', { size: 15 })));
    rows.push({ node, cells });
    list.append(node);
  }

  /** @param {import('./values.js').Raw} raw */
  function put(raw) {
    rows = [];
    list.replaceChildren();
    /** @type {Record<string, string>[]} */ (Array.isArray(raw) ? raw : []).forEach(addRow);
  }

  put(rawOf(property, value));
  return {
    input: add,
    raw: () => rows.map(({ cells }) => Object.fromEntries([...cells].map(([name, input]) => [name, input.value]))),
    put,
    group: el('div', { class: 'row-table', 'data-testid': common['data-testid'] }, list, add),
  };
}

/** @param {Property} column @param {string} text */
function cell(column, text) {
  const choices = column.choices ?? [];
  if (choices.length > 0) {
    const known = choices.find((choice) => choice.code === text || choice.label === text)?.code ?? text;
    const others = known !== '' && !choices.some((choice) => choice.code === known) ? [el('option', { value: known }, known)] : [];
    const select = el('select', {}, el('option', { value: '' }, words.form.none), choices.map((choice) => el('option', { value: choice.code }, choice.label)), others);
    select.value = known;
    return select;
  }
  const isNumber = column.type === 'integer' || column.type === 'number';
  return el('input', { type: isNumber ? 'number' : 'text', min: column.minimum ?? null, max: column.maximum ?? null, value: text, autocomplete: 'off' });
}
