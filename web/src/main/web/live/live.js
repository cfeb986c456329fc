// Keeps an open picture in step with the mission: what others change is asked for anew, and nothing else.
// @ts-check
import { debounce } from '../core/dom.js';
import { readMission } from '../core/period.js';
import { today } from '../core/freshness.js';
import { words } from '../words/words.js';
import { listen } from './connection.js';
import { touchedIn } from './touched.js';
/** @typedef {import('./touched.js').LayerChange} LayerChange */

/** One sentence for all that came in this time: nobody wants a hundred read out. */
const BETWEEN_SENTENCES_MS = 5_000;
/** How far the mission reaches is asked for when it has become quiet, not by every page at once. */
const MISSION_MS = 1_500;

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {{announce: (text: string) => void, refused: () => void}} page
 */
export function keepLive(store, api, { announce, refused }) {
  const askMission = debounce(async () => {
    const mission = await api.mission().catch(() => null);
    if (mission && store.state.known === null) {
      store.dispatch({ type: 'mission/grown', mission: readMission(mission, today()) });
    }
  }, MISSION_MS * (1 + Math.random()));
  const say = sentences(store, announce);

  /** @type {Record<string, (data: any) => void>} */
  const events = {
    position: ({ dataAsOf }) => {
      fresh();
      store.dispatch({ type: 'data/as-of', dataAsOf });
    },
    changes: ({ dataAsOf, layers }) => {
      fresh();
      take(layers, dataAsOf);
    },
    reset: () => {
      fresh();
      store.dispatch({ type: 'data/changed' });
    },
    stale: ({ since }) => store.dispatch({ type: 'stale/set', staleSince: since }),
    // Signed out, or with other rights: coming back tells which.
    end: () => {},
  };

  function fresh() {
    if (store.state.staleSince !== null) {
      store.dispatch({ type: 'stale/set', staleSince: null });
    }
  }

  /** @param {LayerChange[]} changes @param {import('../core/types.js').Mission['dataAsOf']} dataAsOf */
  function take(changes, dataAsOf) {
    if (store.state.known !== null) {
      // What was known at a past moment does not change; going back to now asks for everything.
      return;
    }
    const touched = touchedIn(changes, store.state.bounds);
    store.dispatch({ type: 'live/changed', changes, touched });
    if (touched.length === 0) {
      store.dispatch({ type: 'data/as-of', dataAsOf });
    }
    say(changes, touched);
    askMission();
  }

  listen({
    event: (name, data) => events[name]?.(data),
    silent: (since) => store.dispatch({ type: 'stale/set', staleSince: store.state.staleSince ?? new Date(since).toISOString() }),
    heard: () => {},
    refused,
  });
}

/**
 * @param {import('../core/store.js').Store} store
 * @param {(text: string) => void} announce
 */
function sentences(store, announce) {
  /** @type {Map<string, number>} */
  const added = new Map();
  let spokenAt = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  function speak() {
    timer = undefined;
    spokenAt = Date.now();
    const parts = [...added].map(([name, n]) => words.live.added(store.state.catalog.find((l) => l.name === name)?.title ?? name, n));
    added.clear();
    announce(words.live.news(parts));
  }

  return (/** @type {LayerChange[]} */ changes, /** @type {string[]} */ touched) => {
    for (const { layer, added: news } of changes) {
      if (news?.length && touched.includes(layer) && store.state.shown.includes(layer)) {
        added.set(layer, (added.get(layer) ?? 0) + news.length);
      }
    }
    if (added.size > 0 && timer === undefined) {
      timer = setTimeout(speak, Math.max(300, spokenAt + BETWEEN_SENTENCES_MS - Date.now()));
    }
  };
}
