// A process as the server describes it, and the form for its parameters. OGC API – Processes.
// @ts-check
import { el } from '../core/dom.js';

/** @typedef {{type?: string, default?: any, minimum?: number, maximum?: number, enum?: string[], 'x-unit'?: string, 'x-labels'?: Record<string, string>}} Schema */
/** @typedef {{id: string, title: string, description: string, inputs: Record<string, {title: string, description: string, schema: Schema}>}} Process */

/** What selects the events comes from the picture, not from a form. */
const SELECTION = new Set(['layer', 'datetime', 'filter', 'area', 'bbox', 'as-known-at']);

/**
 * @param {Process} process
 * @returns {{node: HTMLElement, read: () => Record<string, unknown>|null, set: (name: string, value: number) => void, get: (name: string) => number}}
 *     read gives null when a value is not possible; the browser then points at it
 */
export function parameterForm(process) {
  const fields = Object.entries(process.inputs).filter(([name]) => !SELECTION.has(name)).map(([name, input]) => ({ name, input, control: control(name, input.schema) }));
  const form = el('form', { class: 'form', onsubmit: (/** @type {Event} */ e) => e.preventDefault() }, fields.map(({ name, input, control: c }) =>
    (input.schema.type === 'boolean'
      ? el('div', { class: 'field' }, el('label', { class: 'check' }, c, ' ', input.title), el('p', { class: 'field-help' }, input.description))
      : el('div', { class: 'field' }, el('label', { for: `parameter-${name}` }, input.title, input.schema['x-unit'] && input.schema['x-unit'] !== '1' ? ` (${input.schema['x-unit']})` : ''), c,
        el('p', { class: 'field-help' }, input.description)))));
  const inputOf = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (fields.find((f) => f.name === name)?.control);
  return {
    node: form,
    read: () => (form.reportValidity() ? Object.fromEntries(fields.map(({ name, input, control: c }) => [name, valueOf(c, input.schema)])) : null),
    set(name, value) { inputOf(name).value = String(value); },
    get: (name) => Number(inputOf(name)?.value),
  };
}

/** @param {string} name @param {Schema} schema */
function control(name, schema) {
  const common = { id: `parameter-${name}`, 'data-testid': `parameter-${name}` };
  if (schema.enum) {
    return el('select', common, schema.enum.map((code) => el('option', { value: code, selected: code === schema.default }, schema['x-labels']?.[code] ?? code)));
  }
  if (schema.type === 'boolean') {
    return el('input', { ...common, type: 'checkbox', checked: schema.default === true });
  }
  return el('input', { ...common, type: 'number', value: String(schema.default ?? ''), min: schema.minimum ?? null, max: schema.maximum ?? null, step: schema.type === 'integer' ? '1' : 'any', required: true });
}

/** @param {HTMLInputElement|HTMLSelectElement} c @param {Schema} schema */
function valueOf(c, schema) {
  return c instanceof HTMLInputElement && schema.type === 'boolean' ? c.checked : schema.enum ? c.value : Number(c.value);
}
