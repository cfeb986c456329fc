// Opens a snapshot: the picture as it was frozen, with the rights of whoever opens it.
// @ts-check
import { fromAddress, toAddress } from '../core/address.js';
import { marking } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
import { sameView } from './same-view.js';
import { snapshots } from './snapshot-requests.js';
/** @typedef {import('./snapshot-requests.js').Snapshot} Snapshot */
/** @typedef {import('../core/store.js').Store} Store */

const say = words.snapshots;

/** @param {Store} store @param {Snapshot} snapshot */
export function openSnapshot(store, snapshot) {
  const { tool: _tool, selection: _selection, compare: _compare, wall: _wall, ...shared } = fromAddress(snapshot.view) ?? {};
  store.dispatch({ type: 'snapshot/opened', snapshot, shared });
}

/** The link to a snapshot alone. @param {string} ref */
export const linkOf = (ref) => `${location.origin}${location.pathname}#v1////snap=${ref}`;

/**
 * Asks for the snapshot that the address names, and says what is open: over the map, in place of the moment that is shown.
 *
 * @param {HTMLElement} parent the map's area
 * @param {Store} store
 * @param {import('../core/api.js').Api} api
 */
export function keepSnapshot(parent, store, api) {
  const server = snapshots(api);
  const bar = el('div', { class: 'snapshot-bar', hidden: true, role: 'status', 'data-testid': 'snapshot-bar' });
  parent.append(bar);

  async function load(/** @type {string} */ ref) {
    try {
      const snapshot = await server.get(ref);
      if (store.state.snapshot?.ref !== ref) {
        return;
      }
      // A link to the snapshot alone opens its view; an address that says more shows what it says, at its moment.
      if (store.state.known === null) {
        openSnapshot(store, snapshot);
      } else {
        store.dispatch({ type: 'snapshot/opened', snapshot, shared: {} });
      }
    } catch (error) {
      const text = error.status === 404 ? say.noSuch(ref) : reasonOf(error);
      bar.hidden = false;
      fill(bar, el('strong', { role: 'alert' }, text), ' ', el('button', { type: 'button', class: 'button small', 'data-testid': 'snapshot-back', onclick: () => store.dispatch({ type: 'known/set', known: null }) }, words.known.back));
    }
  }

  function show() {
    const { snapshot } = store.state;
    parent.classList.toggle('has-snapshot', snapshot !== null);
    bar.hidden = !snapshot?.view;
    if (!snapshot) {
      return;
    }
    if (!snapshot.view || !snapshot.dataAsOf) {
      void load(snapshot.ref);
      return;
    }
    const { view, classification, compartments } = /** @type {Snapshot} */ (snapshot);
    fill(bar, el('div', { class: 'snapshot-said' },
      el('strong', { 'data-testid': 'snapshot-title' }, say.banner(snapshot.ref, format.moment(snapshot.dataAsOf.committedAt))),
      el('span', {}, snapshot.title), snapshot.note ? el('span', { class: 'muted' }, snapshot.note) : null,
      el('span', { class: 'muted', 'data-testid': 'snapshot-rights' }, el('b', {}, marking(classification, compartments)), ' · ', say.rights),
      snapshot.withdrawn ? el('span', { class: 'snapshot-warning' }, say.withdrawn(snapshot.withdrawn.author, format.moment(snapshot.withdrawn.at))) : null,
      sameView(view, toAddress(store.state)) ? null : el('span', { class: 'snapshot-warning', 'data-testid': 'snapshot-changed' }, say.changedView, ' ',
        el('button', { type: 'button', class: 'link', 'data-testid': 'snapshot-restore', onclick: () => openSnapshot(store, /** @type {Snapshot} */ (snapshot)) }, say.asFrozen))),
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'snapshot-back', onclick: () => store.dispatch({ type: 'known/set', known: null }) }, words.known.back));
  }

  store.watch((s) => [s.snapshot, s.period, s.shown, s.filters, s.text, s.cql], show, { now: true });
}
