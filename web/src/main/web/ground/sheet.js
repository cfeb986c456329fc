// One basemap on one map: which of its tiles are needed, what of them is there, and the canvas that shows them.
// @ts-check
import { groundKey } from '../core/arrangement.js';
import { language } from '../core/language.js';
import { layersOf } from '../lib/vector-tile.js';
import { CanvasLayer } from '../map/canvas-layer.js';
import { EventGrid } from '../map/event-grid.js';
import { HeldTiles } from '../map/held-tiles.js';
import { paintGround } from './paint.js';
import { readGroundTile } from './tile.js';
/** @typedef {import('../core/types.js').Basemap} Basemap */
/** @typedef {import('../map/event-grid.js').Coords} Coords */
/** @typedef {import('./tile.js').GroundTile} GroundTile */

/** What a tile of pictures weighs before one has come, bytes. */
const USUAL_BYTES = 20_000;
/** Ground has no time: one block holds all of it. */
const ALWAYS = [{ datetime: null, from: -Infinity, days: Infinity, isNeeded: true }];

/**
 * @param {import('leaflet').Map} map
 * @param {import('../core/api.js').Api} api
 * @param {Basemap} basemap
 * @param {{palette: () => import('../map/palette.js').Palette, density?: number, mayAsk: (basemap: Basemap) => boolean, changed: () => void}} hooks mayAsk: whether tiles may be fetched now
 */
export function groundSheet(map, api, basemap, { palette, density, mayAsk, changed }) {
  const { id, kind, tiles: address, minzoom, maxzoom, bounds: [west, south, east, north] } = basemap;
  /** @type {Map<string, Coords>} */
  const held = new Map();
  let [bytes, came] = [0, 0];

  /** @type {HeldTiles<GroundTile|ImageBitmap>} */
  const tiles = new HeldTiles(async (_layer, { zoom, row, column }, _params, signal) => {
    const answer = await api.request(address.replace('{z}', String(zoom)).replace('{x}', String(column)).replace('{y}', String(row)), { signal, headers: { accept: '*/*' } });
    if (answer.status === 204) {
      return { bytes: null, tag: null, mark: null, isStored: true };
    }
    const blob = await answer.blob();
    bytes += blob.size;
    came++;
    // A picture is unpacked beside the page, so that it is there when it is painted.
    return { bytes: /** @type {any} */ (kind === 'raster' ? await createImageBitmap(blob) : await blob.arrayBuffer()), tag: null, mark: null, isStored: true };
  }, (content, _layer, coords) => (kind === 'raster' ? /** @type {any} */ (content) : readGroundTile(layersOf(content), coords, language)), redraw, () => mayAsk(basemap));
  tiles.ask(new Map([[id, { key: id, params: {}, blocks: ALWAYS }]]));

  const keyOf = (/** @type {Coords} */ { z, x, y }) => `${z}/${x}/${y}`;
  const grid = new EventGrid('basemaps', {
    hold(coords, done) {
      held.set(keyOf(coords), coords);
      tiles.hold(coords, keyOf(coords), { done });
      queueMicrotask(changed);
    },
    release(coords) {
      held.delete(keyOf(coords));
      tiles.release(coords, keyOf(coords));
    },
  }, { minZoom: minzoom, maxNativeZoom: maxzoom, maxZoom: 24, bounds: [[south, west], [north, east]] });
  const canvas = new CanvasLayer('basemaps', (frame) => paintGround(frame, drawn(), palette()), { density });

  /** @returns {import('./paint.js').Drawn[]} */
  function drawn() {
    return [...held.values()].flatMap((coords) => (tiles.shown(id, coords) ?? []).flatMap(({ tile }) => (tile ? [{ coords, content: tile }] : [])));
  }

  function redraw() {
    canvas.redraw();
    changed();
  }

  canvas.addTo(map);
  grid.addTo(map);

  return {
    basemap,
    /** For the store, as that of a layer. */
    key: groundKey(id),
    redraw: canvas.redraw,
    status: () => tiles.status(id),
    retry: () => tiles.retry(),
    giveUp: (/** @type {string} */ problem) => tiles.giveUp(problem),
    /** What of the view has not been asked for. @returns {{tiles: number, bytes: number}} bytes: about as many */
    waiting() {
      const count = [...held.values()].filter((coords) => tiles.shown(id, coords) === null).length;
      return { tiles: count, bytes: count * (came > 0 ? bytes / came : USUAL_BYTES) };
    },
    /** The names in the tiles of the present zoom. */
    names() {
      const zoom = Math.max(...[...held.values()].map(({ z }) => z));
      return drawn().flatMap(({ coords, content }) => (coords.z === zoom && 'names' in content ? [{ names: content.names, shift: Math.floor(coords.x / 2 ** coords.z) }] : []));
    },
    /** @param {{order: number, opacity: number, isDimmed: boolean}} look isDimmed: pictures made for paper would outshine what lies on them */
    show({ order, opacity, isDimmed }) {
      canvas.look({ 'z-index': String(order), opacity: String(opacity), filter: isDimmed && kind === 'raster' ? 'brightness(0.62) saturate(0.7)' : '' });
    },
    remove() {
      grid.remove();
      canvas.remove();
    },
  };
}

/** @typedef {ReturnType<typeof groundSheet>} GroundSheet */
