// The mission's own basemaps in the tree of layers: switched there, changed in their own panel.
// @ts-check
import { el, fill } from '../core/dom.js';
import { isOn } from '../core/arrangement.js';
import { words } from '../words/ground.js';
import { fromAbove, withGround } from './choice.js';

/** @param {HTMLElement} panel @param {import('../core/store.js').Store} store */
export function mountBranch(panel, store) {
  const list = el('ul', {});
  const tally = el('span', { class: 'group-count' });
  const node = el('section', { class: 'layer-group ground-branch', 'data-testid': 'ground-branch' }, el('h2', {}, el('span', { class: 'ground-title' }, words.group), tally), list);
  panel.querySelector('[data-testid="basemaps"]')?.before(node);
  store.watch((s) => s.basemaps, (basemaps) => {
    node.hidden = !basemaps.some(({ state }) => state === 'ready');
    fill(list, fromAbove(basemaps).filter(({ state }) => state === 'ready').map((basemap) => {
      const box = el('input', { type: 'checkbox', 'aria-label': words.toggle(basemap.title), 'data-testid': `ground-${basemap.id}`, 'data-basemap': basemap.id,
        onchange: () => store.dispatch({ type: 'ground/set', ground: withGround(store.state, basemap.id, box.checked) }) });
      return el('li', { class: 'layer' }, el('div', { class: 'layer-row' }, el('label', {}, box, el('span', { class: 'layer-title', dir: 'auto' }, basemap.title))));
    }));
  }, { now: true });
  store.watch((s) => [s.basemaps, s.ground], () => {
    const ready = store.state.basemaps.filter(({ state }) => state === 'ready');
    tally.textContent = `${ready.filter((each) => isOn(store.state, each)).length}/${ready.length}`;
    for (const box of list.querySelectorAll('input')) {
      const basemap = ready.find(({ id }) => id === box.dataset.basemap);
      box.checked = basemap !== undefined && isOn(store.state, basemap);
      box.closest('li')?.classList.toggle('is-off', !box.checked);
    }
  }, { now: true });
}
