// A period that goes on with the mission's clock, for screens that nobody touches.
// @ts-check
import { missionNow } from '../core/clock.js';
import { periodOf } from '../core/relative.js';
import { missionZone } from '../core/zone.js';

const LOOK_MS = 30_000;

/** What a relative period is now. @param {import('../core/relative.js').Relative} relative @param {import('../core/types.js').Mission|null} mission */
export const periodNow = (relative, mission) => periodOf(relative, missionNow(mission), missionZone(mission));

/** @param {import('../core/store.js').Store} store */
export function keepMoving(store) {
  const move = () => {
    const { relative, mission } = store.state;
    if (relative !== null) {
      store.dispatch({ type: 'period/relative', relative, period: periodNow(relative, mission) });
    }
  };
  store.watch((s) => [s.relative, s.mission], move, { now: true });
  setInterval(move, LOOK_MS);
}
