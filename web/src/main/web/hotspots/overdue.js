// Hotspots that nobody reviewed in time, the longest overdue first.
// @ts-check
import { newestOnly } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { failure } from '../panels/layers.js';
import { labelOf } from '../panels/fields.js';
import { words } from '../words/words.js';
/** @typedef {{layer: string, id: string, title: string, ref?: string, level?: string, category?: string, owner?: string, reviewDate: string, daysOverdue: number}} Item */

const say = words.overdue;

/** @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store}} context @returns {{node: HTMLElement, load: () => Promise<void>}} */
export function overdueReviews({ api, store }) {
  const requests = newestOnly();
  const node = el('section', { 'data-testid': 'overdue-reviews' });

  async function load() {
    try {
      const answer = await requests.run((signal) => api.json('/api/hotspots/overdue', { signal, cache: 'no-store' }));
      if (answer) {
        show(answer);
      }
    } catch (error) {
      fill(node, failure(say.failed, error, () => void load()));
    }
  }

  /** @param {{total: number, items: Item[]}} answer */
  function show({ total, items }) {
    fill(node, total === 0 ? el('p', { class: 'muted', 'data-testid': 'overdue-none' }, say.none)
      : el('details', { class: 'overdue', open: true }, el('summary', { 'data-testid': 'overdue-count' }, say.title(total)),
        el('ol', { class: 'overdue-list' }, items.map((item) => el('li', {}, el('button', { type: 'button', class: 'list-row', 'data-testid': 'overdue-review', onclick: () => open(item) },
          el('span', { class: 'hit-text' }, el('bdi', { class: 'hit-title' }, item.title),
            el('span', { class: 'hit-sub' }, [label(item, 'level', item.level), label(item, 'category', item.category), item.owner].filter(Boolean).join(' · ')),
            el('span', { class: 'caution' }, say.row(format.day(item.reviewDate), item.daysOverdue))))))),
        total > items.length ? el('p', { class: 'muted' }, say.more(total - items.length)) : null));
  }

  /** @param {Item} item @param {string} property @param {string|undefined} code */
  function label(item, property, code) {
    const layer = store.state.catalog.find((each) => each.name === item.layer);
    return layer && code ? labelOf(layer, property, code) : code;
  }

  /** @param {Item} item */
  function open(item) {
    store.dispatch({ type: 'layers/shown', names: [item.layer], on: true });
    store.dispatch({ type: 'selection/set', selection: { layer: item.layer, id: item.id } });
  }

  return { node, load };
}
