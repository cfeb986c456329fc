// What the account page and the administration page share.
// @ts-check
import { createApi } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { languageChoice } from '../panels/language-choice.js';
import { words } from '../words/accounts.js';

export const app = /** @type {HTMLElement} */ (document.getElementById('app'));
export const api = createApi(undefined, undefined, () => location.assign(`/login?ended=yes&to=${encodeURIComponent(location.pathname)}`));

/** @param {string} title @param {import('../core/types.js').Session} session */
export const heading = (title, session) => [
  el('nav', { 'aria-label': words.pages }, [['/', words.map], ['/account', words.account], session.roles.includes('administrator') ? ['/admin', words.administration] : null]
    .map((page) => page && el('a', { href: page[0], 'aria-current': page[0] === location.pathname ? 'page' : null }, page[1]))),
  languageChoice(words.language),
  el('h1', {}, title),
];

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
  // Browsers have a clipboard only where nothing is said in clear.
  copy.hidden = !navigator.clipboard;
  fill(place, el('div', { class: 'notice', role: 'status' }, el('p', {}, why), el('p', {}, el('code', { 'data-testid': 'secret' }, text), ' ', copy), example ? el('code', {}, example) : ''));
  place.scrollIntoView({ block: 'nearest' });
}

/** The server's words for what cannot be done. @param {any} problem @returns {string} */
const inWords = (problem) => problem.errors?.length
  ? problem.errors.map((/** @type {any} */ each) => [each.what, each.fix].filter(Boolean).join('. ')).join(' ')
  : reasonOf(problem);

/** @param {any} problem */
const complaint = (problem) => el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'problem' }, inWords(problem));

/** Places where the answer to something is still to be said. @type {WeakSet<HTMLElement>} */
const awaiting = new WeakSet();

/** Does it and says what went wrong when it cannot be done; one thing at a time at a place, so that a second press takes no answer away. @param {HTMLElement} place @param {() => Promise<unknown>} action */
export async function attempt(place, action) {
  if (awaiting.has(place)) {
    return;
  }
  awaiting.add(place);
  fill(place);
  try {
    await action();
  } catch (problem) {
    fill(place, complaint(problem));
    place.scrollIntoView({ block: 'nearest' });
  } finally {
    awaiting.delete(place);
  }
}

/** Fills a place with what the server tells, or with why it cannot and a way to ask again. @param {HTMLElement} place @param {() => Promise<(HTMLElement|string)[]>} build */
export async function load(place, build) {
  fill(place, el('p', { class: 'muted', role: 'status' }, words.loading));
  try {
    fill(place, ...(await build()));
  } catch (problem) {
    fill(place, complaint(problem), button(words.retry, () => void load(place, build), 'retry'));
  }
}

/** @param {() => Promise<void>} build fills the page */
export async function open(build) {
  try {
    await build();
    app.dataset.state = 'ready';
  } catch (problem) {
    app.dataset.state = 'failed';
    fill(app, complaint(problem), button(words.retry, () => void open(build), 'retry'));
  }
}
