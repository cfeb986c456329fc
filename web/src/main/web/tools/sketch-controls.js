// The buttons and the typed coordinates that go with a sketch: everything that can be drawn can be
// typed.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/en.js';
import { crossing, positionsText, readPositions } from './ring.js';
/** @typedef {import('./sketch.js').Kind} Kind */

const say = words.sketch;
const KINDS = /** @type {Kind[]} */ (['polygon', 'rectangle', 'circle']);

/** @param {import('./sketch.js').Sketch} sketch @returns {{node: HTMLElement, update: () => void}} update after every change of the sketch */
export function sketchControls(sketch) {
  const kinds = KINDS.map((kind) => el('button', { type: 'button', class: 'button small', 'data-testid': `draw-${kind}`, 'aria-pressed': 'false',
    onclick: () => (sketch.drawing === kind ? sketch.cancel() : sketch.draw(kind)) }, icon(kind, { size: 16 }), ' ', say.kinds[kind]));
  const undo = iconButton('undo', say.undo, 'sketch-undo', () => sketch.undo());
  const redo = iconButton('redo', say.redo, 'sketch-redo', () => sketch.redo());
  const clear = iconButton('trash', say.clear, 'sketch-clear', () => sketch.set(null));
  const finish = el('button', { type: 'button', class: 'button small primary', 'data-testid': 'sketch-finish', onclick: () => sketch.finish() }, icon('check', { size: 14 }), ' ', say.finish);
  const hint = el('p', { class: 'sketch-hint', role: 'status', 'data-testid': 'sketch-hint' });
  const typed = el('textarea', { id: 'sketch-typed', rows: '5', spellcheck: 'false', class: 'mono', 'data-testid': 'sketch-typed', 'aria-describedby': 'sketch-typed-problem' });
  const problem = el('p', { class: 'field-problem', id: 'sketch-typed-problem', role: 'alert' });
  const details = el('details', { class: 'choices' }, el('summary', {}, say.typed),
    el('div', { class: 'field' }, el('label', { for: 'sketch-typed' }, say.typedHelp), typed, problem,
      el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-apply', onclick: apply }, say.apply)));

  function apply() {
    const read = readPositions(typed.value);
    if ('ring' in read) {
      problem.textContent = '';
      sketch.set(read.ring);
    } else {
      problem.textContent = say.wrong[read.reason](read.line);
      typed.focus();
    }
  }

  function update() {
    const { drawing, ring } = sketch;
    kinds.forEach((button, i) => button.setAttribute('aria-pressed', String(KINDS[i] === drawing)));
    undo.disabled = !sketch.canUndo;
    redo.disabled = !sketch.canRedo;
    clear.disabled = ring === null || drawing !== null;
    finish.hidden = drawing !== 'polygon' || sketch.corners < 3;
    const wrong = !drawing && ring !== null && crossing(ring) !== null;
    hint.classList.toggle('is-wrong', wrong);
    fill(hint, wrong ? say.crosses : drawing ? say.hints[drawing](sketch.corners) : ring ? say.editing(ring.length) : say.start);
    if (document.activeElement !== typed) {
      typed.value = ring ? positionsText(ring) : '';
      problem.textContent = '';
    }
  }

  return {
    node: el('div', { class: 'sketch-controls' },
      el('div', { class: 'sketch-buttons', role: 'group', 'aria-label': say.title }, kinds, el('span', { class: 'spacer' }), undo, redo, clear), hint, finish, details),
    update,
  };
}

/** @param {string} symbol @param {string} label @param {string} testId @param {() => void} onclick */
function iconButton(symbol, label, testId, onclick) {
  return el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': testId, onclick }, icon(symbol, { size: 16 }));
}
