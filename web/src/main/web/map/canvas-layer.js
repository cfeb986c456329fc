// A canvas over the whole map window, repainted when the map comes to rest and carried along while
// it moves or zooms. Leaflet's own canvas keeps one object a feature; this one keeps arrays.
// @ts-check
import * as L from '../lib/leaflet.js';
import { eachFrame } from '../core/dom.js';
import { overlaps } from './projection.js';

const PADDING = 0.15;
/** A sheet is not moved about: only marks at its edge need room beyond. */
const SHEET_PADDING = 0.04;

/**
 * What a painter needs to know of the view. Positions are world fractions (see projection.js).
 *
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} ctx in CSS pixels, origin at the top left of the padded window
 * @property {number} width
 * @property {number} height
 * @property {number} density pixels of the canvas to a CSS pixel
 * @property {number} zoom
 * @property {number} scale CSS pixels per world
 * @property {[number, number, number, number]} box world west, north, east, south of the canvas
 * @property {number} padX pixels of the canvas left of the map window
 * @property {number} padY
 * @property {(x: number) => number} toX
 * @property {(y: number) => number} toY
 */

export class CanvasLayer extends L.Layer {
  /**
   * @param {string} pane
   * @param {(frame: Frame) => void} paint
   * @param {{onRest?: () => void, density?: number}} [hooks] density: of a sheet that is printed; the screen's when not given
   */
  constructor(pane, paint, hooks = {}) {
    super();
    L.Util.setOptions(this, { pane });
    this._padding = hooks.density ? SHEET_PADDING : PADDING;
    this._paint = paint;
    this._hooks = hooks;
    /** @type {Frame|null} */
    this.frame = null;
    this.redraw = eachFrame(() => this._drawNow());
  }

  /** @param {L.Map} map */
  onAdd(map) {
    this._canvas = L.DomUtil.create('canvas', 'vigie-canvas leaflet-zoom-animated', this.getPane());
    this._canvas.setAttribute('aria-hidden', 'true');
    this._reset();
    return this;
  }

  /** @param {Record<string, string>} properties of its style, for the whole canvas at once */
  look(properties) {
    Object.entries(properties).forEach(([name, value]) => this._canvas?.style.setProperty(name, value));
  }

  onRemove() {
    this._canvas?.remove();
    return this;
  }

  getEvents() {
    return {
      moveend: this._reset,
      resize: this._reset,
      zoom: () => this._carry(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (/** @type {any} */ e) => this._carry(e.center, e.zoom),
    };
  }

  _reset() {
    const map = this._map;
    const canvas = this._canvas;
    if (!map || !canvas) {
      return;
    }
    const size = map.getSize();
    const pad = size.multiplyBy(this._padding).round();
    const whole = size.add(pad.multiplyBy(2));
    const density = this._hooks.density ?? (window.devicePixelRatio || 1) * magnification(canvas);
    const [width, height] = [Math.round(whole.x * density), Math.round(whole.y * density)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${whole.x}px`;
      canvas.style.height = `${whole.y}px`;
    }
    this._center = map.getCenter();
    this._zoom = map.getZoom();
    this._origin = map.containerPointToLayerPoint(pad.multiplyBy(-1));
    L.DomUtil.setTransform(canvas, this._origin, 1);

    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.setTransform(density, 0, 0, density, 0, 0);
    const scale = 256 * 2 ** this._zoom;
    const corner = map.getPixelBounds().min?.subtract(pad) ?? pad;
    this.frame = {
      ctx,
      width: whole.x,
      height: whole.y,
      density,
      zoom: this._zoom,
      scale,
      box: [corner.x / scale, corner.y / scale, (corner.x + whole.x) / scale, (corner.y + whole.y) / scale],
      padX: pad.x,
      padY: pad.y,
      toX: (x) => x * scale - corner.x,
      toY: (y) => y * scale - corner.y,
    };
    this._drawNow();
    this._hooks.onRest?.();
  }

  _drawNow() {
    // While a sheet is printed the page's own map has no size.
    if (this.frame && this._map && this.frame.width > 0 && this.frame.height > 0) {
      this.frame.ctx.clearRect(0, 0, this.frame.width, this.frame.height);
      this._paint(this.frame);
    }
  }

  /** @param {L.LatLng} center @param {number} zoom */
  _carry(center, zoom) {
    const map = /** @type {any} */ (this._map);
    if (!this._canvas || !this._center || this._zoom === undefined) {
      return;
    }
    const scale = map.getZoomScale(zoom, this._zoom);
    const half = map.getSize().multiplyBy(0.5 + this._padding);
    const offset = half.multiplyBy(-scale).add(map.project(this._center, zoom)).subtract(map._getNewPixelOrigin(center, zoom));
    L.DomUtil.setTransform(this._canvas, offset, scale);
  }
}

/**
 * Adds a path to the canvas path, leaving out points closer than half a pixel.
 *
 * @param {Frame} frame
 * @param {import('./projection.js').Path} path
 * @param {number} [shift] whole worlds to the east, for a view across the antimeridian
 * @param {Path2D|CanvasRenderingContext2D} [ctx]
 */
export function trace(frame, path, shift = 0, ctx = frame.ctx) {
  const { points } = path;
  let lastX = NaN;
  let lastY = NaN;
  const end = points.length - 2;
  for (let i = 0; i <= end; i += 2) {
    const x = frame.toX(points[i] + shift);
    const y = frame.toY(points[i + 1]);
    if (i === 0) {
      ctx.moveTo(x, y);
    } else if (i === end || Math.abs(x - lastX) > 0.6 || Math.abs(y - lastY) > 0.6) {
      ctx.lineTo(x, y);
    } else {
      continue;
    }
    lastX = x;
    lastY = y;
  }
  if (path.closed) {
    ctx.closePath();
  }
}

/** Whole worlds to draw so that a view across the antimeridian is filled; what lies outside it is for inView to tell. @param {Frame} frame */
export function worldShifts(frame) {
  const shifts = [];
  for (let shift = Math.floor(frame.box[0]) - 1; shift <= Math.floor(frame.box[2]) + 1; shift++) {
    shifts.push(shift);
  }
  return shifts;
}

/** @param {Frame} frame @param {import('./projection.js').Path} path @param {number} [shift] */
export function inView(frame, path, shift = 0) {
  const [w, n, e, s] = path.box;
  return overlaps([w + shift, n, e + shift, s], frame.box);
}

/** How much larger than its own pixels a map is shown, as on a wall screen. @param {Element & {currentCSSZoom?: number}} element */
const magnification = (element) => element.currentCSSZoom || 1;
