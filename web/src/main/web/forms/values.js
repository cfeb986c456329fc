// Between what a person types and what the layer declares: one field at a time, pure.
// @ts-check
import { isDay } from '../core/period.js';
/** @typedef {import('../core/types.js').Property} Property */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{value: unknown}|{reason: 'required'|'number'|'whole'|'least'|'most'|'day'|'moment', limit?: number}} Reading a value of null means empty */

/** What a field holds before it is read: text, chosen codes, yes or no, or the rows of a table. @typedef {string|string[]|boolean|Record<string, string>[]} Raw */

/** @param {Property} property @param {Raw} raw @returns {Reading} */
export function readValue(property, raw) {
  if (property.type === 'table') {
    return readRows(property, /** @type {Record<string, string>[]} */ (Array.isArray(raw) ? raw : []));
  }
  if (Array.isArray(raw)) {
    return raw.length === 0 ? empty(property) : { value: raw };
  }
  if (typeof raw === 'boolean') {
    return { value: raw };
  }
  const text = raw.trim();
  if (text === '') {
    return empty(property);
  }
  switch (property.type) {
    case 'integer':
    case 'number':
      return readNumber(property, text);
    case 'boolean':
      return { value: text === 'true' };
    case 'texts': {
      const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
      return { value: lines };
    }
    case 'date':
      return isDay(text) ? { value: text } : { reason: 'day' };
    case 'timestamp': {
      const at = Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
      return Number.isNaN(at) ? { reason: 'moment' } : { value: new Date(at).toISOString() };
    }
    case 'code':
      return { value: property.choices?.find((choice) => choice.label.toLowerCase() === text.toLowerCase())?.code ?? text };
    default:
      return { value: text };
  }
}

/**
 * Rows in which nothing is typed are left out; the first wrong cell is what is wrong with the table.
 *
 * @param {Property} property @param {Record<string, string>[]} rows @returns {Reading}
 */
function readRows(property, rows) {
  const values = [];
  for (const row of rows.filter((each) => Object.values(each).some((cell) => cell.trim() !== ''))) {
    const cells = (property.columns ?? []).map((column) => /** @type {[string, Reading]} */ ([column.name, readValue(column, row[column.name] ?? '')]));
    const wrong = cells.find(([, reading]) => 'reason' in reading);
    if (wrong) {
      return wrong[1];
    }
    values.push(Object.fromEntries(cells.flatMap(([name, reading]) => ('value' in reading && reading.value !== null ? [[name, reading.value]] : []))));
  }
  return values.length === 0 ? empty(property) : { value: values };
}

/** @param {Property} property @returns {Reading} */
const empty = (property) => (property.required ? { reason: 'required' } : { value: null });

/** @param {Property} property @param {string} text @returns {Reading} */
function readNumber(property, text) {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) {
    return { reason: 'number' };
  }
  if (property.type === 'integer' && !Number.isInteger(value)) {
    return { reason: 'whole' };
  }
  if (property.minimum !== null && property.minimum !== undefined && value < property.minimum) {
    return { reason: 'least', limit: property.minimum };
  }
  if (property.maximum !== null && property.maximum !== undefined && value > property.maximum) {
    return { reason: 'most', limit: property.maximum };
  }
  return { value };
}

/** @param {Property} property @param {unknown} value @returns {string} as the field shows it */
export function showValue(property, value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (property.type === 'code' && property.open) {
    return property.choices?.find((choice) => choice.code === value)?.label ?? String(value);
  }
  if (property.type === 'texts' && Array.isArray(value)) {
    return value.join('\n');
  }
  return property.type === 'timestamp' ? String(value).slice(0, 16).replace('T', ' ') : String(value);
}

/**
 * What an edit changes, as a JSON merge patch (RFC 7396): null takes a value away.
 *
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after null for an empty field
 * @returns {Record<string, unknown>}
 */
export function patchOf(before, after) {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null)));
}

/** Without what was left empty. @param {Record<string, unknown>} values */
export const stated = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** A stored value as its field holds it: what a draft keeps and a form is filled with. @param {Property} property @param {unknown} value @returns {Raw} */
export function rawOf(property, value) {
  if (property.type === 'table') {
    const rows = Array.isArray(value) ? value : [];
    return rows.map((row) => Object.fromEntries((property.columns ?? []).map((column) => [column.name, showValue(column, row[column.name])])));
  }
  return property.type === 'codes' && (property.choices ?? []).length > 0 ? (Array.isArray(value) ? value.map(String) : []) : showValue(property, value);
}
