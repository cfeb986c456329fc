// One form from opening to sending: place, time, the layer's fields and the marks, and the draft of them.
// @ts-check
import { diskMark } from '../core/classification.js';
import { missionNow } from '../core/clock.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { features } from '../forms/features.js';
import { layerForm } from '../forms/form.js';
import { words } from '../words/words.js';
import { conflictNode } from './conflict.js';
import { failureNode } from './failed.js';
import { firstFields, hiddenFields, placeFields } from './kinds.js';
import { markingField } from './marking.js';
import { merge } from './merge.js';
import { newFeature, patchFrom, valuesOf } from './outgoing.js';
import { placeFollower } from './follow.js';
import { sameWatch } from './same.js';
import { changeEntry, newEntry } from '../offline/sending.js';
import { whenField } from './when.js';
import { whereField } from './where.js';
/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('../forms/features.js').Stored & {geometry: GeoJSON.Geometry|null, properties: Record<string, any>}} Sent */

const say = words.entry;
const KEEP_MS = 200;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {{task: Task, kept: import('./draft.js').Drafts, again: () => void, leave: () => void, done: (sent: Sent) => void, queued: () => void}} options
 */
export function entryDesk(context, { task, kept, again, leave, done, queued }) {
  const { layer } = task;
  const stored = features(context.api, layer.name);
  const most = diskMark(context.store.state.session);
  const draft = kept.find(task.name, new Date());
  let key = draft?.key ?? crypto.randomUUID();
  let base = draft?.base ?? task.base;
  let place = task.place && (draft?.place ?? task.place);
  const firstPlace = task.place;
  let isOver = false;
  /** Whoever only looked at the form is not told later of what he typed. */
  let isTouched = draft !== null;

  const form = layerForm(layer, { first: firstFields(layer), filled: task.mode === 'new' ? Object.keys(task.values) : [], hidden: hiddenFields(layer), values: task.values });
  if (draft) {
    form.put(draft.fields);
  }
  const follower = placeFollower(form, task.mode === 'new');
  const when = layer.time === 'none' ? null : whenField(draft?.time ?? task.time, changed, () => missionNow(context.store.state.mission));
  const where = place && whereField(context, { required: layer.geometryRequired === true, place, changed: (next) => {
    place = next;
    follower.follow(placeFields(layer, next.names, next.text));
    changed();
  } });
  const marks = task.mode === 'edit' ? null : markingField(layer, draft?.marks ?? task.marks);
  const same = sameWatch(context, () => (place?.spot && place.questions.length === 0 && task.mode === 'new' ? { ...newFeature(parts(form.values())), layer: layer.name } : null));
  const status = el('div', { role: 'status', class: 'entry-status' });
  const save = el('button', { type: 'submit', class: 'button primary', 'data-testid': 'entry-save' }, icon('save', { size: 16 }), ' ', task.mode === 'edit' ? say.saveChange : say.save);
  const node = el('form', { class: 'entry-form', novalidate: true, 'data-testid': 'entry-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void send(); },
    oninput: changed, onchange: changed, onkeydown: (/** @type {KeyboardEvent} */ e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); void send(); } } },
  el('p', { class: 'muted' }, say.notes[task.mode]),
  draft ? el('div', { class: 'notice', role: 'status', 'data-testid': 'draft-restored' }, el('p', {}, say.draft.restored(format.moment(draft.savedAt))),
    el('button', { type: 'button', class: 'button small', 'data-testid': 'draft-discard', onclick: () => { isOver = true; again(); } }, say.draft.discard)) : null,
  where?.node ?? el('p', { class: 'notice quiet' }, say.fixedPlace), when?.node, form.node, marks?.node, same.node,
  el('div', { class: 'entry-actions' }, status, el('div', { class: 'notice-actions' }, save,
    task.mode === 'new' ? null : el('button', { type: 'button', class: 'button', 'data-testid': 'entry-leave', onclick: () => { isOver = true; leave(); } }, say.leave))));

  const keep = debounce(keepNow, KEEP_MS);

  /** @returns {import('./draft.js').Draft} */
  const draftNow = () => ({ key, savedAt: new Date().toISOString(), fields: form.raws(), place: place ?? { text: '', spot: null, candidates: [], names: {}, questions: [], notes: [], problem: '', unknown: true },
        time: when?.typed() ?? task.time, marks: marks?.read() ?? task.marks, base });

  function keepNow() {
    if (!isOver && isTouched) {
      kept.keep(task.name, layer, draftNow());
    }
  }

  function changed() {
    isTouched = true;
    keep();
    same.look();
  }

  /** @param {Record<string, unknown>} values of the layer's fields @returns {import('./outgoing.js').Parts} */
  const parts = (values) => ({ task, base, values, place, isPlaceKept: place === firstPlace, time: when?.find() ?? null, isTimeKept: JSON.stringify(when?.typed()) === JSON.stringify(task.time), marks: marks?.read() ?? null });

  async function send() {
    isTouched = true;
    keepNow();
    if (save.disabled || (where && !(await where.settle())) || (when && !when.read())) {
      return;
    }
    const values = form.read();
    if (values) {
      await deliver(parts(values));
    }
  }

  /** @param {import('./outgoing.js').Parts} sending */
  async function deliver(sending) {
    save.disabled = true;
    fill(status, el('p', { class: 'muted' }, say.saving));
    try {
      if (task.mode === 'edit') {
        await change(valuesOf(sending));
      } else {
        const { geometry, properties } = newFeature(sending);
        const waiting = newEntry(layer, { id: key, geometry, properties, draft: { name: task.name, draft: draftNow() },
          link: task.mode === 'correct' && task.of ? { name: 'corrects', to: { layer: layer.name, id: task.of.id } } : null }, most);
        const made = await context.queue.sendOrKeep(() => stored.create(geometry, properties, key), waiting);
        finish(made && { ...made, geometry, properties });
      }
    } catch (error) {
      fill(status, failureNode(error, form, { again: () => void send(), asNew: () => { key = crypto.randomUUID(); void send(); } }));
    } finally {
      save.disabled = false;
    }
  }

  /** @param {Record<string, any>} mine every field, geometry and common attributes among them */
  async function change(mine) {
    const from = /** @type {{tag: string, values: Record<string, any>}} */ (base);
    const id = /** @type {import('../forms/features.js').Found} */ (task.of).id;
    const patch = patchFrom(from.values, mine);
    if (!patch) {
      fill(status, el('p', { class: 'notice', role: 'status' }, say.nothingChanged));
      return;
    }
    try {
      const changedTo = await context.queue.sendOrKeep(() => stored.change({ id, tag: from.tag }, patch), changeEntry(layer, { id, tag: from.tag, base: from.values }, { properties: mine, draft: { name: task.name, draft: draftNow() } }, most));
      finish(changedTo && { ...changedTo, geometry: mine.geometry ?? null, properties: mine });
    } catch (error) {
      if (error.status !== 412) {
        throw error;
      }
      const found = await stored.find(id);
      const theirs = { ...found.properties, geometry: found.geometry };
      fill(status, conflictNode(layer, { base: from.values, theirs, mine }, (takeTheirs) => {
        base = { tag: found.tag, values: theirs };
        void resolve(merge(from.values, theirs, mine, takeTheirs));
      }));
      status.querySelector('input')?.focus();
    }
  }

  /** @param {Record<string, any>} merged */
  async function resolve(merged) {
    try {
      await change(merged);
    } catch (error) {
      fill(status, failureNode(error, form, { again: () => void resolve(merged), asNew: null }));
    }
  }

  /** @param {Sent|null} sent null when it waits to be sent */
  function finish(sent) {
    isOver = true;
    kept.forget(task.name);
    if (sent) {
      done(sent);
    } else {
      queued();
    }
  }

  return {
    node,
    focus: () => where?.focus(),
    show() { where?.show(); addEventListener('pagehide', keepNow); },
    hide() { where?.hide(); same.stop(); removeEventListener('pagehide', keepNow); },
  };
}
