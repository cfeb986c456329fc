// Every condition that narrows the picture, as a chip that can be removed.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { samePeriod } from '../core/period.js';
import { describe as describeNode, relativeName } from '../query/describe.js';
import { layerOf } from '../query/queryables.js';
import { readCql } from '../query/read.js';
import { EVERYWHERE, withNode } from '../query/tree.js';
import { writeCql } from '../query/write.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */

/**
 * @param {Store} store
 * @param {{can: () => boolean, undo: () => void}} [past] what can be taken back
 * @returns {HTMLElement[]}
 */
export function chips(store, past) {
  const { state } = store;
  const list = [];
  const usual = state.mission?.defaultPeriod;
  if (usual && state.relative) {
    list.push(chip(relativeName(state.relative), 'period', () => store.dispatch({ type: 'period/set', period: usual })));
  } else if (usual && !samePeriod(state.period, usual)) {
    list.push(chip(format.shortPeriod(state.period), 'period', () => store.dispatch({ type: 'period/set', period: usual })));
  }
  if (state.text.trim()) {
    list.push(chip(words.filters.textChip(state.text.trim()), 'q', () => store.dispatch({ type: 'text/set', text: '' })));
  }
  list.push(...conditions(store, EVERYWHERE));
  for (const layer of state.catalog) {
    for (const [property, condition] of Object.entries(state.filters[layer.name] ?? {})) {
      const text = describe(layer, property, condition);
      list.push(chip(text, `${layer.name}.${property}`, () => store.dispatch({ type: 'filter/set', layer: layer.name, property, condition: null })));
    }
    list.push(...conditions(store, layer.name));
  }
  if (list.length > 1) {
    list.push(el('button', { type: 'button', class: 'chip-clear', 'data-testid': 'clear-filters', onclick: () => store.dispatch({ type: 'filters/cleared' }) }, words.filters.clearAll));
  }
  if (past?.can()) {
    list.push(el('button', { type: 'button', class: 'chip-undo icon-button', 'aria-label': words.query.undo, title: words.query.undo, 'data-testid': 'undo-filters', onclick: past.undo }, icon('undo', { size: 16 })));
  }
  return list;
}

/** The conditions of the builder, each by itself where all must hold. @param {Store} store @param {string} key */
function conditions(store, key) {
  const { catalog, cql, names } = store.state;
  const text = cql[key]?.trim() ?? '';
  if (text === '') {
    return [];
  }
  const root = readCql(text);
  const layer = layerOf(catalog, key);
  const write = (/** @type {string} */ next) => store.dispatch({ type: 'cql/set', layer: key, text: next });
  const chipOf = (/** @type {import('../query/tree.js').Node} */ node, /** @type {string} */ id, /** @type {() => void} */ remove) =>
    chip(words.query.chip(layer?.title ?? words.query.everywhere, describeNode(node, layer, catalog, names)), id, remove);
  const name = key === EVERYWHERE ? 'all' : key;
  return root.op === 'any' || root.parts.length < 2
    ? [chipOf(root, `${name}.cql`, () => write(''))]
    : root.parts.map((part, i) => chipOf(part, `${name}.cql.${i}`, () => write(writeCql(withNode(root, [i], null)))));
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
