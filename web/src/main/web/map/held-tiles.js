// The tiles that are held, of events or of shapes: asked for once, shown until something newer is there, and let go when the
// grid no longer needs them.
// @ts-check
import { isAbort } from '../core/api.js';
import { reasonOf } from '../core/reason.js';
/** @typedef {import('./event-grid.js').Coords} Coords */
/** @typedef {import('./time-blocks.js').Block} Block */

/** At once: the browser has six lines to a server, and others want some. */
const MOST_REQUESTS = 4;
/** Where many come in one answer, all that is in a window is asked for at the same moment. */
export const MOST_TOGETHER = 1_000;

/** @typedef {{key: string, params: Record<string, unknown>, blocks: Block[]}} Question key: changes with anything but the blocks */
/** @typedef {{bytes: ArrayBuffer|null, tag: string|null, mark: string|null, isStored: boolean}} Answer isStored: whether the browser may keep it, and ask itself whether it is still right */
/** @typedef {{pending: number, problem: string|null, marks: string[]}} Status of a layer */
/** @template T @typedef {{tile: T|null, since: number}} Held since: seconds since 1970 before which the block before has the events */
/** @template T @typedef {{block: Block, state: 'due'|'asked'|'ready'|'failed', isOld: boolean, isThere: boolean, tile: T|null, tag: string|null, mark: string|null, isStored: boolean, problem: string, stop: AbortController|null}} Part of an entry, one block of time; isThere: an answer came, isOld: what it is asked for may be old already */
/** @template T @typedef {{question: Question, parts: Map<string|null, Part<T>>, shown: Held<T>[]|null}} Entry of one layer in one tile; shown: null before anything has come */
/** @template T @typedef {{z: number, x: number, y: number, holders: Map<string, string|null>, layers: Map<string, Entry<T>>, done: (() => void)[]}} Place one tile of the grid, however often it is in the view; holders: who needs it and of which layer, null for all */

/** @template T what a tile is read into */
export class HeldTiles {
  /** @type {Map<string, Place<T>>} */
  #places = new Map();
  /** @type {Map<string, Question>} */
  #questions = new Map();
  #running = 0;
  #fetch;
  #read;
  #changed;
  #mayAsk;
  #atOnce;

  /**
   * @param {(layer: string, at: {zoom: number, row: number, column: number}, params: Record<string, unknown>, signal: AbortSignal, held: string|null) => Promise<Answer>} fetch held: tag of what is held here and the browser does not have
   * @param {(bytes: ArrayBuffer, layer: string, coords: Coords, block: Block) => T} read
   * @param {() => void} changed told when something came, went or failed
   * @param {(isNeeded: boolean) => boolean} mayAsk whether what is needed, or only comes along, is asked for now
   * @param {number} atOnce tiles that are asked for at the same time
   */
  constructor(fetch, read, changed, mayAsk = () => true, atOnce = MOST_REQUESTS) {
    this.#fetch = fetch;
    this.#read = read;
    this.#changed = changed;
    this.#mayAsk = mayAsk;
    this.#atOnce = atOnce;
  }

  /**
   * @param {Coords} coords
   * @param {string} holder who needs it
   * @param {{layer?: string|null, done?: () => void}} [what] done is called when everything for it has come
   */
  hold({ z, x, y }, holder, { layer = null, done = () => {} } = {}) {
    const column = wrapped(z, x);
    const key = `${z}/${column}/${y}`;
    /** @type {Place<T>} */
    const place = this.#places.get(key) ?? { z, x: column, y, holders: new Map(), layers: new Map(), done: [] };
    this.#places.set(key, place);
    place.holders.set(holder, layer);
    place.done.push(done);
    for (const [name, question] of this.#questions) {
      this.#put(place, name, question);
    }
    // Leaflet has not taken the tile in yet while it asks for it.
    queueMicrotask(() => this.#settle(place));
    this.#pump();
  }

  /** @param {Coords} coords @param {string} holder */
  release({ z, x, y }, holder) {
    const key = `${z}/${wrapped(z, x)}/${y}`;
    const place = this.#places.get(key);
    if (!place?.holders.delete(holder)) {
      return;
    }
    for (const layer of [...place.layers.keys()].filter((name) => !isWanted(place, name))) {
      drop(place, layer);
    }
    if (place.holders.size === 0) {
      this.#places.delete(key);
    }
    this.#changed();
  }

  /** What each layer is asked for from now on; layers that are not named are let go. @param {Map<string, Question>} questions */
  ask(questions) {
    const gone = [...this.#questions.keys()].filter((layer) => !questions.has(layer));
    const other = [...questions].filter(([layer, question]) => !isSame(this.#questions.get(layer), question));
    for (const place of this.#places.values()) {
      gone.forEach((layer) => drop(place, layer));
      other.forEach(([layer, question]) => this.#put(place, layer, question));
      this.#settle(place);
    }
    this.#questions = questions;
    if (this.#places.size > 0 && gone.length + other.length > 0) {
      this.#changed();
      this.#pump();
    }
  }

  /**
   * Asks anew for tiles that may have changed; what is held stays until the answer is there.
   *
   * @param {string} layer
   * @param {(coords: Coords) => boolean} isTouched
   * @param {{isCut?: boolean}} [line] isCut: what is under way may never be answered, and would keep a line for nothing
   */
  refresh(layer, isTouched, { isCut = false } = {}) {
    for (const place of this.#places.values()) {
      if (isTouched(place)) {
        place.layers.get(layer)?.parts.forEach((part) => {
          if (isCut) {
            part.stop?.abort();
          }
          part.isOld = part.state === 'asked' && !isCut;
          part.state = part.isOld ? 'asked' : 'due';
        });
      }
    }
    this.#changed();
    this.#pump();
  }

  /** Waits for nothing more: over a dead line no answer comes, and the browser has only a few lines. `refresh` asks again. @param {string} problem */
  giveUp(problem) {
    for (const part of this.#parts()) {
      if (part.state === 'asked' || part.state === 'due') {
        part.stop?.abort();
        Object.assign(part, { state: 'failed', isOld: false, problem });
      }
    }
    this.#changed();
  }

  retry() {
    for (const part of this.#parts()) {
      part.state = part.state === 'failed' ? 'due' : part.state;
    }
    this.#changed();
    this.#pump();
  }

  /** @param {string} layer @returns {Status} */
  status(layer) {
    const parts = [...this.#parts(layer)].filter(({ block }) => block.isNeeded);
    return {
      pending: parts.filter(({ state }) => state === 'asked' || (state === 'due' && this.#mayAsk(true))).length,
      problem: parts.find(({ state }) => state === 'failed')?.problem ?? null,
      marks: parts.flatMap(({ mark }) => mark ?? []),
    };
  }

  /** What there is to draw of a layer in a tile; null before anything has come. @param {string} layer @param {Coords} coords @returns {Held<T>[]|null} */
  shown(layer, { z, x, y }) {
    return this.#places.get(`${z}/${wrapped(z, x)}/${y}`)?.layers.get(layer)?.shown ?? null;
  }

  /** @param {string} [layer] */
  *#parts(layer) {
    for (const { layers } of this.#places.values()) {
      for (const [name, { parts }] of layers) {
        if (layer === undefined || name === layer) {
          yield* parts.values();
        }
      }
    }
  }

  /** @param {Place<T>} place @param {string} layer @param {Question} question */
  #put(place, layer, question) {
    if (!isWanted(place, layer)) {
      return;
    }
    const before = place.layers.get(layer);
    const isKept = before?.question.key === question.key;
    /** @type {Map<string|null, Part<T>>} */
    const parts = new Map();
    for (const block of question.blocks) {
      const known = isKept ? before?.parts.get(block.datetime) : undefined;
      parts.set(block.datetime, known ? Object.assign(known, { block })
        : { block, state: 'due', isOld: false, isThere: false, tile: null, tag: null, mark: null, isStored: true, problem: '', stop: null });
    }
    before?.parts.forEach((part, datetime) => {
      if (parts.get(datetime) !== part) {
        part.stop?.abort();
      }
    });
    const entry = { question, parts, shown: before?.shown ?? null };
    place.layers.set(layer, entry);
    show(entry);
  }

  #pump() {
    for (const isNeeded of [true, false].filter(this.#mayAsk)) {
      // What only comes along takes nothing of the line from what is needed.
      if (!isNeeded && [...this.#parts()].some(({ state, block }) => state === 'asked' && block.isNeeded)) {
        return;
      }
      for (const place of this.#places.values()) {
        for (const [layer, { question, parts }] of place.layers) {
          for (const part of parts.values()) {
            if (this.#running >= this.#atOnce) {
              return;
            }
            if (part.state === 'due' && part.block.isNeeded === isNeeded) {
              void this.#load(place, layer, question, part);
            }
          }
        }
      }
    }
  }

  /** @param {Place<T>} place @param {string} layer @param {Question} question @param {Part<T>} part */
  async #load(place, layer, question, part) {
    const { z, x, y } = place;
    this.#running++;
    part.state = 'asked';
    part.stop = new AbortController();
    const { signal } = part.stop;
    try {
      const params = { ...question.params, datetime: part.block.datetime };
      const { bytes, tag, mark, isStored } = await this.#fetch(layer, { zoom: z, row: y, column: x }, params, signal, part.isStored ? null : part.tag);
      if (!signal.aborted) {
        if (tag === null || tag !== part.tag) {
          part.tile = bytes ? this.#read(bytes, layer, { z, x, y }, part.block) : null;
        }
        Object.assign(part, { tag, mark, isStored, state: part.isOld ? 'due' : 'ready', isOld: false, isThere: true });
      }
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) {
        Object.assign(part, { state: 'failed', isOld: false, problem: reasonOf(error) });
      }
    } finally {
      this.#running--;
    }
    const entry = place.layers.get(layer);
    if (!signal.aborted && entry) {
      show(entry);
      this.#settle(place);
      this.#changed();
    }
    this.#pump();
  }

  /** @param {Place<T>} place */
  #settle(place) {
    // While something failed the grid keeps what was there before.
    const isOpen = [...place.layers.values()].some(({ parts }) => [...parts.values()].some(({ block, isThere }) => block.isNeeded && !isThere));
    if (!isOpen) {
      place.done.splice(0).forEach((done) => done());
    }
  }
}

/** What came takes the place of what is shown once all that is needed of it is there. @param {Entry<any>} entry */
function show(entry) {
  const parts = [...entry.parts.values()];
  if (parts.every(({ block, isThere }) => isThere || !block.isNeeded)) {
    entry.shown = parts.filter(({ isThere }) => isThere).map(({ block, tile }, i) => ({ tile, since: i === 0 ? -Infinity : block.from }));
  }
}

/** @param {Place<any>} place @param {string} layer */
const isWanted = ({ holders }, layer) => [...holders.values()].some((wanted) => wanted === null || wanted === layer);

/** @param {Place<any>} place @param {string} layer */
function drop({ layers }, layer) {
  layers.get(layer)?.parts.forEach((part) => part.stop?.abort());
  layers.delete(layer);
}

/** @param {Question|undefined} a @param {Question} b */
function isSame(a, b) {
  return a !== undefined && a.key === b.key && a.blocks.length === b.blocks.length
    && a.blocks.every(({ datetime, isNeeded }, i) => datetime === b.blocks[i].datetime && isNeeded === b.blocks[i].isNeeded);
}

/** @param {number} z @param {number} x @returns {number} column within the world */
const wrapped = (z, x) => ((x % 2 ** z) + 2 ** z) % 2 ** z;
