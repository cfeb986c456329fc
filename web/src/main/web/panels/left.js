// The panel at the side: layers or filters, or folded away.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { asOfNode } from './as-of.js';
import { fetchWhen, mountWhen } from './deferred.js';
import { mountLayers } from './layers.js';

/**
 * @param {HTMLElement} left
 * @param {import('../core/store.js').Store} store
 * @param {HTMLElement} app
 * @param {import('./layers.js').LayerActions} actions
 * @param {import('../core/api.js').Api} api
 * @param {(key: string, cql: string) => Promise<void>} check
 */
export function mountLeft(left, store, app, actions, api, check) {
  const panels = ['layers', 'filters'];
  const tabs = panels.map((name) => el('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, 'data-testid': `tab-${name}`,
    onclick: () => store.dispatch({ type: 'panel/set', panel: name }) }, icon(name === 'layers' ? 'layers' : 'filter', { size: 16 }), ' ', name === 'layers' ? words.panels.layers : words.panels.filters));
  const bodies = panels.map((name) => el('div', { class: 'panel-body', role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` }));
  const collapse = el('button', { type: 'button', class: 'icon-button collapse', 'data-testid': 'collapse', onclick: () =>
    store.dispatch({ type: 'panel/set', panel: store.state.panel ? null : 'layers' }) }, icon('back', { size: 16 }));
  left.append(el('div', { class: 'tabs' }, el('div', { role: 'tablist', class: 'tablist' }, tabs), collapse), ...bodies, asOfNode(store));
  mountLayers(bodies[0], store, actions);
  fetchWhen(store, (s) => s.basemaps.length > 0, async () => (await import('../ground/branch.js')).mountBranch(bodies[0], store));
  mountWhen(bodies[1], store, (s) => s.panel === 'filters', async () => {
    const { mountFilters } = await import('./filters.js');
    return () => mountFilters(bodies[1], store, api, check);
  });
  store.watch((s) => s.panel, (panel) => {
    app.classList.toggle('left-closed', !panels.includes(panel ?? ''));
    panels.forEach((name, i) => {
      bodies[i].hidden = name !== panel;
      tabs[i].setAttribute('aria-selected', String(name === panel));
    });
    const label = panel ? words.panels.collapse : words.panels.expand;
    collapse.title = label;
    collapse.setAttribute('aria-label', label);
  }, { now: true });
}
