// What stands where something is on its way, or is not for whoever asks.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

/** Longer than that, somebody wonders whether anything comes at all; core/api.js gives up later. */
const SLOW_MS = 8_000;

/** Shown where an answer is awaited; screen readers say it once, and once more when it takes long. */
export function loading() {
  const text = el('span', {}, words.loading);
  const node = el('p', { class: 'loading', role: 'status' }, el('i', { class: 'loading-mark', 'aria-hidden': 'true' }), text);
  setTimeout(() => { text.textContent = words.states.slow; }, SLOW_MS);
  return node;
}

/** For who may not use what a link or a key led to. @param {string} title of the tool @param {string[]} roles of whoever is signed in */
export const notForYou = (title, roles) => el('div', { class: 'notice', role: 'status', 'data-testid': 'not-for-you' },
  el('p', {}, icon('warning', { size: 16 }), ' ', el('strong', {}, words.states.notForYou(title))),
  el('p', {}, words.states.yourRoles(roles.map((role) => words.roleNames[role] ?? role).join(', '))));
