// Everybody's API tokens.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { api, field, load } from './parts.js';
import { tokenTable } from './token-table.js';

/** @param {HTMLElement} place @param {string} username part of the owners' names to begin with */
export async function showTokens(place, username) {
  const said = el('div', {});
  const list = el('div', {});
  const search = el('input', { type: 'search', value: username, oninput: () => draw(), 'data-testid': 'token-owner' });
  const usable = el('input', { type: 'checkbox', checked: true, onchange: () => draw(), 'data-testid': 'token-usable' });
  /** @type {any[]} */
  let tokens = [];
  const read = async () => {
    tokens = (await api.json('/api/tokens?everybody=yes')).tokens;
    draw();
  };
  function draw() {
    const part = search.value.trim().toLowerCase();
    const found = tokens.filter((token) => token.username.includes(part) && (!usable.checked || (!token.revokedAt && Date.parse(token.expiresAt) > Date.now())));
    fill(list, tokens.length > 0 && found.length === 0
      ? el('p', { class: 'muted', 'data-testid': 'no-tokens' }, words.noTokenMatches)
      : tokenTable(found, { owner: true, place: said, again: read }));
  }
  await load(place, async () => {
    await read();
    return [el('section', { 'data-testid': 'all-tokens' }, el('h2', {}, words.tokens), el('p', { class: 'muted' }, words.allTokensRule), said,
      el('div', { class: 'find' }, field(words.owner, search), el('label', { class: 'check' }, usable, words.onlyUsable)), list)];
  });
}
