// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { areShortcutsOn, switchShortcuts } from '../core/shortcuts.js';
import { tools } from '../tools/tools.js';
import { words } from '../words/words.js';

/** @type {[string, string][]} */
const toolKeys = tools.flatMap(({ key, title }) => (key ? [[key.toUpperCase(), title]] : []));

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
    el('dl', { class: 'keys' }, [...words.help.keys, ...toolKeys].map(([key, what]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)))),
    el('label', { class: 'switch' }, el('input', { type: 'checkbox', checked: areShortcutsOn(), 'data-testid': 'shortcuts',
      onchange: (/** @type {Event} */ e) => switchShortcuts(/** @type {HTMLInputElement} */ (e.target).checked) }), words.help.single),
    el('p', {}, words.help.about),
    el('p', {}, el('a', { href: '/collections' }, words.help.data))));
  parent.append(dialog);
  return { open: () => dialog.showModal() };
}
