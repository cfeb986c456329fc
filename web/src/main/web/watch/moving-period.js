// A period that goes on with the mission's days: the last two, seven, thirty, counted from today. For screens that nobody touches.
// @ts-check
import { missionNow } from '../core/clock.js';
import { addDays } from '../core/period.js';

const LOOK_MS = 30_000;

/** @param {number} days with today @param {Date} now @returns {import('../core/types.js').Period} whole days, UTC */
export function lastDaysUntil(days, now) {
  const end = now.toISOString().slice(0, 10);
  return { start: addDays(end, 1 - days), end };
}

/** @param {import('../core/store.js').Store} store */
export function keepMoving(store) {
  const move = () => {
    const { relative, mission } = store.state;
    if (relative !== null) {
      store.dispatch({ type: 'period/relative', relative, period: lastDaysUntil(relative, missionNow(mission)) });
    }
  };
  store.watch((s) => [s.relative, s.mission], move, { now: true });
  setInterval(move, LOOK_MS);
}
