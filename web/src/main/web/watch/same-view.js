// Whether two addresses show the same: layers, conditions, period. Where one looks does not matter. Pure.
// @ts-check
import { fromAddress } from '../core/address.js';

/** @param {string} address @returns {string} what it shows, comparable as text; empty when it is no address */
function shownBy(address) {
  const shared = fromAddress(address);
  if (!shared) {
    return '';
  }
  const { period, shown, filters, text, cql } = shared;
  const sorted = (/** @type {Record<string, any>} */ value) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([period, [...(shown ?? [])].sort(), sorted(filters ?? {}).map(([layer, conditions]) => [layer, sorted(conditions)]), text, sorted(cql ?? {})]);
}

/** @param {string} one @param {string} other */
export const sameView = (one, other) => shownBy(one) === shownBy(other);
