// In the header, always: how many entries were not sent.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

/** Id of the tool that the chip opens. */
export const LINE = 'line';

/** @param {import('../core/store.js').Store} store */
export function lineChip(store) {
  const chip = el('button', { type: 'button', class: 'line-chip', title: words.offline.line, 'data-testid': 'unsent', onclick: () => store.dispatch({ type: 'tool/set', tool: store.state.tool === LINE ? null : LINE }) });
  store.watch((s) => s.queue, (queue) => {
    chip.hidden = queue.length === 0;
    chip.classList.toggle('is-problem', queue.some(({ state }) => state !== 'waiting'));
    fill(chip, icon('import', { size: 15 }), ' ', words.offline.unsent(queue.length));
  }, { now: true });
  return chip;
}
