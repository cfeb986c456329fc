// Entries that could not be sent: kept, counted, and sent in their order when the server answers again, by one tab alone.
// @ts-check
import { words } from '../words/words.js';
import { queueStore } from './queue-store.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

const CHANNEL = 'vigie-queue';
const LOCK = 'vigie-queue';
const EVERY_MS = 30_000;

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {(text: string) => void} announce
 */
export function createQueue(store, api, announce) {
  const username = store.state.session?.username ?? '';
  const kept = queueStore(username);
  const others = new BroadcastChannel(CHANNEL);
  let isSending = false;
  let last = 0;

  async function count() {
    store.dispatch({ type: 'queue/set', queue: await kept.list() });
  }

  async function changed() {
    others.postMessage('changed');
    await count();
  }

  /** What comes after an entry began with the same version: it is not to meet one's own change. @param {Entry} sent @param {string|null} tag of what stands there now @param {Entry[]} waiting */
  async function follow(sent, tag, waiting) {
    for (const next of waiting) {
      if (tag && next !== sent && next.target && next.target.id === sent.target?.id && next.target.tag === sent.target.tag) {
        next.target = { ...next.target, tag };
        await kept.put(next);
      }
    }
  }

  async function drain() {
    const waiting = (await kept.list()).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) {
      return;
    }
    // Fetched when there is something to send: most visits have nothing.
    const [{ features }, { workflow }, { attempt }] = await Promise.all([import('../forms/features.js'), import('../workflow/requests.js'), import('./sending.js')]);
    /** Features with an entry that somebody must decide about: what comes after it waits. */
    const held = new Set(store.state.queue.filter(({ state }) => state === 'conflict').map(({ target }) => target?.id));
    let sent = 0;
    for (const entry of waiting) {
      if (entry.target && held.has(entry.target.id)) {
        continue;
      }
      const outcome = await attempt(features(api, entry.layer), entry, workflow(api));
      if (outcome.now === 'later') {
        break;
      }
      if (outcome.now === 'sent') {
        await kept.remove(entry);
        await follow(entry, outcome.tag, waiting);
        announce(words.offline.sent(entry.title));
        sent++;
      } else {
        held.add(entry.target?.id);
        await kept.put({ ...entry, state: outcome.now, problem: 'problem' in outcome ? outcome.problem : '' });
      }
      await changed();
    }
    if (sent > 0) {
      store.dispatch({ type: 'data/changed' });
    }
  }

  /** Two tabs never send at once; where there are no locks the key of each entry keeps it from being made twice. */
  async function send() {
    if (isSending || store.state.lostSince !== null) {
      return;
    }
    isSending = true;
    try {
      await (navigator.locks ? navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? drain() : undefined)) : drain());
    } finally {
      isSending = false;
    }
  }

  others.addEventListener('message', () => void count());
  store.watch((s) => s.lostSince === null, (isThere) => isThere && void send());
  addEventListener('online', () => void send());
  setInterval(() => void (store.state.queue.some(({ state }) => state === 'waiting') && send()), EVERY_MS);
  void count().then(send);

  return {
    /**
     * Sends at once; without a line it is kept, and sent later.
     *
     * @template T
     * @param {() => Promise<T>} ask
     * @param {import('./sending.js').Waiting} waiting
     * @returns {Promise<T|null>} null when it waits; what is asked for answers with something
     */
    async sendOrKeep(ask, waiting) {
      try {
        if (store.state.lostSince === null) {
          return await ask();
        }
      } catch (error) {
        if (error.status !== 0) {
          throw error;
        }
      }
      await this.add(waiting);
      return null;
    },
    /** Done when it is kept. @param {Pick<Entry, import('./queue-store.js').Made>} entry */
    async add(entry) {
      last = Math.max(Date.now(), last + 1);
      await kept.put({ ...entry, username, order: last, queuedAt: new Date().toISOString(), state: 'waiting', problem: '' });
      await changed();
    },
    /** @param {Entry} entry */
    async again(entry) {
      await kept.put({ ...entry, state: 'waiting', problem: '' });
      await changed();
      await send();
    },
    /** @param {Entry} entry */
    async discard(entry) {
      await kept.remove(entry);
      await changed();
    },
    async discardAll() {
      for (const entry of await kept.list()) {
        await kept.remove(entry);
      }
      await changed();
    },
    send,
  };
}

/** @typedef {ReturnType<typeof createQueue>} Queue */
