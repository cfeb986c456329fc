// Says since when the picture may be behind, on every view of it: an old picture that looks current is worse than none.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store */
export function staleBanner(store) {
  const banner = el('div', { class: 'stale', role: 'alert', 'data-testid': 'stale' });
  store.watch((s) => s.staleSince, (since) => {
    banner.hidden = since === null;
    fill(banner, since === null ? null : el('span', {}, words.live.stale(format.clock(since))));
  }, { now: true });
  return banner;
}
