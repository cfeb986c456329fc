// Saved views: keep what is shown under a name, find it again, offer it to the mission.
// @ts-check
import { markName } from '../core/classification.js';
import { fromAddress, toAddress } from '../core/address.js';
import { newestOnly } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { changeView, listViews, removeView, saveView } from './requests.js';
import { compartmentsOf } from './compartments.js';
import { highest, viewForm } from './view-form.js';
/** @typedef {import('./requests.js').SavedView} SavedView */
/** @typedef {import('./requests.js').SavedViews} SavedViews */

const say = words.saved;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  const requests = newestOnly();
  const { session } = store.state;
  const clearance = session?.clearance ?? 'UNCLASSIFIED';
  const compartments = compartmentsOf(store.state);
  const making = el('section', {});
  const list = el('div', { class: 'views', 'data-testid': 'saved-views' });
  const last = el('div', { class: 'views-undo', 'aria-live': 'polite' });
  /** The view that is being changed. @type {string|null} */
  let editing = null;
  panel.append(making, last, list);

  /** The map as it is, without this panel. */
  const address = () => toAddress({ ...store.state, tool: null });
  const isSearched = () => store.state.text.trim() !== '';

  async function load() {
    try {
      const answer = await requests.run((signal) => listViews(api, signal));
      if (answer) {
        show(answer);
      }
    } catch (error) {
      fill(list, failure(say.failed, error, () => void load()));
    }
  }

  /** @param {SavedViews} answer */
  function show({ views, mayShare }) {
    if (!making.firstChild) {
      fill(making, viewForm({
        now: { classification: highest(Object.values(store.state.marks).filter((mark) => mark !== '')) }, clearance, compartments, mayShare, isSearched, submit: say.save, cancel: null, id: 'view',
        save: async (wish) => {
          const made = await saveView(api, { ...wish, address: address() });
          announce(say.saved(made.name));
          await load();
        },
      }));
    }
    const mine = views.filter((view) => view.mine);
    const shared = views.filter((view) => !view.mine);
    fill(list,
      el('section', {}, el('h3', {}, say.own), mine.length === 0 ? el('p', { class: 'muted' }, say.none) : el('ol', { class: 'view-list' }, mine.map((view, i) => own(view, i, mine.length, mayShare)))),
      el('section', {}, el('h3', {}, say.shared), shared.length === 0 ? el('p', { class: 'muted' }, say.noneShared) : el('ol', { class: 'view-list' }, shared.map(others))));
  }

  /** @param {string} name @param {string} title @param {string} testid @param {() => void} act @param {boolean} [disabled] */
  const action = (name, title, testid, act, disabled = false) => el('button', { type: 'button', class: 'icon-button small', 'aria-label': title, title, disabled, 'data-testid': testid, onclick: act }, icon(name, { size: 16 }));

  /** @param {SavedView} view */
  const head = (view) => el('div', { class: 'view-head' },
    el('button', { type: 'button', class: 'link view-open', 'aria-label': say.open(view.name), 'data-testid': 'view-open', onclick: () => open(view) }, el('bdi', {}, view.name)),
    view.start ? el('span', { class: 'view-badge', title: say.starts }, icon('home', { size: 14, title: say.starts })) : null,
    view.mine && view.shared ? el('span', { class: 'view-badge', title: say.shared }, icon('link', { size: 14, title: say.shared })) : null,
    view.classification === 'UNCLASSIFIED' && view.compartments.length === 0 ? null : el('span', { class: 'view-mark', 'data-mark': view.classification, 'data-testid': 'view-mark' }, [markName(view.classification).toUpperCase(), ...view.compartments].join(', ')));

  /** @param {SavedView} view @param {number} i @param {number} count @param {boolean} mayShare */
  function own(view, i, count, mayShare) {
    if (view.id === editing) {
      return el('li', { class: 'view-edited' }, viewForm({
        now: view, clearance, compartments, mayShare, isSearched: () => (fromAddress(view.address)?.text ?? '') !== '', submit: say.done, id: 'edited', cancel: () => edit(null),
        save: async (wish) => { await changeView(api, view.id, wish); editing = null; await load(); },
      }),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'view-update', 'data-needs-line': true, onclick: () => void change(view, { address: address() }, say.saved(view.name)) }, icon('retry', { size: 14 }), ' ', say.update));
    }
    return el('li', { 'data-testid': 'view-own' }, head(view), view.note ? el('p', { class: 'muted view-note', dir: 'auto' }, view.note) : null,
      el('div', { class: 'view-actions' },
        action('edit', say.edit(view.name), 'view-edit', () => edit(view.id)),
        action('chevron', say.up(view.name), 'view-up', () => void change(view, { position: i - 1 }, ''), i === 0),
        action('chevron', say.down(view.name), 'view-down', () => void change(view, { position: i + 1 }, ''), i === count - 1),
        action('trash', say.remove(view.name), 'view-remove', () => void remove(view, i))));
  }

  /** @param {SavedView} view */
  function others(view) {
    const keepsOrder = session?.roles.includes('administrator');
    return el('li', { 'data-testid': 'view-shared' }, head(view), el('p', { class: 'muted view-note', dir: 'auto' }, [say.sharedBy(view.owner), view.note].filter(Boolean).join(' · ')),
      el('div', { class: 'view-actions' },
        action('copy', say.copy(view.name), 'view-copy', () => void copy(view)),
        keepsOrder ? action('close', say.withdraw(view.name), 'view-withdraw', () => void withdraw(view)) : null));
  }

  /** @param {string|null} id */
  function edit(id) {
    editing = id;
    void load().then(() => /** @type {HTMLElement|null} */ (list.querySelector(id ? '[data-testid="edited-name"]' : '[data-testid="view-open"]'))?.focus());
  }

  /** The picture changes and this panel stays, so that another one is a click away. @param {SavedView} view */
  function open(view) {
    const shared = fromAddress(view.address);
    if (shared) {
      store.dispatch({ type: 'address/opened', shared: { ...shared, tool: shared.tool ?? store.state.tool } });
      announce(say.opened(view.name));
    }
  }

  /** @param {() => Promise<unknown>} ask @param {string} said */
  async function attempt(ask, said) {
    try {
      await ask();
      announce(said);
      await load();
      return true;
    } catch (error) {
      fill(last, el('p', { class: 'field-problem', role: 'alert' }, say.notSaved(reasonOf(error))));
      return false;
    }
  }

  /** @param {SavedView} view @param {import('./requests.js').Wish} wish @param {string} said */
  const change = (view, wish, said) => attempt(() => changeView(api, view.id, wish), said);

  /** @param {SavedView} view */
  const copy = ({ name, note, address: at, classification, compartments }) => attempt(() => saveView(api, { name, note, address: at, classification, compartments }), say.saved(name));

  /** @param {SavedView} view */
  const withdraw = (view) => attempt(() => removeView(api, view.id), say.withdrawn(view.name));

  /** @param {SavedView} view @param {number} position */
  async function remove(view, position) {
    if (await attempt(() => removeView(api, view.id), say.removed(view.name))) {
      const { name, note, address: at, shared, start, classification, compartments } = view;
      const undo = el('button', { type: 'button', class: 'button small', 'data-testid': 'view-undo', onclick: async () => {
        if (await attempt(() => saveView(api, { name, note, address: at, shared, start, classification, compartments, position }), say.restored(name))) {
          fill(last);
        }
      } }, icon('undo', { size: 14 }), ' ', say.undo);
      fill(last, el('p', { class: 'notice quiet' }, say.removed(name), ' ', undo));
      undo.focus();
    }
  }

  return {
    open: () => void load(),
    close: () => { requests.cancel(); fill(last); editing = null; },
  };
}
