// Days to pixels of the time bar and back, the steps of its histogram and the ticks of its axis.
// @ts-check
import { lengthInDays, toDay, toNumber } from '../core/period.js';
/** @typedef {import('../core/types.js').Period} Period */

/** @param {Period} limits @param {number} width */
export function timeScale(limits, width) {
  const first = toNumber(limits.start);
  const days = lengthInDays(limits);
  return {
    /** Left edge of a day. @param {string} day */
    toX: (day) => ((toNumber(day) - first) / days) * width,
    /** Right edge of a day. @param {string} day */
    toEndX: (day) => ((toNumber(day) + 1 - first) / days) * width,
    /** The day at a position, inside the limits. @param {number} x */
    toDay: (x) => toDay(first + Math.max(0, Math.min(days - 1, Math.floor((x / width) * days)))),
    days,
  };
}

/** Bars of about three pixels and more. @param {number} days @param {number} width @returns {'day'|'week'|'month'|'year'} */
export function stepFor(days, width) {
  if (days * 3 <= width) {
    return 'day';
  }
  if ((days / 7) * 3 <= width) {
    return 'week';
  }
  return (days / 30.4) * 3 <= width ? 'month' : 'year';
}

/**
 * Firsts of months or years to write on the axis, not closer than about 64 pixels.
 *
 * @param {Period} limits
 * @param {number} width
 * @returns {{day: string, isYear: boolean}[]}
 */
export function ticks(limits, width) {
  const perMonth = width / (lengthInDays(limits) / 30.44);
  const every = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => perMonth * months >= 64) ?? 120;
  const list = [];
  const [year, month] = limits.start.split('-').map(Number);
  for (let m = year * 12 + month - 1; ; m++) {
    const day = `${String(Math.floor(m / 12)).padStart(4, '0')}-${String((m % 12) + 1).padStart(2, '0')}-01`;
    if (day > limits.end) {
      return list;
    }
    if (day >= limits.start && m % every === 0) {
      list.push({ day, isYear: m % 12 === 0 });
    }
  }
}
