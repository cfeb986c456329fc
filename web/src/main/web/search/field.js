// The one field to find and to go: over the map, by `/`. What it finds with is loaded when it is first used.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
/** @typedef {{store: import('../core/store.js').Store, api: import('../core/api.js').Api, map: import('../map/map.js').MissionMap, announce: (text: string) => void, goToLayer: (layer: string) => void}} Page */

/**
 * @param {HTMLElement} parent
 * @param {Page} page
 * @returns {{focus: () => void}}
 */
export function mountSearch(parent, page) {
  const input = el('input', { type: 'search', id: 'find', class: 'find-input', role: 'combobox', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go', placeholder: words.search.placeholder,
    'aria-label': words.search.label, 'aria-expanded': 'false', 'aria-controls': 'find-results', 'aria-autocomplete': 'list', 'data-testid': 'find', onfocus: open });
  const list = el('div', { id: 'find-results', class: 'find-results', role: 'listbox', 'aria-label': words.search.results, 'data-testid': 'find-results', hidden: true });
  const node = el('search', { class: 'find' }, el('label', { class: 'find-box', title: words.search.label }, icon('search', { size: 16 }), input, el('kbd', { 'aria-hidden': 'true' }, '/')), list);
  parent.append(node);
  /** @type {Promise<unknown>|null} */
  let loaded = null;

  function open() {
    loaded ??= load().catch((error) => {
      loaded = null;
      page.announce(reasonOf(error));
    });
  }

  /** Over a bad line somebody has typed and pressed Enter before what finds is there: that counts, too. */
  async function load() {
    let isEntered = false;
    const early = (/** @type {KeyboardEvent} */ e) => { isEntered = e.key === 'Enter'; };
    input.addEventListener('keydown', early);
    try {
      const { createSearch } = await import('./search.js');
      createSearch({ input, list, node }, page);
    } finally {
      input.removeEventListener('keydown', early);
    }
    if (isEntered) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    }
  }

  /** @type {Promise<unknown>|null} */
  let shown = null;
  function showPin() {
    shown ??= import('./pin.js').then(({ mountPin }) => mountPin(parent, page));
    return shown;
  }

  page.store.watch((s) => s.pin, (pin) => {
    if (pin) {
      void showPin();
    }
  }, { now: true });

  return { focus: () => { input.focus(); input.select(); } };
}
