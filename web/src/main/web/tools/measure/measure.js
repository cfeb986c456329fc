// Distance, bearing and area by hand; rings of range and bearing around a place.
// @ts-check
import { lineText, MOST_POINTS, readLine } from '../../core/area.js';
import { el, fill } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { words } from '../../words/words.js';
import { typedPosition } from '../typed-position.js';
import { figuresOf, figuresText, legOf, lineTable } from './line-table.js';
import { measuredLine } from './line.js';
import { measured } from './load.js';
import { ringsForm } from './rings-form.js';
import { keepUnits, readUnits } from './units.js';

const say = words.measure;

/** @param {import('../tools.js').ToolContext} context */
export async function mount(context) {
  const { map, store, api, panel, pointer, announce } = context;
  const ground = await measured();
  let units = readUnits(localStorage);
  const closed = el('input', { type: 'checkbox', 'data-testid': 'measure-closed', onchange: () => { line.repaint(); update(); } });
  const line = measuredLine({ leaflet: map.leaflet, pointer, ground, isClosed: () => closed.checked, changed: update,
    legText: (from, to) => { const { length, bearing } = legOf(ground, from, to, units); return `${length} · ${bearing}`; } });
  const rings = ringsForm(context, () => units);
  const button = (/** @type {string} */ label, /** @type {string} */ testId, /** @type {string} */ symbol, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': testId, onclick }, icon(symbol, { size: 14 }), ' ', label);
  const small = (/** @type {string} */ label, /** @type {string} */ testId, /** @type {string} */ symbol, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': testId, onclick }, icon(symbol, { size: 16 }));
  const draw = button(say.draw, 'measure-draw', 'measure', () => (line.isDrawing ? line.stop() : line.start()));
  const finish = button(words.sketch.finishLine, 'measure-finish', 'check', () => line.finish());
  const undo = small(words.sketch.undo, 'measure-undo', 'undo', () => line.undo());
  const redo = small(words.sketch.redo, 'measure-redo', 'redo', () => line.redo());
  const clear = small(say.clear, 'measure-clear', 'trash', () => line.put([]));
  const copy = button(say.copy, 'measure-copy', 'copy', () => void copied());
  const hint = el('p', { class: 'sketch-hint', role: 'status', 'data-testid': 'measure-hint' });
  const unlinked = el('p', { class: 'notice quiet', hidden: true, 'data-testid': 'measure-unlinked' }, say.unlinked(MOST_POINTS));
  const figures = el('div', { 'aria-live': 'polite' });
  const place = typedPosition(api, map.leaflet, { name: 'measure-place', label: say.place, describedBy: 'measure-problem' });
  const problem = el('p', { class: 'field-problem', id: 'measure-problem', role: 'alert' });

  async function add() {
    const found = await place.find();
    if ('problem' in found) {
      problem.textContent = found.problem;
      place.input.focus();
      return;
    }
    problem.textContent = '';
    line.stop();
    line.put([...line.line, found.position]);
    map.leaflet.panInside([found.position[1], found.position[0]], { padding: [60, 60] });
    place.show(null);
    place.input.focus();
  }

  async function copied() {
    try {
      await navigator.clipboard.writeText(figuresText(line.line, figuresOf(ground, line.line, units, closed.checked)));
      announce(words.copied);
    } catch {
      announce(say.notCopied);
    }
  }

  /** @param {Partial<import('./units.js').Units>} change */
  function switchUnits(change) {
    units = { ...units, ...change };
    keepUnits(localStorage, units);
    store.dispatch({ type: 'units/set', units });
    line.repaint();
    rings.update();
    update();
  }

  const addressed = () => lineText(line.line, closed.checked);

  /** A line that a link, or going back, brought. @param {string|null} text */
  function bring(text) {
    const { line: points, isClosed } = readLine(text) ?? { line: [], isClosed: false };
    if (text !== addressed()) {
      closed.checked = isClosed;
      line.reset(points);
    }
  }

  function update() {
    const points = line.line;
    if (!line.isDrawing) {
      store.dispatch({ type: 'line/set', line: addressed() });
    }
    unlinked.hidden = points.length <= MOST_POINTS;
    draw.setAttribute('aria-pressed', String(line.isDrawing));
    finish.hidden = !line.canFinish;
    undo.disabled = !line.canUndo;
    redo.disabled = !line.canRedo;
    clear.disabled = points.length === 0 || line.isDrawing;
    copy.hidden = points.length < 2;
    fill(hint, line.isDrawing ? say.hints[points.length === 0 ? 'first' : 'next'] : points.length === 0 ? say.start : say.editing);
    fill(figures, points.length < 2 ? null : lineTable(figuresOf(ground, points, units, closed.checked)));
  }

  /** @param {string} label @param {'length'|'angle'} name @param {Record<string, string>} choices */
  const choice = (label, name, choices) => el('div', { class: 'field' }, el('label', { for: `measure-${name}` }, label),
    el('select', { id: `measure-${name}`, 'data-testid': `measure-${name}`, onchange: (/** @type {Event} */ e) => switchUnits({ [name]: /** @type {HTMLSelectElement} */ (e.target).value }) },
      Object.entries(choices).map(([value, text]) => el('option', { value, selected: units[name] === value }, text))));

  panel.append(
    el('section', { class: 'tool-panel' }, el('h3', {}, say.lineTitle),
      el('div', { class: 'sketch-buttons' }, draw, finish, el('span', { class: 'sketch-steps' }, undo, redo, clear)), hint,
      el('form', { class: 'tool-panel', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void add(); } }, place.node, problem,
        el('div', { class: 'sketch-buttons' }, el('button', { type: 'submit', class: 'button small', 'data-testid': 'measure-add' }, say.add))),
      el('label', { class: 'switch' }, closed, say.closed), unlinked, figures, el('div', { class: 'sketch-buttons' }, copy),
      el('div', { class: 'measure-units' }, choice(say.units, 'length', say.lengths), choice(say.angles, 'angle', say.angleNames))),
    el('section', { class: 'detail-section' }, el('h3', {}, say.rings.title), rings.node));
  const { line: first } = store.state;
  update();
  bring(first);
  store.watch((s) => s.line, (now) => { if (!line.isDrawing && (now !== null || line.line.length <= MOST_POINTS)) { bring(now); } });

  return {
    open() {
      line.show();
      if (line.line.length === 0 && !store.state.rings) {
        line.start();
      }
      update();
    },
    close() {
      rings.stop();
      line.hide();
    },
  };
}
