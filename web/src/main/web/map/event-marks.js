// Events as marks, drawn from tiles while the period moves: the same pictures as of what the server tells
// one by one, without names and ids.
// @ts-check
import { eachInSpan } from './event-window.js';
import { OFFSET, SIDE } from './event-tile.js';
import { crowdOf, eventRadius, markOf } from './marks.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./event-density.js').Sieve} Sieve */
/** @typedef {import('./event-scene.js').Scene} Scene */
/** @typedef {import('./event-scene.js').Source} Source */
/** @typedef {import('./event-window.js').Span} Span */
/** @typedef {import('../core/types.js').Layer} Layer */

const MARGIN = 20;
const HIGHEST_SEVERITY = 5;

export class EventMarks {
  #sprites;
  #canvas;
  /** Columns of what is to be drawn; they grow and are used again. */
  #x = new Float32Array(2048);
  #y = new Float32Array(2048);
  #severity = new Uint8Array(2048);
  /** @type {import('./marks.js').Sprite[]} */
  #sprite = [];
  #n = 0;

  /** @param {import('./marks.js').Sprites} sprites @param {import('./mark-canvas.js').MarkCanvas} canvas */
  constructor(sprites, canvas) {
    this.#sprites = sprites;
    this.#canvas = canvas;
  }

  /**
   * @param {Frame} frame
   * @param {Scene} scene
   * @param {Layer[]} layers those that are to be drawn, the lowest first
   * @param {Span} span
   * @param {(source: Source) => Sieve} sieve
   * @param {{edge: string, inView: number, alpha: (layer: Layer) => number}} look colour around the marks; how many there are, which decides on their size;
   *     how much of what is below a layer hides
   */
  paint(frame, scene, layers, span, sieve, { edge, inView, alpha }) {
    const crowd = crowdOf(inView);
    for (const layer of layers) {
      this.#n = 0;
      for (const source of scene.sources) {
        if (source.layer === layer) {
          this.#gather(frame, scene, source, span, sieve(source), { edge, crowd, alpha: alpha(layer) });
        }
      }
      this.#paintGathered();
    }
  }

  #paintGathered() {
    // The graver over the lesser.
    for (let severity = 0; severity <= HIGHEST_SEVERITY; severity++) {
      for (let i = 0; i < this.#n; i++) {
        if (this.#severity[i] === severity) {
          this.#canvas.put(this.#sprite[i], this.#x[i], this.#y[i]);
        }
      }
    }
    this.#sprite.length = this.#n;
  }

  /** @param {Frame} frame @param {Scene} scene @param {Source} source @param {Span} span @param {Sieve} sieve @param {{edge: string, crowd: number, alpha: number}} look */
  #gather(frame, scene, source, span, { isOn, least }, { edge, crowd, alpha }) {
    const { tile, layer, at, wide, west, north, size, since } = source;
    const { categories, severities, x, y } = tile;
    // A step of time is drawn when half of it lies in the span, or half of the span in it.
    const enough = tile.isRaw ? 0 : Math.min(1, (span.to - span.from) / tile.unit) / 2;
    /** @type {import('./marks.js').Sprite[]} */
    const sprites = [];
    eachInSpan(tile, span, since, (i, share) => {
      if (at[i] < 0 || share < enough || severities[i] < least || isOn[categories[i]] === 0) {
        return;
      }
      const left = frame.toX(x ? west + ((x[i] - OFFSET) / SIDE) * size : scene.west + ((at[i] % scene.columns) + wide / 2) * scene.bin);
      const top = frame.toY(y ? north + ((y[i] - OFFSET) / SIDE) * size : scene.north + (Math.floor(at[i] / scene.columns) + wide / 2) * scene.bin);
      if (left < -MARGIN || top < -MARGIN || left > frame.width + MARGIN || top > frame.height + MARGIN) {
        return;
      }
      const severity = Math.min(HIGHEST_SEVERITY, severities[i]);
      const kind = categories[i] * (HIGHEST_SEVERITY + 1) + severity;
      sprites[kind] ??= this.#sprites.get(markOf(layer, tile.codes[categories[i]]), eventRadius(frame.zoom, severity, crowd), edge, alpha);
      this.#put(left, top, severity, sprites[kind]);
    });
  }

  /** @param {number} x @param {number} y @param {number} severity @param {import('./marks.js').Sprite} sprite */
  #put(x, y, severity, sprite) {
    if (this.#n === this.#x.length) {
      this.#x = grown(this.#x, new Float32Array(2 * this.#n));
      this.#y = grown(this.#y, new Float32Array(2 * this.#n));
      this.#severity = grown(this.#severity, new Uint8Array(2 * this.#n));
    }
    this.#x[this.#n] = x;
    this.#y[this.#n] = y;
    this.#severity[this.#n] = severity;
    this.#sprite[this.#n] = sprite;
    this.#n++;
  }
}

/** @template {Float32Array|Uint8Array} T @param {T} column @param {T} larger @returns {T} */
function grown(column, larger) {
  larger.set(column);
  return larger;
}
