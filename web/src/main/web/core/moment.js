// A day or a moment as people type it, in UTC: ISO 8601, a date-time group, a month by its name, a time ago. Pure.
// @ts-check
/** @typedef {{at: string, precision: 'EXACT_MINUTE'|'EXACT_DAY'}} Moment at: ISO 8601, UTC */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SECONDS = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})Z?$/;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const AGO = /^(\d{1,3})\s*(m|min|minutes?|h|hours?|d|days?)\s*ago$/i;
const UNIT_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: DAY_MS };

/** Number of a month by its name in the language of the page or by the letters of a date-time group. @param {string} name @param {string} locale */
function monthNamed(name, locale) {
  const plain = (/** @type {string} */ text) => text.toLocaleLowerCase(locale).replace('.', '');
  const short = MONTHS.indexOf(name.slice(0, 3).toUpperCase());
  const named = MONTHS.findIndex((_, month) => ['short', 'long'].some((form) => plain(new Intl.DateTimeFormat(locale, { month: /** @type {'short'|'long'} */ (form), timeZone: 'UTC' }).format(Date.UTC(2026, month))) === plain(name)));
  return (named >= 0 ? named : short) + 1;
}

/**
 * Days and months as two numbers are not read: 04/02/2026 is one day to some and another to others.
 *
 * @param {string} text @param {Date} now @param {string} [locale] of the months' names
 * @returns {Moment|null} null when it is no moment
 */
export function readMoment(text, now, locale = 'en') {
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
  const named = /^(\d{1,2})\s*(\p{L}{3,}\.?)\s*(\d{4})(?:[, ]+(\d{1,2}):(\d{2})\s*Z?)?$/u.exec(typed);
  if (named) {
    const [, day, month, year, hour, minute] = named;
    const moment = whole(Number(year), monthNamed(month, locale), Number(day), Number(hour ?? 0), Number(minute ?? 0));
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

/** @param {string} text @param {Date} now @param {string} [locale] @returns {string|null} YYYY-MM-DD */
export const readDay = (text, now, locale) => (text.trim() === '' ? null : readMoment(text, now, locale)?.at.slice(0, 10) ?? null);

/** As a field shows it that knows seconds, when some were typed. @param {string} text @param {Date} now @param {string} [locale] @returns {string|null} YYYY-MM-DD hh:mm[:ss] */
export function readTyped(text, now, locale) {
  const exactly = SECONDS.exec(text.trim());
  const moment = readMoment(text, now, locale);
  return moment && exactly ? `${exactly[1]} ${exactly[2]}` : moment && momentText(new Date(moment.at));
}
