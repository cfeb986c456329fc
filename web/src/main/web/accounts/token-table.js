// API tokens as a list, with a way to revoke each.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { api, attempt, button, moment, table } from './parts.js';

/**
 * @param {any[]} tokens
 * @param {{owner?: boolean, place: HTMLElement, again: () => Promise<void>}} options whether the list is of several owners; a
 *     place for what goes wrong; what reads them anew
 */
export function tokenTable(tokens, { owner = false, place, again }) {
  if (tokens.length === 0) {
    return el('p', { class: 'muted', 'data-testid': 'no-tokens' }, words.noTokens);
  }
  const revoke = (/** @type {any} */ token) => confirm(words.askRevoke(token.name)) && attempt(place, async () => {
    await api.json(`/api/tokens/${token.id}`, { method: 'DELETE' });
    await again();
  });
  const state = (/** @type {any} */ token) => token.revokedAt ? words.revoked
    : Date.parse(token.expiresAt) <= Date.now() ? words.expired : button(words.revoke, () => revoke(token), 'revoke');
  return table([...(owner ? [words.owner] : []), words.name, words.scope, words.until, words.lastUsed, ''],
    tokens.map((token) => [...(owner ? [token.username] : []), token.name, scope(token), moment(token.expiresAt),
      token.lastUsedAt ? moment(token.lastUsedAt) : words.never, state(token)]));
}

/** What it may do, and what it is confined to. @param {any} token */
const scope = (token) => [
  token.scope === 'write' ? words.write : words.read,
  token.layers && words.onlyLayers(token.layers.join(', ') || words.none),
  token.roles && words.onlyRoles(token.roles.map((/** @type {string} */ role) => words.roleNames[role] ?? role).join(', ') || words.none),
].filter(Boolean).join('; ');
