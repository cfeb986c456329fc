// What the page says about changes as they come.
// @ts-check
import { count } from '../../core/format.js';

export const liveWords = {
  live: {
    stale: (/** @type {string} */ moment) => `These data have not been fresh since ${moment}. Trying to reach the server again…`,
    added: (/** @type {string} */ layer, /** @type {number} */ n) => `${layer} (${count(n)})`,
    news: (/** @type {string[]} */ parts) => `New on the map: ${parts.join(', ')}`,
    changed: 'Somebody changed this just now.',
    changedWhileTyping: 'Somebody changed this while you were typing. What you typed is still here.',
    show: 'Show the new version',
  },
};
