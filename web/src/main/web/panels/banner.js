// The classification of what is shown, at the top and at the bottom of the page.
// @ts-check
import { compartmentsOfPage, marking, markOfPage } from '../core/classification.js';
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store @returns {[HTMLElement, HTMLElement]} the upper and the lower */
export function banners(store) {
  const upper = el('p', { class: 'banner is-upper', role: 'note', 'aria-label': words.banner, 'data-testid': 'banner' });
  // Said once: the lower one is the same for eyes.
  const lower = el('p', { class: 'banner is-lower', 'aria-hidden': 'true' });
  store.watch((s) => [markOfPage(s), compartmentsOfPage(s).join()], () => {
    const mark = markOfPage(store.state);
    for (const banner of [upper, lower]) {
      banner.textContent = marking(mark, compartmentsOfPage(store.state));
      banner.dataset.mark = mark;
    }
  }, { now: true });
  return [upper, lower];
}
