// The address of a file of what is shown, and the query in words that goes into its head.
// @ts-check
import { toQuery } from '../core/api.js';
import { LONGEST_ADDRESS } from '../analysis/figures.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { areaName, describe } from './describe.js';
import { readCql } from './read.js';
import { EVERYWHERE } from './tree.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {ReturnType<typeof import('../core/query.js').currentQuery> & {area?: string, bbox?: string}} Query */

export { LONGEST_ADDRESS };

/** @type {['csv'|'geojson', string][]} */
export const FORMATS = [['csv', 'CSV'], ['geojson', 'GeoJSON']];

/**
 * @param {Query} query
 * @param {'csv'|'geojson'|null} as null for one page of one record, which tells how many there are
 * @param {string} said the query in words
 */
export function fileAddress({ layer, area, bbox, datetime, filter, ...known }, as, said) {
  const where = { area, bbox, datetime, filter, 'as-known-at': known['as-known-at'] };
  return `/collections/${encodeURIComponent(layer)}/${as ? 'export' : 'items'}${toQuery(as ? { f: as, ...where, standing: 'yes', title: said } : { limit: 1, standing: 'yes', ...where })}`;
}

/** What the file holds, in a sentence or two. @param {State} state @param {Query} query @returns {string} */
export function describeQuery(state, query) {
  const layer = state.catalog.find((each) => each.name === query.layer) ?? null;
  const parts = [layer?.title ?? query.layer];
  parts.push(query.area ? areaName(query.area, state.catalog, state.names) : query.bbox ? words.share.inWindow : words.share.anywhere);
  if (query.datetime) {
    parts.push(format.period(state.period));
  }
  for (const [property, condition] of Object.entries(state.filters[query.layer] ?? {})) {
    const of = layer?.properties.find((each) => each.name === property);
    const label = (/** @type {string} */ code) => of?.choices?.find((choice) => choice.code === code)?.label ?? code;
    parts.push(condition.min !== undefined ? `${of?.title ?? property} ≥ ${condition.min}`
      : condition.hide ? `${of?.title ?? property} ${words.query.ops['not-in']}: ${condition.hide.map(label).join(', ')}` : `${of?.title ?? property}: ${(condition.in ?? []).map(label).join(', ')}`);
  }
  for (const key of [query.layer, EVERYWHERE]) {
    const text = state.cql[key]?.trim() ?? '';
    if (text !== '') {
      const root = readCql(text);
      parts.push(...(root.op === 'any' ? [root] : root.parts).map((part) => describe(part, key === EVERYWHERE ? null : layer, state.catalog, state.names)));
    }
  }
  if (state.text.trim() !== '') {
    parts.push(words.filters.textChip(state.text.trim()));
  }
  if (state.known) {
    parts.push(words.share.known(format.moment(state.known)));
  }
  return `${parts.join('; ')}.`;
}
