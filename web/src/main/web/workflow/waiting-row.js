// One line of the inbox.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { markIcon, markOf } from '../map/marks.js';
import { words } from '../words/words.js';
import { duration } from './keys.js';

/**
 * @param {import('../core/types.js').Layer[]} catalog
 * @param {import('./requests.js').Waiting} item
 * @param {() => void} choose
 */
export function waitingRow(catalog, item, choose) {
  const layer = catalog.find((each) => each.name === item.layer);
  const overdue = item.waitedSeconds > item.targetSeconds;
  const waits = (overdue ? words.inbox.overdue : words.inbox.waits)(duration(item.waitedSeconds), duration(item.targetSeconds));
  return el('li', { class: overdue ? 'waiting is-overdue' : 'waiting', 'data-testid': 'waiting', 'data-id': item.id },
    el('button', { type: 'button', class: 'waiting-head', tabindex: '-1', onclick: choose },
      layer ? markIcon(markOf(layer, item.group), 16) : null,
      el('bdi', { class: 'waiting-title' }, item.title),
      item.severity ? el('b', { class: 'badge', title: words.detail.severity(item.severity) }, item.severity) : null,
      el('span', { class: 'waiting-line' },
        [item.ref, item.state ? stateOf(layer, item.state) : null, item.grade, item.validFrom ? format.day(item.validFrom) : null].filter(Boolean).join(' · ')),
      el('span', { class: 'waiting-time' }, waits)));
}

/** @param {import('../core/types.js').Layer|undefined} layer @param {string} state */
export function stateOf(layer, state) {
  const property = layer?.properties.find((each) => each.name === layer.workflow?.property);
  return property?.choices?.find((choice) => choice.code === state)?.label ?? state;
}
