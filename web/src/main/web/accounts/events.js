// What happened about accounts: decisions, sign-ins and those that were refused, newest first.
// @ts-check
import { debounce, el, fill } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { api, button, field, load, moment, table } from './parts.js';

const PAGE = 100;

/** @param {HTMLElement} place @param {string} username whose to begin with */
export async function showEvents(place, username) {
  const list = el('div', {});
  const names = el('datalist', { id: 'user-names' });
  const who = el('input', { type: 'search', value: username, list: 'user-names', autocapitalize: 'none', oninput: debounce(() => void again(), 300), 'data-testid': 'log-user' });
  /** @type {any[]} */
  let events = [];
  const ask = async () => {
    const name = who.value.trim();
    const before = events.length > 0 ? `&before=${events[events.length - 1].number}` : '';
    const answer = await api.json(`/api/account-events?limit=${PAGE}${before}${name ? `&username=${encodeURIComponent(name)}` : ''}`);
    events = [...events, ...answer.events];
    return answer.events.length === PAGE;
  };
  const draw = (/** @type {boolean} */ more) => events.length === 0
    ? [el('p', { class: 'muted', 'data-testid': 'no-events' }, who.value.trim() ? words.noEventsOf(who.value.trim()) : words.noEvents)]
    : [table([words.when, words.user, words.what, words.by], events.map((each) => [moment(each.at), each.username, each.what, each.by])),
      more ? button(words.older, () => void further(), 'older') : el('p', { class: 'muted' }, words.noOlder)];
  const further = async () => {
    const more = el('div', {});
    list.lastElementChild?.replaceWith(more);
    await load(more, async () => {
      const rest = await ask();
      fill(list, ...draw(rest));
      return [];
    });
  };
  const again = () => load(list, async () => {
    events = [];
    return draw(await ask());
  });
  fill(place, el('section', { 'data-testid': 'events' }, el('h2', {}, words.log), el('p', { class: 'muted' }, words.logRule),
    el('div', { class: 'find' }, field(words.user, who), names), list));
  void api.json('/api/users').then((answer) => fill(names, answer.users.map((/** @type {any} */ user) => el('option', { value: user.username }))), () => {});
  await again();
}
