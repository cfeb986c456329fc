// The period typed as two dates or moments, or chosen as the last so many days.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { missionNow } from '../core/clock.js';
import { isDay, lastDays, lengthInDays, momentsOf, periodBetween, samePeriod } from '../core/period.js';
import { dayOrMomentInput, isMoment } from '../core/time-input.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {{which: 'start'|'end', text: string}} Fault */

const HOUR_MS = 3_600_000;

/** The period between two days or moments. @param {Period} typed as the fields have it @returns {Period} */
export function typedPeriod({ start, end }) {
  if (isDay(start) && isDay(end)) {
    return { start, end };
  }
  const ms = (/** @type {string} */ text) => Date.parse(`${text.replace(' ', 'T')}Z`);
  const days = momentsOf({ start: start.slice(0, 10), end: end.slice(0, 10) });
  return periodBetween(isDay(start) ? days[0] : ms(start), isDay(end) ? days[1] : ms(end));
}

/** A moment as the fields have it. @param {string} moment */
const fieldText = (moment) => moment.replace('T', ' ').slice(0, moment.endsWith(':00Z') ? 16 : 19);
/** @param {string} typed */
const said = (typed) => (isDay(typed) ? format.day(typed) : format.moment(`${typed.replace(' ', 'T')}Z`));

/**
 * What is wrong with two typed days or moments and what to do about it, null when nothing is.
 *
 * @param {Period} typed as the fields have it, empty where it is no day
 * @param {Period} limits
 * @returns {Fault|null}
 */
export function faultOf(typed, limits) {
  for (const which of /** @type {('start'|'end')[]} */ (['start', 'end'])) {
    if (!isDay(typed[which]) && !isMoment(typed[which])) {
      return { which, text: words.time.noDay(which === 'start') };
    }
    const day = typed[which].slice(0, 10);
    if (day < limits.start || (day > limits.end && momentsOf(typedPeriod({ start: limits.start, end: typed[which] }))[1] > momentsOf(limits)[1])) {
      return { which, text: words.time.outside(said(typed[which]), format.day(limits.start), format.day(limits.end)) };
    }
  }
  const [from, to] = momentsOf(typedPeriod(typed));
  return from >= to ? { which: 'end', text: words.time.reversed(said(typed.start), said(typed.end)) } : null;
}

/**
 * @param {import('../core/store.js').Store} store
 * @param {(period: Period) => void} set
 */
export function dateFields(store, set) {
  const limits = () => /** @type {import('../core/types.js').Mission} */ (store.state.mission).time;
  const problem = el('p', { class: 'time-fault', id: 'time-fault', role: 'alert', 'data-testid': 'time-fault', hidden: true });
  const field = (/** @type {string} */ label, /** @type {string} */ id) => dayOrMomentInput({ 'aria-label': label, 'data-testid': id, 'aria-describedby': 'time-fault' }, () => missionNow(store.state.mission));
  const first = field(words.time.from, 'from');
  const last = field(words.time.to, 'to');
  const [from, to] = [first.input, last.input];

  /** @param {Fault|null} fault */
  function show(fault) {
    problem.hidden = fault === null;
    problem.textContent = fault?.text ?? '';
    from.setAttribute('aria-invalid', String(fault?.which === 'start'));
    to.setAttribute('aria-invalid', String(fault?.which === 'end'));
  }

  /** @param {boolean} isDone a year is typed digit by digit, and 0002 is no mistake yet */
  function read(isDone) {
    const typed = { start: from.value, end: to.value };
    const fault = faultOf(typed, limits());
    if (!fault) {
      show(null);
      set(typedPeriod(typed));
    } else if (isDone) {
      show(fault);
    }
  }

  for (const input of [from, to]) {
    input.addEventListener('change', () => read(false));
    input.addEventListener('blur', () => read(true));
    input.addEventListener('keydown', (e) => {
      if (e.key === 'Enter') {
        read(true);
      }
    });
  }

  const presets = words.time.presets.map(([label, length]) => {
    const button = el('button', { type: 'button', 'aria-pressed': 'false', 'data-testid': `preset-${length ?? 'all'}`, onclick: () => set(lastDays(length, limits())) }, label);
    return { button, length };
  });
  store.watch((s) => [s.period, s.mission], () => {
    const { period } = store.state;
    for (const [{ input, picker }, day] of /** @type {[import('../core/time-input.js').TimeInput, string][]} */ ([[first, period.from ? fieldText(period.from) : period.start], [last, period.to ? fieldText(period.to) : period.end]])) {
      picker.min = limits().start;
      picker.max = limits().end;
      input.size = day.length > 10 ? 16 : 10;
      // Setting the same value again would begin a number anew that is half typed.
      if (input.value !== day) {
        input.value = day;
      }
    }
    show(null);
    for (const { button, length } of presets) {
      const own = lastDays(length, limits());
      button.setAttribute('aria-pressed', String(samePeriod(own, period)));
    }
  }, { now: true });

  const days = el('span', { class: 'time-days', 'data-testid': 'time-days' });
  store.watch((s) => s.period, (period) => { days.textContent = period.from && period.to ? format.hours((Date.parse(period.to) - Date.parse(period.from)) / HOUR_MS) : words.time.short(lengthInDays(period)); }, { now: true });
  return {
    fields: el('div', { class: 'time-dates' }, first.node, el('span', { 'aria-hidden': 'true' }, '–'), last.node, days),
    problem,
    presets: el('div', { class: 'presets', role: 'group', 'aria-label': words.time.presetsTitle }, presets.map(({ button }) => button)),
  };
}
