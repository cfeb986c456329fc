// The events that are on the map as a table on further sheets, newest first, with the exact count and a word when cut.
// @ts-check
import { toQuery } from '../core/api.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { bboxText, currentQuery, normalised, visibleCount } from '../core/query.js';
import { markIcon, markOf } from '../map/marks.js';
import { words as say } from '../words/print.js';
import { headNode, sheetNode } from './sheet.js';
import { PX_PER_MM, sizeOf } from './paper.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */

/** Height of a row, and what head, foot and the head of the table take, in millimetres. */
const ROW_MM = 8.4;
const AROUND_MM = 68;

/** The layer that is listed: incidents, or the first layer of events that is on. @param {State} state @returns {Layer|undefined} */
export const listedLayer = ({ catalog, shown }) => {
  const events = catalog.filter(({ name, time, group }) => shown.includes(name) && time === 'event' && group !== 'reference');
  return events.find(({ name }) => name === 'incident') ?? events[0];
};

/**
 * @param {import('../core/api.js').Api} api
 * @param {State} state
 * @param {number} most
 * @param {AbortSignal} signal
 * @returns {Promise<GeoJSON.Feature[]>}
 */
export async function listedFeatures(api, state, most, signal) {
  const layer = listedLayer(state);
  if (!layer || !state.bounds || most === 0) {
    return [];
  }
  const { datetime, filter, 'as-known-at': known } = currentQuery(state, layer.name);
  const answer = await api.json(`/collections/${encodeURIComponent(layer.name)}/items${toQuery({ bbox: bboxText(normalised(state.bounds)), datetime, filter, 'as-known-at': known, sortby: '-valid_from', limit: most })}`,
    { signal, headers: { accept: 'application/geo+json' } });
  return answer.features;
}

/** @param {import('./sheet.js').Said} said @param {GeoJSON.Feature[]} features @returns {HTMLElement[]} */
export function listSheets(said, features) {
  const layer = listedLayer(said.state);
  if (!layer) {
    return [];
  }
  const perPage = Math.max(5, Math.floor((sizeOf(said.options.paper, said.options.orientation)[1] - AROUND_MM) / ROW_MM));
  const all = visibleCount(said.state, layer) ?? features.length;
  const pages = Array.from({ length: Math.max(1, Math.ceil(features.length / perPage)) }, (_, i) => features.slice(i * perPage, (i + 1) * perPage));
  return pages.map((page, i) => {
    const sheet = sheetNode(said, headNode(said), el('section', { class: 'sheet-list', 'data-testid': 'sheet-list', style: { '--row': `${ROW_MM * PX_PER_MM}px` } },
      el('h2', {}, layer.title, ' ', el('span', { class: features.length < all ? 'is-cut' : '', 'data-testid': 'sheet-list-count' }, features.length < all ? say.cut(features.length, all) : say.whole(all))),
      features.length === 0 ? el('p', {}, say.nothing) : el('table', {},
        el('thead', {}, el('tr', {}, ['#', say.columns.ref, say.columns.time, say.columns.what, say.columns.place, say.columns.severity, say.columns.grade].map((title) => el('th', { scope: 'col' }, title)))),
        el('tbody', {}, page.map((f, n) => row(layer, f, i * perPage + n + 1))))));
    return sheet;
  });
}

/** @param {Layer} layer @param {GeoJSON.Feature} feature @param {number} n */
function row(layer, feature, n) {
  const p = feature.properties ?? {};
  const at = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : null;
  return el('tr', {},
    el('td', {}, String(n)),
    el('td', {}, el('bdi', { dir: 'ltr' }, p.ref ?? '')),
    el('td', {}, el('bdi', { dir: 'ltr' }, format.span(p.valid_from, p.valid_to, p.time_precision))),
    el('td', {}, el('div', { class: 'sheet-what' }, markIcon(markOf(layer, p[layer.symbol.property ?? '']), 12), el('span', { dir: 'auto' }, p[layer.titleProperty ?? 'title'] ?? ''))),
    el('td', {}, el('div', { class: 'sheet-clamp' }, p.place_name ? el('span', { dir: 'auto' }, `${p.place_name} `) : null, at ? position(at[1], at[0], 4) : null)),
    el('td', {}, layer.severity ? String(p[layer.severity] ?? '') : ''),
    el('td', {}, `${p.source_reliability ?? ''}${p.info_credibility ?? ''}`));
}
