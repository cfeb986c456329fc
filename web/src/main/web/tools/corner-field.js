// The corner that was last taken hold of: which it is, where it is, typed in any form that a place can be
// written in, and what can be done with it without a mouse.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { inserted, moved, removed } from './outline/parts.js';
import { typedPosition } from './typed-position.js';
/** @typedef {import('./outline/parts.js').Parts} Parts */

const say = words.drawing;

/** @param {import('./sketch.js').Sketch} sketch @param {{api: import('../core/api.js').Api, leaflet: import('leaflet').Map}} options */
export function cornerField(sketch, { api, leaflet }) {
  const place = typedPosition(api, leaflet, { name: 'corner-place', label: say.cornerPlace, describedBy: 'corner-problem' });
  const problem = el('p', { class: 'field-problem', id: 'corner-problem', role: 'alert' });
  const title = el('h4', { 'data-testid': 'corner-title' });
  const keys = el('p', { class: 'muted' });
  const button = (/** @type {string} */ label, /** @type {string} */ testId, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': testId, onclick }, label);
  const ring = button('', 'corner-ring', () => { const { selected } = sketch; if (selected) { sketch.removeRing(selected.spot); } });
  const node = el('section', { class: 'corner-field', 'data-testid': 'corner-field', hidden: true }, title,
    el('form', { onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void move(); } }, place.node, problem,
      el('div', { class: 'sketch-buttons' },
        el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'corner-move' }, say.moveCorner),
        button(say.addAfter, 'corner-add', () => change(addAfter)),
        button(say.removeCorner, 'corner-remove', () => change((parts, spot) => removed(parts, spot))), ring)),
    keys);
  let shown = '';

  /** @param {(parts: Parts, spot: import('./outline/parts.js').Spot) => Parts} action */
  function change(action) {
    const { selected, shape } = sketch;
    if (selected && shape?.kind === 'polygon') {
      sketch.set({ kind: 'polygon', parts: action(shape.parts, selected.spot) });
    }
  }

  async function move() {
    const found = await place.find();
    if ('problem' in found) {
      problem.textContent = found.problem;
      place.input.focus();
    } else {
      problem.textContent = '';
      change((parts, spot) => moved(parts, spot, found.position));
      leaflet.panInside([found.position[1], found.position[0]], { padding: [40, 40] });
    }
  }

  return {
    node,
    update() {
      const { selected, shape } = sketch;
      node.hidden = !selected || sketch.drawing !== null || sketch.pieces !== null;
      if (!selected || shape?.kind !== 'polygon') {
        shown = '';
        return;
      }
      const { spot, at, step } = selected;
      const isHole = spot.ring > 0;
      fill(title, say.cornerOf(spot.corner + 1, shape.parts[spot.part][spot.ring].length), shape.parts.length > 1 ? ` · ${say.ofPart(spot.part + 1)}` : '', isHole ? ` · ${say.ofHole(spot.ring)}` : '');
      fill(keys, say.keys(format.distance(step), format.distance(10 * step)));
      fill(ring, isHole ? say.removeHole : say.removePart);
      ring.hidden = !isHole && shape.parts.length === 1;
      const now = `${JSON.stringify(spot)} ${at}`;
      if (now !== shown) {
        shown = now;
        place.show(at);
        problem.textContent = '';
      }
    },
  };
}

/** A corner halfway to the next. @param {Parts} parts @param {import('./outline/parts.js').Spot} spot */
function addAfter(parts, spot) {
  const ring = parts[spot.part][spot.ring];
  const [a, b] = [ring[spot.corner], ring[(spot.corner + 1) % ring.length]];
  return inserted(parts, { ...spot, corner: spot.corner + 1 }, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
}
