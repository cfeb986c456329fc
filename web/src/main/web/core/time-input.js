// A field for a day or a moment. The browser's own follow the language of the browser, so that 04/02/2026 is one day on one
// laptop and another on the next; these show ISO 8601 everywhere, read what people write and keep the browser's calendar.
// @ts-check
import { words } from '../words/words.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { locale } from './language.js';
import { readDay, readMoment, readTyped } from './moment.js';
import { isDay } from './period.js';

const WHOLE_MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;
/** @typedef {{node: HTMLElement, input: HTMLInputElement, picker: HTMLInputElement}} TimeInput input: its value is YYYY-MM-DD once a day is understood; picker: for its limits */

/** @param {Record<string, any>} attributes of the input @param {() => Date} [now] @returns {TimeInput} */
export const dayInput = (attributes, now = () => new Date()) => field('date', attributes, isDay, (text) => readDay(text, now(), locale));

/** A day, or a moment in UTC. @param {Record<string, any>} attributes of the input @param {() => Date} [now] @returns {TimeInput} */
export const dayOrMomentInput = (attributes, now = () => new Date()) => field('date', { title: words.time.typed, ...attributes }, (text) => isDay(text) || isMoment(text), (text) => (readMoment(text, now(), locale)?.precision === 'EXACT_MINUTE' ? readTyped : readDay)(text, now(), locale));

/** Whether it is a moment as fields have it. @param {string} text */
export const isMoment = (text) => WHOLE_MOMENT.test(text) && !Number.isNaN(Date.parse(`${text.replace(' ', 'T')}Z`));

/** UTC, as YYYY-MM-DD hh:mm, with seconds when they were typed. @param {Record<string, any>} attributes of the input @param {() => Date} [now] @returns {TimeInput} */
export const momentInput = (attributes, now = () => new Date()) => field('datetime-local', attributes, (text) => WHOLE_MOMENT.test(text), (text) => readTyped(text, now(), locale));

/**
 * @param {'date'|'datetime-local'} type @param {Record<string, any>} attributes @param {(text: string) => boolean} isWhole
 * @param {(text: string) => string|null} read null leaves the text for whoever says what is wrong with it
 * @returns {TimeInput}
 */
function field(type, attributes, isWhole, read) {
  const isForDays = type === 'date';
  const input = el('input', { type: 'text', dir: 'ltr', autocomplete: 'off', spellcheck: 'false', size: isForDays ? 10 : 16, placeholder: isForDays ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm', title: words.typedTime.forms(isForDays), ...attributes });
  const picker = el('input', { type, class: 'time-picker', tabindex: '-1', 'aria-hidden': 'true' });
  const changed = () => input.dispatchEvent(new Event('change', { bubbles: true }));
  input.addEventListener('change', () => {
    const understood = read(input.value);
    input.value = understood ?? input.value;
    input.setCustomValidity(understood === null && input.value.trim() !== '' ? input.title : '');
  });
  input.addEventListener('input', () => {
    input.setCustomValidity('');
    if (isWhole(input.value)) {
      changed();
    }
  });
  picker.addEventListener('change', () => {
    if (picker.value) {
      input.value = picker.value.replace('T', ' ');
      changed();
    }
  });
  const open = el('button', { type: 'button', class: 'time-calendar', 'aria-label': words.typedTime.calendar, title: words.typedTime.calendar, onclick: () => {
    picker.value = !isWhole(input.value) ? '' : isForDays ? input.value.slice(0, 10) : input.value.replace(' ', 'T');
    picker.showPicker?.();
  } }, icon('calendar', { size: 14 }));
  return { node: el('span', { class: 'time-input', dir: 'ltr' }, input, open, picker), input, picker };
}
