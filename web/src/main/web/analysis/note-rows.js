// What the method note says, as rows. Pure.
// @ts-check
import { words as say } from '../words/analysis.js';
import { numberText, titled, unitText, valueText } from './properties.js';
/** @typedef {import('./execution.js').Result} Result */
/** @typedef {import('./process.js').Process} Process */

/** Of the diagnostics, what has a place of its own in the note, or is drawn. */
const TOLD = new Set(['n', 'used', 'dropped', 'parameters', 'reasons', 'caveats', 'method', 'process', 'version', 'inputs', 'dataAsOf', 'kDistance', 'kDistancePoints', 'groups', 'job']);
const MOST_VALUES = 12;

/** @param {Result} result @param {Process|null} process @returns {{title: string, value: string, why: string}[]} every setting the method ran with */
export function settingsOf({ diagnostics: { parameters, reasons } }, process) {
  return Object.entries(parameters).map(([name, value]) => {
    const input = process?.inputs[name];
    const unit = unitText(input?.schema['x-unit']);
    const text = typeof value === 'string' ? input?.schema['x-labels']?.[value] ?? value : plain(name, value);
    return { title: input?.title ?? titled(name).title, value: unit && typeof value === 'number' ? `${numberText(value)} ${unit}` : text, why: reasons?.[name] ?? say.given };
  });
}

/** @param {Result} result @returns {[string, string][]} what the method reports of its own firmness */
export const figuresOf = ({ diagnostics }) => Object.entries(diagnostics)
  .filter(([name]) => !TOLD.has(name))
  .map(([name, value]) => /** @type {[string, string]} */ ([titled(name).title, plain(name, value)]))
  .filter(([, text]) => text !== '');

/** @param {string} name @param {any} value @returns {string} empty for what is too much for a line */
function plain(name, value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.length > MOST_VALUES ? '' : value.map((each) => plain(name, each)).filter(Boolean).join(', ');
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length > MOST_VALUES ? '' : entries.map(([key, each]) => `${titled(key).title} ${plain(key, each)}`).join('; ');
  }
  return typeof value === 'number' ? valueText(name, value) : valueText(name, value) || String(value);
}

/** What was selected, as a person reads it. @param {Result} result @param {string} layer title @returns {string} */
export function selectionText({ diagnostics: { inputs } }, layer) {
  const where = inputs.area ? (typeof inputs.area === 'string' ? inputs.area : JSON.stringify(inputs.area)) : inputs.bbox ? `box ${[inputs.bbox.bbox ?? inputs.bbox].flat().map((/** @type {number} */ n) => Number(n).toFixed(4)).join(', ')}` : '';
  const filter = typeof inputs.filter === 'object' ? JSON.stringify(inputs.filter) : inputs.filter;
  return [layer, inputs.datetime, filter, where, inputs['as-known-at'] ? `as known at ${inputs['as-known-at']}` : ''].filter(Boolean).join(' · ');
}

/** @param {Result} result */
export const seedText = ({ diagnostics: { parameters } }) => (typeof parameters.seed === 'number' ? say.noteSeed(parameters.seed) : say.noteNoSeed);
