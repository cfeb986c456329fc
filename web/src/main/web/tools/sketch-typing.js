// The typed figures of a sketch: everything that can be drawn can be typed.
// @ts-check
import { el, fill } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
import { partsText, positionsText, readLine, readOutline } from './outline/text.js';
import { HALF_WIDTH, RADIUS } from './shape.js';
import { located, typedPosition } from './typed-position.js';
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {'polygon'|'circle'|'corridor'|'split'} Typed */

const say = words.sketch;
const METRES = 1_000;
const FIRST_SIZE = { circle: 10_000, corridor: 2_000 };
const LIMITS = { circle: RADIUS, corridor: HALF_WIDTH };

/**
 * @param {import('./sketch.js').Sketch} sketch
 * @param {{api: import('../core/api.js').Api, leaflet: import('leaflet').Map}} options
 * @returns {{node: HTMLElement, update: () => void}}
 */
export function sketchTyping(sketch, { api, leaflet }) {
  const typed = el('textarea', { id: 'sketch-typed', rows: '5', spellcheck: 'false', class: 'mono', dir: 'ltr', 'data-testid': 'sketch-typed', 'aria-describedby': 'sketch-typed-problem' });
  const typedHelp = el('label', { for: 'sketch-typed' });
  const corners = el('div', { class: 'field' }, typedHelp, typed);
  const centre = typedPosition(api, leaflet, { name: 'sketch-centre', label: say.centre, describedBy: 'sketch-typed-problem' });
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
    return now === 'circle' || now === 'corridor' || now === 'split' ? now : 'polygon';
  }

  /** @param {'circle'|'corridor'} of @returns {number|null} metres; null when they are out of range */
  function metres(of) {
    const given = Number(size.value) * METRES;
    return given >= LIMITS[of].least && given <= LIMITS[of].most ? given : null;
  }

  /** @param {string} text @returns {Promise<{position: import('../core/area.js').Position}|{problem: string}>} */
  async function locate(text) {
    try {
      const { best, candidates = [], problem: reason } = await located(api, leaflet, text);
      return best && candidates.length < 2 ? { position: best.position } : { problem: reason ? [reason.what, reason.fix].filter(Boolean).join('. ') : best ? say.severalCentres : '' };
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  }

  async function apply() {
    const of = kind();
    const isSized = of === 'circle' || of === 'corridor';
    const given = isSized ? metres(of) : 0;
    if (given === null && isSized) {
      complain(say.sizeWrong(LIMITS[of].least / METRES, LIMITS[of].most / METRES), size);
    } else if (of === 'circle') {
      const found = await centre.find();
      'problem' in found ? complain(found.problem, centre.input) : take({ kind: 'circle', centre: found.position, radius: Number(given) });
    } else if (of === 'corridor' || of === 'split') {
      const read = await readLine(typed.value, locate);
      if ('line' in read) {
        complain(faultText(read), typed);
      } else if (read.positions.length < 2) {
        complain(say.fewPositions, typed);
      } else if (of === 'split') {
        problem.textContent = '';
        sketch.split(read.positions);
      } else {
        take({ kind: 'corridor', line: read.positions, halfWidth: Number(given) });
      }
    } else {
      const read = await readOutline(typed.value, locate);
      'parts' in read ? take({ kind: 'polygon', parts: read.parts }) : complain(faultText(read), typed);
    }
  }

  /** @param {import('./outline/text.js').Fault} fault */
  const faultText = ({ reason, line, detail }) => [say.wrong[reason](line), detail].filter(Boolean).join(' ');

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
    typed.value = shape?.kind === 'polygon' ? partsText(shape.parts) : shape?.kind === 'corridor' ? positionsText(shape.line) : '';
    centre.show(shape?.kind === 'circle' ? shape.centre : null);
    const of = kind();
    size.value = of === 'polygon' || of === 'split' ? '' : String(Number(((shape?.kind === 'circle' ? shape.radius : shape?.kind === 'corridor' ? shape.halfWidth : FIRST_SIZE[of]) / METRES).toFixed(3)));
  }

  return {
    node: details,
    update() {
      const of = kind();
      fill(summary, say.typed[of]);
      fill(typedHelp, say.typedHelp[of]);
      fill(applied, say.apply[of]);
      fill(sizeLabel, say.size[of]);
      corners.hidden = of === 'circle';
      centre.node.hidden = of !== 'circle';
      sizeField.hidden = of === 'polygon' || of === 'split';
      if (!details.contains(document.activeElement)) {
        show(sketch.drawing ? null : sketch.shape);
        problem.textContent = '';
      }
    },
  };
}
