// Days to pixels of the time bar and back, the steps of its histogram and the ticks of its axis.
// @ts-check
import { lengthInDays, momentsOf, toDay, toNumber } from '../core/period.js';
/** @typedef {import('../core/types.js').Period} Period */

/** Bars of hours of the mission's clock. @typedef {'hour'|'3-hours'|'6-hours'} HourStep */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @param {Period} limits @param {number} width */
export function timeScale(limits, width) {
  const [first, end] = momentsOf(limits);
  const atX = (/** @type {number} */ ms) => ((ms - first) / (end - first)) * width;
  const atMs = (/** @type {number} */ x) => first + Math.max(0, Math.min(end - first - 1, Math.floor((x / width) * (end - first))));
  return {
    /** Left edge of a day. @param {string} day */
    toX: (day) => atX(toNumber(day) * DAY_MS),
    /** Right edge of a day. @param {string} day */
    toEndX: (day) => atX((toNumber(day) + 1) * DAY_MS),
    /** The day at a position, inside the limits. @param {number} x */
    toDay: (x) => toDay(Math.floor(atMs(x) / DAY_MS)),
    /** A moment. @param {number} ms since 1970 */
    atX,
    /** The moment at a position, inside the limits. @param {number} x */
    atMs,
  };
}

/** @type {Record<HourStep, number>} */
export const STEP_HOURS = { hour: 1, '3-hours': 3, '6-hours': 6 };

/** More of them say less than days do: two days of single hours, a week of three, a fortnight of six. */
const MOST_HOUR_BARS = 56;

/** @param {string} step @returns {step is HourStep} */
export const isHours = (step) => Object.hasOwn(STEP_HOURS, step);

/** The shortest hours whose bars are few enough; null where only days are. @param {Period} period @returns {HourStep|null} */
export function hoursFor(period) {
  const [from, to] = momentsOf(period);
  return /** @type {HourStep[]} */ (Object.keys(STEP_HOURS)).find((step) => (to - from) / HOUR_MS <= MOST_HOUR_BARS * STEP_HOURS[step]) ?? null;
}

/** Hours say nothing of what is known to the day: days are shown where most is. @param {{count: number, withoutHour?: {count: number}}} answer */
export const isMostlyWithoutHour = ({ count, withoutHour }) => (withoutHour?.count ?? 0) * 2 > count;

/** Bars of the calendar, of about three pixels and more. @param {number} days @param {number} width @returns {'day'|'week'|'month'|'year'} */
export function stepFor(days, width) {
  if (days * 3 <= width) {
    return 'day';
  }
  if ((days / 7) * 3 <= width) {
    return 'week';
  }
  return (days / 30.4) * 3 <= width ? 'month' : 'year';
}

const CLOSEST_TICKS = 64;

/**
 * Days, firsts of months or years to write on the axis, not closer than about 64 pixels.
 *
 * @param {Period} limits
 * @param {number} width
 * @returns {{day: string, says: 'day'|'month'|'year'}[]}
 */
export function ticks(limits, width) {
  const perDay = width / lengthInDays(limits);
  const days = [1, 2, 7].find((n) => perDay * n >= CLOSEST_TICKS);
  return days ? dayTicks(limits, days) : monthTicks(limits, [1, 2, 3, 6, 12, 24, 60, 120].find((n) => perDay * 30.44 * n >= CLOSEST_TICKS) ?? 120);
}

/** How many hours from one to the next. */
const HOURS_APART = [1, 3, 6, 12];

/**
 * Hours and days to write on an axis whose bars are hours, by the clock that they are cut by.
 *
 * @param {number[]} edges of the bars, ms since 1970
 * @param {(ms: number) => number} local what the clock shows, as UTC would
 * @param {number} pixels of all bars
 * @returns {{at: number, shown: number, says: 'day'|'hour'}[]} at: ms since 1970; shown: by the clock
 */
export function hourTicks(edges, local, pixels) {
  const hours = (edges[edges.length - 1] - edges[0]) / HOUR_MS;
  const every = HOURS_APART.find((n) => (pixels / hours) * n >= CLOSEST_TICKS) ?? 24;
  const apart = Math.max(1, Math.ceil((CLOSEST_TICKS * hours) / pixels / 24));
  return edges.slice(0, -1).map((at) => ({ at, shown: local(at) }))
    .filter(({ shown }) => (shown % DAY_MS === 0 ? every < 24 || (shown / DAY_MS) % apart === 0 : every < 24 && shown % (every * HOUR_MS) === 0))
    .map(({ at, shown }) => ({ at, shown, says: shown % DAY_MS === 0 ? 'day' : 'hour' }));
}

/** The first of January stands for its year. @param {string} day @returns {'year'|null} */
const yearAt = (day) => (day.endsWith('-01-01') ? 'year' : null);

/** 1970-01-05 was a Monday. @param {Period} limits @param {number} every @returns {{day: string, says: 'day'|'year'}[]} */
function dayTicks(limits, every) {
  const last = toNumber(limits.end);
  const list = [];
  for (let n = Math.ceil((toNumber(limits.start) - 4) / every) * every + 4; n <= last; n += every) {
    const day = toDay(n);
    list.push({ day, says: yearAt(day) ?? /** @type {const} */ ('day') });
  }
  return list;
}

/** @param {Period} limits @param {number} every @returns {{day: string, says: 'month'|'year'}[]} */
function monthTicks(limits, every) {
  const list = [];
  const [year, month] = limits.start.split('-').map(Number);
  for (let m = year * 12 + month - 1; ; m++) {
    const day = `${String(Math.floor(m / 12)).padStart(4, '0')}-${String((m % 12) + 1).padStart(2, '0')}-01`;
    if (day > limits.end) {
      return list;
    }
    if (day >= limits.start && m % every === 0) {
      list.push({ day, says: yearAt(day) ?? /** @type {const} */ ('month') });
    }
  }
}

/**
 * Where the handles of a window stand: at its edges, but never closer than a finger is wide and never
 * outside the track.
 *
 * @param {number} left
 * @param {number} right
 * @param {number} width of the track
 * @param {number} reach of one handle
 * @returns {[number, number]}
 */
export function handlePositions(left, right, width, reach) {
  const gap = Math.max(right - left, Math.min(reach, width));
  const start = Math.max(0, Math.min((left + right - gap) / 2, width - gap));
  return [start, start + gap];
}

/** Two days have 48 bars: less is no use to look at. */
const SHORTEST_DAYS = 2;

/** What a period of few days is seen in. */
const LEAST_MARGIN_DAYS = 21;

/** What is shorter is looked at by the hour. */
const MOST_DAYS_BY_HOURS = 4;

/**
 * The part of the time axis to show after zooming about a day, which stays where it is.
 *
 * @param {Period} range
 * @param {Period} limits
 * @param {number} factor below 1 shows less time
 * @param {string} day
 * @returns {Period}
 */
export function zoomed(range, limits, factor, day) {
  const before = lengthInDays(range);
  const length = Math.round(Math.max(Math.min(SHORTEST_DAYS, lengthInDays(limits)), Math.min(lengthInDays(limits), before * factor)));
  const share = (toNumber(day) - toNumber(range.start)) / before;
  const start = Math.round(toNumber(day) - share * length);
  const first = Math.max(toNumber(limits.start), Math.min(start, toNumber(limits.end) - length + 1));
  return { start: toDay(first), end: toDay(first + length - 1) };
}

/** The period with as much time again and more around it. @param {Period} period @param {Period} limits @returns {Period} */
export function around(period, limits) {
  const days = lengthInDays(period);
  const margin = days <= MOST_DAYS_BY_HOURS ? days : Math.max(LEAST_MARGIN_DAYS, days * 2);
  return {
    start: toDay(Math.max(toNumber(limits.start), toNumber(period.start) - margin)),
    end: toDay(Math.min(toNumber(limits.end), toNumber(period.end) + margin)),
  };
}
