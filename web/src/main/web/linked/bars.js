// Bars of a breakdown: how long, how marked, and what a click on one makes of the filter. Pure.
// @ts-check
import { changeOf } from '../analysis/figures.js';
import { NO_CODE } from '../core/filter.js';
/** @typedef {import('../core/types.js').Condition} Condition */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Property} Property */
/** @typedef {{count: number, previous?: number, change?: import('../analysis/figures.js').RateRatio}} Figures */
/** @typedef {{count: number, rows: (Figures & {value: string})[], others?: Figures & {values: number}, previous?: {count: number, datetime: {start: string, end: string}}, change?: import('../analysis/figures.js').RateRatio, dataAsOf: {sequence: number, committedAt: string}, classification: string}} BreakdownAnswer */

/**
 * @typedef {object} Bar
 * @property {string|null} value empty for those without a value, null for all others together
 * @property {number} values how many values it stands for
 * @property {number} count
 * @property {number|null} previous
 * @property {number} share of the longest, 0 to 1, also of the period before
 * @property {number} previousShare
 * @property {import('../analysis/figures.js').Change|null} change
 * @property {boolean} isOn whether the filter lets it through
 */

/** Rows in the order of their counts, then those without a value, then all others together. @param {BreakdownAnswer} answer @param {Condition|undefined} condition @returns {Bar[]} */
export function barsOf(answer, condition) {
  const most = Math.max(1, ...answer.rows.flatMap((row) => [row.count, row.previous ?? 0]), answer.others?.count ?? 0);
  const bar = (/** @type {string|null} */ value, /** @type {number} */ values, /** @type {Figures} */ { count, previous, change }) => ({
    value, values, count, previous: previous ?? null, share: count / most, previousShare: (previous ?? 0) / most,
    change: previous === undefined || !change ? null : changeOf(count, previous, change), isOn: value === null ? !condition?.in : isOn(condition, value),
  });
  const named = answer.rows.filter(({ value }) => value !== NO_CODE);
  const none = answer.rows.filter(({ value }) => value === NO_CODE);
  return [...[...named, ...none].map((row) => bar(row.value, 1, row)), ...(answer.others ? [bar(null, answer.others.values, answer.others)] : [])];
}

/** @param {Condition|undefined} condition @param {string} value */
export function isOn(condition, value) {
  if (condition?.in) {
    return condition.in.includes(value);
  }
  if (condition?.hide) {
    return !condition.hide.includes(value);
  }
  return condition?.min === undefined || (value !== NO_CODE && Number(value) >= condition.min);
}

/**
 * The condition after a click: one value alone, or nothing when it was alone before; with Shift or Ctrl one more or one less.
 *
 * @param {Condition|undefined} condition @param {string} value @param {boolean} several @param {string[]} all values that have a bar
 * @returns {Condition|null} null for no condition
 */
export function clicked(condition, value, several, all) {
  const now = condition ? all.filter((each) => isOn(condition, each)) : [];
  const kept = condition?.in?.filter((each) => !all.includes(each)) ?? [];
  if (!several) {
    return now.length === 1 && now[0] === value && kept.length === 0 ? null : { in: [value] };
  }
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return next.length + kept.length === 0 ? null : { in: [...kept, ...next] };
}

const COUNTABLE = ['code', 'codes', 'text', 'boolean', 'integer'];
/** Names of people's own words, or of one feature each. */
const NOT_BROKEN_DOWN = ['ref', 'title', 'name'];
const USUAL = ['subtype', 'admin1', 'perpetrator', 'actor1'];

/** Properties whose values come again. @param {Layer} layer @returns {Property[]} */
export const countable = (layer) => layer.properties.filter(({ type, name }) => COUNTABLE.includes(type) && !NOT_BROKEN_DOWN.includes(name) && name !== layer.titleProperty && !layer.sums.includes(name));

/** Those that are shown until somebody chooses: type, severity, state, where and who. @param {Layer} layer @returns {string[]} */
export function usualBreakdowns(layer) {
  const known = countable(layer).map(({ name }) => name);
  const wanted = [layer.symbol.property, layer.groupedBy, layer.severity, layer.workflow?.property, 'status', ...USUAL];
  const usual = [...new Set(wanted.filter((name) => typeof name === 'string' && known.includes(name)))].slice(0, 6);
  return /** @type {string[]} */ (usual.length > 0 ? usual : known.slice(0, 4));
}
