// As of when what a panel shows is known. It stands below every panel, for a picture outlives the moment one looks at it.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store @returns {HTMLElement} */
export function asOfNode(store) {
  const node = el('p', { class: 'panel-as-of', 'data-testid': 'panel-as-of' });
  store.watch((s) => [s.dataAsOf, s.lostSince, s.known], () => {
    const { dataAsOf, lostSince, known } = store.state;
    node.classList.toggle('is-lost', lostSince !== null);
    fill(node, known ? words.known.banner(format.moment(known)) : lostSince ? words.lost(format.moment(lostSince))
      : dataAsOf && dataAsOf.sequence > 0 ? el('time', { datetime: dataAsOf.committedAt }, words.asOf(format.moment(dataAsOf.committedAt))) : words.noData);
  }, { now: true });
  return node;
}
