// Every condition that narrows the picture, as a chip that can be removed.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */

/** @param {Store} store @returns {HTMLElement[]} */
export function chips(store) {
  const { state } = store;
  const list = [];
  const usual = state.mission?.defaultPeriod;
  if (usual && (state.period.start !== usual.start || state.period.end !== usual.end)) {
    list.push(chip(format.shortPeriod(state.period), 'period', () => store.dispatch({ type: 'period/set', period: usual })));
  }
  if (state.text.trim()) {
    list.push(chip(words.filters.textChip(state.text.trim()), 'q', () => store.dispatch({ type: 'text/set', text: '' })));
  }
  for (const layer of state.catalog) {
    for (const [property, condition] of Object.entries(state.filters[layer.name] ?? {})) {
      const text = describe(layer, property, condition);
      list.push(chip(text, `${layer.name}.${property}`, () => store.dispatch({ type: 'filter/set', layer: layer.name, property, condition: null })));
    }
    if (state.cql[layer.name]?.trim()) {
      list.push(chip(state.cql[layer.name].trim(), `${layer.name}.cql`, () => store.dispatch({ type: 'cql/set', layer: layer.name, text: '' })));
    }
  }
  if (list.length > 1) {
    list.push(el('button', { type: 'button', class: 'chip-clear', 'data-testid': 'clear-filters', onclick: () => store.dispatch({ type: 'filters/cleared' }) }, words.filters.clearAll));
  }
  return list;
}

/** @param {Layer} layer @param {string} name @param {import('../core/types.js').Condition} condition */
function describe(layer, name, condition) {
  const property = layer.properties.find((p) => p.name === name);
  const title = property?.title ?? name;
  if (condition.hide) {
    return words.filters.hidden(layer.title, condition.hide.length);
  }
  if (condition.min !== undefined) {
    return name === layer.severity ? words.filters.severityChip(condition.min) : `${title} ≥ ${condition.min}`;
  }
  const labels = (condition.in ?? []).map((code) => property?.choices?.find((c) => c.code === code)?.label ?? code);
  return `${title}: ${labels.length > 2 ? `${labels.slice(0, 2).join(', ')} +${labels.length - 2}` : labels.join(', ')}`;
}

/** @param {string} text @param {string} id @param {() => void} remove */
function chip(text, id, remove) {
  return el('span', { class: 'chip', 'data-testid': `chip-${id}` },
    el('span', { class: 'chip-text', title: text }, text),
    el('button', { type: 'button', 'aria-label': words.filters.remove(text), title: words.filters.remove(text), onclick: remove }, icon('close', { size: 14 })));
}
