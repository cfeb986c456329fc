// Talking to the server: problems with words, answers that arrive too late thrown away.
// @ts-check
import { language } from './language.js';
import { cutOff, foreign, refused, silent, unreachable } from '../words/lost.js';

/** As long as a question may stay without an answer. Longer, and nobody waits any more: he believes that there is nothing. */
const SILENCE_MS = 60_000;

/** What the server, or the way to it, said when it could not do what was asked. */
export class Problem extends Error {
  /** @param {{status?: number, title?: string, detail?: string, errors?: {field?: string, what?: string, fix?: string}[]}} body */
  constructor(body) {
    super(body.detail || body.title || refused(body.status ?? 0));
    this.name = 'Problem';
    this.status = body.status ?? 0;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
  }
}

/** @param {unknown} error whether it never came to an answer of the server */
const isUnreachable = (error) => error instanceof Problem && error.status === 0;

/** @param {unknown} error */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError';

/**
 * Only the newest of a series of tasks may answer: starting one aborts the one before, and an
 * answer that was overtaken comes back as undefined.
 *
 * @returns {{run: <T>(task: (signal: AbortSignal) => Promise<T>) => Promise<T|undefined>, cancel: () => void}}
 */
export function newestOnly() {
  /** @type {AbortController|null} */
  let current = null;
  return {
    async run(task) {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      try {
        const answer = await task(mine.signal);
        return current === mine ? answer : undefined;
      } catch (error) {
        if (current !== mine || isAbort(error)) {
          return undefined;
        }
        throw error;
      }
    },
    cancel() {
      current?.abort();
      current = null;
    },
  };
}

/** @param {Record<string, unknown>} params @returns {string} with its question mark; empty values are left out */
export function toQuery(params) {
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0
    ? ''
    : '?' + given.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
}

/** @typedef {{zoom: number, row: number, column: number}} At where a tile lies */

const READS = ['GET', 'HEAD', 'OPTIONS'];
/** What is asked by POST because the question is long. */
const QUESTIONS = /^\/api\/(counts|statistics|breakdown|matrix|duplicates)\b/;

/** The server says its problems in the language in which the page stands here; another tab may have changed the cookie since. */
export const speaks = { 'accept-language': language };

/**
 * @param {typeof fetch} [send]
 * @param {(path: string, mark: string) => void} [seen] told the classification of each answer that has one
 * @param {() => void} [signedOut] told when the server no longer knows who is asking
 */
export function createApi(send = (...args) => fetch(...args), seen = () => {}, signedOut = () => {}) {
  /** What must go along with every change; the server tells it with the session. */
  let csrfToken = '';
  /** Whether the page began without a line, and so without it. */
  let lacksProof = false;
  let isLost = () => false;
  /** Requests that have no answer yet. @type {Set<AbortController>} */
  const unanswered = new Set();
  let leaving = false;

  /**
   * @param {string} path
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  async function request(path, init = {}) {
    if (leaving) {
      throw new DOMException('signing out', 'AbortError');
    }
    // Nothing goes out without its proof; the answer to the same question may have been kept.
    const isProven = !lacksProof || READS.includes(init.method ?? 'GET') || await renewed();
    return answered(path, isProven ? init : { ...init, cache: 'only-if-cached' });
  }

  /** @returns {Promise<import('./types.js').Session>} */
  async function renew() {
    const session = await readJson(await answered('/api/session', {}));
    csrfToken = session.csrfToken;
    lacksProof = false;
    return session;
  }

  /** @returns {Promise<boolean>} false while there is no line */
  async function renewed() {
    try {
      return !isLost() && Boolean(await renew());
    } catch (error) {
      if (isUnreachable(error)) {
        return false;
      }
      throw error;
    }
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   * @returns {Promise<Response>}
   */
  async function answered(path, init) {
    let response;
    const mine = new AbortController();
    unanswered.add(mine);
    const { signal } = init;
    const abort = () => mine.abort(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) {
      abort();
    }
    let isSilent = false;
    // Of a change nobody knows whether it was done: the browser waits for it as long as there is a line.
    const isWatched = READS.includes(init.method ?? 'GET') || QUESTIONS.test(path);
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    let silence;
    const heard = () => {
      clearTimeout(silence);
      silence = isWatched ? setTimeout(() => { isSilent = true; abort(); }, SILENCE_MS) : undefined;
    };
    heard();
    try {
      const proven = READS.includes(init.method ?? 'GET') ? {} : proof();
      response = await send(path, /** @type {import('./tile-bundles.js').Init} */ ({ ...init, heard, signal: mine.signal, headers: { accept: 'application/json', ...speaks, ...proven, ...init.headers } }));
    } catch (error) {
      if (isSilent) {
        throw new Problem({ detail: silent });
      }
      if (isAbort(error)) {
        throw error;
      }
      throw new Problem({ title: 'unreachable', detail: unreachable });
    } finally {
      clearTimeout(silence);
      unanswered.delete(mine);
    }
    if (response.status === 401) {
      signedOut();
    }
    if (!response.ok && response.status !== 304) {
      throw await problemOf(response);
    }
    // Nothing that is asked here is a page.
    if (response.headers?.get('content-type')?.includes('html')) {
      throw new Problem({ detail: foreign });
    }
    const mark = response.headers?.get('x-classification');
    if (mark) {
      seen(path, mark);
    }
    return response;
  }

  /** @param {string} path @param {RequestInit} [init] @returns {Promise<any>} */
  async function json(path, init) {
    const response = await request(path, init);
    return response.status === 204 ? null : readJson(response);
  }

  /** Headers for a change that is sent in another way than by {@link request}. */
  const proof = () => ({ 'x-csrf-token': csrfToken });

  /** @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
  const post = (path, body, signal) =>
    json(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal });

  const part = encodeURIComponent;

  /**
   * A tile. The browser asks again whether what it has is still right; of what it may not have on its disk the page asks itself.
   *
   * @param {string} path @param {At} at @param {Record<string, unknown>} params @param {string} accept @param {AbortSignal} [signal]
   * @param {string|null} [held] tag of what the page holds and the browser does not
   * @returns {Promise<{bytes: ArrayBuffer|null, tag: string|null, mark: string|null, isStored: boolean}>} bytes: null for an empty tile, and for one that is still as it was held
   */
  async function tile(path, { zoom, row, column }, params, accept, signal, held = null) {
    const answer = await request(`${path}/${zoom}/${row}/${column}${toQuery(params)}`,
      { signal, ...(held ? { cache: 'no-store', headers: { accept, 'if-none-match': held } } : { cache: 'no-cache', headers: { accept } }) });
    const bytes = answer.status === 204 || answer.status === 304 ? null : await answer.arrayBuffer();
    return { bytes, tag: answer.headers.get('etag') ?? (answer.status === 304 ? held : null), mark: answer.headers.get('x-classification'), isStored: !answer.headers.get('cache-control')?.includes('no-store') };
  }

  return {
    request,
    proof,
    json,
    post,
    /** Who is signed in. @returns {Promise<import('./types.js').Session>} */
    session: () => (leaving ? Promise.reject(new DOMException('signing out', 'AbortError')) : renew()),
    /** The page begins with what was kept: the proof for changes is asked for with the first of them. @param {() => boolean} lost whether the server is known not to answer */
    beginsWithoutProof: (lost) => {
      lacksProof = true;
      isLost = lost;
    },
    /** What is under way is dropped first: it would be refused, and nobody waits for it. */
    signOut: async () => {
      leaving = true;
      unanswered.forEach((request) => request.abort());
      try {
        await answered('/api/session', { method: 'DELETE' });
      } catch (error) {
        leaving = false;
        throw error;
      }
    },
    /** @param {AbortSignal} [signal] */
    mission: (signal) => json('/api/mission', { signal }),
    /** @returns {Promise<import('./types.js').Basemap[]>} */
    basemaps: () => json('/basemaps').then((answer) => answer.basemaps),
    layers: () => json('/api/layers').then((answer) => answer.layers),
    /** West, south, east, north of a layer's features, null while it has none. @param {string} layer @returns {Promise<[number, number, number, number]|null>} */
    extent: (layer) => json(`/collections/${part(layer)}`).then((answer) => answer.extent?.spatial?.bbox?.[0] ?? null),
    /** Ids of corrections by id of what they correct. @param {string} layer @param {AbortSignal} [signal] @returns {Promise<Record<string, string>>} */
    corrections: (layer, signal) => json(`/api/corrections/${part(layer)}`, { signal, cache: 'no-store' }).then((answer) => answer.corrected),
    /** @param {string} layer @param {Record<string, unknown>} params @param {AbortSignal} [signal] */
    picture: (layer, params, signal) => json(`/api/picture/${part(layer)}${toQuery(params)}`, { signal }),
    /** An event tile. @param {string} layer @param {At} at @param {Record<string, unknown>} params @param {AbortSignal} [signal] @param {string|null} [held] */
    eventTile: (layer, at, params, signal, held) => tile(`/api/events/${part(layer)}`, at, params, 'application/vnd.vigie.event-tile', signal, held),
    /** A vector tile of a layer. @param {string} layer @param {At} at @param {Record<string, unknown>} params @param {AbortSignal} [signal] @param {string|null} [held] */
    vectorTile: (layer, at, params, signal, held) => tile(`/collections/${part(layer)}/tiles/WebMercatorQuad`, at, params, 'application/vnd.mapbox-vector-tile', signal, held),
    /** @param {object} body @param {AbortSignal} [signal] */
    counts: (body, signal) => post('/api/counts', body, signal),
    /** @param {object} body @param {AbortSignal} [signal] */
    statistics: (body, signal) => post('/api/statistics', body, signal),
    /** The same for the time series; what follows # is not sent, but tells whose mark the answer has. @param {object} body @param {AbortSignal} [signal] */
    series: (body, signal) => post('/api/statistics#series', body, signal),
    /** Counts by the values of a property, beside those of the period before. @param {object} body @param {AbortSignal} [signal] */
    breakdown: (body, signal) => post('/api/breakdown', body, signal),
    /** Counts by two properties together. @param {object} body @param {AbortSignal} [signal] */
    matrix: (body, signal) => post('/api/matrix', body, signal),
    /** @param {Record<string, unknown>} params @param {AbortSignal} [signal] */
    histogram: (params, signal) => json(`/api/histogram${toQuery(params)}`, { signal }),
    /** @param {string} layer @param {string} id @param {AbortSignal} [signal] */
    item: (layer, id, signal, asKnownAt = /** @type {string|null} */ (null)) =>
      json(`/collections/${part(layer)}/items/${part(id)}${toQuery({ 'as-known-at': asKnownAt })}`, { signal, headers: { accept: 'application/geo+json' } }),
    /** A page of a layer's features. @param {string} layer @param {Record<string, unknown>} params @param {AbortSignal} [signal] @returns {Promise<GeoJSON.FeatureCollection & {numberMatched: number, numberReturned: number}>} */
    items: (layer, params, signal) => json(`/collections/${part(layer)}/items${toQuery(params)}`, { signal, headers: { accept: 'application/geo+json' } }),
    /** What was changed, newest first before a moment or oldest first after one. @param {{before?: string, after?: string, limit?: number}} params @param {AbortSignal} [signal] @returns {Promise<{changes: import('./known.js').KnownChange[]}>} */
    changes: (params, signal) => json(`/api/changes${toQuery(params)}`, { signal }),
    /** @param {string} layer @param {string} id @param {AbortSignal} [signal] */
    history: (layer, id, signal) => json(`/collections/${part(layer)}/items/${part(id)}/history`, { signal }),
  };
}

/** @typedef {ReturnType<typeof createApi>} Api */

/** @param {Response} response @returns {Promise<any>} */
async function readJson(response) {
  try {
    return await response.json();
  } catch (error) {
    throw isAbort(error) ? error : new Problem({ detail: cutOff });
  }
}

/** @param {Response} response */
async function problemOf(response) {
  const type = response.headers.get('content-type') ?? '';
  const body = type.includes('json') ? await response.json().catch(() => ({})) : {};
  return new Problem({ ...body, status: response.status });
}
