// One state, changed only by a reducer; views watch the part they draw.
// @ts-check

/**
 * @template S
 * @param {(state: S, action: any) => S} reduce pure
 * @param {S} initial
 */
export function createStore(reduce, initial) {
  let state = initial;
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** @type {any[]} */
  const queue = [];
  let running = false;

  return {
    get state() {
      return state;
    },

    /** An action dispatched while another is being told waits its turn, so that every watcher sees every state in order. */
    dispatch(/** @type {{type: string} & Record<string, any>} */ action) {
      queue.push(action);
      if (running) {
        return;
      }
      running = true;
      try {
        while (queue.length > 0) {
          const before = state;
          state = reduce(state, queue.shift());
          if (state !== before) {
            for (const tell of [...watchers]) {
              // what one of them closes is told nothing more
              if (watchers.has(tell)) {
                tell();
              }
            }
          }
        }
      } finally {
        running = false;
        queue.length = 0;
      }
    },

    /**
     * Calls the listener when what is selected changes (compared item by item when it is an array).
     *
     * @template T
     * @param {(state: S) => T} select
     * @param {(now: T, before: T|undefined) => void} listener
     * @param {{now?: boolean}} [options] now: call once at once
     * @returns {() => void} stops watching
     */
    watch(select, listener, options = {}) {
      let last = select(state);
      const tell = () => {
        const next = select(state);
        if (!same(last, next)) {
          const before = last;
          last = next;
          listener(next, before);
        }
      };
      watchers.add(tell);
      if (options.now) {
        listener(last, undefined);
      }
      return () => watchers.delete(tell);
    },
  };
}

/** @param {unknown} a @param {unknown} b */
function same(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
  }
  return Object.is(a, b);
}

/** @typedef {ReturnType<typeof createStore<import('./types.js').State>>} Store */
