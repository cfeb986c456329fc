// Who I am, and what programs may do in my name.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/en-accounts.js';
import { api, app, attempt, field, heading, moment, open, secret, table, tokenTable } from './parts.js';

void open(async () => {
  const session = /** @type {any} */ (await api.session());
  const said = el('div', {});
  const list = el('div', {});
  const name = el('input', { type: 'text', required: true, maxlength: '100', 'data-testid': 'token-name' });
  const scope = el('select', {}, el('option', { value: 'read' }, words.read), el('option', { value: 'write' }, words.write));
  const days = el('input', { type: 'number', min: '1', max: '365', value: '90', required: true });
  const show = async () => fill(list, tokenTable((await api.json('/api/tokens')).tokens, said, show));
  const make = (/** @type {Event} */ event) => {
    event.preventDefault();
    void attempt(said, async () => {
      const made = await api.post('/api/tokens', { name: name.value, scope: scope.value, days: Number(days.value) });
      secret(said, words.once, made.token, `curl -H "Authorization: Bearer ${made.token}" ${location.origin}/collections`);
      name.value = '';
      await show();
    });
  };
  await show();
  fill(app, ...heading(words.account),
    el('section', {}, el('h2', {}, words.who), table([words.user, words.name, words.roles, words.clearance, words.compartments, words.expires],
      [[session.username, session.title, session.roles.join(', ') || words.none, session.clearance.replaceAll('_', ' '), session.compartments.join(', ') || words.none, moment(session.expiresAt)]])),
    el('section', {}, el('h2', {}, words.password), el('p', { class: 'muted' }, words.passwordRule), el('a', { href: '/password?to=/account' }, words.passwordLink)),
    el('section', {}, el('h2', {}, words.tokens), el('p', { class: 'muted' }, words.tokenRule), list, said,
      el('form', { onsubmit: make }, field(words.tokenName, name), field(words.scope, scope), field(words.days, days), el('button', { class: 'button primary', 'data-testid': 'make-token' }, words.make))));
});
