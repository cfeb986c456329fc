// Before somebody signs out: what was not sent would be lost.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

const say = words.offline;

/** @param {number} unsent @returns {Promise<boolean>} whether to sign out all the same */
export function askBeforeLosing(unsent) {
  return new Promise((answer) => {
    const close = (/** @type {boolean} */ leave) => { dialog.close(); dialog.remove(); answer(leave); };
    const dialog = el('dialog', { class: 'leaving', 'data-testid': 'leaving', oncancel: () => close(false) }, el('p', {}, say.signOutSure(unsent)),
      el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button primary', autofocus: true, 'data-testid': 'leaving-stay', onclick: () => close(false) }, say.stay),
        el('button', { type: 'button', class: 'button', 'data-testid': 'leaving-yes', onclick: () => close(true) }, say.signOutYes)));
    document.body.append(dialog);
    dialog.showModal();
  });
}
