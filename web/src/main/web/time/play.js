// Playing: the period goes on by itself until the mission ends or somebody takes it in hand.
// @ts-check
import { isLoading } from '../core/query.js';
import { isAtEnd, played, rewound } from './steps.js';
/** @typedef {import('../core/types.js').Period} Period */

const LOOK_AGAIN_MS = 40;
/** Whoever asked for little motion gets single pictures. */
const CALM_MS = 1000;

/**
 * @param {import('../core/store.js').Store} store
 * @param {() => import('./steps.js').Axis} axis
 * @param {{started: () => void, paused: () => void, ended: () => void, stuck: () => void}} told
 * @returns {{toggle: () => void, pause: () => void}}
 */
export function createPlayer(store, axis, told) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let next;
  const set = (/** @type {Period} */ period) => store.dispatch({ type: 'period/set', period });

  const frameMs = () => {
    const ms = 1000 / Number(store.state.slider.speed);
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? Math.max(CALM_MS, ms) : ms;
  };

  function start() {
    const { period, slider } = store.state;
    const { limits } = axis();
    const first = isAtEnd(period, limits) ? rewound(period, slider, axis()) : period;
    if (isAtEnd(first, limits)) {
      told.stuck();
      return;
    }
    store.dispatch({ type: 'playing/set', playing: true });
    set(first);
    told.started();
    next = setTimeout(tick, frameMs());
  }

  /** @param {() => void} tell */
  function stop(tell) {
    clearTimeout(next);
    if (store.state.playing) {
      store.dispatch({ type: 'playing/set', playing: false });
      tell();
    }
  }

  function tick() {
    const { period, slider } = store.state;
    // A film of blank frames helps nobody: what is asked for arrives first.
    if (isLoading(store.state)) {
      next = setTimeout(tick, LOOK_AGAIN_MS);
    } else if (isAtEnd(period, axis().limits)) {
      stop(told.ended);
    } else {
      set(played(period, slider, axis()));
      next = setTimeout(tick, frameMs());
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      stop(told.paused);
    }
  });

  return {
    toggle: () => (store.state.playing ? stop(told.paused) : start()),
    pause: () => stop(told.paused),
  };
}
