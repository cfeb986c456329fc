// The form for a new account and for a change of one.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { areaField } from './area-field.js';
import { button, field } from './parts.js';

export const ROLES = ['viewer', 'reporter', 'duty-officer', 'protection-adviser', 'analyst', 'administrator'];
const LEVELS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'];

/**
 * @param {any} user null for a new one
 * @param {Promise<import('./places.js').Place[]>} places
 * @param {(body: Record<string, unknown>) => Promise<void>} send of a change, only what is different
 * @param {() => void} cancel
 */
export function userForm(user, places, send, cancel) {
  const username = el('input', { type: 'text', required: true, disabled: Boolean(user), value: user?.username ?? '', pattern: '[a-z0-9][a-z0-9._\\-]{1,39}', autocapitalize: 'none', 'aria-describedby': 'name-rule', 'data-testid': 'user-name' });
  const title = el('input', { type: 'text', required: true, maxlength: '200', value: user?.title ?? '', 'data-testid': 'user-title' });
  const roles = ROLES.map((word) => el('input', { type: 'checkbox', value: word, checked: Boolean(user?.roles.includes(word)), 'data-testid': `role-${word}` }));
  const level = el('select', { 'data-testid': 'user-clearance' }, LEVELS.map((word) => el('option', { value: word, selected: user?.clearance === word }, words.markNames[word])));
  const codes = el('input', { type: 'text', value: user?.compartments.join(', ') ?? '', 'data-testid': 'user-compartments' });
  const subject = el('input', { type: 'text', maxlength: '255', value: user?.oidcSubject ?? '', autocapitalize: 'none', spellcheck: 'false', 'data-testid': 'user-subject' });
  const area = areaField(user?.area ?? null, places);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const wanted = area.read();
    if (!wanted) {
      return;
    }
    const body = {
      title: title.value.trim(), roles: roles.filter((box) => box.checked).map((box) => box.value), clearance: level.value,
      compartments: codes.value.split(',').map((code) => code.trim()).filter(Boolean), area: wanted.area,
      oidcSubject: subject.value.trim() || null,
    };
    void send(user ? different(user, body) : { username: username.value, ...body });
  };
  queueMicrotask(() => (user ? title : username).focus());
  return el('section', { 'data-testid': 'user-form' }, el('h2', {}, user ? words.editOf(user.username) : words.add), el('form', { onsubmit: submit },
    field(words.user, username), user ? '' : el('p', { class: 'muted', id: 'name-rule' }, words.nameRule), field(words.name, title),
    el('fieldset', { class: 'roles' }, el('legend', {}, words.roles), roles.map((box) => el('label', { class: 'check' }, box, words.roleNames[box.value]))),
    field(words.clearance, level), field(words.codes, codes), area.node, field(words.subject, subject), user ? el('p', { class: 'muted' }, words.ends) : '',
    el('div', { class: 'actions' }, el('button', { class: 'button primary', 'data-testid': 'save-user' }, words.save), button(words.cancel, cancel, 'cancel-user'))));
}

/** @param {any} user @param {Record<string, any>} body @returns {Record<string, unknown>} what a change has to say */
function different(user, body) {
  const before = { ...user, area: user.area ?? null, oidcSubject: user.oidcSubject ?? null };
  const text = (/** @type {any} */ value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => text(value) !== text(before[name])));
}
