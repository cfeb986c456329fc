// Periods that go on with the clock: the last days counted with today, the last hours, or since a time of day. In an address
// -7d, -6h, @06:00. Pure.
// @ts-check
import { lastAt } from './zone.js';
/** @typedef {import('./types.js').Period} Period */
/** @typedef {{days: number}|{hours: number}|{since: string}} Relative since: HH:MM of the mission's clock */

const HOUR_MS = 3_600_000;
/** What moves by the minute would ask for everything anew each minute. */
const STEP_MS = 300_000;

/** @param {Relative} relative */
export const relativeText = (relative) => ('days' in relative ? `-${relative.days}d` : 'hours' in relative ? `-${relative.hours}h` : `@${relative.since}`);

/** @param {string} text @returns {Relative|null} */
export function readRelative(text) {
  const [, number, unit] = /^-(\d{1,4})([dh])(?:\.\.)?$/.exec(text) ?? [];
  const [, since] = /^@((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  if (since) {
    return { since };
  }
  return Number(number) >= 1 ? unit === 'd' ? { days: Number(number) } : { hours: Number(number) } : null;
}

/**
 * Days are whole and UTC. Hours end with the five minutes that are running and begin as far before their begin, so that what has
 * just come is in.
 *
 * @param {Relative} relative @param {Date} now @param {string} zone of the mission @returns {Period}
 */
export function periodOf(relative, now, zone) {
  const dayOf = (/** @type {number} */ ms) => new Date(ms).toISOString().slice(0, 10);
  if ('days' in relative) {
    return { start: dayOf(now.getTime() - (relative.days - 1) * 24 * HOUR_MS), end: dayOf(now.getTime()) };
  }
  const step = Math.floor(now.getTime() / STEP_MS) * STEP_MS;
  return spanOf('hours' in relative ? step - relative.hours * HOUR_MS : lastAt(relative.since, now, zone).getTime(), step + STEP_MS);
}

/** A period of less than whole days. @param {number} from ms since 1970 @param {number} to exclusive @returns {Period} */
export function spanOf(from, to) {
  const text = (/** @type {number} */ ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { start: text(from).slice(0, 10), end: text(to - 1).slice(0, 10), from: text(from), to: text(to) };
}
