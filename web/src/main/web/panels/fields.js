// The declared properties of a feature as label and value.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Property} Property */

/** Said elsewhere in the panel: title, summary and grade. */
const ELSEWHERE = new Set(['title', 'name', 'summary', 'source_reliability', 'info_credibility', 'exercise']);

/** @param {Layer} layer @param {string} name @param {unknown} code */
export function labelOf(layer, name, code) {
  const property = layer.properties.find((p) => p.name === name);
  return choiceLabel(property, code);
}

/** @param {Property|undefined} property @param {unknown} code */
function choiceLabel(property, code) {
  return property?.choices?.find((c) => c.code === code)?.label ?? format.unlabelled(String(code));
}

/** @param {Layer} layer @param {Record<string, any>} values */
export function fieldRows(layer, values) {
  const given = layer.properties.filter(({ name }) => {
    const value = values[name];
    return !ELSEWHERE.has(name) && value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  return given.length === 0 ? null : el('section', { class: 'detail-section' },
    el('dl', { class: 'rows' }, given.map((property) => el('div', { class: property.type === 'table' || property.type === 'long-text' ? 'is-wide' : '' },
      el('dt', { title: property.help || null }, property.title), el('dd', {}, isolated(valueNode(property, values[property.name])))))));
}

/** What a person wrote keeps its own direction. @param {import('../core/dom.js').Child} shown */
const isolated = (shown) => (typeof shown === 'string' ? el('bdi', {}, shown) : shown);

/** @param {Property} property @param {any} value @returns {import('../core/dom.js').Child} */
export function valueNode(property, value) {
  switch (property.type) {
    case 'boolean':
      return value ? words.detail.yes : words.detail.no;
    case 'integer':
    case 'number':
      return [format.decimal(Number(value), 3), unitOf(property)].filter(Boolean).join(' ');
    case 'date':
      return format.day(value);
    case 'timestamp':
      return format.moment(value);
    case 'code':
      return choiceLabel(property, value);
    case 'codes':
      return el('span', { class: 'tags' }, [value].flat().map((code) => el('span', { class: 'tag' }, choiceLabel(property, code))));
    case 'texts':
      return [value].flat().join('; ');
    case 'table':
      return table(property, Array.isArray(value) ? value : []);
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** UCUM puts what is counted in braces; the field's name says it already. @param {Property} property */
export const unitOf = (property) => (property.unit ?? '').replace(/\{[^}]*\}/g, '');

/** @param {Property} property @param {Record<string, any>[]} rows */
function table(property, rows) {
  const columns = (property.columns ?? []).filter((c) => rows.some((row) => row[c.name] !== null && row[c.name] !== undefined));
  return el('table', { class: 'small-table' },
    el('thead', {}, el('tr', {}, columns.map((c) => el('th', { scope: 'col' }, c.title)))),
    el('tbody', {}, rows.map((row) => el('tr', {}, columns.map((c) => el('td', {}, row[c.name] === null || row[c.name] === undefined ? words.detail.empty : valueNode(c, row[c.name])))))));
}
