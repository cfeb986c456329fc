// The versions of a feature, newest first: who changed what, from what to what.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/en.js';
import { failure } from './layers.js';
/** @typedef {import('../core/types.js').Layer} Layer */

/**
 * @param {import('../core/api.js').Api} api
 * @param {Layer} layer
 * @param {string} id
 * @param {import('../core/store.js').Store} store
 */
export function historyNode(api, layer, id, store) {
  const body = el('div', { class: 'history', 'data-testid': 'history' }, el('p', { class: 'muted' }, words.loading));

  async function load() {
    try {
      const { versions } = await api.history(layer.name, id);
      fill(body, el('ol', {}, versions.map((/** @type {any} */ version) => versionNode(layer, version))));
    } catch (error) {
      if (store.state.selection?.id === id) {
        fill(body, failure(words.detail.historyFailed, error.message, () => void load()));
      }
    }
  }

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, words.detail.history), body);
}

/** @param {Layer} layer @param {any} version */
function versionNode(layer, version) {
  const changes = (version.changes ?? []).filter((/** @type {any} */ change) => change.before !== null && change.before !== undefined || version.version > 1);
  const author = typeof version.author === 'object' ? version.author?.name : version.author;
  return el('li', {},
    el('div', { class: 'version' },
      el('b', {}, `v${version.version}`), ' ', words.detail.operations[version.operation] ?? format.unlabelled(String(version.operation ?? '')),
      author ? ` ${words.detail.versionBy(author)}` : '', el('br', {}),
      el('time', { datetime: version.committedAt }, format.moment(version.committedAt)),
      version.reason ? [' ', el('q', {}, version.reason)] : []),
    changes.length === 0 ? null : el('ul', { class: 'changes' }, changes.map((/** @type {any} */ { property, before, after }) => el('li', {},
      el('span', {}, layer.properties.find((p) => p.name === property)?.title ?? format.unlabelled(property)), ' ',
      el('del', {}, shown(before)), ' → ', el('ins', {}, shown(after))))));
}

/** @param {any} value */
function shown(value) {
  if (value && typeof value === 'object' && 'coordinates' in value) {
    return value.type === 'Point' ? format.latLon(value.coordinates[1], value.coordinates[0], 4) : value.type;
  }
  if (value === null || value === undefined) {
    return words.detail.empty;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
