// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { keepUndo } from '../query/undo.js';
import { words } from '../words/words.js';
import { accountMenu } from './account-menu.js';
import { chips } from './chips.js';
import { keepFitting } from './fit.js';
/** @typedef {import('../core/store.js').Store} Store */

/**
 * @param {HTMLElement} parent
 * @param {Store} store
 * @param {{openHelp: () => void, tools: {bar: HTMLElement, few: (few: boolean) => void, away: () => number}, signOut: () => void}} parts
 */
export function mountHeader(parent, store, { openHelp, tools, signOut }) {
  const { mission, session } = store.state;
  const asOf = el('div', { class: 'as-of', 'data-testid': 'data-as-of', 'aria-live': 'off' });
  const chipRow = el('div', { class: 'chips', role: 'group', 'aria-label': words.panels.filters, 'data-testid': 'chips' });
  const theme = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'theme', onclick: () => {
    store.dispatch({ type: 'theme/set', theme: store.state.theme === 'dark' ? 'light' : 'dark' });
  } });

  const name = el('span', { dir: 'auto', 'data-testid': 'mission' }, mission?.name ?? words.app);
  parent.append(
    el('h1', { class: 'mission', title: mission?.name }, icon('pin', { size: 20 }), name),
    mission?.exercise ? el('strong', { class: 'ribbon', 'data-testid': 'exercise', title: words.exerciseLong }, words.exercise) : '',
    chipRow,
    tools.bar,
    asOf,
    theme,
    el('button', { type: 'button', class: 'icon-button', title: words.help.open, 'aria-label': words.help.open, 'data-testid': 'help', onclick: openHelp }, icon('help')),
    session ? accountMenu(session, signOut) : '');

  store.watch((s) => s.theme, (now) => {
    const next = now === 'dark' ? 'light' : 'dark';
    theme.title = words.theme.switchTo[next];
    theme.setAttribute('aria-label', theme.title);
    fill(theme, icon(now === 'dark' ? 'sun' : 'moon'));
  }, { now: true });

  store.watch((s) => [s.dataAsOf, s.lostSince], () => {
    const { dataAsOf: now, lostSince } = store.state;
    asOf.classList.toggle('is-lost', lostSince !== null);
    fill(asOf, now && now.sequence > 0
      ? [el('span', { class: 'as-of-label' }, words.asOfShort), ' ', el('time', { datetime: now.committedAt }, format.moment(now.committedAt))]
      : words.noData);
  }, { now: true });

  const showChips = () => fill(chipRow, chips(store, past));
  const past = keepUndo(store, showChips);
  store.watch((s) => [s.filters, s.text, s.cql, s.names, s.catalog, s.period, s.relative, s.mission], showChips, { now: true });
  keepFitting(parent, { chips: chipRow, asOf, mission: name, tools });
}
