// On the map at all times: how many events have no place, and how many are known only roughly. A click lists them and draws how far off they may be.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { UNSURE } from '../tools/wish.js';
import { words } from '../words/words.js';
import { unsureCounts, unsureRequests } from './questions.js';

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @returns {HTMLElement}
 */
export function unsurePill(store, api) {
  const line = newestOnly();
  const node = el('button', { type: 'button', class: 'unsure-pill', 'data-testid': 'unsure', onclick: () =>
    store.dispatch({ type: 'tool/set', tool: store.state.tool === UNSURE ? null : UNSURE }) });

  async function load() {
    const requests = unsureRequests(store.state);
    if (!requests) {
      line.cancel();
      store.dispatch({ type: 'unsure/set', unsure: { state: 'ready', unmapped: 0, imprecise: 0, layers: {} } });
      return;
    }
    try {
      const answers = await line.run((signal) => Promise.all(requests.map((body) => api.counts(body, signal))));
      if (answers) {
        store.dispatch({ type: 'unsure/set', unsure: { state: 'ready', ...unsureCounts(answers[0].layers, answers[1].layers) } });
      }
    } catch (error) {
      store.dispatch({ type: 'unsure/set', unsure: { state: 'failed', unmapped: 0, imprecise: 0, layers: {}, problem: reasonOf(error) } });
    }
  }

  const soon = debounce(() => void load(), 150, 1_200);
  store.watch((s) => JSON.stringify(unsureRequests(s)), soon);
  store.watch((s) => [s.revision, s.touched], soon);
  soon();

  store.watch((s) => [s.unsure, s.beyond, s.tool === UNSURE], () => {
    const { unsure, beyond, tool } = store.state;
    const reach = format.distance(beyond);
    node.setAttribute('aria-pressed', String(tool === UNSURE));
    node.classList.toggle('is-zero', unsure.state === 'ready' && unsure.unmapped + unsure.imprecise === 0);
    node.title = unsure.state === 'failed' ? words.unsure.failed : words.unsure.long(unsure.unmapped, unsure.imprecise, reach);
    const number = (/** @type {number} */ n) => (unsure.state === 'failed' ? '?' : unsure.state === 'loading' ? '…' : format.count(n));
    fill(node, icon('unsure', { size: 15 }),
      el('span', {}, el('b', { 'data-testid': 'unsure-unmapped' }, number(unsure.unmapped)), ' ', words.unsure.unmapped),
      el('span', { class: 'unsure-part' }, el('b', { 'data-testid': 'unsure-imprecise' }, number(unsure.imprecise)), ' ', words.unsure.imprecise(reach)));
  }, { now: true });
  return node;
}
