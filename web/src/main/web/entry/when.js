// When it was, in UTC: typed as people write it, read back at once.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { locale } from '../core/language.js';
import { momentText, readMoment } from '../core/moment.js';
import { words } from '../words/words.js';
import { spanOf } from './span.js';

const say = words.entry.time;

/**
 * @param {{text: string, precision: string}} first precision: code, empty while nobody chose one
 * @param {() => void} changed
 * @param {() => Date} now what time it is in the mission
 */
export function whenField(first, changed, now) {
  let isChosen = first.precision !== '';
  const problem = el('p', { class: 'field-problem', id: 'entry-when-problem', role: 'alert' });
  const heard = el('p', { class: 'muted', role: 'status', 'data-testid': 'when-read' });
  const input = el('input', { type: 'text', id: 'entry-when', dir: 'ltr', value: first.text, autocomplete: 'off', spellcheck: 'false', required: true, 'data-testid': 'when', 'aria-describedby': 'entry-when-problem',
    oninput: () => { update(); changed(); } });
  const precision = el('select', { 'aria-label': say.precision, 'data-testid': 'when-precision', onchange: () => { isChosen = true; update(); changed(); } },
    Object.entries(words.timePrecision).map(([code, label]) => el('option', { value: code }, label)));
  precision.value = first.precision || 'EXACT_MINUTE';

  function update() {
    const moment = readMoment(input.value, now(), locale);
    problem.textContent = '';
    input.removeAttribute('aria-invalid');
    if (moment && !isChosen) {
      precision.value = moment.precision;
    }
    const { valid_from: from, valid_to: to } = moment ? spanOf(moment.at, precision.value) : { valid_from: null, valid_to: null };
    const text = format.span(from, to, precision.value);
    heard.textContent = !moment ? '' : Date.parse(moment.at) > now().getTime() ? say.future(text) : say.read(text);
  }

  update();
  return {
    node: el('div', { class: 'field' }, el('label', { for: 'entry-when' }, say.label, el('span', { class: 'required' }, ' *')),
      el('div', { class: 'entry-when' }, input, precision,
        el('button', { type: 'button', class: 'button small', 'data-testid': 'when-now', onclick: () => { input.value = momentText(now()); isChosen = false; update(); changed(); } }, say.now)),
      heard, problem, el('p', { class: 'field-help' }, say.help)),
    /** @returns {{valid_from: string, valid_to: string|null, time_precision: string}|null} */
    find() {
      const moment = readMoment(input.value, now(), locale);
      return moment ? { ...spanOf(moment.at, precision.value), time_precision: precision.value } : null;
    },
    /** The same, and points at the field when it is wrong. */
    read() {
      const value = this.find();
      if (!value) {
        problem.textContent = say.wrong;
        input.setAttribute('aria-invalid', 'true');
        input.focus();
      }
      return value;
    },
    typed: () => ({ text: input.value, precision: isChosen ? precision.value : '' }),
  };
}
