// What may stand beside the picture: addresses made from the present one. Pure.
// @ts-check
import { fromAddress, toAddress } from '../core/address.js';
import { isDay, previous } from '../core/period.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {'before'|'dates'|'moment'|'unfiltered'|'snapshot'|'kept'} Kind */

export const KINDS = /** @type {Kind[]} */ (['before', 'dates', 'moment', 'unfiltered', 'snapshot', 'kept']);

/** The picture itself, without what belongs to the page. @param {State} state */
export const picture = (state) => toAddress({ ...state, relative: null, selection: null, tool: null, area: null, pin: null, grid: false, snapshot: null, compare: null, wall: null });

/**
 * The address of B.
 *
 * @param {State} state of A
 * @param {Kind} kind
 * @param {{start?: string, end?: string, known?: string|null, snapshot?: string}} chosen
 * @returns {string|null} null when something is missing or wrong
 */
export function otherSide(state, kind, chosen) {
  const { start = '', end = '', known = null, snapshot = '' } = chosen;
  if (kind === 'before') {
    return picture({ ...state, period: previous(state.period) });
  }
  if (kind === 'dates') {
    return isDay(start) && isDay(end) && start <= end ? picture({ ...state, period: { start, end } }) : null;
  }
  if (kind === 'moment') {
    return known ? picture({ ...state, known }) : null;
  }
  if (kind === 'unfiltered') {
    return picture({ ...state, filters: {}, text: '', cql: {} });
  }
  return kind === 'kept' ? picture(state) : snapshot || null;
}

/** What two pictures have as their own: period, moment and how many conditions. @param {string} address */
export function factsOf(address) {
  const { period, known, filters, text, cql } = fromAddress(address) ?? {};
  const conditions = Object.values(filters ?? {}).reduce((n, each) => n + Object.keys(each).length, 0) + (text ? 1 : 0) + Object.values(cql ?? {}).filter((each) => each.trim()).length;
  return { period, known: known ?? null, conditions };
}
