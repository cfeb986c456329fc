// Clocks of places: time zones as filters and the server's mission have them, an offset from UTC or an IANA name. Pure.
// @ts-check
const UTC = '+00:00';
const OFFSET = /^([+-])(\d\d):([0-5]\d)$/;
const PLACE = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/+-]+$/;
const MINUTE_MS = 60_000;

/** Whether filters take it. @param {string} text */
export const isZone = (text) => OFFSET.test(text) || PLACE.test(text);

/** By which the mission tells the time of day; UTC where nobody said. @param {Pick<import('./types.js').Mission, 'timeZone'>|null} mission */
export const missionZone = (mission) => (isZone(mission?.timeZone ?? '') ? mission?.timeZone ?? UTC : UTC);

/** How a zone is written beside its clock, empty for UTC. @param {string} zone */
export const zoneText = (zone) => (['Z', 'UTC', UTC].includes(zone) ? '' : /^[+-]/.test(zone) ? `UTC${zone.replace('-', '−')}` : zone.split('/').pop()?.replaceAll('_', ' ') ?? zone);

/** The same where UTC has to be said too. @param {string} zone */
export const zoneName = (zone) => zoneText(zone) || 'UTC';

/** How far the clock is ahead of UTC. @param {string} zone @param {number} ms since 1970 @returns {number} ms */
export function ahead(zone, ms) {
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign) {
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  }
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en', { timeZone: zone, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })
    .formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}

/** A moment as a clock shows it, in ISO 8601 with its offset. @param {number} ms since 1970 @param {number} by ms that the clock is ahead */
export function localText(ms, by) {
  const minutes = Math.round(Math.abs(by) / MINUTE_MS);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${new Date(ms + by).toISOString().slice(0, 16)}${by < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** When the clock last showed a time of day. @param {string} time HH:MM @param {Date} now @param {string} zone @returns {Date} */
export function lastAt(time, now, zone) {
  const [hours, minutes] = time.split(':').map(Number);
  const today = new Date(now.getTime() + ahead(zone, now.getTime()));
  for (let days = 0; ; days++) {
    const shown = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days, hours, minutes);
    // What the clock is ahead then, not now: it may have been changed since.
    const at = shown - ahead(zone, shown - ahead(zone, shown));
    if (at <= now.getTime()) {
      return new Date(at);
    }
  }
}
