// The chosen feature and a tool open together: side by side where there is room, else one before the other.
// @ts-check
import { el } from '../core/dom.js';
import { toolsFor } from '../tools/tools.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').State} State */

/** Narrower than this the map would be a slit between the panels. */
const ONE_PANEL = matchMedia('(max-width: 1499px)');

/** @param {State} state */
const areBoth = (state) => state.tool !== null && state.selection !== null;

/** Whether one of the two lies behind the other now. @param {State} state @param {State['front']} part */
export const isBehind = (state, part) => ONE_PANEL.matches && areBoth(state) && state.front !== part;

/**
 * What was opened last lies in front; a button in its head brings the other one back.
 *
 * @param {HTMLElement} app
 * @param {import('../core/store.js').Store} store
 * @param {Record<State['front'], HTMLElement>} panels
 */
export function keepInFront(app, store, panels) {
  const other = /** @type {const} */ ({ tool: 'detail', detail: 'tool' });
  const parts = /** @type {State['front'][]} */ (['detail', 'tool']).map((part) => {
    const button = el('button', { type: 'button', class: 'button small', 'data-testid': `show-${other[part]}`, onclick: () => {
      store.dispatch({ type: 'front/set', front: other[part] });
      panels[other[part]].querySelector('button')?.focus();
    } });
    return { part, button };
  });

  function show() {
    const { state } = store;
    app.classList.toggle('has-both', areBoth(state));
    for (const { part, button } of parts) {
      if (!button.isConnected) {
        panels[part].querySelector('.panel-head h2')?.after(button);
      }
      panels[part].classList.toggle('is-behind', isBehind(state, part));
      button.hidden = !ONE_PANEL.matches || !areBoth(state);
      button.textContent = part === 'tool' ? words.panels.detail : toolsFor(state).find((tool) => tool.id === state.tool)?.title ?? '';
    }
  }
  store.watch((s) => [s.front, s.tool, s.selection], show, { now: true });
  ONE_PANEL.addEventListener('change', show);
  // The detail has its head when something is first chosen.
  new MutationObserver(show).observe(panels.detail, { childList: true });
}
