// One hotspot made two, and two made one: each one change on the server, taken back as a whole.
// @ts-check
import { el, fill, oneAtATime } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
import { wrapped } from './outline/antimeridian.js';
import { loadOverlays } from './outline/load.js';
import { toGeometry } from './outline/parts.js';
import { outline } from './shape.js';
/** @typedef {import('./outline/parts.js').Parts} Parts */
/** @typedef {import('../forms/features.js').Found} Found */
/** @typedef {{id: string, subject: string, others: string[]}} Done */

const say = words.drawing;

/**
 * @param {{api: import('../core/api.js').Api, layer: string, sketch: import('./sketch.js').Sketch, snap: import('./snapping.js').Snapping,
 *   current: () => Found|null, isChanged: () => boolean, find: (id: string) => Promise<Found>, done: (subject: string, sentence: string, undo: () => Promise<void>) => void}} context
 *     isChanged: whether something else than the outline waits to be saved
 */
export function hotspotDivision({ api, layer, sketch, snap, current, isChanged, find, done }) {
  const desk = el('div', {});
  const problem = el('p', { class: 'field-problem', role: 'alert', 'data-testid': 'division-problem' });
  const other = el('select', { id: 'merge-other', 'data-testid': 'merge-other' });
  const merge = el('details', { class: 'choices', 'data-testid': 'hotspot-merge' }, el('summary', {}, say.mergeTitle),
    el('p', { class: 'muted' }, say.mergeHelp), el('div', { class: 'field' }, el('label', { for: 'merge-other' }, say.mergeWith), other),
    el('button', { type: 'button', class: 'button small', 'data-testid': 'merge-save', 'data-needs-line': true, onclick: oneAtATime(join) }, say.merge));
  let listed = '';

  /** @param {string} action @param {object} body @param {(done: Done) => string} sentence */
  async function send(action, body, sentence) {
    const subject = /** @type {Found} */ (current());
    problem.textContent = '';
    try {
      const answer = /** @type {Done} */ (await api.post(`/api/hotspots/${encodeURIComponent(layer)}/${encodeURIComponent(subject.id)}/${action}`, { version: subject.properties.version, ...body }));
      fill(desk);
      done(answer.subject, sentence(answer), async () => { await api.post(`/api/merges/${encodeURIComponent(answer.id)}/undo`, {}); });
    } catch (error) {
      const reasons = (error.errors ?? []).map((/** @type {any} */ e) => [e.what, e.fix].filter(Boolean).join('. ')).join(' · ');
      problem.textContent = error.status === 412 ? say.overtaken : `${say.notDone}: ${reasons || reasonOf(error)}`;
    }
  }

  /** @param {Parts} keeps @param {Parts} gives */
  function split(keeps, gives) {
    if (isChanged()) {
      problem.textContent = say.saveFirst;
      return;
    }
    const name = el('input', { type: 'text', id: 'split-name', required: true, autocomplete: 'off', 'data-testid': 'split-name' });
    const save = oneAtATime(() => send('split', { keeps: toGeometry(wrapped(keeps)), gives: toGeometry(wrapped(gives)), name: name.value.trim() }, () => say.splitDone(name.value.trim())));
    fill(desk, el('form', { class: 'sketch-pieces', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void save(); } },
    el('p', {}, say.whoIsWho(String(current()?.properties.name ?? ''))),
    el('div', { class: 'field' }, el('label', { for: 'split-name' }, say.newName), name),
    el('div', { class: 'sketch-buttons' },
      el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'split-save', 'data-needs-line': true }, icon('split', { size: 14 }), ' ', say.split),
      el('button', { type: 'button', class: 'button small', onclick: () => fill(desk) }, words.workflow.cancel))));
    name.focus();
  }

  async function join() {
    const chosen = snap.areas.find(({ id }) => id === other.value);
    const { shape } = sketch;
    if (!chosen || !shape || shape.kind === 'corridor') {
      return;
    }
    if (isChanged() || sketch.canUndo) {
      problem.textContent = say.saveFirst;
      return;
    }
    try {
      const [{ joined }, found] = await Promise.all([loadOverlays(), find(chosen.id)]);
      const area = toGeometry(wrapped(joined(outline(shape), chosen.parts)));
      await send('join', { other: { id: chosen.id, version: found.properties.version }, area }, () => say.mergeDone(chosen.title));
    } catch (error) {
      problem.textContent = `${say.notDone}: ${reasonOf(error)}`;
    }
  }

  return {
    node: el('div', { class: 'tool-panel' }, desk, merge, problem),
    /** What the pieces of a split offer besides. @type {import('./sketch-pieces.js').Extra} */
    extra: { label: say.twoHotspots, testId: 'pieces-two', when: () => current() !== null, act: split },
    update() {
      const others = snap.areas.filter((area) => area.layer === layer).sort((a, b) => a.title.localeCompare(b.title));
      merge.hidden = current() === null || others.length === 0 || sketch.pieces !== null;
      const list = others.map(({ id }) => id).join();
      if (list !== listed) {
        listed = list;
        const chosen = other.value;
        fill(other, others.map(({ id, title }) => el('option', { value: id, selected: id === chosen }, title)));
      }
      if (!sketch.pieces) {
        fill(desk);
      }
    },
  };
}
