// From a report to an incident: making one, or linking the report to one that is there.
// @ts-check
import { el, fill, oneAtATime } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { layerForm } from '../forms/form.js';
import { stated } from '../forms/values.js';
import { words } from '../words/words.js';
import { pickOne } from './pick.js';
/** @typedef {import('./requests.js').Shown} Shown */

const say = words.links;
const FIRST = ['title', 'type', 'subtype', 'severity'];
/** Judged for each report, or set by the server. */
const NOT_ASKED = ['ref', 'status', 'source_reliability', 'info_credibility', 'exercise', 'coord_original'];

/**
 * @param {HTMLElement} parent is filled, and emptied when it is over
 * @param {{layer: import('../core/types.js').Layer, values: Record<string, unknown>, exercise: boolean, send: (properties: Record<string, unknown>) => Promise<void>, close: () => void}} options
 */
export function askForIncident(parent, { layer, values, exercise, send, close }) {
  const form = layerForm(layer, { first: FIRST, hidden: NOT_ASKED, values });
  const status = el('div', { role: 'status' });
  const save = oneAtATime(async () => {
    const read = form.read();
    if (!read) {
      return;
    }
    try {
      await send({ ...stated(read), ...(exercise ? { exercise: true } : {}) });
    } catch (error) {
      if (!form.refuse(/** @type {any} */ (error).errors ?? [])) {
        fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.notMade}. ${reasonOf(error)}`));
      }
    }
  });
  const box = el('form', { class: 'inbox-form', 'data-testid': 'make-incident-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void save(); },
    onkeydown: (/** @type {KeyboardEvent} */ e) => escape(e, close) },
  el('p', { class: 'muted' }, say.makeIntro), form.node, status,
  el('div', { class: 'detail-actions' },
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'make-incident-save' }, say.makeSave),
    el('button', { type: 'button', class: 'button', onclick: close }, words.workflow.cancel)));
  fill(parent, box);
  focusFirst(box);
}

/**
 * @param {HTMLElement} parent
 * @param {{store: import('../core/store.js').Store, layer: string, ref: string, announce: (text: string) => void, send: (end: import('./requests.js').End) => Promise<void>, close: () => void}} options ref: what the report names itself
 */
export function askForOther(parent, { store, layer, ref, announce, send, close }) {
  const input = el('input', { value: ref, autocomplete: 'off', 'data-testid': 'attach-ref', 'aria-label': say.attachTo });
  const status = el('div', { role: 'status' });
  const save = oneAtATime(async (/** @type {import('./requests.js').End} */ end) => {
    try {
      await send(end);
    } catch (error) {
      fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.refused}. ${reasonOf(error)}`));
    }
  });
  fill(parent, el('form', { class: 'inbox-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void save({ layer, ref: input.value }); },
    onkeydown: (/** @type {KeyboardEvent} */ e) => escape(e, close) },
  el('div', { class: 'field' }, el('label', {}, say.attachTo, input)), status,
  el('div', { class: 'detail-actions' },
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'attach-save' }, say.attach),
    el('button', { type: 'button', class: 'button', 'data-testid': 'attach-pick', onclick: pick }, say.pick),
    el('button', { type: 'button', class: 'button', onclick: close }, words.workflow.cancel))));
  input.focus();
  input.select();

  function pick() {
    announce(say.picking);
    pickOne(store, (chosen) => void save({ layer: chosen.layer, id: chosen.id }));
  }
}

/** @param {KeyboardEvent} e @param {() => void} close */
function escape(e, close) {
  e.stopPropagation();
  if (e.key === 'Escape') {
    e.preventDefault();
    close();
  }
}

/** @param {HTMLElement} box */
function focusFirst(box) {
  const first = box.querySelector('input, select, textarea');
  if (first instanceof HTMLElement) {
    first.focus();
  }
}
