// The buttons and the typed figures that go with a sketch: everything that can be drawn can be
// typed.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { positionsText, readLines, readPositions } from './ring.js';
import { HALF_WIDTH, isWrong, RADIUS, sizeOf } from './shape.js';
import { typedCentre } from './typed-centre.js';
/** @typedef {import('./sketch.js').Kind} Kind */
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {'polygon'|'circle'|'corridor'} Typed */

const say = words.sketch;
const METRES = 1_000;
const FIRST_SIZE = { circle: 10_000, corridor: 2_000 };
const LIMITS = { circle: RADIUS, corridor: HALF_WIDTH };

/**
 * @param {import('./sketch.js').Sketch} sketch
 * @param {{kinds: Kind[], api: import('../core/api.js').Api, leaflet: import('leaflet').Map}} options
 * @returns {{node: HTMLElement, update: () => void}} update after every change of the sketch
 */
export function sketchControls(sketch, { kinds: offered, api, leaflet }) {
  const kinds = offered.map((kind) => el('button', { type: 'button', class: 'button small', 'data-testid': `draw-${kind}`, 'aria-pressed': 'false',
    onclick: () => (sketch.drawing === kind ? sketch.cancel() : sketch.draw(kind)) }, icon(kind, { size: 16 }), ' ', say.kinds[kind]));
  const undo = iconButton('undo', say.undo, 'sketch-undo', () => sketch.undo());
  const redo = iconButton('redo', say.redo, 'sketch-redo', () => sketch.redo());
  const clear = iconButton('trash', say.clear, 'sketch-clear', () => sketch.set(null));
  const finish = el('button', { type: 'button', class: 'button small primary', 'data-testid': 'sketch-finish', onclick: () => sketch.finish() }, icon('check', { size: 14 }), ' ', el('span', {}, say.finish));
  const hint = el('p', { class: 'sketch-hint', role: 'status', 'data-testid': 'sketch-hint' });
  const typed = el('textarea', { id: 'sketch-typed', rows: '5', spellcheck: 'false', class: 'mono', 'data-testid': 'sketch-typed', 'aria-describedby': 'sketch-typed-problem' });
  const typedHelp = el('label', { for: 'sketch-typed' });
  const corners = el('div', { class: 'field' }, typedHelp, typed);
  const centre = typedCentre(api, leaflet);
  const size = el('input', { type: 'number', id: 'sketch-size', min: '0.01', step: 'any', 'data-testid': 'sketch-size', 'aria-describedby': 'sketch-typed-problem', onchange: resize });
  const sizeLabel = el('label', { for: 'sketch-size' });
  const sizeField = el('div', { class: 'field' }, sizeLabel, size);
  const problem = el('p', { class: 'field-problem', id: 'sketch-typed-problem', role: 'alert' });
  const summary = el('summary', {});
  const applied = el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-apply', onclick: () => void apply() });
  const details = el('details', { class: 'choices', 'data-testid': 'sketch-typing' }, summary, corners, centre.node, sizeField, problem, applied);

  /** @returns {Typed} what the typed figures are of */
  function kind() {
    const now = sketch.drawing ?? sketch.shape?.kind ?? 'polygon';
    return now === 'rectangle' ? 'polygon' : now;
  }

  /** @param {'circle'|'corridor'} of @returns {number|null} metres; null when they are out of range */
  function metres(of) {
    const given = Number(size.value) * METRES;
    return given >= LIMITS[of].least && given <= LIMITS[of].most ? given : null;
  }

  async function apply() {
    const of = kind();
    const given = of === 'polygon' ? 0 : metres(of);
    if (given === null && of !== 'polygon') {
      complain(say.sizeWrong(LIMITS[of].least / METRES, LIMITS[of].most / METRES), size);
    } else if (of === 'circle') {
      const found = await centre.find();
      'problem' in found ? complain(found.problem, centre.input) : take({ kind: 'circle', centre: found.position, radius: Number(given) });
    } else if (of === 'corridor') {
      const read = readLines(typed.value);
      'line' in read ? complain(say.wrong[read.reason](read.line), typed)
        : read.positions.length < 2 ? complain(say.fewPositions, typed) : take({ kind: 'corridor', line: read.positions, halfWidth: Number(given) });
    } else {
      const read = readPositions(typed.value);
      'ring' in read ? take({ kind: 'polygon', ring: read.ring }) : complain(say.wrong[read.reason](read.line), typed);
    }
  }

  /** A new size of what is there is taken at once. */
  function resize() {
    const { shape, drawing } = sketch;
    if (shape && shape.kind !== 'polygon' && !drawing) {
      const given = metres(shape.kind);
      given === null ? complain(say.sizeWrong(LIMITS[shape.kind].least / METRES, LIMITS[shape.kind].most / METRES), size)
        : take(shape.kind === 'circle' ? { ...shape, radius: given } : { ...shape, halfWidth: given });
    }
  }

  /** @param {Shape} shape */
  function take(shape) {
    problem.textContent = '';
    sketch.set(shape);
    show(shape);
  }

  /** @param {string} text @param {HTMLElement} field */
  function complain(text, field) {
    problem.textContent = text;
    field.focus();
  }

  /** @param {Shape|null} shape */
  function show(shape) {
    typed.value = shape?.kind === 'polygon' ? positionsText(shape.ring) : shape?.kind === 'corridor' ? positionsText(shape.line) : '';
    centre.show(shape?.kind === 'circle' ? shape.centre : null);
    const of = kind();
    size.value = of === 'polygon' ? '' : String(Number(((shape?.kind === 'circle' ? shape.radius : shape?.kind === 'corridor' ? shape.halfWidth : FIRST_SIZE[of]) / METRES).toFixed(3)));
  }

  function update() {
    const { drawing, shape } = sketch;
    const of = kind();
    kinds.forEach((button, i) => button.setAttribute('aria-pressed', String(offered[i] === drawing)));
    undo.disabled = !sketch.canUndo;
    redo.disabled = !sketch.canRedo;
    clear.disabled = shape === null || drawing !== null;
    finish.hidden = !sketch.canFinish;
    fill(/** @type {HTMLElement} */ (finish.lastElementChild), of === 'corridor' ? say.finishLine : say.finish);
    const wrong = !drawing && shape !== null && isWrong(shape);
    hint.classList.toggle('is-wrong', wrong);
    fill(hint, wrong ? say.crosses : drawing ? say.hints[drawing](sketch.corners) : shape ? say.editing(sizeOf(shape), shape.kind === 'polygon' ? shape.ring.length : 0) : say.start);
    fill(summary, say.typed[of]);
    fill(typedHelp, say.typedHelp[of]);
    fill(applied, say.apply[of]);
    fill(sizeLabel, say.size[of]);
    corners.hidden = of === 'circle';
    centre.node.hidden = of !== 'circle';
    sizeField.hidden = of === 'polygon';
    if (!details.contains(document.activeElement)) {
      show(drawing ? null : shape);
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
