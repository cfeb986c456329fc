// Marks ready to be drawn: as SVG for legends, as a cached picture for the canvas.
// @ts-check
/** @typedef {import('../core/types.js').Mark} Mark */
/** @typedef {import('../core/types.js').Layer} Layer */
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

/** Drawing thousands of paths a frame is slow, copying small pictures is not: one picture for each mark, size and edge. */
export class Sprites {
  /** @type {Map<string, HTMLCanvasElement>} */
  #cache = new Map();

  /**
   * @param {CanvasRenderingContext2D} ctx in CSS pixels
   * @param {Mark} mark
   * @param {number} x
   * @param {number} y
   * @param {number} radius in CSS pixels
   * @param {string} edge colour of the outline
   */
  draw(ctx, mark, x, y, radius, edge) {
    const density = window.devicePixelRatio || 1;
    const key = `${mark.shape} ${mark.colour} ${radius} ${edge} ${density}`;
    let sprite = this.#cache.get(key);
    if (!sprite) {
      sprite = paint(mark, radius, edge, density);
      this.#cache.set(key, sprite);
    }
    const half = sprite.width / density / 2;
    ctx.drawImage(sprite, x - half, y - half, half * 2, half * 2);
  }
}

/** @param {Mark} mark @param {number} radius @param {string} edge @param {number} density */
function paint(mark, radius, edge, density) {
  const side = Math.ceil((radius * 1.3 + 2) * 2 * density);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.translate(side / 2, side / 2);
  ctx.scale(radius * density, radius * density);
  const path = new Path2D(outline(mark.shape));
  ctx.lineJoin = 'round';
  ctx.lineWidth = 2.4 / radius;
  ctx.strokeStyle = edge;
  ctx.stroke(path);
  ctx.fillStyle = mark.colour;
  ctx.fill(path, 'evenodd');
  return canvas;
}
