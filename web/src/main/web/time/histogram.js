// The bars of the time bar, stacked by type. What is outside the period is dimmed by a shade over
// them (window.js), so that moving the period paints nothing here.
// @ts-check
import * as format from '../core/format.js';
import { addDays, momentsOf } from '../core/period.js';
import { hourTicks, ticks, timeScale } from './scale.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {import('../core/slider.js').Slider} Slider */
/** @typedef {{start: string, end?: string, count: number, byGroup?: Record<string, number>}} Bar end: of hours */
/** @typedef {{first: string, last: string, from: number, to: number, bar: Bar}} BarSpan the days it covers, and the moments in ms since 1970 */

const AXIS = 16;

/** @param {Bar[]} bars @param {Period} limits @returns {BarSpan[]} */
export function spansOf(bars, limits) {
  return bars.map((bar, i) => {
    if (bar.end) {
      const [from, to] = [Date.parse(bar.start), Date.parse(bar.end)];
      return { first: dayOf(from), last: dayOf(to - 1), from, to, bar };
    }
    const first = bar.start.slice(0, 10) < limits.start ? limits.start : bar.start.slice(0, 10);
    const last = i + 1 < bars.length ? addDays(bars[i + 1].start.slice(0, 10), -1) : limits.end;
    const [from, to] = momentsOf({ start: first, end: last });
    return { first, last, from, to, bar };
  });
}

/** @param {number} ms */
const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);

/** Where bars of hours begin, and where the last one ends. @param {BarSpan[]} spans */
export const edgesOf = (spans) => [...spans.map(({ from }) => from), ...spans.slice(-1).map(({ to }) => to)];

/** The bar with the most, null when all are empty. @param {Bar[]} bars */
export const highest = (bars) => bars.reduce((/** @type {Bar|null} */ best, bar) => (bar.count > (best?.count ?? 0) ? bar : best), null);

/**
 * Height of a bar against that of the highest, 0 to 1. Of a stack only the whole has this height; its parts
 * share it as they share the count.
 *
 * @param {number} n @param {number} most at least 1 @param {Slider['scale']} scale
 */
export function heightOf(n, most, scale) {
  if (scale === 'sqrt') {
    return Math.sqrt(n / most);
  }
  return scale === 'log' ? Math.log1p(n) / Math.log1p(most) : n / most;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{bars: Bar[], layer: Layer|null, limits: Period, scale: Slider['scale'], local: ((ms: number) => number)|null, colours: {axis: string, plain: string}}} content local: of bars of hours, what their clock shows as UTC would
 */
export function drawHistogram(canvas, { bars, layer, limits, scale, local, colours }) {
  const density = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = width * density;
  canvas.height = height * density;
  const ctx = canvas.getContext('2d');
  if (!ctx || width === 0) {
    return;
  }
  ctx.scale(density, density);
  const time = timeScale(limits, width);
  const top = height - AXIS;
  const most = Math.max(1, highest(bars)?.count ?? 0);
  const order = layer ? Object.keys(layer.symbol.marks) : [];

  const spans = spansOf(bars, limits);
  for (const { from, to, bar } of spans) {
    if (bar.count === 0) {
      continue;
    }
    const x = time.atX(from);
    const w = Math.max(1, time.atX(to) - x - (width / bars.length > 3 ? 1 : 0));
    const each = (heightOf(bar.count, most, scale) * (top - 4)) / bar.count;
    let y = top;
    const stack = (/** @type {number} */ n, /** @type {string} */ colour) => {
      ctx.fillStyle = colour;
      ctx.fillRect(x, y - n * each, w, n * each);
      y -= n * each;
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
    if (top - y < 1.5) {
      ctx.fillStyle = colours.plain;
      ctx.fillRect(x, top - 1.5, w, 1.5);
    }
  }
  const hours = local && spans.length > 0 ? hourTicks(edgesOf(spans), local, width) : null;
  axis(ctx, hours ? hours.map(({ at, shown, says }) => ({ x: time.atX(at), says, text: says === 'day' ? format.shortDay(shown) : format.timeOfDay(shown) }))
    : ticks(limits, width).map(({ day, says }) => ({ x: time.toX(day), says, text: LABELS[says](day) })), width, height, colours.axis);
}

const LABELS = { year: (/** @type {string} */ day) => day.slice(0, 4), month: format.month, day: format.shortDay };

/** @param {CanvasRenderingContext2D} ctx @param {{x: number, says: 'hour'|'day'|'month'|'year', text: string}[]} all @param {number} width @param {number} height @param {string} colour */
function axis(ctx, all, width, height, colour) {
  ctx.fillStyle = colour;
  ctx.textBaseline = 'alphabetic';
  const isLong = all.filter((tick) => tick.says === 'year').length > 10;
  const hasHours = all.some((tick) => tick.says === 'hour');
  for (const { x: at, says, text } of all) {
    const isYear = says === 'year';
    const x = Math.round(at);
    ctx.globalAlpha = isYear ? 0.5 : 0.25;
    ctx.fillRect(x, isYear && !isLong ? 0 : height - AXIS, 1, isYear && !isLong ? height : 4);
    ctx.globalAlpha = 1;
    ctx.font = `${isYear || (hasHours && says === 'day') ? 600 : 400} 11px system-ui, sans-serif`;
    if (x + 4 + ctx.measureText(text).width < width) {
      ctx.fillText(text, x + 4, height - 3);
    }
  }
}
