// What stands in a cell of the table, as a node to look at and as text to copy.
// @ts-check
import { markName } from '../core/classification.js';
import { coordinates } from '../core/coordinates.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { markIcon, markOf } from '../map/marks.js';
import { labelOf, valueNode } from '../panels/fields.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./columns.js').Column} Column */

const say = words.linked;

/** @param {Column} column */
export const headOf = ({ id, property }) => property?.title ?? say.columns[id] ?? format.unlabelled(id);

/** @param {Column} column whether its figures stand under each other at the end of the cell */
export const isFigure = ({ property, id }) => property?.type === 'integer' || property?.type === 'number' || id === 'radius_m' || id === 'version';

/** @param {Layer} layer @param {Column} column @param {GeoJSON.Feature} feature @returns {import('../core/dom.js').Child} */
export function cellNode(layer, column, feature) {
  const value = feature.properties?.[column.id];
  const text = cellText(layer, column, feature);
  if (column.id === layer.symbol.property) {
    return el('span', { class: 'cell-mark' }, markIcon(markOf(layer, value)), text || words.detail.empty);
  }
  if (column.id === 'position') {
    const { geometry } = feature;
    if (geometry?.type === 'Point') {
      return position(geometry.coordinates[1], geometry.coordinates[0]);
    }
    return geometry ? text : el('span', { class: 'cell-nowhere' }, text);
  }
  if (column.id === 'when' || column.id === 'recorded_at' || column.property?.type === 'timestamp' || column.property?.type === 'date') {
    return el('bdi', {}, text);
  }
  return text === '' ? el('span', { class: 'muted' }, words.detail.empty) : el('bdi', {}, text);
}

/** @param {Layer} layer @param {Column} column @param {GeoJSON.Feature} feature @returns {string} empty for what is not known */
export function cellText(layer, column, feature) {
  const values = feature.properties ?? {};
  const value = values[column.id];
  switch (column.id) {
    case 'when': return format.span(values.valid_from, values.valid_to, values.time_precision);
    case 'position': return positionText(feature.geometry);
    case 'location_class': return words.locationClass[value] ?? value ?? '';
    case 'radius_m': return value > 0 ? format.distance(value) : '';
    case 'recorded_at': return value ? format.moment(value) : '';
    default: break;
  }
  if (value === null || value === undefined || value === '') {
    return '';
  }
  if (!column.property) {
    return column.id === 'classification' ? markName(String(value)) : String(value);
  }
  if (column.property.type === 'codes') {
    return [value].flat().map((code) => labelOf(layer, column.id, code)).join(', ');
  }
  return String(valueNode(column.property, value));
}

/** @param {GeoJSON.Geometry|null} geometry */
function positionText(geometry) {
  if (!geometry) {
    return words.detail.noPosition;
  }
  return geometry.type === 'Point' ? coordinates(geometry.coordinates[1], geometry.coordinates[0]) : say.geometries[geometry.type] ?? geometry.type;
}
