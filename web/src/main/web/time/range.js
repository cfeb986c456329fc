// Which part of the mission's time the bar shows: all of it, until somebody looks closer. Ninety days
// of thirty years are a hair on the axis.
// @ts-check
import { around, timeScale, zoomed } from './scale.js';
/** @typedef {import('../core/types.js').Period} Period */

/**
 * @param {HTMLElement} track the wheel over it zooms
 * @param {{limits: () => Period, period: () => Period, changed: () => void}} value
 */
export function createRange(track, { limits, period, changed }) {
  /** @type {Period|null} */
  let chosen = null;

  /** @param {Period|null} range */
  function choose(range) {
    const whole = limits();
    chosen = range && (range.start > whole.start || range.end < whole.end) ? range : null;
    changed();
  }

  const get = () => {
    const whole = limits();
    // A period that was typed, stepped or opened by address must be in sight.
    const inSight = chosen && chosen.start <= period().start && chosen.end >= period().end && chosen.start >= whole.start && chosen.end <= whole.end;
    return chosen && inSight ? chosen : whole;
  };

  track.addEventListener('wheel', (e) => {
    e.preventDefault();
    const day = timeScale(get(), track.clientWidth).toDay(e.clientX - track.getBoundingClientRect().left);
    const next = zoomed(get(), limits(), e.deltaY < 0 ? 0.8 : 1.25, day);
    choose({
      start: next.start < period().start ? next.start : period().start,
      end: next.end > period().end ? next.end : period().end,
    });
  }, { passive: false });

  return {
    get,
    isWhole: () => get() === limits(),
    /** Between the whole mission and the surroundings of the period. */
    toggle: () => choose(get() === limits() ? around(period(), limits()) : null),
  };
}
