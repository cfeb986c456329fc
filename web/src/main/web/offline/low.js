// Sparing the line: switched by whoever works here or by what the browser asks for, proposed when the line is slow, and said
// wherever something waits.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';

const KEPT = 'vigie.low';
const REFUSED = 'vigie.low.refused';
/** A page that takes so long to stand has a line to be spared. */
const SLOW_MS = 12_000;

const say = words.offline;

/** What the browser says of the line; not every browser says something. @returns {{saveData?: boolean, effectiveType?: string}} */
const line = () => /** @type {any} */ (navigator).connection ?? {};

/** What leaves no doubt: somebody has told the browser to save data, or next to nothing comes through. */
const asksToSpare = () => line().saveData === true || ['slow-2g', '2g'].includes(line().effectiveType ?? '');

/** Whether the line seems slow to a page that has just been loaded. */
export const isSlow = () => asksToSpare() || line().effectiveType === '3g' || performance.now() > SLOW_MS;

/** @param {import('../core/store.js').Store} store @returns {HTMLElement} what is said on the map */
export function keepLow(store) {
  const isUndecided = sessionStorage.getItem(REFUSED) === null && localStorage.getItem(KEPT) === null;
  let isTold = isUndecided && asksToSpare();
  // Before the first data are asked for. What the browser asks for today is not kept as somebody's choice.
  if (isTold || localStorage.getItem(KEPT) === 'on') {
    store.dispatch({ type: 'low/set', low: true });
  }
  store.watch((s) => s.low, (low) => localStorage.setItem(KEPT, low ? 'on' : 'off'));
  const notice = el('div', { class: 'low-notice', role: 'status' });
  const button = (/** @type {string} */ text, /** @type {string} */ id, /** @type {() => void} */ act) => el('button', { type: 'button', class: 'button small', 'data-testid': id, onclick: act }, text);
  let isProposed = isUndecided && !isTold && isSlow();

  function show() {
    const { heldBack, low } = store.state;
    isProposed &&= !low;
    isTold &&= low;
    notice.hidden = !heldBack && !isProposed && !isTold;
    notice.dataset.testid = heldBack ? 'held-back' : isTold ? 'low-told' : isProposed ? 'low-proposal' : '';
    fill(notice, heldBack ? [el('span', {}, say.heldBack), button(say.fetch, 'low-ask', () => store.dispatch({ type: 'view/asked' }))]
      : isTold ? [el('span', {}, say.told), button(say.toldKeep, 'low-keep', () => { isTold = false; localStorage.setItem(KEPT, 'on'); show(); }),
        button(say.toldNo, 'low-off', () => store.dispatch({ type: 'low/set', low: false }))]
      : isProposed ? [el('span', {}, say.propose), button(say.proposeYes, 'low-yes', () => store.dispatch({ type: 'low/set', low: true })),
        button(say.proposeNo, 'low-no', () => { isProposed = false; sessionStorage.setItem(REFUSED, 'yes'); show(); })] : null);
  }
  store.watch((s) => [s.heldBack, s.low], show, { now: true });
  return notice;
}
