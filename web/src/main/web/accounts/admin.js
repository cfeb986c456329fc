// Who may sign in, and what each may do; for administrators. The server decides, this page only asks.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/en-accounts.js';
import { api, app, attempt, button, field, heading, moment, open, secret, table, tokenTable } from './parts.js';
import { userForm, ROLES } from './user-form.js';

void open(async () => {
  const session = await api.session();
  if (!session.roles.includes('administrator')) {
    fill(app, ...heading(words.forAdministrators), el('p', { 'data-testid': 'not-for-you' }, words.ask));
    return;
  }
  const said = el('div', {});
  const below = el('div', {});
  const list = el('div', {});
  const search = el('input', { type: 'search', oninput: () => draw(), 'data-testid': 'user-search' });
  const role = el('select', { onchange: () => draw() }, el('option', { value: '' }, words.anyRole), ROLES.map((word) => el('option', { value: word }, word)));
  /** @type {any[]} */
  let users = [];
  const path = (/** @type {any} */ user) => `/api/users/${encodeURIComponent(user.username)}`;
  const patch = (/** @type {any} */ user, /** @type {object} */ body) => api.json(path(user), { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const read = async () => {
    users = (await api.json('/api/users')).users;
    draw();
  };
  const edit = (/** @type {any} */ user) => fill(below, userForm(user, async (body) => attempt(said, async () => {
    const answer = user ? await patch(user, body) : await api.post('/api/users', body);
    fill(below);
    if (answer.password) {
      secret(said, words.oneTime(answer.username), answer.password);
    }
    await read();
  }), () => fill(below)));
  const disable = (/** @type {any} */ user) => (user.disabled || confirm(words.askDisable(user.username))) && attempt(said, async () => {
    await patch(user, { disabled: !user.disabled });
    await read();
  });
  const reset = (/** @type {any} */ user) => confirm(words.askReset(user.username)) && attempt(said, async () => {
    secret(said, words.oneTime(user.username), (await api.json(`${path(user)}/reset`, { method: 'POST' })).password);
  });
  const log = (/** @type {any} */ user) => attempt(said, async () => {
    const { entries } = await api.json(`${path(user)}/log`);
    fill(below, el('section', {}, el('h2', {}, words.logOf(user.username)), table(['', '', ''], entries.map((/** @type {any} */ e) => [moment(e.at), e.by, e.what]))));
  });
  const tokens = (/** @type {any} */ user) => attempt(said, async () => {
    const answer = await api.json(`/api/tokens?username=${encodeURIComponent(user.username)}`);
    fill(below, el('section', {}, el('h2', {}, words.tokensHeading(user.username)), tokenTable(answer.tokens, said, async () => { await tokens(user); })));
  });
  function draw() {
    const part = search.value.toLowerCase();
    const found = users.filter((u) => `${u.username} ${u.title}`.toLowerCase().includes(part) && (!role.value || u.roles.includes(role.value)));
    fill(list, found.length === 0 ? el('p', { class: 'muted' }, words.noUsers) : table([words.user, words.name, words.roles, words.clearance, words.compartments, words.state, ''],
      found.map((u) => [u.username, u.title, u.roles.join(', ') || words.none, u.clearance.replaceAll('_', ' '), u.compartments.join(', ') || words.none,
        u.disabled ? words.disabled : u.mustChangePassword ? words.due : words.enabled,
        el('div', { class: 'actions' }, button(words.edit, () => edit(u), `edit-${u.username}`), button(u.disabled ? words.enable : words.disable, () => disable(u), `disable-${u.username}`),
          button(words.reset, () => reset(u), `reset-${u.username}`), button(words.tokensOf, () => tokens(u), `tokens-${u.username}`), button(words.log, () => log(u), `log-${u.username}`))])));
  }
  await read();
  fill(app, ...heading(words.administration), said, below,
    el('section', {}, el('h2', {}, words.users), el('p', { class: 'muted' }, words.ends), el('div', { class: 'find' }, field(words.search, search), field(words.roles, role), button(words.add, () => edit(null), 'add-user')), list));
});
