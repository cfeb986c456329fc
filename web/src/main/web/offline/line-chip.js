// In the header, always: how many entries were not sent; and where the line is spared, what comes over it.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

/** Id of the tool that the chip opens. */
export const LINE = 'line';

/** @param {import('../core/store.js').Store} store @returns {HTMLElement} */
export function lineChip(store) {
  const chip = (/** @type {string} */ testId) => el('button', { type: 'button', class: 'line-chip', title: words.offline.line, 'data-testid': testId, onclick: () => store.dispatch({ type: 'tool/set', tool: store.state.tool === LINE ? null : LINE }) });
  const [unsent, spared] = [chip('unsent'), chip('low-chip')];
  store.watch((s) => s.queue, (queue) => {
    unsent.hidden = queue.length === 0;
    unsent.classList.toggle('is-problem', queue.some(({ state }) => state !== 'waiting'));
    fill(unsent, icon('import', { size: 15 }), ' ', words.offline.unsent(queue.length));
  }, { now: true });
  store.watch((s) => [s.low, s.bytes], () => {
    spared.hidden = !store.state.low;
    fill(spared, icon('line', { size: 15 }), el('span', { class: 'line-word' }, ' ', words.offline.low, ' '), el('bdi', { class: 'muted' }, format.bytes(store.state.bytes.all)));
  }, { now: true });
  return el('div', { class: 'line-chips' }, spared, unsent);
}
