// What the account page and the administration page share.
// @ts-check
import { createApi } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import { words } from '../words/en-accounts.js';

export const app = /** @type {HTMLElement} */ (document.getElementById('app'));
export const api = createApi(undefined, undefined, () => location.assign(`/login?ended=yes&to=${encodeURIComponent(location.pathname)}`));

/** @param {string} title */
export const heading = (title) => [el('nav', {}, el('a', { href: '/' }, words.map), el('a', { href: '/account' }, words.account), el('a', { href: '/admin' }, words.administration)), el('h1', {}, title)];

/** @param {string} label @param {HTMLElement} input */
export const field = (label, input) => el('label', {}, label, input);

/** @param {string} text @param {() => unknown} action @param {string} testId */
export const button = (text, action, testId) => el('button', { type: 'button', class: 'button small', onclick: action, 'data-testid': testId }, text);

/** @param {string[]} head @param {(string|HTMLElement|(string|HTMLElement)[])[][]} rows */
export const table = (head, rows) => el('div', { class: 'table', tabindex: '0' }, el('table', {},
  el('thead', {}, el('tr', {}, head.map((text) => el('th', { scope: 'col' }, text)))),
  el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell, i) => el('td', { 'data-label': head[i] }, cell)))))));

/** Minutes in UTC. @param {string} instant */
export const moment = (instant) => `${instant.slice(0, 16).replace('T', ' ')}Z`;

/** Something that is shown only now, with a button that copies it. @param {HTMLElement} place @param {string} why @param {string} text @param {string} [example] */
export function secret(place, why, text, example) {
  const copy = button(words.copy, () => void navigator.clipboard.writeText(text).then(() => { copy.textContent = words.copied; }), 'copy');
  fill(place, el('div', { class: 'notice', role: 'status' }, el('p', {}, why), el('p', {}, el('code', { 'data-testid': 'secret' }, text), ' ', copy), example ? el('code', {}, example) : ''));
}

/** Does it and shows the server's words when it cannot be done. @param {HTMLElement} place @param {() => Promise<unknown>} action */
export async function attempt(place, action) {
  fill(place);
  try {
    await action();
  } catch (problem) {
    const said = problem.errors?.length ? problem.errors.map((/** @type {any} */ e) => [e.what, e.fix].filter(Boolean).join('. ')).join(' ') : problem.message;
    fill(place, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'problem' }, said));
  }
}

/** @param {any[]} tokens @param {HTMLElement} place for what goes wrong @param {() => Promise<void>} again reads them anew */
export function tokenTable(tokens, place, again) {
  return tokens.length === 0 ? el('p', { class: 'muted' }, words.noTokens) : table([words.name, words.scope, words.until, words.lastUsed, ''],
    tokens.map((token) => [token.name, token.scope, moment(token.expiresAt), token.lastUsedAt ? moment(token.lastUsedAt) : words.never,
      token.revokedAt ? words.revoked : button(words.revoke, () => confirm(words.askRevoke(token.name)) && attempt(place, async () => {
        await api.json(`/api/tokens/${token.id}`, { method: 'DELETE' });
        await again();
      }), 'revoke')]));
}

/** @param {() => Promise<void>} build fills the page */
export async function open(build) {
  try {
    await build();
    app.dataset.state = 'ready';
  } catch (problem) {
    app.dataset.state = 'failed';
    fill(app, el('p', { class: 'notice is-problem', role: 'alert' }, problem.message), button(words.retry, () => void open(build), 'retry'));
  }
}
