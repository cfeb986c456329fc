// How many events lie under one mark, where several have exactly the same place.
// @ts-check
import * as format from '../core/format.js';
import { place } from './placement.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Picture} Picture */

/** Where many marks are stacks, only the larger are told. */
const CROWD = 60;
const LARGE = 5;
const FONT = '600 10px system-ui, sans-serif';

/**
 * Writes the counts that find room, the larger first.
 *
 * @param {Frame} frame
 * @param {{xs: Float64Array, ys: Float64Array, refs: {picture: Picture, index: number}[]}} drawn
 * @param {import('./palette.js').Palette} colours
 */
export function paintStackBadges(frame, { xs, ys, refs }, colours) {
  /** @type {Map<Picture, Map<number, {n: number, x: number, y: number}>>} */
  const byPicture = new Map();
  refs.forEach(({ picture, index }, i) => {
    const stacks = byPicture.get(picture) ?? new Map();
    byPicture.set(picture, stacks);
    const first = picture.points.stack[index];
    const stack = stacks.get(first) ?? { n: 0, x: xs[i], y: ys[i] };
    stacks.set(first, stack);
    stack.n++;
  });
  const { ctx } = frame;
  ctx.font = FONT;
  const inView = [...byPicture.values()].flatMap((stacks) => [...stacks.values()])
    .filter(({ n, x, y }) => n > 1 && x > 0 && y > 0 && x < frame.width && y < frame.height);
  const many = inView.filter(({ n }) => inView.length <= CROWD || n >= LARGE)
    .map(({ n, x, y }) => {
      const text = format.count(n);
      return { rank: -n, text, x, y: y - 9, gap: 4, height: 12, width: ctx.measureText(text).width + 7 };
    });
  ctx.textBaseline = 'middle';
  for (const { label, x, y } of place(many, frame)) {
    ctx.beginPath();
    ctx.roundRect(x, y, label.width, label.height, 6);
    ctx.fillStyle = colours['badge'];
    ctx.fill();
    ctx.fillStyle = colours['badge-text'];
    ctx.fillText(label.text, x + 3.5, y + label.height / 2 + 0.5);
  }
}
