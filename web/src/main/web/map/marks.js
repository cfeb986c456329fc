// Marks ready to be drawn: as SVG for legends, as a cached picture for the canvas.
// @ts-check
/** @typedef {import('../core/types.js').Mark} Mark */
/** @typedef {import('../core/types.js').Layer} Layer */
import { symbolFor } from './military.js';
import { outline } from './shapes.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @param {Layer} layer @param {string|null|undefined} code @returns {Mark} */
export const markOf = (layer, code) => layer.symbol.marks[code ?? ''] ?? layer.symbol.other;

/** @param {Mark} mark @param {number} [size] */
export function markIcon(mark, size = 14) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-1.35 -1.35 2.7 2.7');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline(mark.shape));
  path.setAttribute('fill', mark.colour);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}

/** Where there are many, each is smaller. @param {number} inView events */
export const crowdOf = (inView) => (inView > 2500 ? 0.72 : inView > 800 ? 0.86 : 1);

/** How much larger marks are the nearer one looks. @param {number} zoom */
const nearness = (zoom) => Math.max(0.8, Math.min(1.45, 0.72 + (zoom - 5) * 0.09));

/** In CSS pixels, to a quarter. @param {number} zoom */
export const siteRadius = (zoom) => Math.round((zoom < 9 ? 4.6 : 6.2) * nearness(zoom) * 4) / 4;

/** In CSS pixels, to a quarter. @param {number} zoom @param {number} severity 0 when it is not known @param {number} crowd see crowdOf */
export const eventRadius = (zoom, severity, crowd) => Math.round((3.2 + 0.75 * (severity || 2)) * nearness(zoom) * crowd * 4) / 4;

/**
 * The pixels of a mark that are not empty.
 *
 * @typedef {object} Sprite
 * @property {number} side of its square, in pixels of the screen
 * @property {Int32Array} places row × side + column
 * @property {Uint32Array} colours ABGR
 * @property {{width: number, offsets: Int32Array}} [laid] its places in a picture of this width
 */

/** Marks as pixels, painted once for each mark, size and edge. */
export class Sprites {
  /** @type {Map<string, Sprite>} */
  #cache = new Map();
  /** Pixels of the canvas to a CSS pixel. */
  density = 1;
  #symbols;

  /** @param {() => string|null} [symbols] outline of military symbols; null while what has one is drawn by its plain mark */
  constructor(symbols = () => null) {
    this.#symbols = symbols;
  }

  /**
   * @param {Mark} mark
   * @param {number} radius in CSS pixels
   * @param {string} edge colour of the outline
   * @param {number} [alpha] how much of what is below it hides, from 0 to 1
   * @returns {Sprite}
   */
  get(mark, radius, edge, alpha = 1) {
    const { density } = this;
    const halo = mark.sidc ? this.#symbols() : null;
    const sidc = halo ? mark.sidc : null;
    const key = `${sidc ?? `${mark.shape} ${mark.colour}`} ${radius} ${edge} ${density} ${alpha}`;
    let sprite = this.#cache.get(key);
    if (!sprite) {
      const symbol = sidc ? symbolFor(sidc, radius, halo ?? edge, density) : null;
      sprite = symbol ? paintSymbol(symbol, density, alpha) : paint(mark, radius, edge, density, alpha);
      this.#cache.set(key, sprite);
    }
    return sprite;
  }
}

/** @param {Mark} mark @param {number} radius @param {string} edge @param {number} density @param {number} alpha @returns {Sprite} */
function paint(mark, radius, edge, density, alpha) {
  const side = Math.ceil((radius * 1.3 + 2) * 2 * density);
  const canvas = new OffscreenCanvas(side, side);
  const ctx = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.translate(side / 2, side / 2);
  ctx.scale(radius * density, radius * density);
  ctx.globalAlpha = alpha;
  const path = new Path2D(outline(mark.shape));
  ctx.lineJoin = 'round';
  ctx.lineWidth = 2.4 / radius;
  ctx.strokeStyle = edge;
  ctx.stroke(path);
  ctx.fillStyle = mark.colour;
  ctx.fill(path, 'evenodd');
  return spriteOf(ctx, side);
}

/** A symbol stands with its own point on the place, which for a headquarters is the foot of the staff. @param {import('./military.js').Picture} symbol @param {number} density @param {number} alpha @returns {Sprite} */
function paintSymbol({ canvas: picture, x, y, width, height }, density, alpha) {
  const side = Math.ceil(2 * density * Math.max(x, width - x, y, height - y)) + 2;
  const ctx = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(side, side).getContext('2d'));
  ctx.globalAlpha = alpha;
  ctx.drawImage(picture, side / 2 - x * density, side / 2 - y * density, width * density, height * density);
  return spriteOf(ctx, side);
}

/** @param {OffscreenCanvasRenderingContext2D} ctx @param {number} side @returns {Sprite} */
function spriteOf(ctx, side) {
  const pixels = new Uint32Array(ctx.getImageData(0, 0, side, side).data.buffer);
  const places = Int32Array.from([...pixels.keys()].filter((place) => pixels[place] !== 0));
  return { side, places, colours: Uint32Array.from(places, (place) => pixels[place]) };
}
