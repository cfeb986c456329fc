// Whose work the ground is: on the map at all times, as plain text. Beside it the button that fetches what is not there.
// @ts-check
import { highest } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { failedGround, shownGround } from '../core/arrangement.js';
import { icon } from '../core/icons.js';
import { words } from '../words/ground.js';
/** The credits of those that are drawn, from above, each once and running in its own direction. @param {import('../core/types.js').State} state @returns {(HTMLElement|string)[]} */
export function creditNodes(state) {
  const credits = new Set(shownGround(state).reverse().map(({ attribution }) => attribution));
  return credits.size === 0 ? [] : [`${words.credit} `, ...[...credits].flatMap((credit, i) => [i > 0 ? ' · ' : '', el('bdi', {}, credit)])];
}

/** @param {HTMLElement} area of the map @param {import('../core/store.js').Store} store @param {() => void} retry */
export function keepAttribution(area, store, retry) {
  const credits = el('div', { class: 'credits', 'data-testid': 'attribution' });
  const ask = el('button', { type: 'button', class: 'button small credits-ask', 'data-testid': 'ground-ask', onclick: () => (store.state.groundHeld ? store.dispatch({ type: 'ground/asked' }) : retry()) });
  area.querySelector('.map-credits')?.prepend(ask, credits);
  store.watch((s) => [s.basemaps, s.ground], () => {
    const nodes = creditNodes(store.state);
    credits.hidden = nodes.length === 0;
    fill(credits, nodes);
    store.dispatch({ type: 'mark/seen', part: 'ground', mark: highest(shownGround(store.state).map(({ classification }) => classification)) });
  }, { now: true });
  // Without a line it is known why something is missing.
  store.watch((s) => [s.groundHeld, s.lostSince === null && failedGround(s).length > 0], () => {
    const { groundHeld, lostSince } = store.state;
    const isIncomplete = lostSince === null && failedGround(store.state).length > 0;
    ask.hidden = groundHeld === null && !isIncomplete;
    fill(ask, groundHeld ? [icon('ground', { size: 14 }), ' ', words.ask(format.bytes(groundHeld.bytes))] : isIncomplete ? [icon('retry', { size: 14 }), ' ', words.incomplete] : null);
  }, { now: true });
}
