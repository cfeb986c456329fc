// What the server told one by one, as marks: sites always, events once the view rests.
// @ts-check
import { toNumber } from '../core/period.js';
import { crowdOf, eventRadius, markOf, siteRadius } from './marks.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{xs: Float64Array, ys: Float64Array, refs: {picture: Picture, index: number}[]}} Projected where things stand on the canvas */

/** Half the width of a stroke through a mark, CSS pixels. */
const STRIKE = 6.5;
/** How much of what is below hides a report that another one stands for. */
const CORRECTED = 0.5;

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

/**
 * @param {Frame} frame
 * @param {Projected} projected
 * @param {import('./mark-canvas.js').MarkCanvas} canvas
 * @param {object} look
 * @param {import('./marks.js').Sprites} look.sprites
 * @param {Palette} look.palette
 * @param {number} look.inView events, which decides on their size
 * @param {(layer: Layer) => number} look.rank the higher is drawn over the lower
 * @param {(layer: Layer) => number} look.alpha
 */
export function putMarks(frame, { xs, ys, refs }, canvas, { sprites, palette, inView, rank, alpha }) {
  const crowd = crowdOf(inView);
  const weight = (/** @type {{picture: Picture, index: number}} */ { picture, index }) => picture.points.severity[index];
  const ranks = new Map(refs.map(({ picture: { layer } }) => [layer, rank(layer)]));
  const rankOf = (/** @type {number} */ i) => ranks.get(refs[i].picture.layer) ?? 0;
  // Where the mission stands over everything; then as the tree has the layers; then the graver over the lesser.
  const order = refs.map((_, i) => i).sort((a, b) =>
    Number(isSite(refs[a].picture)) - Number(isSite(refs[b].picture)) || rankOf(a) - rankOf(b) || weight(refs[a]) - weight(refs[b]));
  for (const i of order) {
    const { picture, index } = refs[i];
    const { points, layer } = picture;
    const site = isSite(picture);
    const radius = site ? siteRadius(frame.zoom) : eventRadius(frame.zoom, points.severity[index], crowd);
    canvas.put(sprites.get(markOf(layer, points.codes[index]), radius, palette[site ? 'site-edge' : 'mark-edge'], alpha(layer) * (isCorrected(refs[i]) ? CORRECTED : 1)), xs[i], ys[i]);
  }
}

/** @param {{picture: Picture, index: number}} ref */
const isCorrected = ({ picture, index }) => picture.corrected?.has(picture.points.ids[index]) === true;

/** What another report stands for now is crossed out. @param {Frame} frame @param {Projected} projected @param {string} colour */
export function strikeCorrected({ ctx }, { xs, ys, refs }, colour) {
  ctx.beginPath();
  refs.forEach((ref, i) => {
    if (isCorrected(ref)) {
      ctx.moveTo(xs[i] - STRIKE, ys[i] + STRIKE);
      ctx.lineTo(xs[i] + STRIKE, ys[i] - STRIKE);
    }
  });
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = colour;
  ctx.stroke();
}
