// What was found by a name, as it is offered: lines of one name are one road or river, everything else stands for itself. Pure.
// @ts-check
import { locale } from '../core/language.js';
/** @typedef {'point'|'line'|'area'} Kind */
/** @typedef {{title: string, layer: string, id: string, name: string, kind: Kind, stretches: number, usualKm: number}} Choice name: by which what is near it is asked for, the title of a line, else the id */

/** Usual distances in kilometres: about a base, along a road, around an area. */
const USUAL_KM = { point: 10, line: 2, area: 0 };

/** @param {string} type of a GeoJSON geometry @returns {Kind} */
const kindOf = (type) => (/Polygon$/.test(type) ? 'area' : /LineString$/.test(type) ? 'line' : 'point');

/**
 * @param {Pick<import('../core/types.js').Layer, 'name'|'titleProperty'>} layer
 * @param {any[]} features GeoJSON
 * @returns {Choice[]} in the order of their titles: R2 before R10
 */
export function choicesOf({ name: layer, titleProperty }, features) {
  /** @type {Map<string, Choice>} */
  const choices = new Map();
  for (const { id: number, geometry, properties } of features) {
    if (!geometry) {
      continue;
    }
    const id = String(number);
    const named = properties[titleProperty ?? ''];
    const kind = kindOf(geometry.type);
    // A name of one line is that of all its stretches; many villages have the same.
    const name = kind === 'line' && named ? String(named) : id;
    const before = choices.get(name);
    choices.set(name, { title: String(named ?? id), layer, id, name, kind, stretches: (before?.stretches ?? 0) + 1, usualKm: USUAL_KM[kind] });
  }
  return [...choices.values()].sort((a, b) => a.title.localeCompare(b.title, locale, { numeric: true }));
}
