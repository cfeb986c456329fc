// The time series as a drawing: stacked bars or lines, the days it is compared with as a dashed line. Pure.
// @ts-check
import { momentsOf } from '../core/period.js';
import { hourTicks, ticks, timeScale } from '../time/scale.js';
import { ofGroup } from './buckets.js';
import { ticksTo } from './scene.js';
/** @typedef {import('./buckets.js').Bucket} Bucket */
/** @typedef {import('./scene.js').Shape} Shape */
/** @typedef {import('../core/types.js').Period} Period */

/**
 * @typedef {object} SeriesContent
 * @property {Bucket[]} buckets
 * @property {Bucket[]} beside laid over the same days; none for no comparison
 * @property {Period} frame
 * @property {Period} period what lies outside is dimmed
 * @property {{value: string|null, colour: string}[]} groups
 * @property {'stacked'|'lines'} form
 * @property {(tick: {day: string, says: 'day'|'month'|'year'}) => string} tickText
 * @property {((ms: number) => number)|null} local of bars of hours, what their clock shows as UTC would; null for other bars
 * @property {(tick: {shown: number, says: 'day'|'hour'}) => string} hourText
 * @property {(n: number) => string} numberText
 */

export const LEFT = 40;
const BOTTOM = 20;
const TOP = 8;

/** @param {SeriesContent} content @param {number} width @param {number} height @param {import('./scene.js').Colours} colours @returns {import('./scene.js').Scene} */
export function seriesScene(content, width, height, colours) {
  const { buckets, beside, frame, period, groups, form } = content;
  const inner = Math.max(40, width - LEFT - 4);
  const floor = height - BOTTOM;
  const time = timeScale(frame, inner);
  const told = groups.map(({ value }) => value);
  const most = form === 'stacked' || groups.length < 2
    ? Math.max(1, ...buckets.map(({ count }) => count), ...beside.map(({ count }) => count))
    : Math.max(1, ...buckets.flatMap((bucket) => groups.map(({ value }) => ofGroup(bucket, value, told))));
  const marks = ticksTo(most, Math.max(1, Math.floor((floor - TOP) / 34)));
  const top = marks[marks.length - 1];
  const y = (/** @type {number} */ n) => floor - (n / top) * (floor - TOP);
  /** @type {Shape[]} */
  const shapes = marks.flatMap((n) => [
    { kind: /** @type {const} */ ('path'), d: `M${LEFT} ${round(y(n))}L${LEFT + inner} ${round(y(n))}`, stroke: colours.line, width: n === 0 ? 1 : 0.5 },
    { kind: /** @type {const} */ ('text'), x: LEFT - 6, y: y(n) + 4, text: content.numberText(n), fill: colours.muted, size: 10, anchor: /** @type {const} */ ('end') },
  ]);
  const { local } = content;
  const labels = local && buckets.length > 0
    ? hourTicks([...buckets.map(({ from }) => from), buckets[buckets.length - 1].to], local, inner).map((tick) => ({ x: time.atX(tick.at), text: content.hourText(tick), bold: tick.says === 'day' }))
    : ticks(frame, inner).map((tick) => ({ x: time.toX(tick.day), text: content.tickText(tick), bold: tick.says === 'year' }));
  for (const { x, text, bold } of labels) {
    if (x < inner - 24) {
      shapes.push({ kind: 'text', x: LEFT + x + 2, y: height - 5, text, fill: colours.muted, size: 10, bold },
        { kind: 'path', d: `M${round(LEFT + x)} ${floor}L${round(LEFT + x)} ${floor + 4}`, stroke: colours.line });
    }
  }
  const [chosenFrom, chosenTo] = momentsOf(period);
  const [frameFrom, frameTo] = momentsOf(frame);
  const middle = (/** @type {Bucket} */ bucket) => LEFT + (time.atX(bucket.from) + time.atX(bucket.to)) / 2;
  const line = (/** @type {Bucket[]} */ list, /** @type {(bucket: Bucket) => number} */ of) => list.map((bucket, i) => `${i === 0 ? 'M' : 'L'}${round(middle(bucket))} ${round(y(of(bucket)))}`).join('');
  if (form === 'lines') {
    groups.forEach(({ value, colour }) => shapes.push({ kind: 'path', d: line(buckets, (bucket) => ofGroup(bucket, value, told)), stroke: colour, width: 2 }));
  } else {
    buckets.forEach((bucket) => shapes.push(...stack(bucket)));
  }
  if (beside.length > 1) {
    shapes.push({ kind: 'path', d: line(beside.filter((bucket) => bucket.isWhole && bucket.to > frameFrom && bucket.from < frameTo), ({ count }) => count), stroke: colours.text, width: 1.5, dash: '4 3' });
  }
  return { width, height, shapes };

  /** @param {Bucket} bucket @returns {Shape[]} */
  function stack(bucket) {
    const x = LEFT + time.atX(bucket.from);
    const full = time.atX(bucket.to) - time.atX(bucket.from);
    const wide = Math.max(1, full - (full > 4 ? 1.5 : 0));
    const isIn = bucket.from < chosenTo && bucket.to > chosenFrom;
    let below = 0;
    const parts = groups.flatMap(({ value, colour }) => {
      const n = ofGroup(bucket, value, told);
      if (n === 0) {
        return [];
      }
      below += n;
      return [/** @type {Shape} */ ({ kind: 'rect', x, y: y(below), width: wide, height: y(below - n) - y(below), fill: colour, opacity: isIn ? (bucket.isWhole ? 1 : 0.7) : 0.3 })];
    });
    // What is not whole has an open top, so that nobody takes it for a fall.
    return bucket.isWhole || full < 5 ? parts : [...parts, { kind: 'path', d: `M${round(x)} ${round(y(bucket.count) - 3)}L${round(x + wide)} ${round(y(bucket.count) - 3)}`, stroke: colours.muted, dash: '2 2' }];
  }
}

/** Which bucket is at a place; the nearest when there is none. @param {Bucket[]} buckets @param {Period} frame @param {number} x pixels of the drawing @param {number} width of it */
export function bucketAt(buckets, frame, x, width) {
  const ms = timeScale(frame, Math.max(40, width - LEFT - 4)).atMs(x - LEFT);
  const at = buckets.findIndex(({ from, to }) => ms >= from && ms < to);
  return at >= 0 ? at : ms < (buckets[0]?.from ?? 0) ? 0 : buckets.length - 1;
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
