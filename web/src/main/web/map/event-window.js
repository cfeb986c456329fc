// Which rows of an event tile lie in a period, found without touching the others.
// @ts-check
/** @typedef {import('./event-tile.js').EventTile} EventTile */
/** @typedef {{from: number, to: number}} Span seconds since 1970, half open */

/**
 * First index at or after `low` whose time is not below.
 *
 * @param {Uint32Array} times sorted from `low` on
 * @param {number} time
 * @param {number} low
 */
function lowerBound(times, time, low) {
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Calls for each row that meets a span, with how much of the row does: all of an event, of a step of
 * time the share of it that lies in the span, since nobody knows when in the step it was. What
 * has no time is always there.
 *
 * @param {EventTile} tile
 * @param {Span} span
 * @param {number} since only rows that began then or later, seconds since 1970; −Infinity for all, those without a time included
 * @param {(row: number, share: number) => void} each
 */
export function eachInSpan(tile, { from, to }, since, each) {
  const { times, durations, untimed, unit, base, longest } = tile;
  const first = (from - base) / unit;
  const last = (to - base) / unit;
  const born = (since - base) / unit;
  if (since === -Infinity) {
    for (let i = 0; i < untimed; i++) {
      each(i, 1);
    }
  }
  if (durations) {
    for (let i = lowerBound(times, Math.max(born, first - longest), untimed); i < times.length && times[i] < last; i++) {
      if (times[i] >= first || times[i] + durations[i] > first) {
        each(i, 1);
      }
    }
    return;
  }
  for (let i = lowerBound(times, Math.floor(Math.max(born, first)), untimed); i < times.length && times[i] < last; i++) {
    const share = Math.min(times[i] + 1, last) - Math.max(times[i], first);
    if (share > 0) {
      each(i, Math.min(1, share));
    }
  }
}
