// One stream of changes, kept open: reads it, notices when it falls silent, and comes back by itself.
// @ts-check
import { createReader } from './events.js';

/** The server shows a sign of life every four seconds. */
const SILENCE_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A page that nobody looks at gives its connection back after a while: a browser has only a few. */
const UNSEEN_MS = 20_000;

/**
 * @typedef {object} Told
 * @property {(name: string, data: any) => void} event
 * @property {(since: number) => void} silent nothing was heard since (milliseconds since 1970); told once each time
 * @property {() => void} heard after that: something is heard again
 * @property {() => void} refused the server no longer knows who listens
 */

/**
 * @param {Told} told
 * @param {typeof fetch} [send]
 */
export function listen(told, send = (...args) => fetch(...args)) {
  let lastId = '';
  let lastHeard = Date.now();
  let triedAt = 0;
  let failures = 0;
  let isSilent = false;
  let isPaused = false;
  /** @type {AbortController|null} */
  let open = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let next;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let unseen;

  function alive() {
    lastHeard = Date.now();
    failures = 0;
    if (isSilent) {
      isSilent = false;
      told.heard();
    }
  }

  async function connect() {
    clearTimeout(next);
    const mine = new AbortController();
    open = mine;
    triedAt = Date.now();
    let ended = false;
    try {
      const response = await send('/api/changes/stream', {
        signal: mine.signal,
        headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
      });
      if (response.status === 401) {
        ended = true;
        told.refused();
      } else if (response.ok && response.body) {
        await read(response.body);
      }
    } catch {
      // Cut, refused or given up: it is tried again.
    }
    if (open === mine && !ended && !isPaused) {
      open = null;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
      failures += 1;
      next = setTimeout(() => void connect(), pause * (0.5 + Math.random() / 2));
    }
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async function read(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const take = createReader((event) => {
      lastId = event.id ?? lastId;
      told.event(event.name, JSON.parse(event.data));
    });
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      alive();
      take(decoder.decode(piece.value, { stream: true }));
    }
  }

  function again() {
    if (!isPaused) {
      failures = 0;
      open?.abort();
      open = null;
      void connect();
    }
  }

  setInterval(() => {
    if (isPaused || Date.now() - lastHeard < SILENCE_MS) {
      return;
    }
    if (!isSilent) {
      isSilent = true;
      told.silent(lastHeard);
    }
    // A line that died without a word never ends by itself; it is hung up, and another is tried.
    if (Date.now() - triedAt >= SILENCE_MS) {
      open?.abort();
    }
  }, 1_000);
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(unseen);
    if (document.visibilityState === 'hidden') {
      unseen = setTimeout(() => {
        isPaused = true;
        clearTimeout(next);
        open?.abort();
        open = null;
      }, UNSEEN_MS);
    } else if (isPaused) {
      isPaused = false;
      lastHeard = Date.now();
      again();
    }
  });
  void connect();
}
