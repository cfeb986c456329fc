// The buttons that go with a sketch: what to draw, what to do with it, what is wrong with it, and the
// figures that it can be typed by.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { cornerField } from './corner-field.js';
import { cornerCount } from './outline/parts.js';
import { sizeOf } from './shape.js';
import { WORKS } from './sketch.js';
import { sketchPieces } from './sketch-pieces.js';
import { sketchTyping } from './sketch-typing.js';
import { sketchWorks } from './sketch-works.js';
import { sketchWrongs } from './sketch-wrongs.js';
/** @typedef {import('./sketch.js').Kind} Kind */

const say = words.sketch;

/**
 * @param {import('./sketch.js').Sketch} sketch
 * @param {{kinds: ('polygon'|'rectangle'|'circle'|'corridor')[], api: import('../core/api.js').Api, leaflet: import('leaflet').Map, snap: import('./snapping.js').Snapping, figures: HTMLElement, extra?: import('./sketch-pieces.js').Extra}} options
 *     figures: of what is drawn; extra: what else can be done with the pieces of a split
 * @returns {{node: HTMLElement, update: () => void}} update after every change of the sketch
 */
export function sketchControls(sketch, { kinds: offered, api, leaflet, snap, figures, extra }) {
  const kinds = offered.map((kind) => el('button', { type: 'button', class: 'button small', 'data-testid': `draw-${kind}`, 'aria-pressed': 'false',
    onclick: () => (sketch.drawing === kind ? sketch.cancel() : sketch.draw(kind)) }, icon(kind, { size: 16 }), ' ', say.kinds[kind]));
  const undo = iconButton('undo', say.undo, 'sketch-undo', () => sketch.undo());
  const redo = iconButton('redo', say.redo, 'sketch-redo', () => sketch.redo());
  const clear = iconButton('trash', say.clear, 'sketch-clear', () => sketch.set(null));
  const finish = el('button', { type: 'button', class: 'button small primary', 'data-testid': 'sketch-finish', onclick: () => sketch.finish() }, icon('check', { size: 14 }), ' ', el('span', {}, say.finish));
  const hint = el('p', { class: 'sketch-hint', role: 'status', 'data-testid': 'sketch-hint' });
  const parts = [sketchWorks(sketch, { snap }), sketchWrongs(sketch, { leaflet }), sketchPieces(sketch, extra), cornerField(sketch, { api, leaflet }), sketchTyping(sketch, { api, leaflet })];
  const [works, wrongs, pieces, corner, typing] = parts;

  /** @returns {string} */
  function hintText() {
    const { drawing, shape, refusal } = sketch;
    if (drawing) {
      return isWork(drawing) ? words.drawing.hints[drawing](sketch.corners) : say.hints[drawing](sketch.corners);
    }
    if (refusal) {
      return words.drawing.refusals[refusal];
    }
    if (sketch.pieces) {
      return words.drawing.cut(sketch.pieces.length);
    }
    return !shape ? say.start : sketch.isCrowded ? words.drawing.crowded(shape.kind === 'polygon' ? cornerCount(shape.parts) : 0) : say.editing(sizeOf(shape));
  }

  function update() {
    const { drawing, shape } = sketch;
    kinds.forEach((button, i) => button.setAttribute('aria-pressed', String(offered[i] === drawing)));
    undo.disabled = !sketch.canUndo;
    redo.disabled = !sketch.canRedo;
    clear.disabled = shape === null || drawing !== null;
    finish.hidden = !sketch.canFinish;
    fill(/** @type {HTMLElement} */ (finish.lastElementChild), drawing === 'corridor' || drawing === 'split' ? say.finishLine : say.finish);
    const isWrong = !drawing && sketch.wrongs.length > 0;
    hint.classList.toggle('is-wrong', isWrong || sketch.refusal !== null);
    fill(hint, isWrong ? say.crosses : hintText());
    parts.forEach((part) => part.update());
  }

  return {
    node: el('div', { class: 'sketch-controls' },
      el('div', { class: 'sketch-buttons', role: 'group', 'aria-label': say.title }, kinds, el('span', { class: 'sketch-steps' }, undo, redo, clear)),
      works.node, hint, finish, wrongs.node, pieces.node, figures, corner.node, typing.node),
    update,
  };
}

/** @param {Kind} kind @returns {kind is 'part'|'hole'|'split'} */
const isWork = (kind) => WORKS.includes(kind);

/** @param {string} symbol @param {string} label @param {string} testId @param {() => void} onclick */
function iconButton(symbol, label, testId, onclick) {
  return el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': testId, onclick }, icon(symbol, { size: 16 }));
}
