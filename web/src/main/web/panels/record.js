// What the record of a feature says of itself: when and where, how sure, from whom.
// @ts-check
import { markName } from '../core/classification.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { words } from '../words/words.js';
import { gradeNode } from './grade.js';

/** @param {Record<string, any>} values */
export function gradeSection(values) {
  const node = gradeNode(values);
  return node && el('section', { class: 'detail-section' }, el('h4', {}, words.detail.source), node);
}

/** @param {GeoJSON.Feature} feature */
export function whenWhere(feature) {
  const values = feature.properties ?? {};
  const at = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : null;
  return rows('', [
    [words.detail.time, format.span(values.valid_from, values.valid_to, values.time_precision)],
    [words.detail.timePrecision, words.timePrecision[values.time_precision] ?? values.time_precision],
    [words.detail.position, at ? el('bdi', { dir: 'ltr', 'data-testid': 'detail-position' }, position(at[1], at[0])) : feature.geometry ? null : words.detail.noPosition],
    [words.detail.precision, [words.locationClass[values.location_class] ?? values.location_class, values.radius_m > 0 ? words.detail.within(format.distance(values.radius_m)) : null].filter(Boolean).join(', ')],
  ]);
}

/** @param {Record<string, any>} values */
export function sourceRows(values) {
  return rows(words.detail.record, [
    [words.detail.sourceSystem, values.source_system],
    [words.detail.sourceId, values.source_id ? el('bdi', {}, String(values.source_id)) : null],
    [words.detail.recorded, values.recorded_at ? format.moment(values.recorded_at) : null],
    [words.detail.version, values.version],
    [words.detail.classification, values.classification ? markName(values.classification) : null],
  ]);
}

/** @param {GeoJSON.Feature} feature */
export function originalRecord(feature) {
  const original = feature.properties?.original ?? feature.properties?.provenance?.original ?? /** @type {any} */ (feature).provenance?.original;
  const entries = original && typeof original === 'object' ? Object.entries(original) : [];
  return entries.length === 0 ? null : el('details', { class: 'original', 'data-testid': 'original' },
    el('summary', {}, words.detail.original(entries.length)),
    el('dl', { class: 'rows tight' }, entries.map(([key, value]) => el('div', {}, el('dt', {}, el('bdi', {}, key)), el('dd', {}, el('bdi', {}, String(value ?? '')))))));
}

/** @param {string} title @param {[string, import('../core/dom.js').Child][]} list */
function rows(title, list) {
  const given = list.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? null : el('section', { class: 'detail-section' },
    title ? el('h4', {}, title) : null,
    el('dl', { class: 'rows' }, given.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value)))));
}
