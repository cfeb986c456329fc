// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/en.js';

/** @param {HTMLElement} parent @returns {{open: () => void}} */
export function mountHelp(parent) {
  const dialog = el('dialog', { class: 'help-sheet', 'aria-labelledby': 'help-title', 'data-testid': 'help-sheet', onclick: (/** @type {MouseEvent} */ e) => {
    if (e.target === dialog) {
      dialog.close();
    }
  } },
  el('div', { class: 'help-body' },
    el('header', {}, el('h2', { id: 'help-title' }, words.help.title),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => dialog.close() }, icon('close'))),
    el('dl', { class: 'keys' }, words.help.keys.map(([key, what]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)))),
    el('p', {}, words.help.about),
    el('p', {}, el('a', { href: '/collections' }, words.help.data))));
  parent.append(dialog);
  return { open: () => dialog.showModal() };
}
