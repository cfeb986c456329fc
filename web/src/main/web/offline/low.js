// Sparing the line: switched by whoever works here, proposed when the line is slow, and said wherever something waits.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';

const KEPT = 'vigie.low';
const REFUSED = 'vigie.low.refused';
/** A page that takes so long to stand has a line to be spared. */
const SLOW_MS = 12_000;

const say = words.offline;

/** What the browser says of the line; not every browser says something. @returns {boolean} */
function isSlow() {
  const line = /** @type {{saveData?: boolean, effectiveType?: string}|undefined} */ (/** @type {any} */ (navigator).connection);
  return line?.saveData === true || ['slow-2g', '2g', '3g'].includes(line?.effectiveType ?? '') || performance.now() > SLOW_MS;
}

/** @param {import('../core/store.js').Store} store @returns {HTMLElement} what is said on the map */
export function keepLow(store) {
  if (localStorage.getItem(KEPT) === 'on') {
    store.dispatch({ type: 'low/set', low: true });
  }
  store.watch((s) => s.low, (low) => localStorage.setItem(KEPT, low ? 'on' : 'off'));
  const notice = el('div', { class: 'low-notice', role: 'status' });
  const button = (/** @type {string} */ text, /** @type {string} */ id, /** @type {() => void} */ act) => el('button', { type: 'button', class: 'button small', 'data-testid': id, onclick: act }, text);
  let isProposed = !store.state.low && sessionStorage.getItem(REFUSED) === null && localStorage.getItem(KEPT) === null && isSlow();

  function show() {
    const { heldBack, low } = store.state;
    isProposed &&= !low;
    notice.hidden = !heldBack && !isProposed;
    notice.dataset.testid = heldBack ? 'held-back' : 'low-proposal';
    fill(notice, heldBack ? [el('span', {}, say.heldBack), button(say.fetch, 'low-ask', () => store.dispatch({ type: 'view/asked' }))]
      : isProposed ? [el('span', {}, say.propose), button(say.proposeYes, 'low-yes', () => store.dispatch({ type: 'low/set', low: true })),
        button(say.proposeNo, 'low-no', () => { isProposed = false; sessionStorage.setItem(REFUSED, 'yes'); show(); })] : null);
  }
  store.watch((s) => [s.heldBack, s.low], show, { now: true });
  return notice;
}
