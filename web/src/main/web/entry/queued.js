// After saving without a line: it is kept, and will be sent.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { LINE } from '../offline/line-chip.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store @param {() => void} another */
export function queuedNode(store, another) {
  const list = el('button', { type: 'button', class: 'button', 'data-testid': 'queued-list', onclick: () => store.dispatch({ type: 'tool/set', tool: LINE }) }, words.offline.line);
  const node = el('div', { class: 'tool-panel', 'data-testid': 'entry-queued' },
    el('p', { class: 'entry-saved' }, icon('clock', { size: 20 }), ' ', el('b', {}, words.offline.queued)),
    el('p', {}, words.offline.queuedLong),
    el('div', { class: 'detail-actions' }, list,
      el('button', { type: 'button', class: 'button primary', 'data-testid': 'queued-another', onclick: another }, icon('plus', { size: 15 }), ' ', words.entry.saved.another)));
  return { node, show: () => list.focus(), hide: () => undefined };
}
