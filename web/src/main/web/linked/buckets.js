// Counts by period as they are drawn: which days each covers, whether it is whole, and what a brush over them chooses. Pure.
// @ts-check
import { addDays, addMonths, lengthInDays, momentsOf, periodBetween, previous, toNumber } from '../core/period.js';
import { spanOf } from '../core/relative.js';
import { stepFor } from '../analysis/figures.js';
import { hoursFor, isHours, STEP_HOURS } from '../time/scale.js';
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {import('../time/scale.js').HourStep|'day'|'week'|'month'} Step */
/** @typedef {{start: string, end?: string, whole?: boolean, count: number, byGroup?: Record<string, number>}} Counted */

/**
 * @typedef {object} Bucket
 * @property {string} first first day that is counted, within the frame
 * @property {string} last
 * @property {number} from first moment that is counted, ms since 1970
 * @property {number} to the moment after the last
 * @property {boolean} isWhole whether the frame holds all of its days
 * @property {boolean} isEarlier whether all of it lies before the frame: what began then and lasts into it
 * @property {number} count
 * @property {Record<string, number>} byGroup
 */

/** @param {string} start @param {Step} step @returns {string} the last day of a period */
const lastDay = (start, step) => (step === 'day' ? start : step === 'week' ? addDays(start, 6) : addDays(addMonths(start, 1), -1));

/** @param {Counted[]} counted as the server gives them, without gaps @param {Step} step @param {Period} frame @returns {Bucket[]} */
export function bucketsOf(counted, step, frame) {
  return counted.map(({ start, end, whole = true, count, byGroup = {} }) => {
    if (end) {
      return { first: start.slice(0, 10), last: lastDayBefore(end), from: Date.parse(start), to: Date.parse(end), isWhole: whole, isEarlier: false, count, byGroup };
    }
    const from = start.slice(0, 10);
    const to = lastDay(from, step);
    const days = { start: from < frame.start ? frame.start : from, end: to > frame.end ? frame.end : to };
    const [first, after] = momentsOf(days);
    return { first: days.start, last: days.end, from: first, to: after, isWhole: !frame.from && from >= frame.start && to <= frame.end, isEarlier: to < frame.start, count, byGroup };
  });
}

/** @param {string} end a moment that is outside */
const lastDayBefore = (end) => new Date(Date.parse(end) - 1).toISOString().slice(0, 10);

/** What began before the frame, all together. @param {Bucket[]} buckets */
export function earlier(buckets) {
  /** @type {Record<string, number>} */
  const byGroup = {};
  const some = buckets.filter(({ isEarlier }) => isEarlier);
  some.forEach((bucket) => Object.entries(bucket.byGroup).forEach(([value, n]) => { byGroup[value] = (byGroup[value] ?? 0) + n; }));
  return { count: some.reduce((sum, { count }) => sum + count, 0), byGroup };
}

/** The step that was chosen, or one whose bars are few enough to be read. @param {string} chosen @param {Period} frame @returns {Step} */
export function stepOf(chosen, frame) {
  if (chosen === 'auto') {
    return hoursFor(frame) ?? daysFor(frame);
  }
  // The server tells ten thousand periods at most; some hundred are more than anybody reads.
  return LONGEST.slice(LONGEST.findIndex(([step]) => step === chosen)).find(([, hours]) => lengthInDays(frame) * 24 <= MOST * hours)?.[0] ?? 'month';
}

const MOST = 3_000;
/** @type {[Step, number][]} steps with their hours */
const LONGEST = [...Object.entries(STEP_HOURS).map(([step, hours]) => /** @type {[Step, number]} */ ([/** @type {Step} */ (step), hours])), ['day', 24], ['week', 168], ['month', 720]];

/** The step of the calendar whose bars are few enough. @param {Period} frame @returns {'day'|'week'|'month'} */
export function daysFor(frame) {
  const step = stepFor(lengthInDays(frame));
  return step === 'year' ? 'month' : step;
}

/** What is drawn from edge to edge: the very hours, or the days of the period. @param {Period} frame @param {Step} step @returns {Period} */
export const drawnOf = (frame, step) => (isHours(step) ? frame : { start: frame.start, end: frame.end });

/** The days or hours that are shown: those that were kept, as long as the period lies in them. @param {string} kept START..END or empty @param {Period} period @returns {Period} */
export function frameOf(kept, period) {
  const [start, end] = kept.split('..');
  if (!kept || start.length !== end.length) {
    return period;
  }
  const frame = start.includes('T') ? periodBetween(Date.parse(start), Date.parse(end)) : { start, end };
  const [[first, last], [from, to]] = [momentsOf(frame), momentsOf(period)];
  return first <= from && last >= to ? frame : period;
}

/** The same as it is kept. @param {Period} frame */
export const frameText = ({ start, end, from = start, to = end }) => `${from}..${to}`;

/** What the frame is compared with; null for nothing. @param {Period} frame @param {'none'|'previous'|'year'} beside @returns {Period|null} */
export function besideOf(frame, beside) {
  if (beside === 'none') {
    return null;
  }
  const { start, end, from, to } = frame;
  const yearEarlier = (/** @type {string} */ moment) => Date.parse(`${addMonths(moment.slice(0, 10), -12)}${moment.slice(10)}`);
  return beside === 'previous' ? previous(frame) : from && to ? spanOf(yearEarlier(from), yearEarlier(to)) : { start: addMonths(start, -12), end: addMonths(end, -12) };
}

/** The other days laid over those of the frame. @param {Bucket[]} buckets @param {Period} from @param {Period} to @returns {Bucket[]} */
export function shifted(buckets, from, to) {
  const by = toNumber(to.start) - toNumber(from.start);
  const ms = momentsOf(to)[0] - momentsOf(from)[0];
  return buckets.map((bucket) => ({ ...bucket, first: addDays(bucket.first, by), last: addDays(bucket.last, by), from: bucket.from + ms, to: bucket.to + ms }));
}

/** @param {Bucket[]} buckets @param {number} a @param {number} b @returns {Period} from the one to the other, whichever comes first */
export const spanned = (buckets, a, b) => periodBetween(buckets[Math.min(a, b)].from, buckets[Math.max(a, b)].to);

/**
 * Groups to tell apart by colour: the most frequent, and all others together.
 *
 * @param {Bucket[]} buckets @param {string[]} known in their order when the layer gives them colours @param {number} most
 * @returns {{value: string|null, count: number}[]} null stands for all others
 */
export function groupsOf(buckets, known, most) {
  /** @type {Map<string, number>} */
  const totals = new Map();
  for (const { byGroup } of buckets) {
    Object.entries(byGroup).forEach(([value, n]) => totals.set(value, (totals.get(value) ?? 0) + n));
  }
  const rank = (/** @type {string} */ value) => (known.includes(value) ? known.indexOf(value) : known.length);
  const all = [...totals].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const told = all.length <= most ? all : all.filter(([value]) => value !== '').slice(0, most - 1);
  const rest = all.filter((entry) => !told.includes(entry)).reduce((sum, [, n]) => sum + n, 0);
  return [...told.map(([value, count]) => ({ value, count })), ...(rest > 0 ? [{ value: null, count: rest }] : [])];
}

/** The count of a group in a bucket. @param {{byGroup: Record<string, number>}} bucket @param {string|null} value null for all that are not told @param {(string|null)[]} told */
export function ofGroup(bucket, value, told) {
  if (value !== null) {
    return bucket.byGroup[value] ?? 0;
  }
  return Object.entries(bucket.byGroup).reduce((sum, [each, n]) => (told.includes(each) ? sum : sum + n), 0);
}
