// Counts by period as they are drawn: which days each covers, whether it is whole, and what a brush over them chooses. Pure.
// @ts-check
import { addDays, addMonths, lengthInDays, previous, toNumber } from '../core/period.js';
import { spanOf } from '../core/relative.js';
import { stepFor } from '../analysis/figures.js';
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {'day'|'week'|'month'} Step */
/** @typedef {{start: string, count: number, byGroup?: Record<string, number>}} Counted */

/**
 * @typedef {object} Bucket
 * @property {string} first first day that is counted, within the frame
 * @property {string} last
 * @property {boolean} isWhole whether the frame holds all of its days
 * @property {boolean} isEarlier whether all of it lies before the frame: what began then and lasts into it
 * @property {number} count
 * @property {Record<string, number>} byGroup
 */

/** @param {string} start @param {Step} step @returns {string} the last day of a period */
const lastDay = (start, step) => (step === 'day' ? start : step === 'week' ? addDays(start, 6) : addDays(addMonths(start, 1), -1));

/** @param {Counted[]} counted as the server gives them, without gaps @param {Step} step @param {Period} frame @returns {Bucket[]} */
export function bucketsOf(counted, step, frame) {
  return counted.map(({ start, count, byGroup = {} }) => {
    const from = start.slice(0, 10);
    const to = lastDay(from, step);
    return { first: from < frame.start ? frame.start : from, last: to > frame.end ? frame.end : to, isWhole: !frame.from && from >= frame.start && to <= frame.end, isEarlier: to < frame.start, count, byGroup };
  });
}

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
  if (chosen === 'day' || chosen === 'week' || chosen === 'month') {
    // The server tells ten thousand periods at most; some hundred are more than anybody reads.
    return chosen === 'day' && lengthInDays(frame) > 3_000 ? 'week' : chosen;
  }
  const step = stepFor(lengthInDays(frame));
  return step === 'year' ? 'month' : step;
}

/** The days that are shown: those that were kept, as long as the period lies in them. @param {string} kept START..END or empty @param {Period} period @returns {Period} */
export function frameOf(kept, period) {
  const [start, end] = kept.split('..');
  return kept && start <= period.start && end >= period.end ? { start, end } : period;
}

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
  return buckets.map((bucket) => ({ ...bucket, first: addDays(bucket.first, by), last: addDays(bucket.last, by) }));
}

/** @param {Bucket[]} buckets @param {number} a @param {number} b @returns {Period} from the one to the other, whichever comes first */
export const spanned = (buckets, a, b) => ({ start: buckets[Math.min(a, b)].first, end: buckets[Math.max(a, b)].last });

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
