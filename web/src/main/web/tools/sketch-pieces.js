// What a line cut an area into: which pieces stay.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
import { measured } from './measure/load.js';
/** @typedef {import('./outline/parts.js').Parts} Parts */
/** What else can be done with the pieces; null while it cannot be. @typedef {{label: string, testId: string, when: () => boolean, act: (chosen: Parts, others: Parts) => void}} Extra */

const say = words.drawing;

/** @param {import('./sketch.js').Sketch} sketch @param {Extra} [extra] */
export function sketchPieces(sketch, extra) {
  const node = el('div', { class: 'sketch-pieces', 'data-testid': 'sketch-pieces', hidden: true });
  /** @type {Parts|null} */
  let shown = null;

  /** @param {Parts} pieces */
  function show(pieces) {
    const boxes = pieces.map((_, i) => el('input', { type: 'checkbox', checked: i === 0, 'data-testid': `piece-${i + 1}`, onchange: check }));
    const sizes = pieces.map(() => el('span', { class: 'muted' }));
    const keep = el('button', { type: 'button', class: 'button small primary', 'data-testid': 'pieces-keep', onclick: () => sketch.keep(chosen()) }, say.keepPieces);
    const more = extra?.when() ? el('button', { type: 'button', class: 'button small', 'data-testid': extra.testId, onclick: () => extra.act(chosen().map((i) => pieces[i]), pieces.filter((_, i) => !chosen().includes(i))) }, extra.label) : null;
    const chosen = () => boxes.flatMap((box, i) => (box.checked ? [i] : []));
    function check() {
      const n = chosen().length;
      keep.disabled = n === 0;
      if (more) {
        more.disabled = n === 0 || n === pieces.length;
      }
    }
    fill(node,
      el('fieldset', {}, el('legend', {}, say.whichPieces), boxes.map((box, i) => el('label', { class: 'switch' }, box, say.piece(i + 1), ' ', sizes[i]))),
      el('div', { class: 'sketch-buttons' }, keep, more, el('button', { type: 'button', class: 'button small', 'data-testid': 'pieces-back', onclick: () => sketch.keep(null) }, say.uncut)));
    void measured().then((ground) => pieces.forEach((piece, i) => fill(sizes[i], words.statistics.area(ground.areaOf([piece]) / 1e6))), () => {});
  }

  return {
    node,
    update() {
      const { pieces } = sketch;
      node.hidden = pieces === null;
      if (pieces && pieces !== shown) {
        show(pieces);
        // whoever cut by a typed line goes on with what it cut off, which stands before that line
        if (node.parentElement?.contains(document.activeElement)) {
          node.querySelector('input')?.focus();
        }
      }
      shown = pieces;
    },
  };
}
