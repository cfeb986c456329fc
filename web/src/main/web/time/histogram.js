// The bars of the time bar: the whole mission, stacked by type, what is outside the period dimmed.
// @ts-check
import * as format from '../core/format.js';
import { addDays } from '../core/period.js';
import { ticks, timeScale } from './scale.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {{start: string, count: number, byGroup?: Record<string, number>}} Bar */

const AXIS = 16;

/** @param {Bar[]} bars @param {Period} limits @returns {{first: string, last: string, bar: Bar}[]} with the days each covers */
export function spansOf(bars, limits) {
  return bars.map((bar, i) => ({
    first: bar.start.slice(0, 10) < limits.start ? limits.start : bar.start.slice(0, 10),
    last: i + 1 < bars.length ? addDays(bars[i + 1].start.slice(0, 10), -1) : limits.end,
    bar,
  }));
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{bars: Bar[], layer: Layer|null, limits: Period, period: Period, colours: {axis: string, plain: string}}} content
 */
export function drawHistogram(canvas, { bars, layer, limits, period, colours }) {
  const density = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = width * density;
  canvas.height = height * density;
  const ctx = canvas.getContext('2d');
  if (!ctx || width === 0) {
    return;
  }
  ctx.scale(density, density);
  const scale = timeScale(limits, width);
  const top = height - AXIS;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const order = layer ? Object.keys(layer.symbol.marks) : [];

  for (const { first, last, bar } of spansOf(bars, limits)) {
    const x = scale.toX(first);
    const w = Math.max(1, scale.toEndX(last) - x - (width / bars.length > 3 ? 1 : 0));
    const outside = last < period.start || first > period.end;
    ctx.globalAlpha = outside ? 0.3 : 1;
    let y = top;
    const stack = (/** @type {number} */ n, /** @type {string} */ colour) => {
      const h = (n / most) * (top - 4);
      ctx.fillStyle = colour;
      ctx.fillRect(x, y - h, w, h);
      y -= h;
    };
    let rest = bar.count;
    for (const code of order) {
      const n = bar.byGroup?.[code] ?? 0;
      if (n > 0) {
        stack(n, layer?.symbol.marks[code].colour ?? colours.plain);
        rest -= n;
      }
    }
    if (rest > 0) {
      stack(rest, layer?.symbol.other.colour ?? colours.plain);
    }
    // A period with a single event is not a period without.
    if (bar.count > 0 && top - y < 1.5) {
      ctx.fillStyle = colours.plain;
      ctx.fillRect(x, top - 1.5, w, 1.5);
    }
  }
  ctx.globalAlpha = 1;
  axis(ctx, limits, width, height, scale.toX, colours.axis);
}

/** @param {CanvasRenderingContext2D} ctx @param {Period} limits @param {number} width @param {number} height @param {(day: string) => number} toX @param {string} colour */
function axis(ctx, limits, width, height, toX, colour) {
  ctx.fillStyle = colour;
  ctx.textBaseline = 'alphabetic';
  const all = ticks(limits, width);
  const isLong = all.filter((tick) => tick.isYear).length > 10;
  for (const { day, isYear } of all) {
    const x = Math.round(toX(day));
    ctx.globalAlpha = isYear ? 0.5 : 0.25;
    ctx.fillRect(x, isYear && !isLong ? 0 : height - AXIS, 1, isYear && !isLong ? height : 4);
    ctx.globalAlpha = 1;
    ctx.font = `${isYear ? 600 : 400} 11px system-ui, sans-serif`;
    const text = isYear ? day.slice(0, 4) : format.month(day);
    if (x + 4 + ctx.measureText(text).width < width) {
      ctx.fillText(text, x + 4, height - 3);
    }
  }
}
