// Which tiles the view needs. Leaflet's grid knows best: it rounds a zoom between two to the nearer,
// begins in the middle of the window, and keeps what is there until what replaces it has come. Nothing
// is drawn in its tiles: the events of all tiles are painted on one canvas, where there are no seams.
// @ts-check
import * as L from '../lib/leaflet.js';

/** @typedef {{z: number, x: number, y: number}} Coords x may lie beyond the world, for a view that was panned round it */
/** @typedef {{hold: (coords: Coords, done: () => void) => void, release: (coords: Coords) => void}} Holder */

export class EventGrid extends L.GridLayer {
  /** @param {string} pane @param {Holder} holder told what is needed and what no longer @param {L.GridLayerOptions} [range] where and in which zooms there are tiles */
  constructor(pane, holder, range = {}) {
    super();
    L.Util.setOptions(this, { pane, keepBuffer: 1, updateInterval: 120, updateWhenZooming: false, noWrap: true, maxNativeZoom: 18, ...range });
    this._holder = holder;
    this.on('tileunload', (event) => holder.release(coordsOf(/** @type {L.TileEvent} */ (event).coords)));
  }

  /** @param {L.Coords} coords @param {L.DoneCallback} done */
  createTile(coords, done) {
    const tile = document.createElement('div');
    this._holder.hold(coordsOf(coords), () => done(undefined, tile));
    return tile;
  }
}

/** @param {L.Coords} coords @returns {Coords} */
const coordsOf = ({ z, x, y }) => ({ z, x, y });
