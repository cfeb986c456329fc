// Who is signed in, and what one may do about it.
// @ts-check
import { markName } from '../core/classification.js';
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { languageChoice } from './language-choice.js';
import { words } from '../words/words.js';

/**
 * @param {import('../core/types.js').Session} session
 * @param {() => void} signOut
 * @returns {HTMLElement} a button with its menu, which closes on Escape and on a click elsewhere
 */
export function accountMenu(session, signOut) {
  const say = words.account;
  const menu = el('div', { class: 'account-menu', id: 'account-menu', popover: 'auto', 'data-testid': 'account-menu' },
    el('p', { class: 'account-name' }, el('b', {}, session.title), el('span', { class: 'muted' }, session.username)),
    el('p', { class: 'muted', 'data-testid': 'account-clearance' }, say.clearance(markName(session.clearance), session.compartments)),
    languageChoice(say.language),
    el('ul', {},
      el('li', {}, el('a', { href: '/account', 'data-testid': 'account-page' }, say.page)),
      session.roles.includes('administrator') ? el('li', {}, el('a', { href: '/admin', 'data-testid': 'admin-page' }, say.administration)) : '',
      el('li', {}, el('a', { href: '/password', 'data-testid': 'account-password' }, say.password)),
      el('li', {}, el('button', { type: 'button', class: 'link', 'data-testid': 'sign-out', 'data-needs-line': true, onclick: signOut }, say.signOut))));
  const button = el('button', {
    type: 'button', class: 'account-button', popovertarget: menu.id, title: say.of(session.title), 'aria-label': say.of(session.title), 'data-testid': 'account',
  }, icon('person'), el('span', {}, session.username));
  return el('div', { class: 'account' }, button, menu);
}
