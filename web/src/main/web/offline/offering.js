// Offers once to keep locked what may not lie open on this computer, where something of it came.
// @ts-check
import { CLASSIFICATIONS, markName } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import { LINE } from './line-chip.js';

const REFUSED = 'vigie.locked.refused';

/** Whether there is anything to lock for whom is signed in, and a browser that can. @param {import('../core/types.js').Session|null} session */
export const mayOffer = (session) => session !== null && CLASSIFICATIONS.indexOf(session.offlineLocked ?? 'none') > 0 && CLASSIFICATIONS.indexOf(session.clearance) > 0
  && isSecureContext && 'caches' in globalThis;

export const refuseOffer = () => localStorage.setItem(REFUSED, 'yes');

/** @param {HTMLElement} mapArea @param {import('../core/store.js').Store} store */
export function keepOffering(mapArea, store) {
  const notice = el('div', { class: 'low-notice lock-offer', role: 'status', hidden: true, 'data-testid': 'lock-offer' });
  mapArea.after(notice);

  async function offer() {
    const { words } = await import('../words/locked.js');
    const { session, lock } = store.state;
    fill(notice, el('span', {}, words.offer(markName(session?.offlineLocked ?? '').toUpperCase())),
      el('button', { type: 'button', class: 'button small primary', 'data-testid': 'lock-offer-yes', onclick: () => store.dispatch({ type: 'tool/set', tool: LINE }) }, words.offerYes),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'lock-offer-no', onclick: () => { refuseOffer(); show(); } }, words.offerNo));
    notice.hidden = lock !== 'wanted';
  }

  function show() {
    const { lock, session, wall, tool } = store.state;
    // Without its worker the page does not open when there is no line.
    const isWanted = lock === 'wanted' && wall === null && tool !== LINE && mayOffer(session) && localStorage.getItem(REFUSED) === null && Boolean(navigator.serviceWorker?.controller);
    notice.hidden = true;
    if (isWanted) {
      void offer().catch(() => undefined);
    }
  }
  store.watch((s) => [s.lock, s.tool, s.wall, s.session], show, { now: true });
  navigator.serviceWorker?.addEventListener('controllerchange', show);
}
