// Whether the server still answers, and whether it knows more than is on the screen.
// @ts-check
import { readMission } from './period.js';

const EVERY_MS = 30_000;
/** Over a line that is to be spared only every fourth time. */
const LOW_SKIPS = 4;
const WHILE_LOST_MS = 4_000;
const PATIENCE_MS = 8_000;

export const today = () => new Date().toISOString().slice(0, 10);

/**
 * Asks for the state of the data now and then, when the page is looked at again, and after this page
 * changed something. Newer data are fetched; a server that does not answer is said to be away, since
 * an old picture that looks current is worse than none.
 *
 * @param {import('./store.js').Store} store
 * @param {import('./api.js').Api} api
 */
export function keepFresh(store, api) {
  let known = store.state.mission?.dataAsOf?.sequence ?? 0;
  let isAsking = false;

  /** @param {boolean} isOwn whether the page already asks anew for what it changed itself */
  async function ask(isOwn) {
    if (isAsking) {
      return;
    }
    isAsking = true;
    try {
      // Over a dead line an answer never comes, and a browser keeps only a few lines.
      const mission = readMission(await api.mission(AbortSignal.timeout(PATIENCE_MS)), today());
      const sequence = mission.dataAsOf?.sequence ?? 0;
      const wasLost = store.state.lostSince !== null;
      if (wasLost) {
        // Without a line the page may have begun with what was kept, which has no proof for changes.
        store.dispatch({ type: 'session/ready', session: await api.session() });
      }
      store.dispatch({ type: 'connection/set', lostSince: null });
      if (store.state.known !== null && !wasLost) {
        // What was known at a past moment does not change; going back to now asks for everything.
        return;
      }
      if (sequence !== known) {
        // What others change comes by the stream; when that is cut, this is how it comes.
        const isOld = sequence > (store.state.dataAsOf?.sequence ?? 0);
        known = sequence;
        store.dispatch({ type: 'mission/grown', mission });
        if (!isOwn && isOld && store.state.staleSince !== null) {
          store.dispatch({ type: 'data/changed' });
        }
      } else if (wasLost) {
        // What failed meanwhile is asked for again, without a click on each.
        store.dispatch({ type: 'data/changed' });
      }
    } catch {
      store.dispatch({ type: 'connection/set', lostSince: store.state.lostSince ?? new Date().toISOString() });
    } finally {
      isAsking = false;
    }
  }

  let skipped = 0;
  setInterval(() => {
    skipped = store.state.low ? (skipped + 1) % LOW_SKIPS : 0;
    if (document.visibilityState === 'visible' && skipped === 0) {
      void ask(false);
    }
  }, EVERY_MS);
  setInterval(() => {
    if (store.state.lostSince !== null || store.state.staleSince !== null) {
      void ask(false);
    }
  }, WHILE_LOST_MS);
  store.watch((s) => s.counts.state, (state) => {
    if (state === 'failed') {
      void ask(false);
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      void ask(false);
    }
  });
  store.watch((s) => s.known, (moment) => {
    if (moment === null) {
      void ask(true);
    }
  });
  store.watch((s) => s.revision, () => void ask(true));
}
