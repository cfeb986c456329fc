// Tiles that are wanted at the same moment come in one answer: over a line with a long way each answer costs more than most tiles
// have in them. Whoever asks gets what the tile's own address would have said. The format is described in docs/event-tiles.md.
// @ts-check

/** A tile of a layer: where the bundle is, the zoom among it, then row and column. */
const TILE = /^((\/api\/events\/[^/?]+|\/collections\/[^/?]+\/tiles\/WebMercatorQuad)\/\d+)\/(\d+\/\d+)(\?.*)?$/;
const TYPES = { events: 'application/vnd.vigie.event-tile', shapes: 'application/vnd.mapbox-vector-tile' };
const VERSION = 1;
/** How a tile may lie on a disk. */
const WAYS = ['', 'open', 'locked'];
/** The server takes no more in one bundle. */
const MOST_TILES = 64;
/** Under way at once: the browser has six lines to a server, and others want some. */
const AT_ONCE = 4;
/** What was let go is asked about, not for, when somebody comes back to it. */
const REMEMBERED_BYTES = 8_000_000;

/** @typedef {RequestInit & {heard?: () => void}} Init heard: told whenever something comes over the line meanwhile */
/** @typedef {{path: string, place: string, held: Remembered|null, given: string|null, signal: AbortSignal|null|undefined, heard: () => void, resolve: (answer: Response) => void, reject: (reason: unknown) => void, isDone: boolean}} Asked held: what is remembered of it; given: tag of what whoever asks holds */
/** @typedef {{tag: string, bytes: ArrayBuffer|null}} Remembered */
/** @typedef {{key: string, mark: string, way: string, status: number, tag: string, bytes: ArrayBuffer}} Part */

/**
 * @param {typeof fetch} send
 * @returns {typeof fetch} which gathers tiles and passes everything else on
 */
export function bundlingTiles(send) {
  /** By what they share. @type {Map<string, Asked[]>} */
  const waiting = new Map();
  /** All that is waited for. @type {Set<Asked>} */
  const open = new Set();
  const remembered = remembering();
  let running = 0;
  let isDue = false;

  /** @param {RequestInfo|URL} path @param {Init} [init] @returns {Promise<Response>} */
  function ask(path, init = {}) {
    const tile = (init.method ?? 'GET') === 'GET' ? TILE.exec(String(path)) : null;
    if (!tile || init.signal?.aborted) {
      return send(path, init);
    }
    const [, zoom, , place, query = ''] = tile;
    const given = new Headers(init.headers).get('if-none-match');
    return new Promise((resolve, reject) => {
      /** @type {Asked} */
      const asked = { path: String(path), place, held: remembered.find(String(path)) ?? null, given, signal: init.signal, heard: init.heard ?? (() => {}), resolve, reject, isDone: false };
      open.add(asked);
      const group = JSON.stringify([zoom, query]);
      waiting.set(group, [...waiting.get(group) ?? [], asked]);
      init.signal?.addEventListener('abort', () => giveUp(asked), { once: true });
      // When all that is wanted now has been asked for, which takes some promises.
      if (!isDue) {
        isDue = true;
        setTimeout(() => { isDue = false; flush(); });
      }
    });
  }

  /** @param {Asked} asked */
  function giveUp(asked) {
    end(asked);
    asked.reject(new DOMException('no longer wanted', 'AbortError'));
  }

  /** @param {Asked} asked */
  function end(asked) {
    asked.isDone = true;
    open.delete(asked);
  }

  function flush() {
    for (const [group, all] of waiting) {
      if (running >= AT_ONCE) {
        return;
      }
      const wanted = all.filter(({ isDone }) => !isDone);
      const [now, later] = [wanted.slice(0, MOST_TILES), wanted.slice(MOST_TILES)];
      waiting.delete(group);
      if (later.length > 0) {
        waiting.set(group, later);
      }
      if (now.length > 0) {
        running++;
        const [zoom, query] = JSON.parse(group);
        void fetchBundle(zoom, query, now).finally(() => { running--; flush(); });
      }
    }
  }

  /** @param {string} zoom @param {string} query @param {Asked[]} tiles */
  async function fetchBundle(zoom, query, tiles) {
    const stop = new AbortController();
    const stopWhenNobodyWaits = () => tiles.every(({ isDone }) => isDone) && stop.abort();
    tiles.forEach(({ signal }) => signal?.addEventListener('abort', stopWhenNobodyWaits, { once: true }));
    const isEvents = zoom.startsWith('/api/events/');
    const tags = tiles.map(({ given, held }) => given ?? held?.tag ?? '');
    const hasHeld = tags.some((tag) => tag !== '');
    const address = `${zoom}${query}${query ? '&' : '?'}tiles=${tiles.map(({ place }) => place).join(',')}${hasHeld ? `&held=${tags.map(encodeURIComponent).join(',')}` : ''}`;
    try {
      // The same view opened again is the same bundle, of which the browser asks whether it is still right.
      const answer = await send(address, { signal: stop.signal, cache: hasHeld ? 'no-store' : 'no-cache', headers: { accept: 'application/vnd.vigie.tile-bundle' } });
      if (!answer.ok) {
        const body = await answer.arrayBuffer();
        tiles.forEach((tile) => give(tile, () => new Response(body.slice(0), { status: answer.status, statusText: answer.statusText, headers: answer.headers })));
        return;
      }
      let i = 0;
      for await (const part of partsOf(answer, () => open.forEach(({ heard }) => heard()))) {
        const tile = tiles[i++];
        if (part.status !== 304) {
          remembered.keep(tile.path, { tag: part.tag, bytes: part.status === 200 ? part.bytes : null });
        }
        give(tile, () => answerOf(tile, part, isEvents ? TYPES.events : TYPES.shapes));
      }
      if (i < tiles.length) {
        throw new TypeError('the answer ends too early');
      }
    } catch (error) {
      tiles.filter(({ isDone }) => !isDone).forEach((tile) => { end(tile); tile.reject(error); });
    }
  }

  /** @param {Asked} tile @param {() => Response} answer */
  function give(tile, answer) {
    if (!tile.isDone) {
      end(tile);
      tile.resolve(answer());
    }
  }

  /** @param {Asked} tile @param {Part} part @param {string} type */
  function answerOf(tile, { key, mark, way, status, tag, bytes }, type) {
    const headers = new Headers({ etag: tag, 'x-classification': mark, 'cache-control': 'no-store' });
    if (way) {
      headers.set('x-keep-offline', `${key} ${way}`);
    }
    if (status === 304 && tag === tile.given) {
      return new Response(null, { status: 304, headers });
    }
    const content = status === 304 ? tile.held?.bytes : status === 200 ? bytes : null;
    if (content) {
      headers.set('content-type', type);
    }
    return new Response(content ? content.slice(0) : null, { status: content ? 200 : 204, headers });
  }

  return ask;
}

/** What came last, up to so many bytes; only as long as the page is open. */
function remembering() {
  /** @type {Map<string, Remembered>} */
  const known = new Map();
  let bytes = 0;
  const weigh = (/** @type {Remembered|undefined} */ tile) => (tile ? (tile.bytes?.byteLength ?? 0) + 200 : 0);
  return {
    /** @param {string} path */
    find: (path) => known.get(path),
    /** @param {string} path @param {Remembered} tile */
    keep(path, tile) {
      bytes += weigh(tile) - weigh(known.get(path));
      known.delete(path);
      known.set(path, tile);
      for (const [oldest, old] of known) {
        if (bytes <= REMEMBERED_BYTES) {
          break;
        }
        known.delete(oldest);
        bytes -= weigh(old);
      }
    },
  };
}

/**
 * The tiles of a bundle, each as soon as it is there: the first is in the middle of the window.
 *
 * @param {Response} answer
 * @param {() => void} heard told whenever some bytes have come
 * @returns {AsyncGenerator<Part>}
 */
async function* partsOf(answer, heard) {
  const read = readerOf(answer, heard);
  const version = (await read(1)).getUint8(0);
  if (version !== VERSION) {
    throw new TypeError(`bundle of version ${version}, expected ${VERSION}`);
  }
  const text = async () => new TextDecoder().decode(await read((await read(2)).getUint16(0, true)));
  const key = await text();
  for (let head = await read(3, { mayEnd: true }); head.byteLength > 0; head = await read(3, { mayEnd: true })) {
    const [status, way, mark, tag] = [head.getUint16(0, true), WAYS[head.getUint8(2)] ?? '', await text(), await text()];
    const { buffer, byteOffset, byteLength } = await read((await read(4)).getUint32(0, true));
    yield { key, status, mark, way, tag, bytes: /** @type {ArrayBuffer} */ (buffer.slice(byteOffset, byteOffset + byteLength)) };
  }
}

/** @param {Response} answer @param {() => void} heard @returns {(length: number, may?: {mayEnd?: boolean}) => Promise<DataView>} the next bytes; none at the end, where it may end */
function readerOf(answer, heard) {
  const stream = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  let there = new Uint8Array();
  let at = 0;
  return async (length, { mayEnd = false } = {}) => {
    while (there.length - at < length) {
      const { done, value } = await stream.read();
      heard();
      if (done) {
        if (mayEnd && at === there.length) {
          return new DataView(new ArrayBuffer(0));
        }
        throw new TypeError('the answer ends too early');
      }
      const joined = new Uint8Array(there.length - at + value.length);
      joined.set(there.subarray(at));
      joined.set(value, there.length - at);
      [there, at] = [joined, 0];
    }
    at += length;
    return new DataView(there.buffer, at - length, length);
  };
}
