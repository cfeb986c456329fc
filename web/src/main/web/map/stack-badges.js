// How many events lie under one mark, where several have exactly the same place.
// @ts-check
import * as format from '../core/format.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('./placement.js').Candidate & {badge: string}} Badge */

/** More than this and only the largest are told. */
const MOST = 40;
const FONT = '600 10px system-ui, sans-serif';
/** Below the names of places, above those of bases and areas. */
const RANK = 6;

/**
 * Badges to be placed among the names of the map, since neither may cover the other.
 *
 * @param {Frame} frame
 * @param {{xs: Float64Array, ys: Float64Array, refs: {picture: Picture, index: number}[]}} drawn
 * @returns {Badge[]}
 */
export function stackBadges(frame, { xs, ys, refs }) {
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
  frame.ctx.font = FONT;
  return [...byPicture.values()].flatMap((stacks) => [...stacks.values()])
    .filter(({ n, x, y }) => n > 1 && x > 0 && y > 0 && x < frame.width && y < frame.height)
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST)
    .map(({ n, x, y }) => {
      const badge = format.count(n);
      return { badge, rank: RANK + 1 / n, x, y: y - 9, gap: 4, height: 12, width: frame.ctx.measureText(badge).width + 7 };
    });
}

/** @param {CanvasRenderingContext2D} ctx @param {Badge} badge @param {number} x @param {number} y @param {import('./palette.js').Palette} colours */
export function paintBadge(ctx, badge, x, y, colours) {
  ctx.beginPath();
  ctx.roundRect(x, y, badge.width, badge.height, 6);
  ctx.fillStyle = colours['badge'];
  ctx.fill();
  ctx.font = FONT;
  ctx.letterSpacing = '0px';
  ctx.fillStyle = colours['badge-text'];
  ctx.fillText(badge.badge, x + 3.5, y + badge.height / 2 + 0.5);
}
