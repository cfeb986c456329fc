// Who I am, where I am signed in, and what programs may do in my name.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { api, app, attempt, button, field, heading, load, moment, open, secret, table } from './parts.js';
import { tokenTable } from './token-table.js';

void open(async () => {
  const session = /** @type {any} */ (await api.session());
  fill(app, ...heading(words.account, session),
    el('section', {}, el('h2', {}, words.who), table([words.user, words.name, words.roles, words.clearance, words.compartments, words.expires],
      [[session.username, session.title, session.roles.map((/** @type {string} */ role) => words.roleNames[role] ?? role).join(', ') || words.none, words.markNames[session.clearance], session.compartments.join(', ') || words.none, moment(session.expiresAt)]])),
    el('section', {}, el('h2', {}, words.password), el('p', { class: 'muted' }, words.passwordRule), el('a', { href: '/password?to=/account' }, words.passwordLink)),
    await sessions(), await tokens());
});

async function sessions() {
  const said = el('div', {});
  const list = el('div', {});
  const show = () => load(list, async () => {
    /** @type {any[]} */
    const found = (await api.json('/api/account/sessions')).sessions;
    const elsewhere = button(words.endOthers, () => void attempt(said, async () => {
      const { ended } = await api.json('/api/account/sessions', { method: 'DELETE' });
      fill(said, el('p', { class: 'notice', role: 'status', 'data-testid': 'sessions-ended' }, words.ended(ended)));
      await show();
    }), 'end-others');
    elsewhere.disabled = found.every((each) => each.present);
    return [table([words.begun, words.lastUsed, words.address, words.browser, ''],
      found.map((each) => [moment(each.begun), moment(each.lastUsed), each.address || words.unknown, each.browser || words.unknown, each.present ? el('b', { 'data-testid': 'here' }, words.here) : ''])),
    elsewhere, elsewhere.disabled ? el('p', { class: 'muted' }, words.onlyHere) : ''];
  });
  await show();
  return el('section', { 'data-testid': 'sessions' }, el('h2', {}, words.sessions), el('p', { class: 'muted' }, words.sessionRule), said, list);
}

async function tokens() {
  const said = el('div', {});
  const list = el('div', {});
  const name = el('input', { type: 'text', required: true, maxlength: '100', 'data-testid': 'token-name' });
  const scope = el('select', { 'data-testid': 'token-scope' }, el('option', { value: 'read' }, words.read), el('option', { value: 'write' }, words.write));
  const days = el('input', { type: 'number', min: '1', max: '365', value: '90', required: true, 'data-testid': 'token-days' });
  /** @returns {Promise<void>} */
  const show = () => load(list, async () => [tokenTable((await api.json('/api/tokens')).tokens, { place: said, again: show })]);
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
  return el('section', { 'data-testid': 'tokens' }, el('h2', {}, words.tokens), el('p', { class: 'muted' }, words.tokenRule), list, said,
    el('form', { onsubmit: make }, field(words.tokenName, name), field(words.scope, scope), field(words.days, days), el('button', { class: 'button primary', 'data-testid': 'make-token' }, words.make)));
}
