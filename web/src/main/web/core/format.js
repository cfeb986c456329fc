// Numbers, dates and places as people read them.
// @ts-check
import { direction, locale } from './language.js';

/**
 * In a page that is read from right to left a day, whose month is a word, keeps that direction within itself, its time of
 * day comes after it, and a span of time runs left to right as the axis of time does: without these marks "3 June – 5 June"
 * would mix its parts.
 *
 * @param {string} mark U+2066 isolates what runs left to right, U+2067 what runs right to left
 */
const isolated = (mark) => (/** @type {string} */ text) => (direction === 'rtl' && text ? `${mark}${text}\u2069` : text);
const leftToRight = isolated('\u2066');
const inOneDirection = isolated('\u2067');
/** A day is never broken: its second line would stand on the wrong side. @param {string} text */
const asRead = (text) => inOneDirection(direction === 'rtl' ? text.replaceAll(' ', '\u00a0') : text);
/** Between two days, which are not broken either: the first would stand after its dash. */
const dash = direction === 'rtl' ? '\u00a0–\u2060\u00a0' : ' – ';
/** @param {string} day @param {string} time */
const dayAndTime = (day, time) => inOneDirection(`${day}${direction === 'rtl' ? '، ' : ' '}${leftToRight(time)}`);

const whole = new Intl.NumberFormat(locale);
const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

/** @param {number} n */
export const count = (n) => whole.format(n);
const share = new Intl.NumberFormat(locale, { style: 'percent' });
/** @param {number} n a share of one */
export const percent = (n) => share.format(n);
/** @param {number} n */
export const compact = (n) => short.format(n);
/** @param {number} n @param {number} [digits] */
export const decimal = (n, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n);

/** @param {string|number|Date} instant */
export const day = (instant) => asRead(dayFormat.format(new Date(instant)));
/** @param {string|number|Date} instant */
export const month = (instant) => monthFormat.format(new Date(instant));
/** @param {string|number|Date} instant its time of day, said to be UTC */
export const clock = (instant) => leftToRight(`${timeFormat.format(new Date(instant))} UTC`);
/** @param {string|number|Date} instant a moment, said to be UTC */
export const moment = (instant) => dayAndTime(day(instant), `${timeFormat.format(new Date(instant))} UTC`);

/** A time of day as it is. @param {number} shown ms since 1970, by the clock that is meant */
export const timeOfDay = (shown) => leftToRight(timeFormat.format(new Date(shown)));

/**
 * A stretch of hours by a clock, with what that is ahead of UTC when it begins: an hour that is shown twice is told apart.
 *
 * @param {number} from ms since 1970 @param {number} to @param {(ms: number) => number} ahead of the clock, in ms
 */
export function clockHours(from, to, ahead) {
  const [first, last] = [from + ahead(from), to + ahead(to)];
  const minutes = Math.round(ahead(from) / 60_000);
  const offset = minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  const isOneDay = new Date(first).getUTCDate() === new Date(last - 1).getUTCDate();
  return isOneDay ? dayAndTime(day(first), `${timeFormat.format(new Date(first))} – ${timeFormat.format(new Date(last))} ${offset}`)
    : leftToRight(`${dayAndTime(day(first), timeFormat.format(new Date(first)))} – ${dayAndTime(day(last), timeFormat.format(new Date(last)))} ${offset}`);
}

const hourFormat = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 0 });
/** @param {number} n */
export const hours = (n) => hourFormat.format(n);

/** @param {import('./types.js').Period} period */
export const period = ({ start, end, from, to }) => leftToRight(from && to ? `${moment(from)} – ${moment(to)}` : `${day(start)}${dash}${day(end)}`);

const shortFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
/** @param {string|number|Date} instant */
export const shortDay = (instant) => asRead(shortFormat.format(new Date(instant)));

/** @param {import('./types.js').Period} period */
export function shortPeriod(period) {
  const { from, to } = period;
  if (from && to) {
    return leftToRight(`${asRead(shortFormat.format(new Date(from)))} ${clock(from).replace(' UTC', '')} – ${from.slice(0, 10) === to.slice(0, 10) ? '' : `${asRead(shortFormat.format(new Date(to)))} `}${clock(to)}`);
  }
  const year = (/** @type {string} */ date) => `’${date.slice(2, 4)}`;
  const start = asRead(`${shortFormat.format(new Date(period.start))}${period.start.slice(0, 4) === period.end.slice(0, 4) ? '' : ` ${year(period.start)}`}`);
  return leftToRight(`${start} – ${asRead(`${shortFormat.format(new Date(period.end))} ${year(period.end)}`)}`);
}

/**
 * A span as recorded, said with no more precision than it has.
 *
 * @param {string|null|undefined} from
 * @param {string|null|undefined} to
 * @param {string|null} [precision]
 */
export function span(from, to, precision) {
  if (!from) {
    return to ? leftToRight(`… – ${day(to)}`) : '';
  }
  const exact = precision?.startsWith('EXACT_MINUTE') || precision === 'MINUTE';
  const start = exact ? moment(from) : day(from);
  if (!to || to === from) {
    return start;
  }
  // Whole days end at the midnight after them.
  const last = !exact && /T00:00(:00)?(\.0+)?Z$/.test(to) ? new Date(Date.parse(to) - 1) : to;
  if (exact && day(from) === day(last)) {
    return dayAndTime(day(from), `${timeFormat.format(new Date(from))} – ${timeFormat.format(new Date(last))} UTC`);
  }
  const end = exact ? moment(last) : day(last);
  return end === start ? start : leftToRight(`${start} – ${end}`);
}

const inMetres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'meter', maximumFractionDigits: 0 });
const inKilometres = [0, 1].map((digits) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: digits }));

/** @param {number} metres */
export function distance(metres) {
  return metres < 1000 ? inMetres.format(Math.round(metres)) : inKilometres[metres < 10_000 ? 1 : 0].format(metres / 1000);
}

/** A code when no label is known: VIOLENCE_AGAINST → Violence against. @param {string} code */
export function unlabelled(code) {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Bytes as people read them, in steps of a thousand. @param {number} n */
export const bytes = (n) => {
  const [unit, step] = n < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: n < 1e5 ? 1 : n < 1e6 ? 0 : 1 }).format(n / step);
};
