// Event tiles: the events of one layer in one tile of the web Mercator grid, by column and in order of
// time, so that a period is a stretch of rows. The format is described in docs/event-tiles.md.
// @ts-check

const VERSION = 1;
/** Side of the tile in its own units, and how far raw positions are set off for what lies just outside. */
export const SIDE = 4096;
export const OFFSET = 128;
/** Bins along the side of a tile: what aggregated tiles are counted in, 4 px of 256. */
export const BINS = 64;
export const PER_BIN = SIDE / BINS;
/** In place of a bin: an event beside the tile, which the tile beside has too. */
export const BESIDE = 0xffff;

/**
 * Rows are sorted by time; those without a time come first.
 *
 * @typedef {object} EventTile
 * @property {boolean} isRaw one row an event; else one row for all events of a cell, step, category and severity
 * @property {number} n rows
 * @property {number} total events in the tile
 * @property {number} unit seconds of one unit of time; when aggregated, of a step
 * @property {number} base seconds since 1970 of time 0
 * @property {number} longest units
 * @property {number} untimed rows without a time
 * @property {string[]} codes
 * @property {Uint32Array} times units
 * @property {Uint32Array|null} durations units; null when aggregated
 * @property {Uint16Array|null} x raw: 1/4096 of the tile from the west, fewer than 0 set off by 128; null when aggregated
 * @property {Uint16Array|null} y from the north
 * @property {Uint16Array} bins row × 64 + column, of a larger cell its north-western bin; BESIDE for what is not in the tile
 * @property {number} binsWide bins along the side of a cell, 1 when raw
 * @property {Uint16Array} categories index of codes
 * @property {Uint8Array} severities 0 unknown
 * @property {Uint32Array|null} counts events of a row; null when raw
 */

/** What was read is no event tile, or one of another version. */
export class EventTileError extends Error {}

/**
 * @param {ArrayBuffer} buffer
 * @returns {EventTile}
 * @throws {EventTileError} saying what is wrong; nothing is guessed
 */
export function decodeEventTile(buffer) {
  const reader = new Reader(new DataView(buffer));
  const version = reader.u8();
  if (version !== VERSION) {
    throw new EventTileError(`version ${version}, expected ${VERSION}`);
  }
  const kind = reader.u8();
  const cell = reader.u16();
  const [n, total, unit] = [reader.u32(), reader.u32(), reader.u32()];
  const base = reader.f64();
  const [longest, untimed] = [reader.u32(), reader.u32()];
  check(kind <= 1, `kind ${kind}`);
  check(kind === 0 ? cell === 1 : cell >= PER_BIN && cell <= SIDE && (cell & (cell - 1)) === 0, `cells of ${cell}`);
  check(unit > 0 && Number.isFinite(base) && untimed <= n, 'head');
  const codes = reader.texts(reader.u32());
  check(n === 0 || codes.length > 0, 'no categories');
  const head = { isRaw: kind === 0, n, total, unit, base, longest, untimed, codes };
  const times = reader.column((column) => sums(column.varints(n), untimed));
  const columns = head.isRaw ? rawColumns(reader, n) : cellColumns(reader, times, n, cell);
  check(columns.categories.every((category) => category < codes.length), 'category');
  reader.end();
  return { ...head, times, ...columns };
}

/** @param {Reader} reader @param {number} n */
function rawColumns(reader, n) {
  const durations = reader.column((column) => column.varints(n));
  const x = reader.column((column) => column.u16s(n));
  const y = reader.column((column) => column.u16s(n));
  const categories = Uint16Array.from(reader.column((column) => column.varints(n)));
  const severities = reader.column((column) => column.u8s(n));
  const bins = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const [east, south] = [x[i] - OFFSET, y[i] - OFFSET];
    const isInside = east >= 0 && south >= 0 && east < SIDE && south < SIDE;
    bins[i] = isInside ? Math.floor(south / PER_BIN) * BINS + Math.floor(east / PER_BIN) : BESIDE;
  }
  return { durations, x, y, bins, binsWide: 1, categories, severities, counts: null };
}

/** @param {Reader} reader @param {Uint32Array} times @param {number} n @param {number} cell */
function cellColumns(reader, times, n, cell) {
  const across = SIDE / cell;
  const binsWide = BINS / across;
  const bins = new Uint16Array(n);
  const cells = reader.column((column) => column.varints(n));
  for (let i = 0, at = 0; i < n; i++) {
    at = i > 0 && times[i] === times[i - 1] ? at + cells[i] : cells[i];
    check(at < across * across, `cell ${at}`);
    bins[i] = (Math.floor(at / across) * BINS + (at % across)) * binsWide;
  }
  const categories = Uint16Array.from(reader.column((column) => column.varints(n)));
  const severities = reader.column((column) => column.u8s(n));
  const counts = reader.column((column) => column.varints(n));
  check(counts.every((count) => count > 0), 'count of 0');
  return { durations: null, x: null, y: null, bins, binsWide, categories, severities, counts };
}

/** From differences to times, in place; what has no time stays at 0. @param {Uint32Array} differences @param {number} untimed */
function sums(differences, untimed) {
  check(differences.subarray(0, untimed).every((time) => time === 0), 'time of an untimed row');
  let at = 0;
  for (let i = untimed; i < differences.length; i++) {
    at += differences[i];
    check(at <= 0xffffffff, 'time');
    differences[i] = at;
  }
  return differences;
}

/** @param {boolean} holds @param {string} what */
function check(holds, what) {
  if (!holds) {
    throw new EventTileError(`not an event tile: ${what}`);
  }
}

/** Reads little-endian values one after the other and never beyond the end. */
class Reader {
  #view;
  #at = 0;

  /** @param {DataView} view */
  constructor(view) {
    this.#view = view;
  }

  /** @param {number} length @returns {number} where it begins */
  #take(length) {
    const from = this.#at;
    check(length <= this.#view.byteLength - from, 'too short');
    this.#at += length;
    return from;
  }

  u8() {
    return this.#view.getUint8(this.#take(1));
  }

  u16() {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32() {
    return this.#view.getUint32(this.#take(4), true);
  }

  f64() {
    return this.#view.getFloat64(this.#take(8), true);
  }

  /** @param {number} n @returns {string[]} */
  texts(n) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const texts = [];
    for (let i = 0; i < n; i++) {
      const bytes = this.#bytes(this.u16());
      try {
        texts.push(decoder.decode(bytes));
      } catch {
        check(false, 'text');
      }
    }
    return texts;
  }

  /** @param {number} length */
  #bytes(length) {
    const from = this.#take(length);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + from, length);
  }

  /** A column has its length before it and must be used up. @template T @param {(column: Reader) => T} read @returns {T} */
  column(read) {
    const length = this.u32();
    const from = this.#take(length);
    const column = new Reader(new DataView(this.#view.buffer, this.#view.byteOffset + from, length));
    const values = read(column);
    column.end();
    return values;
  }

  /** @param {number} n @returns {Uint32Array} unsigned LEB128 */
  varints(n) {
    check(n <= this.#view.byteLength - this.#at, 'too short');
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset, this.#view.byteLength);
    const values = new Uint32Array(n);
    let at = this.#at;
    for (let i = 0; i < n; i++) {
      let value = 0;
      let scale = 1;
      let byte;
      do {
        check(at < bytes.length && scale <= 0x10000000, 'varint');
        byte = bytes[at++];
        value += (byte & 0x7f) * scale;
        scale *= 128;
      } while (byte & 0x80);
      check(value <= 0xffffffff, 'varint');
      values[i] = value;
    }
    this.#at = at;
    return values;
  }

  /** @param {number} n */
  u8s(n) {
    return this.#bytes(n).slice();
  }

  /** @param {number} n */
  u16s(n) {
    const from = this.#take(2 * n);
    const values = new Uint16Array(n);
    for (let i = 0; i < n; i++) {
      values[i] = this.#view.getUint16(from + 2 * i, true);
    }
    return values;
  }

  end() {
    check(this.#at === this.#view.byteLength, 'bytes left over');
  }
}
