// What the figures of an area say, and the address that downloads the records behind them. Pure.
// @ts-check
import { toQuery } from '../core/api.js';
/** @typedef {import('../core/types.js').Layer} Layer */

/** Servers and proxies commonly refuse longer addresses. */
export const LONGEST_ADDRESS = 7_000;

/** Counts below this have an interval so wide that it is said beside them. */
const SMALL = 10;

/**
 * What two counts of equally long periods say, as the server worked it out: the ratio of the rates behind them with its exact 95 % interval.
 *
 * @typedef {{ratio?: number|null, low: number, high?: number|null, p: number}} RateRatio
 */

/**
 * @typedef {object} Change
 * @property {number} difference now less before
 * @property {number|null} percent null when there was nothing before
 * @property {boolean} chance whether one rate for both periods is within the interval
 * @property {boolean} small whether the smaller count says little in any case
 */

/** @param {number} now @param {number} before @param {RateRatio} ratio @returns {Change} */
export function changeOf(now, before, { low, high }) {
  return {
    difference: now - before,
    percent: before === 0 ? null : Math.round(((now - before) / before) * 100),
    chance: now !== before && low <= 1 && (high === null || high === undefined || high >= 1),
    small: now !== before && Math.min(now, before) < SMALL,
  };
}

/**
 * Sums that are three estimates of one thing (killed_low, killed_best, killed_high) become one row.
 *
 * @param {Layer} layer
 * @param {Record<string, number>} sums
 * @returns {{name: string, title: string, value: number, low: number|null, high: number|null}[]}
 */
export function sumRows(layer, sums) {
  return layer.sums
    .filter((name) => !/_(low|high)$/.test(name) && sums[name] !== undefined)
    .map((name) => {
      const stem = name.replace(/_best$/, '');
      const title = layer.properties.find((p) => p.name === name)?.title ?? name;
      return { name, title, value: sums[name], low: sums[`${stem}_low`] ?? null, high: sums[`${stem}_high`] ?? null };
    });
}

/**
 * The address under which the server gives every record of a selection, all of it, as a file.
 *
 * @param {{layer: string, datetime: string|null, filter: string|null, 'as-known-at'?: string|null}} query
 * @param {string|null} area as core/area.js writes it
 * @param {string|null} bbox west,south,east,north, used when there is no area
 * @param {'csv'|'geojson'} format
 */
export function downloadAddress(query, area, bbox, format) {
  return `/collections/${encodeURIComponent(query.layer)}/export${toQuery({ f: format, area, bbox: area ? null : bbox, datetime: query.datetime, filter: query.filter, 'as-known-at': query['as-known-at'] })}`;
}

/**
 * Heights of columns and where their labels go.
 *
 * @param {{start: string, count: number}[]} periods
 * @returns {{start: string, count: number, share: number}[]} share of the tallest, 0 to 1
 */
export function columnsOf(periods) {
  const most = Math.max(1, ...periods.map((period) => period.count));
  return periods.map(({ start, count }) => ({ start, count, share: count / most }));
}

/** @typedef {'day'|'week'|'month'|'year'} Step */
export const STEPS = /** @type {Step[]} */ (['day', 'week', 'month', 'year']);

/** Days to columns that can still be told apart. @param {number} days @returns {Step} */
export function stepFor(days) {
  return days <= 45 ? 'day' : days <= 200 ? 'week' : days <= 2_200 ? 'month' : 'year';
}
