// What waits to be marked lower, oldest first.
// @ts-check
import { el, fill } from '../core/dom.js';
import { failure } from '../panels/layers.js';
import { proposalNode } from '../panels/marks.js';
import { words } from '../words/words.js';
/** @typedef {import('../panels/marks.js').Proposal} Proposal */

/** @param {import('./tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  let isOpen = false;
  const titleOf = (/** @type {string} */ name) => store.state.catalog.find((layer) => layer.name === name)?.title ?? name;
  const list = el('ul', { class: 'proposals', 'data-testid': 'mark-proposals' });
  panel.append(el('div', { class: 'tool-panel' }, el('p', { class: 'muted' }, words.marks.rule), list));

  async function load() {
    try {
      const { proposals } = await api.json('/api/marks/proposals');
      fill(list, proposals.length === 0 ? el('li', { class: 'notice quiet' }, words.marks.none)
        : proposals.map((/** @type {Proposal} */ proposal) => proposalNode(api, proposal, { title: titleOf(proposal.layer), settled, open: () => open(proposal) })));
    } catch (error) {
      fill(list, el('li', {}, failure(words.marks.failed, error, () => void load())));
    }
  }

  /** @param {Proposal} proposal */
  function open(proposal) {
    store.dispatch({ type: 'selection/set', selection: { layer: proposal.layer, id: proposal.featureId } });
  }

  /** @param {string} text */
  function settled(text) {
    announce(text);
    store.dispatch({ type: 'data/changed' });
  }

  store.watch((s) => s.revision, () => {
    if (isOpen) {
      void load();
    }
  });

  return {
    open() {
      isOpen = true;
      void load();
    },
    close() {
      isOpen = false;
    },
  };
}
