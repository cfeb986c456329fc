// Whose work the ground is: on the map at all times, as plain text. Beside it, where the line is spared, the button that fetches it.
// @ts-check
import { highest } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { shownGround } from '../core/ground.js';
import { icon } from '../core/icons.js';
import { words } from '../words/ground.js';
/** The credits of those that are drawn, from above, each once and running in its own direction. @param {import('../core/types.js').State} state @returns {(HTMLElement|string)[]} */
export function creditNodes(state) {
  const credits = new Set(shownGround(state).reverse().map(({ attribution }) => attribution));
  return credits.size === 0 ? [] : [`${words.credit} `, ...[...credits].flatMap((credit, i) => [i > 0 ? ' · ' : '', el('bdi', {}, credit)])];
}

/** @param {HTMLElement} area of the map @param {import('../core/store.js').Store} store */
export function keepAttribution(area, store) {
  const credits = el('div', { class: 'credits', 'data-testid': 'attribution' });
  const ask = el('button', { type: 'button', class: 'button small credits-ask', 'data-testid': 'ground-ask', onclick: () => store.dispatch({ type: 'ground/asked' }) });
  area.querySelector('.map-credits')?.prepend(ask, credits);
  store.watch((s) => [s.basemaps, s.ground], () => {
    const nodes = creditNodes(store.state);
    credits.hidden = nodes.length === 0;
    fill(credits, nodes);
    store.dispatch({ type: 'mark/seen', part: 'ground', mark: highest(shownGround(store.state).map(({ classification }) => classification)) });
  }, { now: true });
  store.watch((s) => s.groundHeld, (held) => {
    ask.hidden = held === null;
    fill(ask, held && [icon('ground', { size: 14 }), ' ', words.ask(format.bytes(held.bytes))]);
  }, { now: true });
}
