// What of the held tiles covers a view, each place once: the tiles of its zoom, and where one has not
// come yet a part of a coarser one or the finer ones it is made of, which are there while one zooms.
// @ts-check
import { BESIDE, BINS, OFFSET, PER_BIN } from './event-tile.js';
import { quarters, REFINED } from './event-refinement.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./event-grid.js').Coords} Coords */
/** @typedef {import('./event-tile.js').EventTile} EventTile */
/** @typedef {import('./held-tiles.js').Held<EventTile>} Held */
/** @typedef {import('../core/types.js').Layer} Layer */

/** How many zooms up and down is looked for something to show meanwhile; Leaflet keeps no more. */
const COARSER = 5;
const FINER = 2;

/**
 * A tile of a layer laid on the bins of the scene.
 *
 * @typedef {object} Source
 * @property {Layer} layer
 * @property {EventTile} tile
 * @property {number} since see Held
 * @property {Int32Array} at bin of each row, the north-western one where a cell covers several; −1 for what is not to be drawn
 * @property {number} wide bins along the side of a cell, as far as it is to be drawn
 * @property {number} part of a cell's events that one bin gets
 * @property {number} west world fraction of the tile's corner
 * @property {number} north
 * @property {number} size of the tile, in worlds
 */
/**
 * The bins are those of the grid of tiles, not of the window: they stay where they are when the map is
 * moved, and a cell of a tile is never cut in two.
 *
 * @typedef {object} Scene
 * @property {Source[]} sources
 * @property {number} columns bins
 * @property {number} rows
 * @property {number} west world fraction of the first bin
 * @property {number} north
 * @property {number} bin side of a bin, in worlds
 */

/**
 * @param {Frame} frame
 * @param {Layer[]} layers
 * @param {(layer: string, coords: Coords) => Held[]|null} shown
 * @returns {Scene}
 */
export function composeScene(frame, layers, shown) {
  const z = Math.max(0, Math.round(frame.zoom));
  const n = 2 ** z;
  const [left, right] = [Math.floor(frame.box[0] * n), Math.floor(frame.box[2] * n)];
  const [top, bottom] = [Math.max(0, Math.floor(frame.box[1] * n)), Math.min(n - 1, Math.floor(frame.box[3] * n))];
  const scene = { sources: /** @type {Source[]} */ ([]), columns: (right - left + 1) * BINS, rows: Math.max(0, bottom - top + 1) * BINS, west: left / n, north: top / n, bin: 1 / n / BINS };
  for (const layer of layers) {
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        for (const { coords, held } of covering({ z, x, y }, (at) => shown(layer.name, at))) {
          for (const { tile, since } of held) {
            if (tile && tile.n > 0) {
              scene.sources.push({ layer, tile, since, ...lay(tile, coords, { z, x, y }, (y - top) * BINS * scene.columns + (x - left) * BINS, scene.columns) });
            }
          }
        }
      }
    }
  }
  return scene;
}

/** @typedef {{coords: Coords, held: Held[]}} Piece */

/** @param {Coords} wanted @param {(coords: Coords) => Held[]|null} shown @returns {Piece[]} */
const covering = (wanted, shown) => finest(wanted, shown, REFINED) ?? standIns(wanted, shown);

/**
 * What there is instead of a tile that has not come: a coarser one, else finer ones.
 *
 * @template H
 * @param {Coords} wanted
 * @param {(coords: Coords) => H|null} shown
 * @returns {{coords: Coords, held: H}[]}
 */
export function standIns(wanted, shown) {
  for (let z = wanted.z - 1; z >= Math.max(0, wanted.z - COARSER); z--) {
    const coords = { z, x: Math.floor(wanted.x / 2 ** (wanted.z - z)), y: wanted.y >> (wanted.z - z) };
    const held = shown(coords);
    if (held) {
      return [{ coords, held }];
    }
  }
  return finer(wanted, shown, FINER);
}

/** A tile, or its quarters when they are all there and tell more. @param {Coords} coords @param {(coords: Coords) => Held[]|null} shown @param {number} levels @returns {Piece[]|null} */
function finest(coords, shown, levels) {
  const held = shown(coords);
  if (held && levels > 0 && held.some(({ tile }) => tile && !tile.isRaw)) {
    const pieces = quarters(coords).map((quarter) => finest(quarter, shown, levels - 1));
    if (pieces.every((piece) => piece !== null)) {
      return pieces.flat();
    }
  }
  return held && [{ coords, held }];
}

/** @template H @param {Coords} coords @param {(coords: Coords) => H|null} shown @param {number} levels @returns {{coords: Coords, held: H}[]} */
function finer(coords, shown, levels) {
  return quarters(coords).flatMap((quarter) => {
    const held = shown(quarter);
    return held ? [{ coords: quarter, held }] : levels > 1 ? finer(quarter, shown, levels - 1) : [];
  });
}

/** @typedef {{at: Int32Array, wide: number, part: number, west: number, north: number, size: number}} Laid */
/** Kept while neither the tile nor the window changes: tiles come one by one. @type {WeakMap<EventTile, {key: string, laid: Laid}>} */
const before = new WeakMap();

/**
 * @param {EventTile} tile
 * @param {Coords} own where the tile is
 * @param {Coords} wanted the part of the view it is drawn for
 * @param {number} corner bin of the scene at the north-western corner of that part
 * @param {number} columns of the scene
 * @returns {Laid}
 */
function lay(tile, own, wanted, corner, columns) {
  const key = `${own.z} ${wanted.z}/${wanted.x}/${wanted.y} ${corner} ${columns}`;
  const known = before.get(tile);
  if (known?.key === key) {
    return known.laid;
  }
  const scale = 2 ** (wanted.z - own.z);
  // Bins of the wanted part from the corner of the tile.
  const [east, south] = [(own.x * scale - wanted.x) * BINS, (own.y * scale - wanted.y) * BINS];
  const cell = tile.isRaw ? 0 : Math.max(1, tile.binsWide * scale);
  const { bins, x, y } = tile;
  const at = new Int32Array(tile.n);
  for (let i = 0; i < tile.n; i++) {
    const column = Math.floor((x ? (x[i] - OFFSET) / PER_BIN : bins[i] % BINS) * scale + east);
    const row = Math.floor((y ? (y[i] - OFFSET) / PER_BIN : bins[i] >> 6) * scale + south);
    // A cell either lies in the part or is larger and covers all of it.
    const isInside = column < BINS && row < BINS && (x ? column >= 0 && row >= 0 : column + cell > 0 && row + cell > 0);
    at[i] = isInside && bins[i] !== BESIDE ? corner + Math.max(0, row) * columns + Math.max(0, column) : -1;
  }
  const n = 2 ** own.z;
  const wide = Math.max(1, Math.min(BINS, cell));
  const laid = { at, wide, part: cell > 1 ? 1 / (cell * cell) : 1, west: own.x / n, north: own.y / n, size: 1 / n };
  before.set(tile, { key, laid });
  return laid;
}
