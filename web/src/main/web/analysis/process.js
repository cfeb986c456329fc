// A process as the server describes it, and the form for its parameters. OGC API – Processes.
// @ts-check
import { el } from '../core/dom.js';
import { momentInput } from '../core/time-input.js';
import { words as say } from '../words/analysis.js';
import { unitText } from './properties.js';

/** @typedef {{type?: string, format?: string, default?: any, minimum?: number, maximum?: number, enum?: string[], items?: object, 'x-unit'?: string, 'x-labels'?: Record<string, string>}} Schema */
/** @typedef {{title: string, description: string, schema: Schema, minOccurs?: number, lang?: 'en'}} Input lang: when that is not the language of the page */
/** @typedef {{id: string, title: string, description: string, version: string, inputs: Record<string, Input>, lang?: 'en'}} Process */
/** @typedef {{id: string, title: string, description: string, jobControlOptions?: string[], lang?: 'en'}} Summary */

/** What selects the events comes from the picture, not from a form. */
const SELECTION = new Set(['layer', 'datetime', 'filter', 'area', 'bbox', 'as-known-at']);
/** More than these wait to be unfolded. */
const AT_ONCE = 4;
/** Technical: asked last, however they are declared. */
const LATE = new Set(['seed', 'draws']);

/** The processes by the question they answer; `echo` answers none. @param {Summary[]} processes @returns {[string, Summary[]][]} */
export function byQuestion(processes) {
  const questions = say.questions;
  const other = questions.length - 1;
  const placeOf = (/** @type {string} */ id) => { const at = questions.findIndex(([, ids]) => ids.includes(id)); return at < 0 ? other : at; };
  return questions.map(([question, ids], i) => /** @type {[string, Summary[]]} */ ([question, processes
    .filter(({ id }) => id !== 'echo' && placeOf(id) === i)
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))])).filter(([, found]) => found.length > 0);
}

/**
 * @param {Process} process
 * @param {Record<string, string>} titles of layers by name
 * @param {Record<string, unknown>} [values] to begin with
 * @returns {{node: HTMLElement, read: () => Record<string, unknown>|null, set: (name: string, value: number) => void}}
 *     read gives null when a value is not possible; the browser then points at it. What is left to be chosen from the data is absent.
 */
export function parameterForm(process, titles, values = {}) {
  const fields = Object.entries(process.inputs).filter(([name]) => !SELECTION.has(name)).map(([name, input]) => ({ name, input, control: control(name, input, titles, values[name]) }));
  const [first, later] = divided(fields);
  const more = later.length === 0 ? null : el('details', { class: 'choices', 'data-testid': 'analysis-more' }, el('summary', {}, say.more(later.length)), later.map(field));
  const form = el('form', { class: 'form', onsubmit: (/** @type {Event} */ e) => e.preventDefault() }, first.map(field), more);
  return {
    node: form,
    read() {
      const wrong = later.find(({ control: c }) => !c.checkValidity());
      if (wrong && more) {
        more.open = true;
      }
      return form.reportValidity() ? Object.fromEntries(fields.flatMap(({ name, input, control: c }) => { const value = valueOf(c, input.schema); return value === undefined ? [] : [[name, value]]; })) : null;
    },
    set(name, value) {
      const found = fields.find((f) => f.name === name)?.control;
      if (found) {
        found.value = String(value);
      }
    },
  };
}

/** @template {{name: string, input: Input}} F @param {F[]} fields @returns {[F[], F[]]} what is asked at once, and the rest */
function divided(fields) {
  const usual = fields.filter((f) => !LATE.has(f.name));
  const first = usual.filter((f, i) => i < AT_ONCE || (f.input.minOccurs ?? 0) > 0);
  return fields.length <= AT_ONCE + 1 ? [fields, []] : [first, fields.filter((f) => !first.includes(f))];
}

/** What says to readers of screens, and to the direction of lines, that a text stayed English. @param {{lang?: 'en'|null}} text */
export const spoken = ({ lang }) => (lang ? { lang, dir: 'ltr' } : {});

/** @param {{name: string, input: Input, control: HTMLInputElement|HTMLSelectElement}} one */
function field({ name, input, control: c }) {
  const unit = unitText(input.schema['x-unit']);
  c.setAttribute('aria-describedby', `parameter-${name}-help`);
  const help = el('p', { class: 'field-help', id: `parameter-${name}-help` }, input.description);
  return input.schema.type === 'boolean'
    ? el('div', { class: 'field', ...spoken(input) }, el('label', { class: 'check' }, c, ' ', input.title), help)
    : el('div', { class: 'field', ...spoken(input) }, el('label', { for: `parameter-${name}` }, input.title, unit ? ` (${unit})` : ''), c.closest('.time-input') ?? c, help);
}

/** @param {string} name @param {Input} input @param {Record<string, string>} titles @param {unknown} value */
function control(name, { schema, minOccurs = 0 }, titles, value) {
  const common = { id: `parameter-${name}`, 'data-testid': `parameter-${name}` };
  const shown = value ?? schema.default;
  if (schema.enum) {
    const labels = schema['x-labels'];
    const none = schema.default === undefined && minOccurs === 0 ? el('option', { value: '' }, labels ? say.fromData : say.noLayer) : null;
    return el('select', { ...common, required: minOccurs > 0 }, none, schema.enum.map((code) => el('option', { value: code, selected: code === shown }, labels?.[code] ?? titles[code] ?? code)));
  }
  if (schema.type === 'boolean') {
    return el('input', { ...common, type: 'checkbox', checked: shown === true });
  }
  const open = schema.default === undefined;
  const text = Array.isArray(shown) ? shown.join(', ') : String(shown ?? '');
  if (schema.format === 'date-time') {
    return momentInput({ ...common, value: text.slice(0, 16).replace('T', ' '), required: !open || minOccurs > 0 }).input;
  }
  return schema.type === 'number' || schema.type === 'integer'
    ? el('input', { ...common, type: 'number', value: text, min: schema.minimum ?? null, max: schema.maximum ?? null, step: schema.type === 'integer' ? '1' : 'any', required: !open, placeholder: open ? say.fromData : null })
    : el('input', { ...common, type: 'text', value: text, autocomplete: 'off', required: !open || minOccurs > 0, placeholder: open ? say.fromData : null });
}

/** @param {HTMLInputElement|HTMLSelectElement} c @param {Schema} schema @returns {unknown} undefined when nothing is given */
function valueOf(c, schema) {
  if (c instanceof HTMLInputElement && schema.type === 'boolean') {
    return c.checked;
  }
  const text = c.value.trim();
  if (text === '') {
    return undefined;
  }
  if (schema.type === 'array') {
    return text.split(/[,;\s]+/).map(Number);
  }
  if (schema.format === 'date-time') {
    return `${(text.length === 16 ? `${text}:00` : text).replace(' ', 'T')}Z`;
  }
  return schema.type === 'number' || schema.type === 'integer' ? Number(text) : text;
}
