// Who may sign in, and what each may do.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { api, attempt, button, field, load, secret, table } from './parts.js';
import { extentText, placeOf, readPlaces } from './places.js';
import { ROLES, userForm } from './user-form.js';

/** @param {HTMLElement} place @param {(view: string, username: string) => void} go to what else is known of somebody */
export async function showUsers(place, go) {
  const said = el('div', {});
  const below = el('div', {});
  const list = el('div', {});
  const search = el('input', { type: 'search', oninput: () => draw(), 'data-testid': 'user-search' });
  const role = el('select', { onchange: () => draw(), 'data-testid': 'user-role' }, el('option', { value: '' }, words.anyRole), ROLES.map((word) => el('option', { value: word }, words.roleNames[word])));
  const places = readPlaces();
  /** @type {import('./places.js').Place[]} */
  let named = [];
  /** @type {any[]} */
  let users = [];
  const path = (/** @type {any} */ user) => `/api/users/${encodeURIComponent(user.username)}`;
  const patch = (/** @type {any} */ user, /** @type {object} */ body) => api.json(path(user), { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const read = async () => {
    users = (await api.json('/api/users')).users;
    draw();
  };
  const edit = (/** @type {any} */ user) => fill(below, userForm(user, places, (body) => attempt(said, async () => {
    const changed = !user || Object.keys(body).length > 0;
    const answer = changed ? await (user ? patch(user, body) : api.post('/api/users', body)) : user;
    fill(below);
    if (answer.password) {
      secret(said, words.oneTime(answer.username), answer.password);
    } else {
      fill(said, el('p', { class: 'notice', role: 'status', 'data-testid': 'saved' }, !user ? words.added(answer.username) : changed ? words.saved(answer.username) : words.unchanged));
    }
    await read();
    back(answer);
  }), () => {
    fill(below);
    back(user);
  }));
  /** Whoever works by keyboard goes on where the form was opened. @param {any} user */
  const back = (user) => /** @type {HTMLElement|null} */ (place.querySelector(`[data-testid="${user ? `edit-${user.username}` : 'add-user'}"]`))?.focus();
  const disable = (/** @type {any} */ user) => (user.disabled || confirm(words.askDisable(user.username))) && attempt(said, async () => {
    await patch(user, { disabled: !user.disabled });
    await read();
  });
  const reset = (/** @type {any} */ user) => confirm(words.askReset(user.username)) && attempt(said, async () => {
    secret(said, words.oneTime(user.username), (await api.json(`${path(user)}/reset`, { method: 'POST' })).password);
    await read();
  });
  const area = (/** @type {any} */ user) => user.area ? placeOf(user.area, named)?.name ?? extentText(user.area) : words.wholeMission;
  function draw() {
    const part = search.value.toLowerCase();
    const found = users.filter((u) => `${u.username} ${u.title}`.toLowerCase().includes(part) && (!role.value || u.roles.includes(role.value)));
    fill(list, found.length === 0 ? el('p', { class: 'muted', 'data-testid': 'no-users' }, words.noUsers) : table([words.user, words.name, words.roles, words.clearance, words.compartments, words.area, words.state, ''],
      found.map((u) => [u.username, u.title, u.roles.map((/** @type {string} */ role) => words.roleNames[role] ?? role).join(', ') || words.none, words.markNames[u.clearance], u.compartments.join(', ') || words.none, area(u),
        u.disabled ? words.disabled : u.mustChangePassword ? words.due : words.enabled,
        el('div', { class: 'actions' }, button(words.edit, () => edit(u), `edit-${u.username}`), button(u.disabled ? words.enable : words.disable, () => disable(u), `disable-${u.username}`),
          button(words.reset, () => reset(u), `reset-${u.username}`), button(words.tokensOf, () => go('tokens', u.username), `tokens-${u.username}`), button(words.log, () => go('log', u.username), `log-${u.username}`))])));
  }
  await load(place, async () => {
    users = (await api.json('/api/users')).users;
    draw();
    return [el('section', {}, el('h2', {}, words.users), el('p', { class: 'muted' }, words.ends), said, below,
      el('div', { class: 'find' }, field(words.search, search), field(words.role, role), button(words.add, () => edit(null), 'add-user')), list)];
  });
  // Without them an area is told by its extent.
  void places.then((read) => {
    named = read;
    draw();
  }, () => {});
}
