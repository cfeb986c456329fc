// What a form is opened for: something new, an edit, or a report that corrects another. Pure.
// @ts-check
import { defaultsOf } from './kinds.js';
import { usualMarks } from './marking.js';
import { momentText } from '../core/moment.js';
import { NOWHERE, placeOf } from './place.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../forms/features.js').Found} Found */
/**
 * @typedef {object} Task
 * @property {'new'|'edit'|'correct'} mode
 * @property {string} name of its draft
 * @property {string} title
 * @property {Layer} layer
 * @property {Record<string, any>} values what the fields start with
 * @property {Record<string, any>} alsoSent what is sent and never asked
 * @property {import('./place.js').Place|null} place null when its geometry is not edited here
 * @property {{text: string, precision: string}} time
 * @property {import('./marking.js').Marks} marks
 * @property {{tag: string, values: Record<string, any>}|null} base what an edit starts from, geometry and common attributes among its values
 * @property {Found|null} of the feature that is edited or corrected
 */

/** @param {Layer} layer @param {boolean} exercise @param {Date} now @returns {Task} */
export function fresh(layer, exercise, now) {
  const { exercise: isExercise, ...values } = defaultsOf(layer, now, exercise);
  return {
    mode: 'new', name: layer.name, title: '', layer, values, alsoSent: isExercise === undefined ? {} : { exercise: isExercise }, place: NOWHERE,
    time: { text: momentText(now), precision: '' }, marks: usualMarks(layer), base: null, of: null,
  };
}

/** @param {Layer} layer @param {Found} found @returns {Task} */
export function edit(layer, found) {
  const { properties, geometry } = found;
  return {
    mode: 'edit', name: `${layer.name}.edit.${found.id}`, title: titleOf(layer, found), layer, values: properties, alsoSent: {},
    place: geometry === null || geometry.type === 'Point' ? placeOf(geometry, properties) : null,
    time: timeOf(properties), marks: marksOf(properties), base: { tag: found.tag, values: { ...properties, geometry } }, of: found,
  };
}

/** What is its own of a report — number, time of receipt, channel — is not taken over. @param {Layer} layer @param {Found} found @param {boolean} exercise @param {Date} now @returns {Task} */
export function correction(layer, found, exercise, now) {
  const task = fresh(layer, exercise, now);
  const { properties } = found;
  return {
    ...task, mode: 'correct', name: `${layer.name}.correct.${found.id}`, title: titleOf(layer, found),
    values: { ...properties, ref: null, ...task.values, corrects: properties.ref ?? null },
    place: placeOf(found.geometry, properties), time: timeOf(properties), marks: marksOf(properties), of: found,
  };
}

/** @param {Layer} layer @param {Found} found */
const titleOf = (layer, { id, properties }) => String((layer.titleProperty && properties[layer.titleProperty]) || properties.ref || id);

/** @param {Record<string, any>} values */
const timeOf = (values) => ({ text: values.valid_from ? momentText(new Date(values.valid_from)) : '', precision: values.time_precision ?? 'EXACT_MINUTE' });

/** @param {Record<string, any>} values */
export const marksOf = (values) => ({ classification: values.classification ?? 'UNCLASSIFIED', compartments: values.compartments ?? [] });
