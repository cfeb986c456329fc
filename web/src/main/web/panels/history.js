// The versions of a feature, newest first: who changed what and when, any two compared, an earlier one restored.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { diff, restoring, stateAt } from '../core/versions.js';
import { features } from '../forms/features.js';
import { words } from '../words/words.js';
import { differencesNode } from './differences.js';
import { failure } from './layers.js';
import { loading } from './states.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/versions.js').Version} Version */
/** @typedef {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, map: import('../map/map.js').MissionMap, announce: (text: string) => void}} Context */

/** What was restored last on this page, to be taken back while nothing followed. @type {{id: string, version: number, from: number}|null} */
let lastRestored = null;

/** @param {Context} context @param {Layer} layer @param {GeoJSON.Feature & {id: string}} feature as it is shown */
export function historyNode(context, layer, feature) {
  const { api, store, map, announce } = context;
  const body = el('div', { class: 'history', 'data-testid': 'history' }, loading());

  async function load() {
    try {
      /** @type {{versions: Version[]}} */
      const { versions } = await api.history(layer.name, feature.id);
      const known = store.state.known;
      show(known ? versions.filter((v) => Date.parse(v.committedAt) <= Date.parse(known)) : versions);
    } catch (error) {
      if (store.state.selection?.id === feature.id) {
        fill(body, failure(words.detail.historyFailed, error, () => void load()));
      }
    }
  }

  /** @param {Version[]} versions newest first */
  function show(versions) {
    const result = el('div', { 'aria-live': 'polite' });
    fill(body,
      undoNode(versions),
      versions.length > 1 ? compareForm(versions, result) : null,
      result,
      el('ol', {}, versions.map((version, i) => versionNode(version, i === 0, versions))));
  }

  /** @param {Version[]} versions */
  function undoNode(versions) {
    const last = lastRestored;
    if (last === null || store.state.known !== null || last.id !== feature.id || last.version !== versions[0]?.version) {
      return null;
    }
    const before = versions.find((v) => v.version === last.version - 1);
    return before ? el('div', { class: 'notice restored', 'data-testid': 'restored' }, words.known.restored(last.from), ' ',
      el('button', { type: 'button', class: 'button small', 'data-testid': 'restore-undo', onclick: () => void restore(before, versions) }, icon('undo', { size: 14 }), ' ', words.known.undo)) : null;
  }

  /** @param {Version[]} versions @param {HTMLElement} result */
  function compareForm(versions, result) {
    const choice = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number} */ chosen) => el('label', {}, label, ' ',
      el('select', { 'data-testid': `compare-${name}` }, versions.map((v) => el('option', { value: String(v.version), selected: v.version === chosen }, words.known.version(v.version)))));
    const form = el('form', { class: 'compare', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const [from, to] = [...form.querySelectorAll('select')].map((select) => stateAt(versions, Number(select.value)));
      fill(result, differencesNode(layer, diff(from, to)));
      map.select({ geometry: bothPlaces(from.geometry, to.geometry), radius: 0 });
    } }, choice('from', words.known.old, versions[1].version), choice('to', words.known.now, versions[0].version),
    el('button', { type: 'submit', class: 'button small', 'data-testid': 'compare' }, words.known.compare));
    return form;
  }

  /** @param {Version} version @param {boolean} isNewest @param {Version[]} versions */
  function versionNode(version, isNewest, versions) {
    const mayRestore = !isNewest && store.state.known === null && !layer.appendOnly && layer.writable !== false && version.operation !== 'DELETE';
    const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ onclick) =>
      el('button', { type: 'button', class: 'link', 'data-testid': name, 'aria-label': `${label}: ${words.known.version(version.version)}`, onclick }, label);
    return el('li', { 'data-version': version.version },
      el('div', { class: 'version' },
        el('b', {}, `v${version.version}`), ' ', words.detail.operations[version.operation] ?? format.unlabelled(version.operation),
        version.author ? ` ${words.detail.versionBy(version.author)}` : '',
        version.version > 1 ? `, ${words.known.fields(version.changes.length)}` : '', el('br', {}),
        el('time', { datetime: version.committedAt }, format.moment(version.committedAt)),
        version.reason ? [' ', el('q', {}, version.reason)] : []),
      el('div', { class: 'version-actions' },
        button('see-known', words.known.see, () => store.dispatch({ type: 'known/set', known: version.committedAt })),
        mayRestore ? button('restore', words.known.restore, () => void restore(version, versions)) : null),
      version.version > 1 && version.changes.length > 0 ? differencesNode(layer, version.changes) : null);
  }

  /** @param {Version} version @param {Version[]} versions */
  async function restore(version, versions) {
    const newest = versions[0].version;
    const patch = restoring(stateAt(versions, newest), stateAt(versions, version.version), layer.workflow?.property ?? null);
    if (!patch) {
      announce(words.known.same);
      return;
    }
    try {
      await features(api, layer.name).change({ id: feature.id, tag: `"${newest}"` }, patch);
      lastRestored = { id: feature.id, version: newest + 1, from: version.version };
      announce(words.known.restored(version.version));
      store.dispatch({ type: 'data/changed' });
    } catch (error) {
      announce(error.status === 412 ? words.known.changedMeanwhile : words.known.restoreFailed(reasonOf(error)));
    }
  }

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, words.detail.history), body);
}

/** @param {any} from @param {any} to @returns {any} */
const bothPlaces = (from, to) => (from && to ? { type: 'GeometryCollection', geometries: [from, to] } : to ?? from ?? null);
