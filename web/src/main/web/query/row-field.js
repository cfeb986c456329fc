// The value of one condition, as fields.
// @ts-check
import { el } from '../core/dom.js';
import { dayInput, momentInput } from '../core/time-input.js';
import { words } from '../words/words.js';
import { dayName } from './describe.js';
import { listField, typedField } from './list-field.js';
import { zoneField } from './zone-field.js';
/** @typedef {import('./tree.js').Row} Row */

const say = words.query;
const NIGHT = { from: '18:00', to: '06:00' };
const DAY = { from: '06:00', to: '18:00' };
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/**
 * @param {Row} row without one of a place, which query/place-field.js changes
 * @param {import('./queryables.js').Queryable|null} of
 * @param {string} key
 * @param {string} mission the mission's time zone
 * @param {(row: Row) => void} changed
 * @returns {HTMLElement|null} null for a condition without a value
 */
export function rowField(row, of, key, mission, changed) {
  switch (row.op) {
    case 'in': case 'not-in': case 'has': case 'has-none':
      return of && of.choices.length > 0 ? listField(of, row.values, key, (values) => changed({ ...row, values })) : typedField(row.values, key, (values) => changed({ ...row, values }));
    case 'contains': case 'lacks': return input(row.value, 'text', say.value, key, (value) => changed({ ...row, value: value.trim() }));
    case 'is': return el('select', { 'aria-label': say.value, 'data-key': key, 'data-testid': 'query-value', onchange: (/** @type {Event} */ e) => changed({ ...row, value: /** @type {HTMLSelectElement} */ (e.target).value === 'yes' }) },
      el('option', { value: 'yes', selected: row.value }, words.detail.yes), el('option', { value: 'no', selected: !row.value }, words.detail.no));
    case 'equals': case 'least': case 'most': return number(row.value, say.value, key, (value) => changed({ ...row, value }));
    case 'between': return el('div', { class: 'query-range' }, number(row.low, say.low, `${key}-low`, (low) => changed({ ...row, low })), el('span', {}, say.and), number(row.high, say.high, `${key}-high`, (high) => changed({ ...row, high })));
    case 'since': case 'before': return moment(row, key, changed);
    case 'hours': return hours(row, key, mission, changed);
    case 'days': return days(row, key, mission, changed);
    case 'expert': return el('div', {}, el('code', { class: 'cql', tabindex: '0', dir: 'ltr' }, row.text), el('p', { class: 'muted' }, say.expertKept));
    default: return null;
  }
}

/** @param {string} value @param {string} type @param {string} label @param {string} key @param {(value: string) => void} changed @param {Record<string, unknown>} [more] */
function input(value, type, label, key, changed, more = {}) {
  const field = el('input', { type, value, 'aria-label': label, title: label, 'data-key': key, 'data-testid': 'query-value', onchange: () => changed(field.value), ...more });
  return field;
}

/** @param {number} value @param {string} label @param {string} key @param {(value: number) => void} changed */
const number = (value, label, key, changed) => input(Number.isFinite(value) ? String(value) : '', 'number', label, key, (text) => changed(text === '' ? NaN : Number(text)), { step: 'any', dir: 'ltr' });

/** @param {typeof dayInput} make @param {string} value @param {string} key @param {(value: string) => void} changed */
function timeInput(make, value, key, changed) {
  const { node, input: field } = make({ value, 'aria-label': say.value, 'data-key': key, 'data-testid': 'query-value' });
  field.addEventListener('change', () => changed(field.value));
  return node;
}

/** @param {import('./tree.js').MomentRow} row @param {string} key @param {(row: Row) => void} changed */
function moment(row, key, changed) {
  return row.type === 'DATE'
    ? timeInput(dayInput, row.value, key, (value) => changed({ ...row, value }))
    : el('div', { class: 'query-range' }, timeInput(momentInput, row.value.replace('T', ' ').replace(/Z$/, ''), key, (value) => changed({ ...row, value: value === '' ? '' : `${(value.length === 16 ? `${value}:00` : value).replace(' ', 'T')}Z` })), el('span', { class: 'muted' }, 'UTC'));
}

/** @param {import('./tree.js').HoursRow} row @param {string} key @param {string} mission @param {(row: Row) => void} changed */
function hours(row, key, mission, changed) {
  const preset = (/** @type {{from: string, to: string}} */ span, /** @type {string} */ title) => el('button', { type: 'button', class: 'button small', 'aria-pressed': String(row.from === span.from && row.to === span.to), 'data-key': `${key}-${span.from}`, 'data-testid': `hours-${span.from}`, onclick: () => changed({ ...row, ...span }) }, title);
  return el('div', { class: 'query-times' },
    el('div', { class: 'query-range', dir: 'ltr' }, input(row.from, 'time', say.low, `${key}-from`, (from) => changed({ ...row, from })), el('span', {}, '–'), input(row.to, 'time', say.high, `${key}-to`, (to) => changed({ ...row, to }))),
    el('div', { class: 'query-presets' }, preset(NIGHT, say.nights), preset(DAY, say.daytime)),
    zoneField(row.zone, mission, `${key}-zone`, (zone) => changed({ ...row, zone })),
    el('p', { class: 'muted' }, say.hoursKnown));
}

/** @param {import('./tree.js').DaysRow} row @param {string} key @param {string} mission @param {(row: Row) => void} changed */
function days(row, key, mission, changed) {
  const toggle = (/** @type {number} */ day) => changed({ ...row, days: WEEK.filter((each) => (each === day ? !row.days.includes(day) : row.days.includes(each))) });
  return el('div', { class: 'query-times' },
    el('div', { class: 'query-week', role: 'group', 'aria-label': say.days }, WEEK.map((day) => el('button', { type: 'button', class: 'button small', 'aria-pressed': String(row.days.includes(day)), 'data-key': `${key}-${day}`, 'data-testid': `day-${day}`, onclick: () => toggle(day) }, dayName(day)))),
    zoneField(row.zone, mission, `${key}-zone`, (zone) => changed({ ...row, zone })),
    el('p', { class: 'muted' }, say.daysKnown));
}
