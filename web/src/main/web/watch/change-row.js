// One thing that changed: what it is, what became of it, and when it is opened in what it differs.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { diff, stateAt } from '../core/versions.js';
import { labelOf } from '../panels/fields.js';
import { markIcon, markOf } from '../map/marks.js';
import { differencesNode } from '../panels/differences.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
/** @typedef {import('./requests.js').ShiftChange} ShiftChange */
/** @typedef {import('../core/types.js').Layer} Layer */

const say = words.shift;

/**
 * @param {Layer} layer
 * @param {ShiftChange} change
 * @param {() => void} open
 */
export function changeRow(layer, change, open) {
  const what = say.what[change.what];
  const state = change.state && layer.workflow ? labelOf(layer, layer.workflow.property, change.state) : null;
  const graver = change.severityBefore ? say.severity(change.severityBefore, change.severity ?? 0) : null;
  const when = change.at ? format.moment(change.at) : null;
  return el('li', { class: 'shift-change', 'data-testid': 'shift-change', 'data-id': change.id, 'data-what': change.what, 'data-unread': String(!change.seen) },
    el('button', { type: 'button', class: 'shift-head', onclick: open },
      change.seen ? el('span', { class: 'shift-dot' }) : el('span', { class: 'shift-dot is-unread', role: 'img', 'aria-label': say.unread, title: say.unread }),
      markIcon(markOf(layer, change.code), 16),
      el('span', { class: 'shift-title' }, change.title ?? say.untitled(layer.title, change.id.slice(0, 8))),
      change.severity ? el('b', { class: 'severity-tag', 'data-level': change.severity, title: words.detail.severity(change.severity) }, change.severity) : null,
      el('span', { class: 'shift-line' }, el('span', { class: `shift-what is-${change.what}` }, what), [graver, state, when, change.author ? words.detail.versionBy(change.author) : null].filter(Boolean).map((text) => ` · ${text}`))));
}

/**
 * In what a feature differs from what it was.
 *
 * @param {import('../core/api.js').Api} api
 * @param {Layer} layer
 * @param {ShiftChange} change
 */
export function changeNode(api, layer, change) {
  const node = el('div', { class: 'shift-difference', 'aria-live': 'polite', 'data-testid': 'shift-difference' });

  async function load() {
    fill(node, el('p', { class: 'muted' }, words.loading));
    try {
      /** @type {{versions: import('../core/versions.js').Version[]}} */
      const { versions } = await api.history(layer.name, change.id);
      fill(node, differencesNode(layer, diff(stateAt(versions, /** @type {number} */ (change.from)), stateAt(versions, change.version))));
    } catch (error) {
      fill(node, failure(words.detail.historyFailed, error, () => void load()));
    }
  }

  if (change.what === 'gone') {
    fill(node, el('p', { class: 'muted' }, say.goneLong));
  } else if (change.from === undefined) {
    fill(node, el('p', { class: 'muted' }, say.createdLong));
  } else {
    void load();
  }
  return node;
}
