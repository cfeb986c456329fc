// By which clock hours and days are told: the mission's, UTC, or the one that a condition has already.
// @ts-check
import { el } from '../core/dom.js';
import { zoneName } from '../core/zone.js';
import { words } from '../words/words.js';

const say = words.query;
const UTC = '+00:00';

/**
 * @param {string} zone @param {string} mission the mission's @param {string} key names the control, so that the focus comes back to it
 * @param {(zone: string) => void} changed
 */
export function zoneField(zone, mission, key, changed) {
  const offered = [...new Set([mission, UTC, zone])];
  const choose = el('select', { 'data-key': key, 'data-testid': 'query-zone', onchange: () => changed(choose.value) },
    offered.map((each) => el('option', { value: each, selected: each === zone }, each === mission ? say.zoneOf(zoneName(each)) : zoneName(each))));
  return el('label', { class: 'query-zone' }, el('span', { class: 'muted' }, say.zone), choose);
}
