// A tile with very many events has coarse cells, or steps of time longer than the period. The four of the
// next zoom tell the same more finely: they are held beside it and drawn in its place once all four are there.
// @ts-check
/** @typedef {import('./event-grid.js').Coords} Coords */
/** @typedef {import('./held-tiles.js').HeldTiles<import('./event-tile.js').EventTile>} EventTiles */

/** Two zooms on, a cell of the finest is a quarter of a bin. */
export const REFINED = 2;
const HOLDER = 'finer';

/** @param {Coords} coords @returns {Coords[]} the four tiles that it is made of */
export const quarters = ({ z, x, y }) => [0, 1, 2, 3].map((i) => ({ z: z + 1, x: 2 * x + (i & 1), y: 2 * y + (i >> 1) }));

export class EventRefinement {
  #tiles;
  /** What is held. @type {Map<string, {coords: Coords, layer: string}>} */
  #held = new Map();

  /** @param {EventTiles} tiles */
  constructor(tiles) {
    this.#tiles = tiles;
  }

  /**
   * Holds what is needed now and lets go of what is not.
   *
   * @param {Iterable<Coords>} roots tiles of the view
   * @param {string[]} layers
   * @param {number} seconds length of the period
   */
  follow(roots, layers, seconds) {
    /** @type {Map<string, {coords: Coords, layer: string}>} */
    const needed = new Map();
    for (const root of roots) {
      for (const layer of layers) {
        this.#refine(root, layer, seconds, 0, needed);
      }
    }
    const [before, after] = [this.#held, needed];
    this.#held = needed;
    for (const [key, { coords, layer }] of after) {
      if (!before.has(key)) {
        this.#tiles.hold(coords, `${HOLDER} ${layer}`, { layer });
      }
    }
    for (const [key, { coords, layer }] of before) {
      if (!after.has(key)) {
        this.#tiles.release(coords, `${HOLDER} ${layer}`);
      }
    }
  }

  /** @param {Coords} coords @param {string} layer @param {number} seconds @param {number} depth @param {Map<string, {coords: Coords, layer: string}>} needed */
  #refine(coords, layer, seconds, depth, needed) {
    const shown = this.#tiles.shown(layer, coords) ?? [];
    const isCoarse = shown.some(({ tile }) => tile !== null && !tile.isRaw && (tile.binsWide > 2 ** depth || tile.unit > seconds));
    if (!isCoarse || depth === REFINED) {
      return;
    }
    for (const quarter of quarters(coords)) {
      needed.set(`${layer} ${quarter.z}/${quarter.x}/${quarter.y}`, { coords: quarter, layer });
      this.#refine(quarter, layer, seconds, depth + 1, needed);
    }
  }
}
