// A form made from a layer's declaration: the same declaration that the server checks by.
// @ts-check
import { el } from '../core/dom.js';
import { dayInput, momentInput } from '../core/time-input.js';
import { words } from '../words/words.js';
import { tableControl } from './table.js';
import { unitOf } from '../panels/fields.js';
import { rawOf, readValue } from './values.js';
/** @typedef {import('../core/types.js').Property} Property */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./values.js').Raw} Raw */
/** @typedef {{input: HTMLElement, raw: () => Raw, put: (raw: Raw) => void, node?: HTMLElement, group?: HTMLElement}} Control node: around the input; put fills the field with what raw gave */

/**
 * @typedef {object} LayerForm
 * @property {HTMLElement} node
 * @property {() => Record<string, unknown>|null} read null, and points at the first wrong field, when something is wrong
 * @property {(errors: {field?: string|null, what?: string, fix?: string}[]) => boolean} refuse shows what the server found; false when something of it has no field here
 * @property {() => Record<string, unknown>} values what can be read so far, without a word about the rest
 * @property {() => Record<string, Raw>} raws what the fields hold, read or not
 * @property {(raws: Record<string, Raw>) => void} put fills fields; those not named stay
 */

const say = words.form;
let forms = 0;

/**
 * @param {Layer} layer
 * @param {{first: string[], hidden?: string[], filled?: string[], values?: Record<string, unknown>}} options first: fields shown
 *     at once, in this order, with all that are required; the others wait under "More fields", also those that the page has
 *     filled; hidden: set by the page, not by the person
 * @returns {LayerForm}
 */
export function layerForm(layer, { first, hidden = [], filled = [], values = {} }) {
  const id = `form-${++forms}`;
  const shown = layer.properties.filter((property) => !hidden.includes(property.name));
  const fields = shown.map((property) => field(property, values[property.name], `${id}-${property.name}`));
  const byName = new Map(fields.map((f) => [f.property.name, f]));
  const atOnce = [...first.map((name) => byName.get(name)).filter((f) => f !== undefined), ...fields.filter((f) => f.property.required && ![...first, ...filled].includes(f.property.name))];
  const later = fields.filter((f) => !atOnce.includes(f));
  const more = el('details', { class: 'choices' }, el('summary', {}, say.more(later.length)), later.map((f) => f.node));
  const node = el('div', { class: 'form' }, atOnce.map((f) => f.node), later.length > 0 ? more : null);

  /** @param {ReturnType<typeof field>} wrong */
  function pointAt(wrong) {
    more.open ||= later.includes(wrong);
    wrong.input.focus();
  }

  return {
    node,
    read() {
      const readings = fields.map((f) => ({ f, reading: readValue(f.property, f.raw()) }));
      readings.forEach(({ f, reading }) => f.complain('reason' in reading ? say.wrong[reading.reason](reading.limit) : ''));
      const wrong = readings.find(({ reading }) => 'reason' in reading);
      if (wrong) {
        pointAt(wrong.f);
        return null;
      }
      return Object.fromEntries(readings.map(({ f, reading }) => [f.property.name, 'value' in reading ? reading.value : null]));
    },
    refuse(errors) {
      const known = errors.flatMap((error) => {
        const f = byName.get((error.field ?? '').replace(/^properties\./, ''));
        f?.complain([error.what, error.fix].filter(Boolean).join('. '));
        return f ? [f] : [];
      });
      if (known.length > 0) {
        pointAt(known[0]);
      }
      return known.length === errors.length && errors.length > 0;
    },
    values: () => Object.fromEntries(fields.flatMap((f) => {
      const reading = readValue(f.property, f.raw());
      return 'value' in reading && reading.value !== null ? [[f.property.name, reading.value]] : [];
    })),
    raws: () => Object.fromEntries(fields.map((f) => [f.property.name, f.raw()])),
    put(raws) {
      for (const [name, raw] of Object.entries(raws)) {
        byName.get(name)?.put(raw);
      }
    },
  };
}

/** @param {Property} property @param {unknown} value @param {string} id */
function field(property, value, id) {
  const problem = el('p', { class: 'field-problem', id: `${id}-problem`, role: 'alert' });
  const common = { id, 'data-testid': `field-${property.name}`, 'aria-describedby': `${id}-problem`, required: property.required };
  const { input, raw, put, group, node: around = input } = control(property, value, common);
  const label = [property.title, unitOf(property) ? ` (${unitOf(property)})` : '', property.required ? el('span', { class: 'required', title: say.required }, ' *') : null];
  const help = property.help ? el('p', { class: 'field-help' }, property.help) : null;
  const node = group
    ? el('fieldset', { class: 'field' }, el('legend', {}, label), group, help, problem)
    : el('div', { class: 'field' }, el('label', { for: id }, label), around, help, problem);
  return {
    property, node, input, raw, put,
    /** @param {string} text */
    complain(text) {
      problem.textContent = text;
      input.setAttribute('aria-invalid', String(text !== ''));
    },
  };
}

/**
 * @param {Property} property
 * @param {unknown} value
 * @param {Record<string, any>} common
 * @returns {Control}
 */
function control(property, value, common) {
  if (property.type === 'table') {
    return tableControl(property, value, common);
  }
  const choices = property.choices ?? [];
  const made = property.type === 'codes' && choices.length > 0 ? checkList(choices, common)
    : (property.type === 'code' && !property.open && choices.length > 0) || property.type === 'boolean' ? selection(property, choices, common) : typed(property, choices, common);
  made.put(rawOf(property, value));
  return made;
}

/** @param {import('../core/types.js').Choice[]} choices @param {Record<string, any>} common @returns {Control} */
function checkList(choices, common) {
  const boxes = choices.map((choice, i) => el('input', { type: 'checkbox', value: choice.code, id: i === 0 ? common.id : null }));
  return { input: boxes[0], raw: () => boxes.filter((box) => box.checked).map((box) => box.value),
    put: (raw) => boxes.forEach((box) => { box.checked = /** @type {string[]} */ (raw).includes(box.value); }),
    group: el('div', { class: 'check-list', 'data-testid': common['data-testid'] }, choices.map((choice, i) => el('label', {}, boxes[i], ' ', choice.label))) };
}

/** @param {Property} property @param {import('../core/types.js').Choice[]} choices @param {Record<string, any>} common @returns {Control} */
function selection(property, choices, common) {
  const options = property.type === 'boolean' ? [{ code: 'true', label: words.detail.yes }, { code: 'false', label: words.detail.no }] : choices;
  const graded = /_(reliability|credibility)$/.test(property.name);
  const select = el('select', common, el('option', { value: '' }, say.none), options.map((choice) => el('option', { value: choice.code }, graded ? `${choice.code} · ${choice.label}` : choice.label)));
  return { input: select, raw: () => select.value, put: (raw) => { select.value = String(raw); } };
}

/** @param {Property} property @param {import('../core/types.js').Choice[]} choices @param {Record<string, any>} common @returns {Control} */
function typed(property, choices, common) {
  if (property.type === 'long-text' || property.type === 'texts') {
    const area = el('textarea', { ...common, rows: '3' });
    return { input: area, raw: () => area.value, put: (raw) => { area.value = String(raw); } };
  }
  if (property.type === 'date' || property.type === 'timestamp') {
    const { node, input } = (property.type === 'date' ? dayInput : momentInput)(common);
    return { input, node, raw: () => input.value, put: (raw) => { input.value = String(raw); } };
  }
  const type = { integer: 'number', number: 'number' }[property.type] ?? 'text';
  const list = choices.length > 0 ? el('datalist', { id: `${common.id}-list` }, choices.map((choice) => el('option', { value: choice.label }))) : null;
  const input = el('input', { ...common, type, step: property.type === 'number' ? 'any' : null, min: property.minimum ?? null, max: property.maximum ?? null,
    list: list ? `${common.id}-list` : null, autocomplete: 'off' });
  const put = (/** @type {Raw} */ raw) => { input.value = String(raw); };
  return list ? { input, raw: () => input.value, put, group: el('div', {}, input, list) } : { input, raw: () => input.value, put };
}
