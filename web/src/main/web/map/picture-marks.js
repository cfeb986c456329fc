// What the server told one by one, as marks: sites always, events once the view rests.
// @ts-check
import { toNumber } from '../core/period.js';
import { crowdOf, eventRadius, markOf, nearness } from './marks.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('../core/types.js').State} State */
/** @typedef {{xs: Float64Array, ys: Float64Array, refs: {picture: Picture, index: number}[]}} Projected where things stand on the canvas */

/** @param {Picture} picture */
const isSite = (picture) => picture.layer.time !== 'event';

/** Whether a feature is to be seen, judged here already while the server is still asked. @param {State} state @param {Picture} picture */
function visibility({ filters, period }, picture) {
  const { layer, points } = picture;
  const hidden = new Set((layer.symbol.property && filters[layer.name]?.[layer.symbol.property]?.hide) || []);
  const from = toNumber(period.start) * 86_400;
  const to = (toNumber(period.end) + 1) * 86_400;
  const inPeriod = (/** @type {number|null} */ start, /** @type {number|null} */ end) =>
    start === null || (start < to && (start >= from || (end ?? start) > from));
  return (/** @type {number} */ i) => !hidden.has(points.codes[i]) && (isSite(picture) || inPeriod(points.start[i], points.end[i]));
}

/** @param {Frame} frame @param {State} state @param {Picture[]} pictures @returns {Projected} */
export function project(frame, state, pictures) {
  const refs = [];
  const xs = [];
  const ys = [];
  for (const picture of pictures) {
    const isVisible = visibility(state, picture);
    const { points } = picture;
    for (let i = 0; i < points.ids.length; i++) {
      if (isVisible(i)) {
        // A view across the antimeridian counts on beyond the edge of the world.
        const shift = points.x[i] < frame.box[0] ? 1 : points.x[i] > frame.box[2] ? -1 : 0;
        xs.push(frame.toX(points.x[i] + shift));
        ys.push(frame.toY(points.y[i]));
        refs.push({ picture, index: i });
      }
    }
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys), refs };
}

/** @param {Frame} frame @param {Projected} projected @param {import('./marks.js').Sprites} sprites @param {Palette} palette @param {number} inView events, which decides on their size */
export function paintMarks(frame, { xs, ys, refs }, sprites, palette, inView) {
  const crowd = crowdOf(inView);
  const { ctx } = frame;
  const weight = (/** @type {{picture: Picture, index: number}} */ { picture, index }) => picture.points.severity[index];
  // The graver over the lesser; where the mission stands over everything.
  const order = refs.map((_, i) => i).sort((a, b) =>
    Number(isSite(refs[a].picture)) - Number(isSite(refs[b].picture)) || weight(refs[a]) - weight(refs[b]));
  for (const i of order) {
    if (xs[i] < -20 || ys[i] < -20 || xs[i] > frame.width + 20 || ys[i] > frame.height + 20) {
      continue;
    }
    const { picture, index } = refs[i];
    const { points, layer } = picture;
    const site = isSite(picture);
    const radius = site ? Math.round((frame.zoom < 9 ? 4.6 : 6.2) * nearness(frame.zoom) * 4) / 4 : eventRadius(frame.zoom, points.severity[index], crowd);
    const { canvas, half } = sprites.get(markOf(layer, points.codes[index]), radius, palette[site ? 'site-edge' : 'mark-edge']);
    const isCorrected = picture.corrected?.has(points.ids[index]) === true;
    ctx.globalAlpha = isCorrected ? 0.5 : 1;
    ctx.drawImage(canvas, xs[i] - half, ys[i] - half, half * 2, half * 2);
    ctx.globalAlpha = 1;
    if (isCorrected) {
      strike(ctx, xs[i], ys[i], radius, palette.label);
    }
  }
}

/** What another report stands for now is crossed out. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius @param {string} colour */
function strike(ctx, x, y, radius, colour) {
  const reach = radius * 1.25;
  ctx.beginPath();
  ctx.moveTo(x - reach, y + reach);
  ctx.lineTo(x + reach, y - reach);
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = colour;
  ctx.stroke();
}
