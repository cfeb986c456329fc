// The dates of a question asked again later: as many days, up to today. Pure.
// @ts-check
import { addDays, isDay, lengthInDays } from '../core/period.js';

/** @param {string|undefined} datetime interval of days, both included @param {Date} now @returns {string|null} null when it has no length to keep */
export function datetimeUntil(datetime, now) {
  const [start, end] = (datetime ?? '').split('/').map((part) => part.slice(0, 10));
  if (!isDay(start) || !isDay(end ?? '')) {
    return null;
  }
  const today = now.toISOString().slice(0, 10);
  return `${addDays(today, 1 - lengthInDays({ start, end }))}/${today}`;
}
