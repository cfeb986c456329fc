// What is under the pointer, in words: one line a thing, a list of several.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { markIcon, markOf } from './marks.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{layer: Layer, id: string, title: string, code: string, start: number|null, geometry: GeoJSON.Geometry|null, radius: number}} Hit start: seconds since 1970; radius: metres */

const MOST_LISTED = 40;

/** @param {Hit} hit */
export function line({ layer, code, title, start }) {
  const property = layer.properties.find((p) => p.name === layer.symbol.property);
  const label = property?.choices?.find((c) => c.code === code)?.label ?? layer.title;
  return el('span', { class: 'hit' }, markIcon(markOf(layer, code)),
    el('span', { class: 'hit-text' },
      el('bdi', { class: 'hit-title' }, title || label),
      el('span', { class: 'hit-sub' }, [label, layer.time !== 'none' && start ? format.day(start * 1000) : ''].filter(Boolean).join(' · '))));
}

/**
 * @param {Hit[]} hits
 * @param {number} count how many there are, of which some may not be among the hits
 * @param {{select: (hit: Hit) => void, hover: (hit: Hit) => void}} actions
 */
export function list(hits, count, { select, hover }) {
  const listed = hits.slice(0, MOST_LISTED);
  return el('div', { 'data-testid': 'several' },
    el('h2', {}, words.map.several(count)),
    el('ul', {}, listed.map((hit) => el('li', {},
      el('button', {
        type: 'button', class: 'list-row',
        onclick: () => select(hit),
        onmouseenter: () => hover(hit),
        onfocus: () => hover(hit),
      }, line(hit))))),
    count > listed.length ? el('p', { class: 'muted' }, words.map.zoomForMore(count - listed.length)) : null);
}
