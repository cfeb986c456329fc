// Freezes the picture, and lists what was frozen.
// @ts-check
import { CLASSIFICATIONS, markName, marking } from '../core/classification.js';
import { toAddress } from '../core/address.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { COMPARE } from '../tools/wish.js';
import { words } from '../words/words.js';
import { readRef } from './address.js';
import { linkOf, openSnapshot } from './open-snapshot.js';
import { selectionOf, snapshots } from './snapshot-requests.js';
/** @typedef {import('./snapshot-requests.js').Snapshot} Snapshot */

const say = words.snapshots;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  const server = snapshots(api);
  const list = el('ol', { class: 'snapshots', 'data-testid': 'snapshots' });
  const message = el('div', { role: 'status', 'data-testid': 'snapshot-message' });
  const title = el('input', { type: 'text', maxlength: '200', required: true, 'data-testid': 'snapshot-name' });
  const note = el('textarea', { rows: '2', maxlength: '4000', 'data-testid': 'snapshot-note' });
  const clearance = CLASSIFICATIONS.indexOf(store.state.session?.clearance ?? '');
  const mark = el('select', { 'data-testid': 'snapshot-mark' }, el('option', { value: '' }, say.asShown),
    CLASSIFICATIONS.slice(1, clearance + 1).map((each) => el('option', { value: each }, markName(each))));
  const held = store.state.session?.compartments ?? [];
  const boxes = held.filter((code) => code !== '*').map((code) => el('label', { class: 'switch' }, el('input', { type: 'checkbox', value: code }), code));
  const save = el('button', { type: 'submit', class: 'button primary', 'data-testid': 'snapshot-save', 'data-needs-line': true }, icon('save', { size: 16 }), ' ', say.save);
  const form = el('form', { class: 'snapshot-form', 'aria-label': say.add, onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); void add(); } },
    el('label', {}, say.name, title), el('label', {}, say.note, note), el('label', {}, say.classification, mark),
    boxes.length > 0 ? el('fieldset', {}, el('legend', {}, say.compartments), boxes) : null, save);
  const wanted = el('input', { type: 'text', class: 'mono', size: '8', 'aria-label': say.find, placeholder: 'S-7KQ4', dir: 'ltr', 'data-testid': 'snapshot-ref' });
  panel.append(el('p', { class: 'muted' }, say.intro), el('details', { class: 'choices', open: true }, el('summary', {}, say.add), form), message,
    el('form', { class: 'snapshot-find', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); void find(); } },
      el('label', {}, say.find, ' ', wanted), el('button', { type: 'submit', class: 'button small', 'data-testid': 'snapshot-go' }, say.go)), list);

  async function add() {
    if (title.value.trim() === '') {
      title.setCustomValidity(say.needsTitle);
      title.reportValidity();
      title.setCustomValidity('');
      return;
    }
    save.disabled = true;
    try {
      const { state } = store;
      const snapshot = await server.add({
        title: title.value, note: note.value, ...selectionOf(state), view: toAddress({ ...state, relative: null, selection: null, tool: null, snapshot: null, compare: null, wall: null }),
        ...(mark.value ? { classification: mark.value } : {}),
        compartments: [...form.querySelectorAll('input[type=checkbox]:checked')].map((box) => /** @type {HTMLInputElement} */ (box).value),
      });
      title.value = note.value = '';
      const saved = el('p', { class: 'notice', tabindex: '-1', 'data-testid': 'snapshot-saved' }, el('strong', {}, say.saved(snapshot.ref, marking(snapshot.classification, snapshot.compartments))), ' ', actions(snapshot));
      fill(message, saved);
      await load();
      saved.focus();
    } catch (error) {
      fill(message, el('p', { class: 'notice', role: 'alert' }, say.notSaved(reasonOf(error))));
    }
    save.disabled = false;
  }

  async function find() {
    const ref = readRef(wanted.value);
    try {
      if (!ref) {
        throw Object.assign(new Error(''), { status: 404 });
      }
      openSnapshot(store, await server.get(ref));
      fill(message);
    } catch (error) {
      fill(message, el('p', { class: 'notice', role: 'alert' }, error.status === 404 ? say.noSuch(wanted.value) : reasonOf(error)));
    }
  }

  async function load() {
    try {
      const all = await server.list();
      fill(list, all.length === 0 ? el('li', { class: 'notice quiet' }, say.none) : all.map(row));
    } catch (error) {
      fill(list, el('li', {}, failure(say.failed, error, () => void load())));
    }
  }

  /** @param {Snapshot} snapshot */
  function row(snapshot) {
    const item = el('li', { class: 'snapshot', 'data-testid': 'snapshot', 'data-ref': snapshot.ref },
      el('div', { class: 'snapshot-head' }, el('bdi', { dir: 'ltr', class: 'snapshot-ref' }, snapshot.ref), el('b', {}, snapshot.title),
        el('span', { class: 'badge', 'data-testid': 'snapshot-marks' }, marking(snapshot.classification, snapshot.compartments))),
      el('p', { class: 'muted' }, [say.asOf(format.moment(snapshot.dataAsOf.committedAt)), say.by(snapshot.author, format.moment(snapshot.createdAt))].join(' · ')),
      snapshot.note ? el('p', {}, snapshot.note) : null);
    item.append(actions(snapshot, item));
    return item;
  }

  /** @param {Snapshot} snapshot @param {HTMLElement} [item] its row, where it may be withdrawn */
  function actions(snapshot, item) {
    const button = (/** @type {string} */ id, /** @type {string} */ label, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'aria-label': `${label}: ${snapshot.ref}`, 'data-testid': `snapshot-${id}`, onclick }, label);
    const mayWithdraw = item && (snapshot.author === store.state.session?.username || ['duty-officer', 'administrator'].some((role) => store.state.session?.roles.includes(role)));
    return el('span', { class: 'detail-actions' },
      button('open', say.go, () => openSnapshot(store, snapshot)),
      button('link', say.link, () => void copy(snapshot.ref)),
      button('compare', say.compare, () => {
        store.dispatch({ type: 'compare/set', compare: { mode: 'side', b: frozen(snapshot) } });
        store.dispatch({ type: 'tool/set', tool: COMPARE });
      }),
      mayWithdraw ? button('withdraw', say.withdraw, () => askWithdraw(snapshot, item)) : null);
  }

  /** @param {Snapshot} snapshot @param {HTMLElement} item */
  function askWithdraw(snapshot, item) {
    const ask = el('div', { class: 'notice', role: 'group', 'aria-label': say.withdraw }, say.sure(snapshot.ref), ' ',
      el('button', { type: 'button', class: 'button small', 'data-testid': 'snapshot-withdraw-sure', 'data-needs-line': true, onclick: () => void withdraw(snapshot) }, say.withdraw), ' ',
      el('button', { type: 'button', class: 'button small', onclick: () => ask.remove() }, say.keep));
    item.append(ask);
    ask.querySelector('button')?.focus();
  }

  /** @param {Snapshot} snapshot */
  async function withdraw(snapshot) {
    try {
      await server.withdraw(snapshot.ref);
      announce(say.gone(snapshot.ref));
      fill(message);
      await load();
    } catch (error) {
      fill(message, el('p', { class: 'notice', role: 'alert' }, reasonOf(error)));
    }
  }

  /** @param {string} ref */
  const copy = (ref) => navigator.clipboard.writeText(linkOf(ref)).then(() => announce(words.copied), () => announce(linkOf(ref)));

  return { open: () => void load() };
}

/** The address of a snapshot with its moment. @param {Snapshot} snapshot */
export const frozen = (snapshot) => `${snapshot.view.replace(/&known=[^&]*/, '')}&known=${snapshot.dataAsOf.committedAt}`;
