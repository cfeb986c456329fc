// Events as density: counted into the bins of a scene as the period moves, and painted as one small
// picture that is enlarged without smoothing, so that no hair-line shows between bins or tiles.
// @ts-check
import { intensity, ramp } from './density.js';
import { eachInSpan } from './event-window.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./event-scene.js').Scene} Scene */
/** @typedef {import('./event-scene.js').Source} Source */
/** @typedef {import('./event-window.js').Span} Span */

/**
 * What of a tile the legend and the least severity leave on.
 *
 * @typedef {object} Sieve
 * @property {Uint8Array} isOn by category
 * @property {number} least severity
 */
/** @typedef {{first: number, last: number, top: number, bottom: number}} Extent bins of a scene, both ends included */

export class EventDensity {
  #bins = new Float32Array();
  /** @type {HTMLCanvasElement} */
  #small = document.createElement('canvas');
  /** @type {ImageData|null} */
  #image = null;
  #ramp = new Uint32Array(256);
  #stops = '';
  /** The most events that a cell of the last painting stands for. */
  most = 1;

  /**
   * Counts what lies in a span.
   *
   * @param {Scene} scene
   * @param {Span} span
   * @param {(source: Source) => Sieve} sieve
   */
  count(scene, span, sieve) {
    const size = scene.columns * scene.rows;
    if (this.#bins.length === size) {
      this.#bins.fill(0);
    } else {
      this.#bins = new Float32Array(size);
    }
    for (const source of scene.sources) {
      this.#add(source, span, sieve(source), scene.columns);
    }
  }

  /** @param {Source} source @param {Span} span @param {Sieve} sieve @param {number} columns */
  #add({ tile, since, at, wide, part }, span, { isOn, least }, columns) {
    const { categories, severities, counts } = tile;
    const bins = this.#bins;
    eachInSpan(tile, span, since, (i, share) => {
      const bin = at[i];
      if (bin < 0 || severities[i] < least || isOn[categories[i]] === 0) {
        return;
      }
      const n = counts ? counts[i] * share * part : 1;
      if (wide === 1) {
        bins[bin] += n;
        return;
      }
      for (let row = 0; row < wide; row++) {
        for (let column = 0; column < wide; column++) {
          bins[bin + row * columns + column] += n;
        }
      }
    });
  }

  /** @param {Scene} scene @param {Extent} extent @returns {number} events counted there */
  sum({ columns }, { first, last, top, bottom }) {
    let sum = 0;
    for (let row = top; row <= bottom; row++) {
      for (let i = row * columns + first, end = row * columns + last; i <= end; i++) {
        sum += this.#bins[i];
      }
    }
    return sum;
  }

  /**
   * The cell nearest to a position in which something was counted.
   *
   * @param {Scene} scene
   * @param {number} x world fraction
   * @param {number} y
   * @param {number} reach worlds
   * @returns {[number, number, number, number]|null} world west, north, east, south
   */
  nearest(scene, x, y, reach) {
    const { west, north, bin, columns } = scene;
    const { first, last, top, bottom } = extentOf(scene, [x - reach, y - reach, x + reach, y + reach]);
    let best = -1;
    let least = Infinity;
    for (let row = top; row <= bottom; row++) {
      for (let column = first; column <= last; column++) {
        const distance = Math.hypot(Math.max(0, Math.abs(west + (column + 0.5) * bin - x) - bin / 2), Math.max(0, Math.abs(north + (row + 0.5) * bin - y) - bin / 2));
        if (this.#bins[row * columns + column] > 0 && distance < least && distance <= reach) {
          best = row * columns + column;
          least = distance;
        }
      }
    }
    if (best < 0) {
      return null;
    }
    const wide = widestAt(scene, best);
    const column = Math.floor((best % columns) / wide) * wide;
    const row = Math.floor(Math.floor(best / columns) / wide) * wide;
    return [west + column * bin, north + row * bin, west + (column + wide) * bin, north + (row + wide) * bin];
  }

  /**
   * @param {Frame} frame
   * @param {Scene} scene
   * @param {string[]} stops of the ramp, #rrggbb
   * @param {number} alpha how much of what is below it hides
   */
  paint(frame, scene, stops, alpha) {
    const extent = extentOf(scene, frame.box);
    const [width, height] = [extent.last - extent.first + 1, extent.bottom - extent.top + 1];
    if (width <= 0 || height <= 0) {
      return;
    }
    this.#take(stops);
    this.#colour(scene, extent, width, height);
    const { ctx } = frame;
    ctx.imageSmoothingEnabled = false;
    ctx.globalAlpha = alpha;
    const side = scene.bin * frame.scale;
    ctx.drawImage(this.#small, 0, 0, width, height,
      frame.toX(scene.west + extent.first * scene.bin), frame.toY(scene.north + extent.top * scene.bin), width * side, height * side);
    ctx.globalAlpha = 1;
    ctx.imageSmoothingEnabled = true;
  }

  /** @param {string[]} stops */
  #take(stops) {
    if (this.#stops !== stops.join()) {
      this.#stops = stops.join();
      this.#ramp = packed(ramp(stops));
    }
  }

  /** @param {Scene} scene @param {Extent} extent @param {number} width @param {number} height */
  #colour({ columns }, { first, last, top, bottom }, width, height) {
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#small.width = width;
      this.#small.height = height;
      this.#image = new ImageData(width, height);
    }
    const bins = this.#bins;
    let most = 1;
    for (let row = top; row <= bottom; row++) {
      for (let i = row * columns + first, end = row * columns + last; i <= end; i++) {
        most = bins[i] > most ? bins[i] : most;
      }
    }
    // In steps, or every event that comes or goes at the densest place would change all colours.
    const scale = 2 ** Math.ceil(Math.log2(most));
    this.most = scale;
    const pixels = new Uint32Array(this.#image.data.buffer);
    let at = 0;
    for (let row = top; row <= bottom; row++) {
      for (let i = row * columns + first, end = row * columns + last; i <= end; i++) {
        // Some part of an event is an event.
        pixels[at++] = bins[i] > 0 ? this.#ramp[Math.round(intensity(Math.max(1, bins[i]), scale) * 255)] : 0;
      }
    }
    /** @type {CanvasRenderingContext2D} */ (this.#small.getContext('2d')).putImageData(this.#image, 0, 0);
  }
}

/**
 * Bins of a scene that a box of the world meets.
 *
 * @param {Scene} scene
 * @param {[number, number, number, number]} box west, north, east, south
 * @returns {Extent}
 */
export function extentOf({ west, north, bin, columns, rows }, box) {
  return {
    first: Math.max(0, Math.floor((box[0] - west) / bin)),
    last: Math.min(columns - 1, Math.floor((box[2] - west) / bin)),
    top: Math.max(0, Math.floor((box[1] - north) / bin)),
    bottom: Math.min(rows - 1, Math.floor((box[3] - north) / bin)),
  };
}

/** Bins along the side of the largest cell that a bin is part of. @param {Scene} scene @param {number} at bin */
function widestAt({ sources, columns, west, north, bin }, at) {
  const [x, y] = [west + ((at % columns) + 0.5) * bin, north + (Math.floor(at / columns) + 0.5) * bin];
  return sources.reduce((wide, source) => {
    const isOver = x >= source.west && x < source.west + source.size && y >= source.north && y < source.north + source.size;
    return isOver ? Math.max(wide, source.wide) : wide;
  }, 1);
}

/** Colours as the canvas has them in memory. @param {string[]} colours rgb(r g b) */
function packed(colours) {
  const bytes = Uint8ClampedArray.from(colours.flatMap((colour) => [...(colour.match(/\d+/g) ?? []).map(Number), 255]));
  return new Uint32Array(bytes.buffer);
}
