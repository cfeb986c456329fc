// Accounts, API tokens and what happened about them; for administrators. The server decides, this page only asks.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/accounts.js';
import { showEvents } from './events.js';
import { api, app, heading, open } from './parts.js';
import { showTokens } from './tokens.js';
import { showUsers } from './users.js';

/** Which view the address asks for, and of whom: "#tokens/amina". */
const asked = () => {
  const [view, username = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { view: ['tokens', 'log'].includes(view) ? view : 'users', username };
};

const go = (/** @type {string} */ view, /** @type {string} */ username) => { location.hash = username ? `${view}/${username}` : view; };

void open(async () => {
  const session = await api.session();
  const place = el('div', {});
  const tabs = [['users', words.users], ['tokens', words.tokens], ['log', words.log]].map(([view, title]) => el('a', { href: `#${view}`, 'data-view': view, 'data-testid': `view-${view}` }, title));
  const show = async () => {
    const { view, username } = asked();
    for (const tab of tabs) {
      if (tab.dataset.view === view) {
        tab.setAttribute('aria-current', 'page');
      } else {
        tab.removeAttribute('aria-current');
      }
    }
    await (view === 'tokens' ? showTokens(place, username) : view === 'log' ? showEvents(place, username) : showUsers(place, go));
  };
  fill(app, ...heading(words.administration, session), el('nav', { class: 'views', 'aria-label': words.views }, tabs), place);
  addEventListener('hashchange', () => void show());
  await show();
});
