// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { areShortcutsOn, switchShortcuts } from '../core/shortcuts.js';
import { words } from '../words/words.js';
import { KEY_GROUPS } from './keys.js';
/** @typedef {import('../core/shortcuts.js').Shortcut} Shortcut */

const ARROWS = /** @type {Record<string, string>} */ ({ ArrowLeft: '←', ArrowUp: '↑', ArrowRight: '→', ArrowDown: '↓', '-': '−' });

/** How a key is written on it. @param {string} key of KeyboardEvent.key */
const written = (key) => ARROWS[key] ?? words.keys.names[key] ?? key.toUpperCase();

/** @param {Shortcut} shortcut */
const row = (shortcut) => el('div', {}, el('dt', {}, el('bdi', { dir: 'ltr' }, shortcut.keys.map((key) => el('kbd', {}, written(key))))),
  el('dd', {}, shortcut.title ?? words.keys.what[shortcut.id]));

/** @param {HTMLElement} parent @param {() => Shortcut[]} shortcuts @param {() => void} openTour @returns {{open: () => void}} */
export function mountHelp(parent, shortcuts, openTour) {
  const list = el('div', { class: 'key-groups' });
  const dialog = el('dialog', { class: 'help-sheet', 'aria-labelledby': 'help-title', 'data-testid': 'help-sheet', onclick: (/** @type {MouseEvent} */ e) => {
    if (e.target === dialog) {
      dialog.close();
    }
  } },
  el('div', { class: 'help-body' },
    el('header', {}, el('h2', { id: 'help-title' }, words.help.title),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => dialog.close() }, icon('close'))),
    list,
    el('label', { class: 'switch' }, el('input', { type: 'checkbox', checked: areShortcutsOn(), 'data-testid': 'shortcuts',
      onchange: (/** @type {Event} */ e) => switchShortcuts(/** @type {HTMLInputElement} */ (e.target).checked) }), words.help.single),
    el('p', {}, el('button', { type: 'button', class: 'button small', 'data-testid': 'open-tour', onclick: () => { dialog.close(); openTour(); } }, words.tour.again)),
    el('p', {}, words.help.about),
    el('p', {}, el('a', { href: '/collections' }, words.help.data))));
  parent.append(dialog);
  return { open: () => {
    const all = shortcuts();
    fill(list, KEY_GROUPS.map((group) => el('section', {}, el('h3', {}, words.keys.groups[group]),
      el('dl', { class: 'keys' }, all.filter((each) => each.group === group).map(row)))));
    if (!dialog.open) {
      dialog.showModal();
    }
  } };
}
