// Answers of the last view, kept for when there is no line. The server says of each answer whether it may lie on this
// disk, open or only locked, under which key and for how long: the key changes with the session and with what its user may
// see, and what lies under another key is deleted. What is not said to be kept is not kept.
// @ts-check

const PREFIX = 'vigie-kept-';
const START = '/kept/start';
const HEADER = 'x-keep-offline';
const TAKEN_ALONG = ['content-type', 'etag', 'x-classification'];
/** Some hundred tiles are a few views; a field laptop is not an archive. */
const MOST_ANSWERS = 600;
const MOST_BYTES = 1_000_000;
const BETWEEN_COUNTS = 50;

/** @typedef {{response: Response, at: string}} Remembered at: when the server said it, RFC 3339 */
/** @typedef {{session: import('../core/types.js').Session, mission: any, catalog: any[], address: string, at: string}} Start what the page begins with */

/**
 * @param {CacheStorage|undefined} [storage] absent where the page did not come over a safe line
 * @param {import('./locking.js').LockOnDisk|null} [lock] of what may lie there locked alone
 * @param {() => number} [now] milliseconds since 1970
 */
export function keptAnswers(storage = globalThis.caches, lock = null, now = Date.now) {
  let key = '';
  let seconds = 0;
  let isOver = false;
  let sinceCounted = 0;
  /** Questions whose answers may not be kept locked. @type {Set<string>} */
  const notLocked = new Set();

  const names = async () => (storage ? (await storage.keys()).filter((name) => name.startsWith(PREFIX)) : []);

  /** @param {string} except */
  async function deleteAll(except = '') {
    await Promise.all((await names()).filter((name) => name !== except).map((name) => storage?.delete(name)));
  }

  /** @param {string} question @param {BodyInit|null} body @param {number} status @param {Record<string, string>} headers */
  async function put(question, body, status, headers) {
    const name = PREFIX + key;
    const cache = await storage?.open(name);
    await cache?.put(question, new Response(body, { status, headers: { ...headers, 'x-kept-at': new Date(now()).toISOString(), 'x-kept-until': String(now() + seconds * 1_000) } }));
    if (isOver || name !== PREFIX + key) {
      // It was cleared while this was on its way.
      await storage?.delete(name);
    } else if (cache && ++sinceCounted >= BETWEEN_COUNTS) {
      sinceCounted = 0;
      const questions = await cache.keys();
      await Promise.all(questions.slice(0, Math.max(0, questions.length - MOST_ANSWERS)).map((oldest) => cache.delete(oldest)));
    }
  }

  /** @param {string} question @returns {Promise<Remembered|null>} */
  async function find(question) {
    return (await findOpen(question)) ?? (isOver || !storage ? null : ((await (await lock?.there())?.find(question)) ?? null));
  }

  /** @param {string} question @returns {Promise<Remembered|null>} */
  async function findOpen(question) {
    for (const name of isOver ? [] : await names()) {
      const response = await (await storage?.open(name))?.match(question);
      if (response && Number(response.headers.get('x-kept-until')) > now()) {
        return { response, at: response.headers.get('x-kept-at') ?? '' };
      }
      if (response) {
        await storage?.delete(name);
      }
    }
    return null;
  }

  /** What lay there before is not to be found instead of what may not lie there now. @param {string} question @param {string} how */
  async function dropOthers(question, how) {
    if (how !== 'open' && key && (await names()).includes(PREFIX + key)) {
      await (await storage?.open(PREFIX + key))?.delete(question);
    }
    if (how !== 'locked') {
      notLocked.add(question);
      await (await lock?.there())?.drop(question);
    }
  }

  /** @param {string} question @param {Response} response */
  async function putLocked(question, response) {
    const locked = await lock?.there();
    if (!locked) {
      lock?.missed();
      return;
    }
    const bytes = await response.arrayBuffer();
    if (!isOver) {
      await locked.keep(question, { status: response.status, headers: takenAlong(response), bytes }, { key, seconds });
    }
  }

  return {
    find,

    /** @param {string|null} question null: not of a kind that is kept @param {Response} response whose body nobody has read */
    async keep(question, response) {
      const [saidKey, saidSeconds, how = ''] = (response.headers.get(HEADER) ?? '').split(' ');
      if (isOver) {
        return;
      }
      if (how && saidKey !== key) {
        [key, seconds] = [saidKey, Number(saidSeconds)];
        await deleteAll(PREFIX + key);
        if (lock && !((await (await lock.there())?.isOf(key)) ?? true)) {
          await lock.remove();
        }
      }
      if (question === null || isOver) {
        return;
      }
      await dropOthers(question, how);
      if (how === 'locked') {
        await putLocked(question, response);
      } else if (how === 'open') {
        const bytes = await response.arrayBuffer();
        if (bytes.byteLength <= MOST_BYTES && !isOver) {
          await put(question, response.status === 204 ? null : bytes, response.status, takenAlong(response));
        }
      }
    },

    /** Whether an answer should come whole, though the page holds one: it may be kept locked now and was not. @param {string} question */
    lacks: async (question) => !isOver && !notLocked.has(question) && (await lock?.there())?.has(question) === false,

    lock: {
      /** Looks whether there is one. */
      look: async () => void (await (await lock?.there())?.look()),
      /** How many answers lie there locked. */
      count: async () => (await (await lock?.there())?.count()) ?? 0,
      /** @param {string} passphrase @returns {Promise<boolean>} false while the server has not said what may be kept */
      async setUp(passphrase) {
        if (!key || isOver || !lock) {
          return false;
        }
        await lock.setUp(passphrase, key);
        return true;
      },
      /** @param {string} passphrase @returns {Promise<boolean>} false: the wrong one */
      unlock: async (passphrase) => (await (await lock?.there())?.unlock(passphrase)) ?? false,
      forget: async () => lock?.remove(),
    },

    /** What the page begins with; without the proof of changes, and without where the data of all layers lie at most. @param {Omit<Start, 'at'>} start */
    async keepStart({ session, mission, catalog, address }) {
      if (key && !isOver) {
        const { extent: _extent, ...frame } = mission;
        await put(START, JSON.stringify({ session: { ...session, csrfToken: '' }, mission: frame, catalog, address }), 200, { 'content-type': 'application/json' });
      }
    },

    /** @returns {Promise<Start|null>} */
    async start() {
      const found = await findOpen(START);
      return found && { ...(await found.response.json()), at: found.at };
    },

    /** Deletes everything, for good: nothing that is still on its way is kept after this. */
    async clear() {
      isOver = true;
      await Promise.all([deleteAll(), lock?.remove()]);
    },
  };
}

/** @param {Response} response @returns {Record<string, string>} */
const takenAlong = (response) => Object.fromEntries(TAKEN_ALONG.flatMap((name) => { const value = response.headers.get(name); return value ? [[name, value]] : []; }));

/** @typedef {ReturnType<typeof keptAnswers>} Kept */
