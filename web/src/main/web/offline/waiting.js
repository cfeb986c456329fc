// What waits to be sent about the feature that is shown, with the way back: out of the queue.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

const say = words.offline;

/** What an entry does, as people say it. @param {Entry} entry */
export const deedOf = ({ kind, step }) => (step ? `${say.kinds.step}: ${step.label}` : say.kinds[kind]);

/** @param {import('../core/store.js').Store} store @param {import('./queue.js').Queue} queue */
export function waitingNode(store, queue) {
  const node = el('div', { role: 'status', 'data-testid': 'detail-waiting' });
  store.watch((s) => [s.queue, s.selection], () => {
    const { selection } = store.state;
    const entries = store.state.queue.filter(({ target }) => selection !== null && target?.id === selection.id);
    node.hidden = entries.length === 0;
    fill(node, entries.map((entry) => el('div', { class: entry.state === 'waiting' ? 'notice' : 'notice is-problem' },
      el('p', {}, icon('clock', { size: 15 }), ' ', el('b', {}, deedOf(entry)), ' · ', entry.state === 'waiting' ? say.queuedAt(format.moment(entry.queuedAt)) : entry.state === 'conflict' ? say.conflict : say.refused(entry.problem)),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'waiting-take-out', onclick: () => void queue.discard(entry) }, icon('undo', { size: 14 }), ' ', say.takeOut))));
  }, { now: true });
  return node;
}
