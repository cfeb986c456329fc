// Asks for the passphrase of what is kept locked, when there is no line; the page goes on without it too.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/locked.js';
import { passphraseForm } from './passphrase-form.js';

/** @param {import('../core/store.js').Store} store @param {import('./kept.js').Kept} kept */
export function askToUnlock(store, kept) {
  if (document.querySelector('dialog.unlocking')) {
    return;
  }
  const close = () => { dialog.close(); dialog.remove(); stop(); };
  const form = passphraseForm({ id: 'unlocking-passphrase', act: words.unlock, use: (passphrase) => unlock(store, kept, passphrase),
    beside: el('button', { type: 'button', class: 'button', 'data-testid': 'unlock-without', onclick: () => close() }, words.without) });
  const dialog = el('dialog', { class: 'leaving unlocking', 'aria-label': words.unlock, 'data-testid': 'unlocking', oncancel: () => close() }, el('p', {}, words.unlockAbout), form);
  const stop = store.watch((s) => s.lock === 'sealed' && s.lostSince !== null, (isNeeded) => isNeeded || close());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {import('../core/store.js').Store} store @param {import('./kept.js').Kept} kept @param {string} passphrase @returns {Promise<string>} what is wrong */
export async function unlock(store, kept, passphrase) {
  if (!(await kept.lock.unlock(passphrase))) {
    return words.wrong;
  }
  if (store.state.lostSince !== null) {
    // What was missing is asked for again.
    store.dispatch({ type: 'data/changed' });
  }
  return '';
}
