// Whether a feature is of the period, by the rule that the server selects with. Pure.
// @ts-check
import { toNumber } from '../core/period.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Period} Period */

/**
 * An event without an end is an instant, a state without one holds until further notice.
 *
 * @param {Layer} layer @param {Period} period
 * @returns {(start: number|null, end: number|null) => boolean} start and exclusive end in seconds since 1970
 */
export function periodTest(layer, period) {
  const from = toNumber(period.start) * 86_400;
  const to = (toNumber(period.end) + 1) * 86_400;
  if (layer.time === 'none') {
    return () => true;
  }
  return layer.time === 'state'
    ? (start, end) => (start ?? -Infinity) < to && (end ?? Infinity) > from
    : (start, end) => start === null || (start < to && (start >= from || (end ?? start) > from));
}
