// Thousands of marks a frame. The canvas of a browser takes 3 to 4 µs to draw a small picture, 15 ms
// for four thousand, the same from an ImageBitmap; copying their pixels ourselves takes 2 ms. So marks
// stand on whole pixels, which is also where they are sharpest.
// @ts-check
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./marks.js').Sprite} Sprite */

const OPAQUE = 255;
/** From here on a colour hides what is below. */
const SOLID = 0xff000000;

export class MarkCanvas {
  #canvas = document.createElement('canvas');
  /** @type {ImageData|null} */
  #image = null;
  #pixels = new Uint32Array();
  #width = 0;
  #height = 0;
  #density = 1;

  /** Empties it and makes it as large as what is painted. @param {Frame} frame */
  begin({ ctx, density }) {
    const { width, height } = ctx.canvas;
    this.#density = density;
    if (this.#image?.width === width && this.#image.height === height) {
      this.#pixels.fill(0);
    } else {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
      [this.#width, this.#height] = [width, height];
    }
  }

  /** Over what is there; what would be cut by the edge, which is well outside the window, is left out. @param {Sprite} sprite @param {number} x of its middle, CSS pixels @param {number} y */
  put(sprite, x, y) {
    const { side, colours } = sprite;
    const left = Math.round(x * this.#density - side / 2);
    const top = Math.round(y * this.#density - side / 2);
    if (left < 0 || top < 0 || left + side > this.#width || top + side > this.#height) {
      return;
    }
    const offsets = offsetsIn(sprite, this.#width);
    const corner = top * this.#width + left;
    const pixels = this.#pixels;
    for (let i = 0; i < colours.length; i++) {
      const at = corner + offsets[i];
      const lower = pixels[at];
      pixels[at] = lower === 0 || colours[i] >= SOLID ? colours[i] : over(colours[i], lower);
    }
  }

  /** @param {Frame} frame */
  finish({ ctx, width, height }) {
    if (this.#image) {
      /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d')).putImageData(this.#image, 0, 0);
      ctx.drawImage(this.#canvas, 0, 0, width, height);
    }
  }
}

/** @param {Sprite} sprite @param {number} width of the picture @returns {Int32Array} where each pixel stands after the first */
function offsetsIn(sprite, width) {
  if (sprite.laid?.width !== width) {
    sprite.laid = { width, offsets: Int32Array.from(sprite.places, (place) => Math.floor(place / sprite.side) * width + (place % sprite.side)) };
  }
  return sprite.laid.offsets;
}

/** One colour over another, both with their share of what is below. @param {number} upper ABGR @param {number} lower */
export function over(upper, lower) {
  const a = upper >>> 24;
  const b = lower >>> 24;
  if (b === 0) {
    return upper;
  }
  if (b === OPAQUE) {
    // The edge of a mark on another: two channels at a time, in 256ths.
    const part = a + (a >>> 7);
    const rest = 256 - part;
    const redAndBlue = (((upper & 0xff00ff) * part + (lower & 0xff00ff) * rest) >>> 8) & 0xff00ff;
    const green = (((upper >>> 8) & 0xff) * part + ((lower >>> 8) & 0xff) * rest) & 0xff00;
    return (0xff000000 | redAndBlue | green) >>> 0;
  }
  const below = (b * (OPAQUE - a)) / OPAQUE;
  const alpha = a + below;
  const red = ((upper & 255) * a + (lower & 255) * below) / alpha;
  const green = (((upper >>> 8) & 255) * a + ((lower >>> 8) & 255) * below) / alpha;
  const blue = (((upper >>> 16) & 255) * a + ((lower >>> 16) & 255) * below) / alpha;
  return (((alpha + 0.5) << 24) | ((blue + 0.5) << 16) | ((green + 0.5) << 8) | (red + 0.5)) >>> 0;
}
