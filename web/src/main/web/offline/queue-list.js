// What was not sent yet, one by one: to look at, to send, to decide about, to discard.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { reasonOf } from '../core/reason.js';
import { conflictNode } from '../entry/conflict.js';
import { merge } from '../entry/merge.js';
import { saveFile } from '../core/save-file.js';
import { features } from '../forms/features.js';
import { fieldRows } from '../panels/fields.js';
import { words } from '../words/words.js';
import { decidingNode } from './deciding.js';
import { queueFile } from './queue-file.js';
import { canReopen, reopening } from './reopening.js';
import { presentOf } from './sending.js';
import { deedOf } from './waiting.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

const say = words.offline;

/** @param {import('../tools/tools.js').ToolContext} context @returns {{node: HTMLElement, show: () => void}} */
export function queueList({ store, api, queue, announce }) {
  const node = el('section', { class: 'queue', 'data-testid': 'queue' });

  /** @param {string} text @param {string} testId @param {() => void} act @param {string} [kind] */
  const button = (text, testId, act, kind = '') => el('button', { type: 'button', class: `button small ${kind}`, 'data-testid': testId, onclick: act }, text);

  /** @param {Entry} entry */
  function row(entry) {
    const layer = store.state.catalog.find(({ name }) => name === entry.layer);
    const status = el('div', { role: 'status' });
    const askDiscard = () => {
      fill(status, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, say.discardSure(entry.title)),
        el('div', { class: 'notice-actions' }, button(say.discardYes, 'queue-discard-sure', () => void queue.discard(entry)), button(say.keep, 'queue-keep', () => fill(status)))));
    };
    const decide = async () => {
      try {
        await decideOn(entry, /** @type {import('../core/types.js').Layer} */ (layer), status);
      } catch (error) {
        fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, reasonOf(error)));
      }
    };
    const reopen = () => {
      const open = layer ? reopening(store, entry, layer) : null;
      if (open) {
        void queue.discard(entry).then(open);
      } else {
        fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, say.formBusy));
      }
    };
    return el('li', { class: `queue-entry is-${entry.state}`, 'data-testid': 'queue-entry' },
      el('p', {}, el('b', {}, entry.title), ' ', el('span', { class: 'muted' }, `${deedOf(entry)} · ${layer?.title ?? entry.layer}`)),
      el('p', { class: 'muted' }, say.queuedAt(format.moment(entry.queuedAt))),
      entry.isOnDisk ? null : el('p', { class: 'notice quiet' }, say.waitsInTab),
      entry.state === 'conflict' ? el('p', { class: 'notice is-problem' }, say.conflict) : null,
      entry.state === 'refused' ? el('p', { class: 'notice is-problem', 'data-testid': 'queue-refused' }, say.refused(entry.problem)) : null,
      layer ? el('details', {}, el('summary', {}, words.detail.record), fieldRows(layer, entry.properties)) : null,
      el('div', { class: 'notice-actions' },
        entry.state === 'conflict' ? button(say.decide, 'queue-decide', () => void decide(), 'primary') : null,
        entry.state === 'refused' ? button(say.again, 'queue-again', () => void queue.again(entry)) : null,
        entry.state !== 'waiting' && canReopen(entry) ? button(entry.drawing ? say.redraw : say.reopen, 'queue-reopen', reopen) : null,
        entry.kind === 'remove' || entry.step ? button(say.takeOut, 'queue-discard', () => void queue.discard(entry)) : button(say.discard, 'queue-discard', askDiscard)),
      status);
  }

  /** @param {Entry} entry @param {import('../core/types.js').Layer} layer @param {HTMLElement} status */
  async function decideOn(entry, layer, status) {
    const { id, base } = /** @type {NonNullable<Entry['target']>} */ (entry.target);
    const present = await presentOf(features(api, entry.layer), id);
    if (entry.kind === 'remove' || entry.step) {
      fill(status, decidingNode(layer, entry, present.values, {
        allTheSame: () => void queue.again({ ...entry, target: { id, tag: present.tag, base: present.values } }).catch((error) => announce(reasonOf(error))),
        leave: () => void queue.discard(entry),
      }));
      status.querySelector('button')?.focus();
      return;
    }
    fill(status, conflictNode(layer, { base, theirs: present.values, mine: entry.properties }, (takeTheirs) => {
      const properties = merge(base, present.values, entry.properties, takeTheirs);
      void queue.again({ ...entry, properties, target: { id, tag: present.tag, base: present.values } }).catch((error) => announce(reasonOf(error)));
    }));
    status.querySelector('input')?.focus();
  }

  function save() {
    const { mission, session, catalog, queue: entries } = store.state;
    const { name, text } = queueFile(entries, { mission: mission?.name ?? '', username: session?.username ?? '', at: new Date().toISOString(), catalog });
    saveFile(new Blob([text], { type: 'application/geo+json' }), name);
  }

  function show() {
    const entries = store.state.queue;
    fill(node, el('h3', {}, say.unsent(entries.length)),
      entries.length === 0 ? el('p', { class: 'muted', 'data-testid': 'queue-empty' }, say.allSent) : [
        el('p', { class: 'muted' }, say.waits),
        el('ul', { class: 'queue-entries' }, entries.map(row)),
        el('div', { class: 'notice-actions' }, button(say.sendNow, 'queue-send', () => void queue.send(), 'primary'), button(say.saveFile, 'queue-file', save))]);
  }

  store.watch((s) => s.queue, show);
  return { node, show };
}
