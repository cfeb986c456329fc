// What the figures of an area say, and the address that downloads the records behind them. Pure.
// @ts-check
import { toQuery } from '../core/api.js';
/** @typedef {import('../core/types.js').Layer} Layer */

/** Below this, a change from one period to the next may well be chance. */
const SMALL = 10;
/** Servers and proxies commonly refuse longer addresses. */
export const LONGEST_ADDRESS = 7_000;

/**
 * @typedef {object} Change
 * @property {number} difference now less before
 * @property {number|null} percent null when there was nothing before
 * @property {boolean} small too few to read much into it
 */

/** @param {number} now @param {number} before @returns {Change} */
export function changeOf(now, before) {
  return {
    difference: now - before,
    percent: before === 0 ? null : Math.round(((now - before) / before) * 100),
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

/** @param {GeoJSON.Position[]} ring */
const ringText = (ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')})`;

/** @param {GeoJSON.Geometry} area Polygon or MultiPolygon @returns {string} CQL2 text */
export function insideText(area) {
  if (area.type === 'MultiPolygon') {
    return `S_INTERSECTS(geom,MULTIPOLYGON(${area.coordinates.map((rings) => `(${rings.map(ringText).join(',')})`).join(',')}))`;
  }
  if (area.type !== 'Polygon') {
    throw new Error(`an area is a polygon, not a ${area.type}`);
  }
  return `S_INTERSECTS(geom,POLYGON(${area.coordinates.map(ringText).join(',')}))`;
}

/**
 * The address under which the server gives every record of a selection, all of it, as a file.
 *
 * @param {{layer: string, datetime: string|null, filter: string|null, 'as-known-at'?: string|null}} query
 * @param {GeoJSON.Geometry|null} area
 * @param {string|null} bbox west,south,east,north, used when there is no area
 * @param {'csv'|'geojson'} format
 */
export function downloadAddress(query, area, bbox, format) {
  const conditions = [area ? insideText(area) : null, query.filter].filter((part) => part !== null);
  const filter = conditions.length > 1 ? conditions.map((part) => `(${part})`).join(' AND ') : conditions[0];
  return `/collections/${encodeURIComponent(query.layer)}/export${toQuery({ f: format, bbox: area ? null : bbox, datetime: query.datetime, filter, 'as-known-at': query['as-known-at'] })}`;
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
