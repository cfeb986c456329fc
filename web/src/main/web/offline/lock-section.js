// Under Connection: what may lie on this computer locked alone, from choosing a passphrase to forgetting it.
// @ts-check
import { markName } from '../core/classification.js';
import { debounce, el, fill } from '../core/dom.js';
import { words } from '../words/locked.js';
import { mayOffer, refuseOffer } from './offering.js';
import { passphraseForm } from './passphrase-form.js';
import { unlock } from './unlocking.js';

const SETTLED_MS = 500;

/** @param {import('../tools/tools.js').ToolContext} context @returns {HTMLElement} empty where there is nothing to lock */
export function lockSection({ store, kept, announce }) {
  const node = el('section', { class: 'locked', 'data-testid': 'locked', hidden: true });
  const count = el('p', { class: 'muted', 'data-testid': 'locked-count' });

  /** @param {string} passphrase */
  async function setUp(passphrase) {
    if (!(await kept.lock.setUp(passphrase))) {
      return words.notNow;
    }
    announce(words.done);
    // What is shown already comes again, to be kept.
    store.dispatch({ type: 'data/changed' });
    return '';
  }

  async function forget() {
    refuseOffer();
    await kept.lock.forget();
    announce(words.forgotten);
  }

  function forgetting() {
    const status = el('div', { role: 'status' });
    const ask = () => {
      fill(status, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, words.forgetSure), el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button small', 'data-testid': 'locked-forget-sure', onclick: () => void forget() }, words.forgetYes),
        el('button', { type: 'button', class: 'button small', onclick: () => fill(status) }, words.keep))));
      status.querySelector('button')?.focus();
    };
    return [el('button', { type: 'button', class: 'button small', 'data-testid': 'locked-forget', onclick: ask }, words.forget), status];
  }

  const tell = debounce(async () => {
    const n = node.hidden ? 0 : await kept.lock.count().catch(() => 0);
    fill(count, n > 0 ? words.count(n) : '');
  }, SETTLED_MS);

  store.watch((s) => [s.lock, s.session], () => {
    const { lock, session } = store.state;
    node.hidden = !mayOffer(session);
    const isThere = lock === 'sealed' || lock === 'open';
    fill(node, el('h3', {}, words.title), isThere ? [
      el('p', { 'data-testid': 'locked-state' }, words[lock]), count,
      lock === 'sealed' ? passphraseForm({ id: 'locked-passphrase', act: words.unlock, use: (passphrase) => unlock(store, kept, passphrase) }) : null, ...forgetting(),
    ] : [el('p', {}, words.about(markName(session?.offlineLocked ?? '').toUpperCase())), passphraseForm({ id: 'passphrase-new', isNew: true, act: words.setUp, use: setUp })],
    el('p', { class: 'muted' }, words.limits));
    tell();
  }, { now: true });
  store.watch((s) => [s.pictures, s.counts], tell);
  return node;
}
