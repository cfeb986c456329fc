// Says that there is no line, of when what is shown is and how much waits; and at each button that is of no use without one.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

const say = words.offline;

const DAY_MS = 86_400_000;

/** On the day itself its time alone. @param {string} at */
const when = (at) => (Math.floor(Date.parse(at) / DAY_MS) === Math.floor(Date.now() / DAY_MS) ? format.clock(at) : format.moment(at));

/** Layers of the picture of which something is not there: who does not see them must not think that nothing happened. @param {import('../core/types.js').State} state */
const missing = ({ shown, pictures }) => shown.filter((name) => pictures[name]?.state === 'failed').length;

/** @param {import('../core/store.js').Store} store @param {() => void} unlock what is kept locked */
export function offlineBanner(store, unlock) {
  const banner = el('div', { class: 'offline-banner', role: 'alert', 'data-testid': 'offline' });
  store.watch((s) => [s.lostSince, s.keptAt, s.queue.length, missing(s), s.lock], () => {
    const { lostSince, keptAt, queue } = store.state;
    banner.hidden = lostSince === null;
    fill(banner, lostSince === null ? null : [icon('warning', { size: 16 }), el('span', {}, [
      say.banner(when(lostSince), when(keptAt ?? lostSince)), missing(store.state) > 0 ? say.missing(missing(store.state)) : '', queue.length > 0 ? `${say.unsent(queue.length)}.` : ''].filter(Boolean).join(' ')),
      store.state.lock === 'sealed' ? el('button', { type: 'button', class: 'button small', 'data-testid': 'offline-unlock', onclick: unlock }, say.unlock) : null]);
  }, { now: true });
  return banner;
}

/**
 * What is marked `data-needs-line` says so while there is no line, and does nothing: nobody is to find out by clicking.
 *
 * @param {import('../core/store.js').Store} store @param {(text: string) => void} announce
 */
export function keepNeedsLine(store, announce) {
  const { dataset, style } = document.documentElement;
  style.setProperty('--needs-line', JSON.stringify(` · ${say.needsLine}`));
  store.watch((s) => s.lostSince !== null, (isLost) => { dataset.line = isLost ? 'lost' : 'there'; }, { now: true });
  document.addEventListener('click', (e) => {
    if (store.state.lostSince !== null && e.target instanceof Element && e.target.closest('[data-needs-line]')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      announce(say.needsLineLong);
    }
  }, { capture: true });
}
