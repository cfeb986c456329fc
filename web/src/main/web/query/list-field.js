// Choosing among codes: checkboxes, with a field to find one where there are many.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';

/** More than this are searched. */
const FEW = 12;
const say = words.query;

/**
 * @param {import('./queryables.js').Queryable} of
 * @param {string[]} values
 * @param {string} key names the controls, so that the focus comes back to them
 * @param {(values: string[]) => void} changed
 */
export function listField(of, values, key, changed) {
  const known = of.choices.map((choice) => choice.code);
  const all = [...of.choices, ...values.filter((value) => !known.includes(value)).map((code) => ({ code, label: code }))];
  const toggle = (/** @type {string} */ code) => changed(values.includes(code) ? values.filter((each) => each !== code) : [...values, code]);
  const items = all.map((choice) => el('li', {}, el('label', {},
    el('input', { type: 'checkbox', checked: values.includes(choice.code), 'data-key': `${key}-${choice.code}`, 'data-testid': `pick-${choice.code}`, onchange: () => toggle(choice.code) }),
    el('span', {}, choice.label ?? format.unlabelled(choice.code)))));
  const find = el('input', { type: 'search', 'aria-label': say.choose, placeholder: say.choose, oninput: () => {
    const wanted = find.value.trim().toLocaleLowerCase();
    items.forEach((item) => { item.hidden = !(item.textContent ?? '').toLocaleLowerCase().includes(wanted); });
  } });
  return el('div', { class: 'query-list' }, all.length > FEW ? find : null, el('ul', {}, items));
}

/**
 * Codes that nobody declared, and texts: typed, divided by semicolons.
 *
 * @param {string[]} values @param {string} key @param {(values: string[]) => void} changed
 */
export function typedField(values, key, changed) {
  const input = el('input', { type: 'text', value: values.join('; '), 'aria-label': say.values, placeholder: say.values, dir: 'auto', 'data-key': key, 'data-testid': 'query-values',
    onchange: () => changed(input.value.split(';').map((value) => value.trim()).filter((value) => value !== '')) });
  return input;
}
