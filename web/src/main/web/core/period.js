// Days as text (YYYY-MM-DD, UTC) and what one does with spans of them. Both ends are included,
// because that is how people say a period, and how the server reads days.
// @ts-check
import { spanOf } from './relative.js';
/** @typedef {import('./types.js').Period} Period */

const DAY_MS = 86_400_000;

/** @param {string} day @returns {number} days since 1970-01-01 */
export const toNumber = (day) => Math.round(Date.parse(day + 'T00:00:00Z') / DAY_MS);

/** @param {number} number @returns {string} */
export const toDay = (number) => new Date(Math.round(number) * DAY_MS).toISOString().slice(0, 10);

/** @param {string} text */
export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && toDay(toNumber(text)) === text;
}

/** @param {string} day @param {number} days */
export const addDays = (day, days) => toDay(toNumber(day) + days);

/**
 * A day of a later or earlier month, the last of the month when that is shorter.
 *
 * @param {string} day @param {number} months
 */
export function addMonths(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(first.getTime() / DAY_MS + Math.min(date, last) - 1);
}

/** @param {Period} period */
export const lengthInDays = (period) => toNumber(period.end) - toNumber(period.start) + 1;

/** @param {Period} a @param {Period} b */
export const samePeriod = (a, b) => a.start === b.start && a.end === b.end && a.from === b.from && a.to === b.to;

/**
 * The interval as whole days where it is of such: instants up to 23:59:59 would leave out the last second and make the
 * period before a second shorter.
 *
 * @param {Period} period @returns {string} OGC datetime interval
 */
export const toDatetime = ({ start, end, from = start, to = end }) => `${from}/${to}`;

/**
 * The server gives instants or days; an end at midnight is the first moment that is outside.
 *
 * @param {{start: string, end: string}} span
 * @returns {Period}
 */
export function fromServer(span) {
  const midnight = /T00:00(:00(\.0+)?)?Z$/.test(span.end) && span.end.slice(0, 10) > span.start.slice(0, 10);
  const end = span.end.slice(0, 10);
  return { start: span.start.slice(0, 10), end: midnight ? addDays(end, -1) : end };
}

/** The same of one that may be of hours. @param {{start: string, end: string}} span @returns {Period} */
export function periodFromServer(span) {
  return periodBetween(Date.parse(span.start), Date.parse(span.end));
}

/**
 * The mission as the server describes it, with whole days; a mission without data opens on the world
 * and the last year.
 *
 * @param {any} answer of /api/mission
 * @param {string} today
 * @returns {import('./types.js').Mission}
 */
export function readMission(answer, today) {
  const time = answer.time ? fromServer(answer.time) : { start: addDays(today, -364), end: today };
  return {
    ...answer,
    time,
    defaultPeriod: answer.defaultPeriod ? within(fromServer(answer.defaultPeriod), time) : lastDays(90, time),
    extent: answer.extent ?? [-170, -55, 170, 72],
    isEmpty: !answer.time,
  };
}

/** @param {Period} period @param {Period} limits @returns {Period} */
function within(period, limits) {
  const start = period.start < limits.start ? limits.start : period.start;
  const end = period.end > limits.end ? limits.end : period.end;
  return start <= end ? { start, end } : limits;
}

/** The period moved by whole days, kept at its length and inside the limits. @param {Period} period @param {number} days @param {Period} limits @returns {Period} */
export function move(period, days, limits) {
  const length = lengthInDays(period);
  const first = toNumber(limits.start);
  const last = toNumber(limits.end);
  const start = Math.max(first, Math.min(toNumber(period.start) + days, last - length + 1));
  return { start: toDay(start), end: toDay(Math.min(last, start + length - 1)) };
}

/** One end moved to a day; the ends never cross. @param {Period} period @param {'start'|'end'} edge @param {string} day @param {Period} limits @returns {Period} */
export function resize(period, edge, day, limits) {
  const number = Math.max(toNumber(limits.start), Math.min(toNumber(day), toNumber(limits.end)));
  return edge === 'start'
    ? { start: toDay(Math.min(number, toNumber(period.end))), end: period.end }
    : { start: period.start, end: toDay(Math.max(number, toNumber(period.start))) };
}

/** The last days of the limits; null gives all of it. @param {number|null} days @param {Period} limits @returns {Period} */
export function lastDays(days, limits) {
  if (days === null) {
    return { ...limits };
  }
  const start = Math.max(toNumber(limits.start), toNumber(limits.end) - days + 1);
  return { start: toDay(start), end: limits.end };
}

/** Lengths of the periods that are counted from the end of the mission; null is all of it. */
const FROM_THE_END = [7, 30, 90, 365, null];

/**
 * A period of the last so many days, moved on with the end of the mission; any other stays as it is.
 *
 * @param {Period} period @param {Period} before limits until now @param {Period} now @returns {Period}
 */
export function following(period, before, now) {
  const same = FROM_THE_END.find((days) => {
    const last = lastDays(days, before);
    return last.start === period.start && last.end === period.end;
  });
  return same === undefined ? period : lastDays(same, now);
}

/** First moment and the one after the last, in ms since 1970. @param {Period} period @returns {[number, number]} */
export const momentsOf = ({ start, end, from, to }) => (from && to ? [Date.parse(from), Date.parse(to)] : [toNumber(start) * DAY_MS, (toNumber(end) + 1) * DAY_MS]);

/** Whole days where it is of such. @param {number} from ms since 1970 @param {number} to exclusive @returns {Period} */
export function periodBetween(from, to) {
  return from % DAY_MS === 0 && to % DAY_MS === 0 ? { start: toDay(from / DAY_MS), end: toDay(to / DAY_MS - 1) } : spanOf(from, to);
}

/** The same length just before. @param {Period} period @returns {Period} */
export function previous(period) {
  const { from, to } = period;
  if (from && to) {
    return spanOf(2 * Date.parse(from) - Date.parse(to), Date.parse(from));
  }
  const length = lengthInDays(period);
  return { start: addDays(period.start, -length), end: addDays(period.start, -1) };
}

/** First and last day about a span. @param {{from: string|null, to: string|null}} span instants @param {number} days @returns {Period|null} null for what has no time */
export function daysAround({ from, to }, days) {
  const [first, last] = [Date.parse(from ?? to ?? ''), Date.parse(to ?? from ?? '')];
  const dayOf = (/** @type {number} */ ms) => new Date(ms).toISOString().slice(0, 10);
  return Number.isFinite(first) && Number.isFinite(last) ? { start: dayOf(first - days * DAY_MS), end: dayOf(last + days * DAY_MS) } : null;
}
