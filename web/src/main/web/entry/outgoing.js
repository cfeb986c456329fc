// From what stands in the form to what is sent. Pure.
// @ts-check
import { patchOf, stated } from '../forms/values.js';
import { located } from './place.js';
/** @typedef {{valid_from: string, valid_to: string|null, time_precision: string}} When */
/**
 * @typedef {object} Parts
 * @property {import('./task.js').Task} task
 * @property {{tag: string, values: Record<string, any>}|null} base
 * @property {Record<string, unknown>} values
 * @property {import('./place.js').Place|null} place null when it is not edited here
 * @property {boolean} isPlaceKept
 * @property {When|null} time
 * @property {boolean} isTimeKept
 * @property {import('./marking.js').Marks|null} marks
 */

/** @param {Parts} parts @returns {{geometry: GeoJSON.Geometry|null, properties: Record<string, unknown>}} */
export function newFeature({ task, values, place, time, marks }) {
  const { geometry, properties } = place ? located(place) : { geometry: null, properties: {} };
  return {
    geometry,
    properties: {
      ...stated(values), ...stated(task.alsoSent), ...stated(properties), ...stated({ ...time }),
      ...(marks ? { classification: marks.classification, ...(marks.compartments.length > 0 ? { compartments: marks.compartments } : {}) } : {}),
    },
  };
}

/** Every field of an edited feature; what was not touched stays as it was, with all its digits. @param {Parts} parts @returns {Record<string, any>} */
export function valuesOf({ base, values, place, isPlaceKept, time, isTimeKept }) {
  const before = base?.values ?? {};
  const spot = place && !isPlaceKept ? located(place) : null;
  return {
    ...values,
    ...(isTimeKept || !time ? kept(before, ['valid_from', 'valid_to', 'time_precision']) : { ...time, valid_to: time.valid_to ?? moved(before, time.valid_from) }),
    ...(spot ? { ...spot.properties, geometry: spot.geometry } : kept(before, ['location_class', 'radius_m', 'geometry'])),
  };
}

/** @param {Record<string, any>} values @param {string[]} names */
const kept = (values, names) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

/** What took three hours still takes three hours when its beginning is corrected. @param {Record<string, any>} before @param {string} from */
function moved(before, from) {
  const lasts = before.time_precision === 'EXACT_MINUTE' && before.valid_to ? Date.parse(before.valid_to) - Date.parse(before.valid_from) : 0;
  return lasts > 0 ? new Date(Date.parse(from) + lasts).toISOString() : null;
}

/** @param {Record<string, any>} before @param {Record<string, any>} after @returns {{geometry?: GeoJSON.Geometry|null, properties: Record<string, unknown>}|null} JSON merge patch; null when nothing changes */
export function patchFrom(before, after) {
  const { geometry, ...properties } = patchOf(before, after);
  const isMoved = 'geometry' in patchOf(before, after);
  return !isMoved && Object.keys(properties).length === 0 ? null : { ...(isMoved ? { geometry: /** @type {GeoJSON.Geometry|null} */ (geometry) } : {}), properties };
}
