// Where the period goes with one step, by key, button or play. Pure.
// @ts-check
import { addDays, addMonths, lengthInDays, momentsOf, move, periodBetween, resize, toNumber } from '../core/period.js';
import { isHours, STEP_HOURS } from './scale.js';
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {import('../core/slider.js').Slider} Slider */
/** @typedef {import('./scale.js').HourStep|'day'|'week'|'month'|'year'} Bar */
/** @typedef {{limits: Period, bar: Bar}} Axis the mission's time, and how long a bar of the histogram is */

/** A film whose frames share nothing shows no movement. */
const FRAMES_A_PERIOD = 8;
const FAR = 10_000_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @param {Period} period @param {Period} limits */
export const isAtEnd = (period, limits) => momentsOf(period)[1] >= momentsOf(limits)[1];

/** Hours moved, kept at their length and inside the limits. @param {Period} period @param {number} ms @param {Period} limits @returns {Period} */
export function moved(period, ms, limits) {
  const [[from, to], [first, last]] = [momentsOf(period), momentsOf(limits)];
  const at = Math.max(first, Math.min(from + ms, last - (to - from)));
  return periodBetween(at, at + to - from);
}

/**
 * One step by hand. With `auto` a moving period goes by its own length and a growing one by one bar.
 *
 * @param {Period} period @param {1|-1} direction @param {Pick<Slider, 'window'|'step'>} slider @param {Axis} axis
 * @returns {Period} inside the limits
 */
export function stepped(period, direction, slider, axis) {
  if (slider.window === 'cumulative') {
    return grown(period, direction, slider.step === 'auto' ? axis.bar : slider.step, axis.limits);
  }
  if (slider.step === 'month') {
    return movedByMonth(period, direction, axis.limits);
  }
  if (period.from) {
    const [from, to] = momentsOf(period);
    return moved(period, direction * { auto: to - from, day: DAY_MS, week: 7 * DAY_MS }[slider.step], axis.limits);
  }
  return move(period, direction * { auto: lengthInDays(period), day: 1, week: 7 }[slider.step], axis.limits);
}

/** The next frame of a film: as one step by hand, but with `auto` an eighth of a moving period. @param {Period} period @param {Pick<Slider, 'window'|'step'>} slider @param {Axis} axis @returns {Period} */
export function played(period, slider, axis) {
  if (slider.window === 'moving' && slider.step === 'auto' && period.from) {
    const [from, to] = momentsOf(period);
    return moved(period, Math.max(1, Math.round((to - from) / HOUR_MS / FRAMES_A_PERIOD)) * HOUR_MS, axis.limits);
  }
  return slider.window === 'moving' && slider.step === 'auto'
    ? move(period, Math.max(1, Math.round(lengthInDays(period) / FRAMES_A_PERIOD)), axis.limits)
    : stepped(period, 1, slider, axis);
}

/** The first frame of a film that is played again. A growing period keeps its first day. @param {Period} period @param {Pick<Slider, 'window'|'step'>} slider @param {Axis} axis @returns {Period} */
export function rewound(period, slider, axis) {
  return slider.window === 'moving'
    ? period.from ? moved(period, -FAR * DAY_MS, axis.limits) : move(period, -FAR, axis.limits)
    : grown({ start: period.start, end: addDays(period.start, -1) }, 1, slider.step === 'auto' ? axis.bar : slider.step, axis.limits);
}

/** @param {Period} period @param {number} direction @param {Bar} unit @param {Period} limits @returns {Period} */
function grown(period, direction, unit, limits) {
  if (isHours(unit)) {
    const [[from, to], [, last]] = [momentsOf(period), momentsOf(limits)];
    const ms = STEP_HOURS[unit] * HOUR_MS;
    return periodBetween(from, Math.max(from + ms, Math.min(last, to + direction * ms)));
  }
  const end = unit === 'day' || unit === 'week'
    ? addDays(period.end, direction * (unit === 'day' ? 1 : 7))
    : lastAfter(period.end, direction * (unit === 'month' ? 1 : 12));
  return resize({ start: period.start, end: period.start }, 'end', end, limits);
}

/** Whole months stay whole months. @param {Period} period @param {number} direction @param {Period} limits @returns {Period} */
function movedByMonth(period, direction, limits) {
  const start = addMonths(period.start, direction);
  const end = lastAfter(period.end, direction);
  const isWhole = !period.from && period.start.endsWith('-01') && addDays(period.end, 1).endsWith('-01');
  return isWhole && start >= limits.start && end <= limits.end ? { start, end } : (period.from ? movedDays : move)(period, toNumber(start) - toNumber(period.start), limits);
}

/** @param {Period} period @param {number} days @param {Period} limits */
const movedDays = (period, days, limits) => moved(period, days * DAY_MS, limits);

/** The same day so many months on; the last of a month becomes the last. @param {string} day @param {number} months */
const lastAfter = (day, months) => addDays(addMonths(addDays(day, 1), months), -1);
