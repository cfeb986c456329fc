// What of the held vector tiles covers a view, each place once, and what a feature is that several of them
// have a part of. Pure.
// @ts-check
import { standIns } from './event-scene.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./event-grid.js').Coords} Coords */
/** @typedef {import('./pictures.js').Shape} Shape */
/** @typedef {import('./shape-tile.js').Box} Box */
/** @typedef {import('./shape-tile.js').ShapeTile} ShapeTile */
/** @typedef {import('./shape-tile.js').Spot} Spot */
/** @typedef {import('../core/types.js').Layer} Layer */

/**
 * What a layer has in one place of the view.
 *
 * @typedef {object} Sheet
 * @property {Layer} layer
 * @property {Box|null} box where it is drawn, world fractions; null: everywhere
 * @property {number} shift whole worlds to the east, for a view that was panned round it
 * @property {Shape[]} shapes
 * @property {import('./shape-tile.js').Crowd[]|null} crowds
 * @property {Box|null} cells the tile that the crowds are counted in
 */

/**
 * The tiles of a view's zoom, row by row.
 *
 * @param {[number, number, number, number]} box world west, north, east, south
 * @param {number} zoom
 * @returns {Coords[]} columns may lie beyond the world
 */
export function tilesOf(box, zoom) {
  const z = Math.max(0, Math.round(zoom));
  const n = 2 ** z;
  const tiles = [];
  for (let y = Math.max(0, Math.floor(box[1] * n)); y <= Math.min(n - 1, Math.floor(box[3] * n)); y++) {
    for (let x = Math.floor(box[0] * n); x <= Math.floor(box[2] * n); x++) {
      tiles.push({ z, x, y });
    }
  }
  return tiles;
}

/** @param {Coords} coords @returns {Box} */
const boxOf = ({ z, x, y }) => [x / 2 ** z, y / 2 ** z, (x + 1) / 2 ** z, (y + 1) / 2 ** z];

/**
 * @param {Frame} frame
 * @param {Layer} layer
 * @param {(coords: Coords) => import('./held-tiles.js').Held<ShapeTile>[]|null} shown
 * @returns {{sheets: Sheet[], spots: Spot[]}}
 */
export function composeShapes(frame, layer, shown) {
  /** @type {Sheet[]} */
  const sheets = [];
  /** @type {Map<string, Spot>} */
  const spots = new Map();
  for (const wanted of tilesOf(frame.box, frame.zoom)) {
    const own = shown(wanted);
    for (const { coords, held } of own ? [{ coords: wanted, held: own }] : standIns(wanted, shown)) {
      const tiles = held.flatMap(({ tile }) => tile ?? []);
      tiles.flatMap((tile) => tile.spots).forEach((spot) => spots.set(spot.id, spot));
      if (tiles.length > 0) {
        const crowds = tiles.flatMap((tile) => tile.crowds ?? []);
        sheets.push({
          layer, box: boxOf(coords.z < wanted.z ? wanted : coords), shift: Math.floor(wanted.x / 2 ** wanted.z), shapes: eachOnce(tiles),
          crowds: crowds.length > 0 ? crowds : null, cells: tiles[0].box,
        });
      }
    }
  }
  return { sheets, spots: [...spots.values()] };
}

/** What reaches from one block of time into the next is in the tiles of both. @param {ShapeTile[]} tiles @returns {Shape[]} */
function eachOnce(tiles) {
  return tiles.length === 1 ? tiles[0].shapes : [...new Map(tiles.flatMap(({ shapes }) => shapes).map((shape) => [shape.id, shape])).values()];
}

/** The feature of a part, with what every tile of the view has of it. @param {Shape} part @param {Sheet[]} sheets of its layer @returns {Shape} */
export function wholeOf(part, sheets) {
  const parts = new Set(sheets.flatMap(({ shapes }) => shapes.filter(({ id }) => id === part.id)));
  return { ...part, paths: [...parts].flatMap(({ paths }) => paths) };
}
