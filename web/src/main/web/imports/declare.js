// What the server could not settle about a file by itself, a person can say here; the file is then
// read anew.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

const say = words.imports.declare;
/** Values of the query parameters of POST /api/imports, by parameter. */
const CHOICES = /** @type {Record<string, string[]>} */ ({
  dates: ['dmy', 'mdy', 'ymd'],
  decimal: ['.', ','],
  delimiter: [',', ';', 'tab', '|'],
  encoding: ['UTF-8', 'windows-1252', 'UTF-16LE'],
  format: ['csv', 'geojson', 'ucdp-ged', 'acled'],
});

/**
 * @param {Record<string, string>} declared what was said before
 * @param {boolean} open whether the form is needed to go on
 * @param {(declared: Record<string, string>) => void} readAgain
 */
export function declareForm(declared, open, readAgain) {
  const fields = Object.entries(CHOICES).map(([name, values]) => el('select', { id: `declare-${name}`, name, 'data-testid': `declare-${name}` },
    el('option', { value: '' }, say.recognise), values.map((value) => el('option', { value, selected: declared[name] === value }, say.values[value] ?? value))));
  const zone = el('input', { type: 'text', id: 'declare-timezone', name: 'timezone', value: declared.timezone ?? '', placeholder: 'UTC', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'declare-timezone' });
  const all = [...fields, zone];
  return el('details', { class: 'choices', open, 'data-testid': 'declare' }, el('summary', {}, say.title),
    el('form', { class: 'form declare', onsubmit: (/** @type {Event} */ e) => {
      e.preventDefault();
      readAgain(Object.fromEntries(all.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value !== '')));
    } },
    all.map((field) => el('div', { class: 'field' }, el('label', { for: field.id }, say.names[field.name]), field)),
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'declare-apply' }, icon('retry', { size: 14 }), ' ', say.apply)));
}
