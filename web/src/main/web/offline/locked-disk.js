// Where what is locked lies (IndexedDB): the lock, and of each answer two sealed parts under a name that says nothing.
// @ts-check
import { LOCKED_DATABASE as DATABASE } from './locking.js';
/** @typedef {import('./lock.js').Lock} Lock */
/** @typedef {import('./lock.js').Sealed} Sealed */
/** @typedef {{id: string, lockId: string, until: number, order: number, once: ArrayBuffer, head: Sealed}} Head until, order: milliseconds since 1970; once: public key that both parts were sealed with */

const [LOCKS, HEADS, BODIES] = ['lock', 'heads', 'bodies'];
const ALL = [LOCKS, HEADS, BODIES];

export function lockedDisk() {
  return {
    /** @returns {Promise<Lock|null>} */
    lock: () => using('readonly', async (part) => (await done(part(LOCKS).getAll()))[0] ?? null),

    /** In place of all that lay there. @param {Lock} lock */
    begin: (lock) => using('readwrite', async (part) => {
      ALL.forEach((name) => part(name).clear());
      await done(part(LOCKS).put(lock));
    }),

    /** @returns {Promise<string[]>} */
    ids: () => using('readonly', async (part) => /** @type {string[]} */ (await done(part(HEADS).getAllKeys()))),

    /** @returns {Promise<Head[]>} */
    heads: () => using('readonly', (part) => done(part(HEADS).getAll())),

    /** @param {string} id @returns {Promise<Sealed|undefined>} */
    body: (id) => using('readonly', async (part) => (await done(part(BODIES).get(id)))?.sealed),

    /**
     * Keeps an answer while its lock is still the one that lies there, and lets go what is over, and the oldest of too many.
     *
     * @param {Head} head @param {Sealed} sealed @param {{now: number, most: number}} limits
     * @returns {Promise<boolean>} whether it was kept
     */
    put: (head, sealed, { now, most }) => using('readwrite', async (part) => {
      if ((await done(part(LOCKS).get(head.lockId))) === undefined) {
        return false;
      }
      part(HEADS).put(head);
      await done(part(BODIES).put({ id: head.id, sealed }));
      const oldestFirst = await done(part(HEADS).index('order').getAllKeys());
      const over = await done(part(HEADS).index('until').getAllKeys(IDBKeyRange.upperBound(now)));
      for (const id of [...over, ...oldestFirst.slice(0, Math.max(0, oldestFirst.length - most))]) {
        part(HEADS).delete(id);
        part(BODIES).delete(id);
      }
      return true;
    }),

    /** @param {string[]} ids */
    remove: (ids) => using('readwrite', async (part) => {
      ids.forEach((id) => { part(HEADS).delete(id); part(BODIES).delete(id); });
    }),
  };
}

/** @typedef {ReturnType<typeof lockedDisk>} LockedDisk */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((answer, failed) => {
    request.onsuccess = () => answer(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(LOCKS, { keyPath: 'id' });
    const heads = opening.result.createObjectStore(HEADS, { keyPath: 'id' });
    heads.createIndex('order', 'order');
    heads.createIndex('until', 'until');
    opening.result.createObjectStore(BODIES, { keyPath: 'id' });
  };
  return done(opening);
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(part: (name: string) => IDBObjectStore) => Promise<T>} work
 * @returns {Promise<T>} when it lies on the disk
 */
async function using(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction(ALL, mode);
    const written = new Promise((complete, failed) => {
      transaction.oncomplete = () => complete(undefined);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
    const answer = await work((name) => transaction.objectStore(name));
    await written;
    return answer;
  } finally {
    database.close();
  }
}
