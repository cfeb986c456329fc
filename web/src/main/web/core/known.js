// The moment whose state of knowledge is shown, as text (RFC 3339, UTC).
// @ts-check
/** @typedef {{time: string, author: string, layer: string, id: string, title: string, operation: string, version: number}} KnownChange */

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** @param {string} text */
export const isMoment = (text) => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

/** @param {string} moment @param {number} hours @returns {string} never in the future of `now` */
export function moved(moment, hours, now = Date.now()) {
  return toMoment(Math.min(now, Date.parse(moment) + hours * 3_600_000));
}

/** To the second: what is committed later in it was not known. @param {number} ms since 1970 */
export const toMoment = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** As a field shows it. @param {string} moment */
export const toInput = (moment) => moment.slice(0, 19).replace('T', ' ');

/** @param {string} typed as a field has it, with or without seconds @returns {string|null} null when it is no moment or lies ahead */
export function fromInput(typed, now = Date.now()) {
  const moment = `${(typed.length === 16 ? `${typed}:00` : typed.slice(0, 19)).replace(' ', 'T')}Z`;
  return isMoment(moment) && Date.parse(moment) <= now ? moment : null;
}
