// Answers that may lie on this disk locked alone. What comes in is locked at once; reading it, and even what was asked, takes the
// passphrase, once for each time the page is opened.
// @ts-check
import { makeLock, openLock, reader, sealer } from './lock.js';
/** @typedef {import('./lock.js').Lock} Lock */
/** @typedef {import('./locked-disk.js').Head} Head */
/** @typedef {import('./kept.js').Remembered} Remembered */
/** @typedef {'none'|'sealed'|'open'} LockState */

const MOST_ANSWERS = 600;
const MOST_BYTES = 1_000_000;

/** @typedef {{question: string, status: number, headers: Record<string, string>, at: string, until: number}} Said what is sealed with an answer, and what its body is bound to */

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/**
 * @param {import('./locked-disk.js').LockedDisk} disk
 * @param {(state: LockState) => void} told
 * @param {() => number} [now] milliseconds since 1970
 */
export function lockedAnswers(disk, told, now = Date.now) {
  /** @type {Lock|null} */
  let lock = null;
  /** @type {ReturnType<typeof sealer>|null} */
  let sealing = null;
  /** @type {ReturnType<typeof reader>|null} */
  let read = null;
  /** By question: what this page kept, and once it is unlocked everything. @type {Map<string, Head>} */
  const known = new Map();
  const seen = new Set();

  /** @param {Lock|null} next @param {CryptoKey|null} [reading] */
  function use(next, reading = null) {
    lock = next;
    sealing = null;
    read = next && reading ? reader(next, reading) : null;
    known.clear();
    seen.clear();
    told(next === null ? 'none' : read ? 'open' : 'sealed');
  }

  async function look() {
    const there = await disk.lock();
    if (there?.id !== lock?.id) {
      use(there);
    }
    return lock;
  }

  /** What was not looked into yet; of two answers to a question the older goes. */
  async function index() {
    if (!read || (await disk.ids()).every((id) => seen.has(id))) {
      return;
    }
    const gone = [];
    for (const head of (await disk.heads()).filter(({ id }) => !seen.has(id)).sort((a, b) => a.order - b.order)) {
      seen.add(head.id);
      const said = await unseal(head).catch(() => null);
      const before = said && known.get(said.question);
      if (!said || said.until <= now() || (before && before.order > head.order)) {
        gone.push(head.id);
      } else {
        gone.push(...(before ? [before.id] : []));
        known.set(said.question, head);
      }
    }
    if (gone.length > 0) {
      await disk.remove(gone);
    }
  }

  /** @param {Head} head @returns {Promise<Said>} */
  async function unseal(head) {
    return JSON.parse(new TextDecoder().decode(await /** @type {NonNullable<typeof read>} */ (read)(head.once, head.head, utf8(head.id))));
  }

  return {
    /** What lies there, in whichever tab it was made. */
    look,

    /** @param {string} question whether this page kept an answer to it, or found one */
    has: (question) => known.has(question),

    /** How many answers lie there. */
    count: async () => (await disk.ids()).length,

    /**
     * @param {string} passphrase @param {string} key under which the server lets answers be kept
     */
    async setUp(passphrase, key) {
      const { lock: made, reading } = await makeLock(passphrase, key);
      await disk.begin(made);
      use(made, reading);
    },

    /** @param {string} passphrase @returns {Promise<boolean>} false: the wrong one */
    async unlock(passphrase) {
      const there = await look();
      const reading = there && (await openLock(there, passphrase));
      if (!there || !reading) {
        return false;
      }
      use(there, reading);
      await index();
      return true;
    },

    /** Whether the lock is of this key: another one is of another session, or of other rights. @param {string} key */
    isOf: async (key) => (await look())?.key === key,

    /**
     * @param {string} question
     * @param {{status: number, headers: Record<string, string>, bytes: ArrayBuffer}} answer
     * @param {{key: string, seconds: number}} leave what the server says of it
     */
    async keep(question, { status, headers, bytes }, { key, seconds }) {
      const mine = lock ?? (await look());
      if (mine?.key !== key || bytes.byteLength > MOST_BYTES) {
        return;
      }
      const before = known.get(question);
      sealing ??= sealer(mine);
      const { once, seal } = await sealing;
      const id = before?.id ?? crypto.randomUUID(); // not made of the question, which could be guessed
      const until = now() + seconds * 1_000;
      const said = utf8(JSON.stringify({ question, status, headers, at: new Date(now()).toISOString(), until }));
      /** @type {Head} */
      const head = { id, lockId: mine.id, until, order: now(), once, head: await seal(said, utf8(id)) };
      if (await disk.put(head, await seal(new Uint8Array(bytes), said), { now: now(), most: MOST_ANSWERS })) {
        if (lock === mine) {
          seen.add(id);
          known.set(question, head);
        }
      } else {
        await look();
      }
    },

    /** @param {string} question */
    async drop(question) {
      const head = known.get(question);
      if (head && known.delete(question)) {
        await disk.remove([head.id]);
      }
    },

    /** @param {string} question @returns {Promise<Remembered|null>} null also while it is sealed */
    async find(question) {
      await index();
      const head = known.get(question);
      const body = read && head && head.until > now() ? await disk.body(head.id) : undefined;
      if (!read || !head || !body) {
        return null;
      }
      try {
        const bound = await read(head.once, head.head, utf8(head.id));
        const { status, headers, at, until } = /** @type {Said} */ (JSON.parse(new TextDecoder().decode(bound)));
        const bytes = await read(head.once, body, bound);
        return until > now() ? { response: new Response(status === 204 ? null : bytes, { status, headers }), at } : null;
      } catch {
        // It was changed on the disk, and is nobody's answer.
        known.delete(question);
        await disk.remove([head.id]);
        return null;
      }
    },

    /** What is under way finds no lock any more. */
    forget: () => use(null),
  };
}

/** @typedef {ReturnType<typeof lockedAnswers>} Locked */
