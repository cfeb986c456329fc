// What the values of a property, of days and of months are called.
// @ts-check
import * as format from '../core/format.js';
import { locale } from '../core/language.js';
import { zoneName } from '../core/zone.js';
import { words } from '../words/words.js';
import { isClock } from './clock.js';
/** @typedef {import('../core/types.js').Layer} Layer */

const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
const monthOfYear = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** Parts of time that the server counts by as it does by properties. */
export const TIME_PARTS = ['month', 'weekday', 'hour'];

/** @param {Layer} layer @param {string} name of a property or a part of time @param {string} [zone] by whose clock days and hours are told */
export function dimensionTitle(layer, name, zone) {
  const title = layer.properties.find((p) => p.name === name)?.title ?? words.linked.timeParts[name] ?? name;
  return zone !== undefined && isClock(name) ? `${title} (${zoneName(zone)})` : title;
}

/** @param {Layer} layer @param {string} name @param {string} value empty for unknown */
export function valueLabel(layer, name, value) {
  if (value === '') {
    return words.linked.none;
  }
  if (name === 'weekday') {
    // 1 is Monday, and so was 5 January 1970.
    return weekday.format(new Date(Date.UTC(1970, 0, 4 + Number(value))));
  }
  if (name === 'month') {
    return monthOfYear.format(new Date(`${value}-01T00:00:00Z`));
  }
  const property = layer.properties.find((p) => p.name === name);
  if (property?.type === 'boolean') {
    return value === 'true' ? words.detail.yes : words.detail.no;
  }
  return property?.choices?.find(({ code }) => code === value)?.label ?? (property?.type.startsWith('code') ? format.unlabelled(value) : value);
}
