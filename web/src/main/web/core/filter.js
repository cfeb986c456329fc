// From the conditions a person set to CQL2 text for one layer.
// @ts-check
/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {import('./types.js').Condition} Condition */
/** @typedef {import('./types.js').State} State */

import { everywhere } from '../query/everywhere.js';
import { EVERYWHERE } from '../query/tree.js';

/** The code of features whose grouping property is empty. */
export const NO_CODE = '';

const SEARCHED = ['ref', 'title', 'name', 'summary', 'place_name', 'actor1', 'actor2', 'unit', 'purpose'];

/** @param {string} value */
export const literal = (value) => `'${value.replaceAll("'", "''")}'`;

/** @param {string} value text of a LIKE pattern that stands for itself */
const escaped = (value) => value.replace(/[\\%_]/g, '\\$&');

/** @param {string[]} values */
const listed = (values) => values.map(literal).join(', ');

/** A code as CQL2 writes a value of its type. @param {string} code @param {string} [type] of the property */
const written = (code, type) => (type === 'boolean' ? code.toUpperCase() : type === 'integer' || type === 'number' ? String(Number(code)) : literal(code));

/** @param {string} property @param {string[]} codes @param {string} [type] */
function anyOf(property, codes, type) {
  const values = codes.filter((code) => code !== NO_CODE).map((code) => written(code, type)).join(', ');
  const some = type === 'codes' || type === 'texts' ? `A_OVERLAPS(${property}, (${values}))` : `${property} IN (${values})`;
  if (!codes.includes(NO_CODE)) {
    return some;
  }
  return values === '' ? `${property} IS NULL` : `(${property} IS NULL OR ${some})`;
}

/** @param {string} property @param {Condition} condition @param {string} [type] of the property as the layer declares it @returns {string|null} */
export function compileCondition(property, condition, type) {
  if (condition.hide && condition.hide.length > 0) {
    const codes = condition.hide.filter((code) => code !== NO_CODE);
    const noEmpty = condition.hide.includes(NO_CODE);
    if (codes.length === 0) {
      return `${property} IS NOT NULL`;
    }
    const others = `${property} NOT IN (${listed(codes)})`;
    // A comparison with an empty value is neither true nor false: without the second half the
    // features that have no code would vanish with the first click.
    return noEmpty ? `(${property} IS NOT NULL AND ${others})` : `(${property} IS NULL OR ${others})`;
  }
  if (condition.in && condition.in.length > 0) {
    return anyOf(property, condition.in, type);
  }
  if (condition.min !== undefined) {
    return `${property} >= ${Number(condition.min)}`;
  }
  return null;
}

/** @param {Layer} layer @param {string} text @returns {string|null} */
export function compileText(layer, text) {
  const words = text.trim();
  if (words === '') {
    return null;
  }
  const pattern = literal(`%${escaped(words)}%`);
  const names = layer.properties.map((p) => p.name);
  const searched = [...new Set([...SEARCHED, layer.titleProperty ?? ''])].filter((name) => names.includes(name));
  return searched.length === 0
    ? null
    : `(${searched.map((name) => `CASEI(${name}) LIKE CASEI(${pattern})`).join(' OR ')})`;
}

/**
 * @param {Pick<State, 'filters'|'text'|'cql'>} state
 * @param {Layer} layer
 * @param {{withoutSymbol?: boolean, withoutSeverity?: boolean}} [options] withoutSymbol leaves out the codes
 *     switched off in the legend, so that the legend can still count them; withoutSeverity the least severity,
 *     which the map sorts out itself
 * @returns {string|null} CQL2 text, null for no condition
 */
export function compileFilter(state, layer, options = {}) {
  const known = new Set(layer.properties.map((p) => p.name));
  const expert = state.cql[layer.name]?.trim();
  const conditions = Object.entries(state.filters[layer.name] ?? {})
    .filter(([property]) => known.has(property))
    .filter(([property, condition]) => !(options.withoutSymbol && property === layer.symbol.property && condition.hide))
    .filter(([property, condition]) => !(options.withoutSeverity && property === layer.severity && condition.min !== undefined))
    .map(([property, condition]) => compileCondition(property, condition, layer.properties.find((p) => p.name === property)?.type));
  // What a person typed comes first, so that a position in the server's complaint is one in it.
  const parts = [expert ? `(${expert})` : null, ...conditions, isSearched(layer) ? compileText(layer, state.text) : null];
  if (isSearched(layer)) {
    parts.push(everywhere(state.cql[EVERYWHERE] ?? '', layer));
  }
  const stated = parts.filter((part) => part !== null);
  return stated.length === 0 ? null : stated.join(' AND ');
}

/** Searching for events must not take the ground from under them. @param {Layer} layer */
export const isSearched = (layer) => layer.group !== 'reference';
