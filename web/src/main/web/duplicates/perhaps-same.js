// What may be the same as the chosen incident, and what it was merged with.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words as say } from '../words/duplicates.js';
import { compare } from './compare.js';
import { duplicates } from './requests.js';
import { splitForm } from './split.js';
/** @typedef {import('./requests.js').Found} Found */
/** @typedef {import('./requests.js').Candidate} Candidate */
/** @typedef {import('./requests.js').Merge} Merge */

/** How often this has been drawn. */
let drawings = 0;
/**
 * The detail is drawn anew after each step, and the keyboard should find its place in it again: in a later
 * drawing, not in one that the stream of changes brought while the answer was under way and that goes again.
 *
 * @type {{id: string, after: number}|null}
 */
let resume = null;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, announce: (text: string) => void}} context
 * @param {{layer: string, id: string, version: number}} feature
 */
export function perhapsSameNode({ api, store, announce }, feature) {
  const server = duplicates(api);
  const drawing = ++drawings;
  const mayWrite = store.state.catalog.some((l) => l.name === feature.layer && l.writable === true);
  const body = el('div', { 'data-testid': 'perhaps-same' }, loading());
  const desk = el('div', { 'data-testid': 'duplicate-desk' });
  const tell = (/** @type {any} */ error) => fill(desk, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.refused}. ${reasonOf(error)}`));

  async function load() {
    try {
      show(await server.of(feature.layer, feature.id));
    } catch (error) {
      if (store.state.selection?.id === feature.id) {
        fill(body, failure(say.failed, error, () => void load()));
      }
    }
  }

  /** @param {string} text */
  function done(text) {
    announce(text);
    resume = { id: feature.id, after: drawings };
    store.dispatch({ type: 'data/changed' });
  }

  const close = () => fill(desk);
  const open = (/** @type {string} */ id) => store.dispatch({ type: 'selection/set', selection: { layer: feature.layer, id } });

  /** @param {Found} found */
  function show(found) {
    fill(body,
      found.merges.map(mergeRow),
      found.candidates.length === 0 ? el('p', { class: 'muted', 'data-testid': 'no-duplicates' }, say.none) : el('ul', { class: 'linked-list' }, found.candidates.map(row)),
      found.isCut ? el('p', { class: 'muted' }, say.cut) : null, desk,
      !mayWrite ? null : el('div', { class: 'detail-actions' }, el('button', { type: 'button', class: 'button small', 'data-testid': 'split', 'data-needs-line': true, onclick: () => void splitForm(desk, { api }, feature, { split: () => done(say.wasSplit), close }) }, say.split)));
    if (resume?.id === feature.id && drawing > resume.after) {
      resume = null;
      /** @type {HTMLElement|null} */ (body.querySelector('[data-testid="merge-undo"], [data-testid="compare-open"], .button'))?.focus();
    }
  }

  /** @param {Candidate} other */
  const row = (other) => el('li', { class: 'perhaps', 'data-testid': 'candidate', 'data-id': other.id },
    el('button', { type: 'button', class: 'linked', onclick: () => open(other.id) }, [other.ref, other.title].filter(Boolean).join(' · ')),
    el('b', { class: 'badge' }, say.score(other.score)),
    el('span', { class: 'muted' }, other.reasons.join(' · ')),
    !mayWrite ? null : el('div', { class: 'detail-actions' },
      el('button', { type: 'button', class: 'button small', 'data-testid': 'compare-open', 'data-needs-line': true, onclick: () => void compare(desk, { api, store }, feature, other, { merged: () => done(say.merged), close }) }, say.compare),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'distinct', 'data-needs-line': true, onclick: () => void distinct(other) }, say.distinct)));

  /** @param {Candidate} other */
  async function distinct(other) {
    try {
      await server.distinct(feature, other);
      done(say.markedDistinct);
    } catch (error) {
      tell(error);
    }
  }

  /** @param {Merge} merge */
  function mergeRow(merge) {
    const titles = merge.others.map((o) => o.title).join(', ');
    const text = merge.kind === 'split' ? say.splitOff(titles) : merge.subject.id === feature.id ? say.holds(titles) : say.mergedInto(merge.subject.title);
    return el('p', { class: 'notice quiet', 'data-testid': 'merge-notice' }, text, ' ', el('span', { class: 'muted' }, say.by(merge.author, format.moment(merge.at))), ' ',
      merge.subject.id === feature.id ? null : el('button', { type: 'button', class: 'linked', onclick: () => open(merge.subject.id) }, merge.subject.ref ?? merge.subject.title), ' ',
      !mayWrite ? null : el('button', { type: 'button', class: 'button small', 'data-testid': 'merge-undo', 'data-needs-line': true, onclick: () => void undo(merge) }, say.undo));
  }

  /** @param {Merge} merge */
  async function undo(merge) {
    try {
      const { marksStayRaised } = await server.undo(merge.id);
      done(marksStayRaised ? say.undoneMarks : say.undone);
    } catch (error) {
      tell(error);
    }
  }

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, say.title), body);
}
