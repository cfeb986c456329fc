// The span of time that a precision stands for. Pure.
// @ts-check

/** Days that a precision spans; a month and a year are as long as they are. */
const SPAN_DAYS = /** @type {Record<string, number>} */ ({ EXACT_DAY: 1, '2-6_DAYS': 6, WEEK: 7 });

/**
 * The span of an event known only so well: it covers the uncertainty.
 *
 * @param {string} at @param {string} precision code of the time precision
 * @returns {{valid_from: string, valid_to: string|null}} half-open; null for a moment
 */
export function spanOf(at, precision) {
  if (precision === 'EXACT_MINUTE') {
    return { valid_from: at, valid_to: null };
  }
  const date = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  const end = new Date(date);
  if (precision === 'MONTH') {
    date.setUTCDate(1);
    end.setUTCMonth(end.getUTCMonth() + 1, 1);
  } else if (precision === 'YEAR') {
    date.setUTCMonth(0, 1);
    end.setUTCFullYear(end.getUTCFullYear() + 1, 0, 1);
  } else {
    end.setUTCDate(end.getUTCDate() + (SPAN_DAYS[precision] ?? 1));
  }
  return { valid_from: date.toISOString(), valid_to: end.toISOString() };
}
