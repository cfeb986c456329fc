// A moment as people type it, in UTC, and the span that its precision stands for. Pure.
// @ts-check
/** @typedef {{at: string, precision: 'EXACT_MINUTE'|'EXACT_DAY'}} Moment at: ISO 8601, UTC */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const AGO = /^(\d{1,3})\s*(m|min|minutes?|h|hours?|d|days?)\s*ago$/i;
const UNIT_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: DAY_MS };
/** Days that a precision spans; a month and a year are as long as they are. */
const SPAN_DAYS = /** @type {Record<string, number>} */ ({ EXACT_DAY: 1, '2-6_DAYS': 6, WEEK: 7 });

/** @param {string} text @param {Date} now @returns {Moment|null} null when it is no moment */
export function readMoment(text, now) {
  const typed = text.trim();
  const ago = AGO.exec(typed);
  if (/^now$/i.test(typed) || ago) {
    const back = ago ? Number(ago[1]) * UNIT_MS[/** @type {'m'|'h'|'d'} */ (ago[2][0].toLowerCase())] : 0;
    return exact(Math.floor((now.getTime() - back) / MINUTE_MS) * MINUTE_MS);
  }
  const group = /^(\d{2})(\d{2})(\d{2})\s*Z\s*([A-Z]{3})\s*(\d{2}|\d{4})$/i.exec(typed);
  if (group) {
    const [, day, hour, minute, month, year] = group;
    return whole(Number(year.length === 2 ? `20${year}` : year), MONTHS.indexOf(month.toUpperCase()) + 1, Number(day), Number(hour), Number(minute));
  }
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):?(\d{2})(?::\d{2}(?:\.\d+)?)?\s*Z?)?$/i.exec(typed);
  if (full) {
    const [, year, month, day, hour, minute] = full;
    const moment = whole(Number(year), Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0));
    return moment && hour === undefined ? { ...moment, precision: 'EXACT_DAY' } : moment;
  }
  const clock = /^(\d{1,2}):?(\d{2})\s*Z?$/i.exec(typed);
  return clock ? lately(Number(clock[1]), Number(clock[2]), now) : null;
}

/** A time of day alone is the last one, not one still to come. @param {number} hour @param {number} minute @param {Date} now */
function lately(hour, minute, now) {
  const today = whole(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate(), hour, minute);
  return today && Date.parse(today.at) > now.getTime() + 10 * MINUTE_MS ? exact(Date.parse(today.at) - DAY_MS) : today;
}

/** @param {number} year @param {number} month 1–12 @param {number} day @param {number} hour @param {number} minute @returns {Moment|null} */
function whole(year, month, day, hour, minute) {
  const at = Date.UTC(year, month - 1, day, hour, minute);
  const read = new Date(at);
  const isReal = month >= 1 && month <= 12 && read.getUTCMonth() === month - 1 && read.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? exact(at) : null;
}

/** @param {number} at @returns {Moment} */
const exact = (at) => ({ at: new Date(at).toISOString(), precision: 'EXACT_MINUTE' });

/** @param {Date} date @returns {string} as the field shows it */
export const momentText = (date) => date.toISOString().slice(0, 16).replace('T', ' ');

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
