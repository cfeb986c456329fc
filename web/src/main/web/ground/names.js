// Writes the names of the ground, with the dots of its places, on a canvas below the events.
// @ts-check
import { letter, letteringOf } from './lettering.js';
/** @typedef {import('../map/canvas-layer.js').Frame} Frame */
/** @typedef {import('./lettering.js').Lettering} Lettering */

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** @param {Lettering} look */
const fontOf = ({ slant, weight, size }) => `${slant} ${weight} ${size}px ${FAMILY}`;

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {Frame} frame
 * @param {{names: import('./tile.js').GroundName[], shift: number}[]} tiles
 * @param {import('../map/palette.js').Palette} colours
 * @param {import('./lettering.js').Taken[]} taken by the mission's own names
 */
export function paintNames(frame, tiles, colours, taken) {
  const { ctx } = frame;
  const widthOf = (/** @type {string} */ text, /** @type {Lettering} */ look) => {
    const key = `${fontOf(look)} ${look.spacing} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) {
      return known;
    }
    ctx.font = fontOf(look);
    ctx.letterSpacing = `${look.spacing}px`;
    const { width } = ctx.measureText(text);
    widths.set(key, width);
    return width;
  };
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colours['label-halo'];
  for (const { text, kind, rank, x, y, shift } of tiles.flatMap(({ names, shift }) => names.map((name) => ({ ...name, shift }))).filter((name) => name.kind === 'spot' && name.text === '')) {
    dot(ctx, frame.toX(x + shift), frame.toY(y), letteringOf({ kind, rank, text, x, y, size: 0, line: null })?.dot ?? 0, colours['ground-label']);
  }
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  for (const { label, x, y } of letter(frame, tiles, widthOf, taken)) {
    const { look } = label;
    if (look.dot > 0) {
      dot(ctx, label.middle.x, label.middle.y, look.dot, colours[look.colour]);
    }
    ctx.save();
    ctx.translate(x + label.width / 2, y + label.height / 2);
    ctx.rotate(label.angle);
    ctx.font = fontOf(look);
    ctx.letterSpacing = `${look.spacing}px`;
    ctx.lineWidth = 3;
    ctx.strokeText(label.text, 0, 0);
    ctx.fillStyle = colours[look.colour];
    ctx.fillText(label.text, 0, 0);
    ctx.restore();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius @param {string} colour */
function dot(ctx, x, y, radius, colour) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.fill();
}
