// On a phone one sheet at a time, chosen by thumb.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { toolsFor } from '../tools/tools.js';
import { words } from '../words/words.js';

export const PHONE = '(max-width: 760px), (max-height: 520px)';

/**
 * The bar of the phone layout; wide screens show the panels themselves.
 *
 * @param {import('../core/store.js').Store} store
 * @param {HTMLElement} app
 * @param {HTMLElement} left
 * @param {HTMLElement} timebar
 */
export function phoneBar(store, app, left, timebar) {
  const entries = /** @type {[string, string, string][]} */ ([
    ['layers', 'layers', words.panels.layers], ['filters', 'filter', words.panels.filters], ['time', 'clock', words.panels.time],
    ...(toolsFor(store.state).length > 0 ? [['tools', 'polygon', words.panels.tools]] : []),
  ]);
  const buttons = entries.map(([name, symbol, label]) => {
    const button = el('button', { type: 'button', 'data-testid': `phone-${name}`, onclick: () =>
      store.dispatch({ type: 'panel/set', panel: store.state.panel === name ? null : name }) }, icon(symbol, { size: 22 }));
    const text = el('span', {}, label);
    button.append(text);
    if (name === 'time') {
      // A phone has no room for the time bar; the period must be known all the same.
      store.watch((s) => s.period, (period) => { text.textContent = format.shortPeriod(period); }, { now: true });
    }
    store.watch((s) => s.panel, (panel) => button.setAttribute('aria-pressed', String(panel === name)), { now: true });
    return button;
  });
  store.watch((s) => s.panel, (panel) => {
    app.dataset.panel = panel ?? '';
    left.classList.toggle('is-open', panel === 'layers' || panel === 'filters');
    timebar.classList.toggle('is-open', panel === 'time');
  }, { now: true });
  store.watch((s) => [s.tool, s.selection], ([tool, selection]) => {
    if ((tool || selection) && store.state.panel && matchMedia(PHONE).matches) {
      store.dispatch({ type: 'panel/set', panel: null });
    }
  });
  return el('nav', { class: 'phone-bar', 'aria-label': words.panels.tools }, buttons);
}
