// Says that there is no line, and of when what is shown is.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store */
export function offlineBanner(store) {
  const banner = el('div', { class: 'offline-banner', role: 'alert', 'data-testid': 'offline' });
  store.watch((s) => [s.lostSince, s.keptAt], () => {
    const { lostSince, keptAt } = store.state;
    banner.hidden = lostSince === null || keptAt === null;
    fill(banner, lostSince === null || keptAt === null ? null : [icon('warning', { size: 16 }), ' ', el('span', {}, words.offline.banner(format.moment(lostSince), format.moment(keptAt)))]);
  }, { now: true });
  return banner;
}
