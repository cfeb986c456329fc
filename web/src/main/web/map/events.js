// Events and sites as marks, or as density when there are too many to tell apart. The choice is
// made once for the whole view: an aggregated layer beside single dots would look empty exactly
// where it is densest.
// @ts-check
import { toNumber } from '../core/period.js';
import { bins, intensity, ramp } from './density.js';
import { markOf, Sprites } from './marks.js';
import { MOST_MARKS } from './pictures.js';
import { worldX, worldY } from './projection.js';
import { stackBadges } from './stack-badges.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('../core/types.js').State} State */

const BIN = 6;

/** @typedef {{layer: string, index: number, x: number, y: number}} Drawn where an event stands on the canvas */

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {() => Picture[]} pictures of the layers that are drawn as marks
 * @param {() => State} state
 * @param {(isDense: boolean) => void} painted told which way the view was drawn
 */
export function createEvents(palette, pictures, state, painted) {
  const sprites = new Sprites();
  /** @type {{mode: 'marks'|'density', xs: Float64Array, ys: Float64Array, refs: {picture: Picture, index: number}[]}} */
  let drawn = { mode: 'marks', xs: new Float64Array(), ys: new Float64Array(), refs: [] };

  /** @type {import('./stack-badges.js').Badge[]} */
  let badges = [];

  /** Whether an event is to be seen, judged here already while the server is still asked. @param {Picture} picture */
  function visibility(picture) {
    const { filters, period } = state();
    const { layer, points } = picture;
    const hidden = new Set((layer.symbol.property && filters[layer.name]?.[layer.symbol.property]?.hide) || []);
    const timed = layer.time === 'event';
    const from = toNumber(period.start) * 86_400;
    const to = (toNumber(period.end) + 1) * 86_400;
    const inPeriod = (/** @type {number|null} */ start, /** @type {number|null} */ end) =>
      start === null || (start < to && (start >= from || (end ?? start) > from));
    return (/** @type {number} */ i) => !hidden.has(points.codes[i]) && (!timed || inPeriod(points.start[i], points.end[i]));
  }

  /** @param {Frame} frame @param {Picture[]} all */
  function project(frame, all) {
    const refs = [];
    const xs = [];
    const ys = [];
    for (const picture of all) {
      const isVisible = visibility(picture);
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

  /** @param {Frame} frame @param {ReturnType<typeof project>} projected */
  function paintMarks(frame, { xs, ys, refs }) {
    const edge = palette()['mark-edge'];
    const crowd = refs.length > 2500 ? 0.72 : refs.length > 800 ? 0.86 : 1;
    const near = Math.max(0.8, Math.min(1.45, 0.72 + (frame.zoom - 5) * 0.09));
    const weight = (/** @type {{picture: Picture, index: number}} */ { picture, index }) => picture.points.severity[index];
    const isSite = (/** @type {{picture: Picture}} */ { picture }) => picture.layer.time !== 'event';
    // The graver over the lesser; where the mission stands over everything.
    const order = refs.map((_, i) => i).sort((a, b) =>
      Number(isSite(refs[a])) - Number(isSite(refs[b])) || weight(refs[a]) - weight(refs[b]));
    for (const i of order) {
      if (xs[i] < -20 || ys[i] < -20 || xs[i] > frame.width + 20 || ys[i] > frame.height + 20) {
        continue;
      }
      const { picture, index } = refs[i];
      const site = isSite(refs[i]);
      const severity = picture.points.severity[index] || 2;
      const radius = site ? (frame.zoom < 9 ? 4.6 : 6.2) * near : (3.2 + 0.75 * severity) * near * crowd;
      const isCorrected = picture.corrected?.has(picture.points.ids[index]) === true;
      frame.ctx.globalAlpha = isCorrected ? 0.5 : 1;
      sprites.draw(frame.ctx, markOf(picture.layer, picture.points.codes[index]), xs[i], ys[i], Math.round(radius * 4) / 4, site ? palette()['site-edge'] : edge);
      frame.ctx.globalAlpha = 1;
      if (isCorrected) {
        strike(frame.ctx, xs[i], ys[i], radius, palette().label);
      }
    }
  }

  /** @param {Frame} frame @param {ReturnType<typeof project>} projected @param {Picture[]} all */
  function paintDensity(frame, projected, all) {
    const colours = palette();
    const table = ramp([0, 1, 2, 3, 4].map((i) => colours[`density-${i}`]));
    const cells = all.flatMap((picture) => (picture.cells ? [picture.cells] : []));
    if (cells.length > 0) {
      paintCells(frame, cells, projected, table);
      return;
    }
    const { counts, columns, most } = bins(projected.xs, projected.ys, frame.width, frame.height, BIN);
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        frame.ctx.fillStyle = table[Math.round(intensity(counts[i], most) * 255)];
        frame.ctx.fillRect((i % columns) * BIN, Math.floor(i / columns) * BIN, BIN, BIN);
      }
    }
  }

  /** @param {Frame} frame @param {import('./pictures.js').Cells[]} all @param {ReturnType<typeof project>} projected @param {string[]} table */
  function paintCells(frame, all, projected, table) {
    const size = all[0].degrees;
    /** @type {Map<string, number>} */
    const counts = new Map();
    const add = (/** @type {number} */ lon, /** @type {number} */ lat, /** @type {number} */ n) => {
      const key = `${Math.floor(lon / size)} ${Math.floor(lat / size)}`;
      counts.set(key, (counts.get(key) ?? 0) + n);
    };
    for (const cells of all) {
      cells.n.forEach((n, i) => add(cells.lon[i], cells.lat[i], n));
    }
    projected.refs.forEach(({ picture: { points }, index }) => {
      const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * points.y[index]))) * 180) / Math.PI;
      add(points.x[index] * 360 - 180, lat, 1);
    });
    const most = Math.max(...counts.values());
    for (const [key, n] of counts) {
      const [column, row] = key.split(' ').map(Number);
      // On whole pixels, or hair-lines show between neighbours.
      const x = Math.round(frame.toX(worldX(column * size)));
      const y = Math.round(frame.toY(worldY((row + 1) * size)));
      const right = Math.round(frame.toX(worldX((column + 1) * size)));
      const bottom = Math.round(frame.toY(worldY(row * size)));
      frame.ctx.fillStyle = table[Math.round(intensity(n, most) * 255)];
      frame.ctx.fillRect(x, y, Math.max(2, right - x), Math.max(2, bottom - y));
    }
  }

  return {
    /** @param {Frame} frame */
    paint(frame) {
      const all = pictures();
      const events = all.filter((p) => p.layer.time === 'event');
      const sites = all.filter((p) => p.layer.time !== 'event');
      const projected = project(frame, events);
      const isDense = events.some((p) => p.cells) || projected.refs.length > MOST_MARKS;
      if (isDense) {
        paintDensity(frame, projected, events);
      }
      const marks = project(frame, isDense ? sites : [...sites, ...events]);
      paintMarks(frame, marks);
      badges = stackBadges(frame, marks);
      drawn = { mode: isDense ? 'density' : 'marks', ...marks };
      painted(isDense);
    },

    /** Counts to write beside marks that hide others, for whoever writes on the map. */
    get badges() {
      return badges;
    },

    get mode() {
      return drawn.mode;
    },

    /** What was drawn, in canvas pixels, for finding what is under the pointer. */
    get drawn() {
      return drawn;
    },
  };
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
