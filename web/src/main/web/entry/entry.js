// The tool "New report": what is entered, and after that what becomes of it.
// @ts-check
import { diskMark } from '../core/classification.js';
import { missionNow } from '../core/clock.js';
import { el, fill } from '../core/dom.js';
import { features } from '../forms/features.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { entryDesk } from './desk.js';
import { drafts } from './draft.js';
import { enterable, isReport } from './kinds.js';
import { queuedNode } from './queued.js';
import { savedNode } from './saved.js';
import { correction, edit, fresh } from './task.js';
import { takeWish } from './wish.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./task.js').Task} Task */

const say = words.entry;
const LAST = 'vigie.entry.layer';

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const { store, api, map, panel, announce, close } = context;
  const layers = enterable(store.state.catalog);
  const body = el('div', { class: 'tool-panel entry' });
  panel.append(body);
  if (layers.length === 0) {
    fill(body, el('p', { class: 'notice', 'data-testid': 'entry-nothing' }, say.nothing));
    return {};
  }
  const { session } = store.state;
  const kept = drafts({ tab: sessionStorage, disk: localStorage }, session?.username ?? '', diskMark(session));
  const exercise = store.state.mission?.exercise === true;
  const titleOf = (/** @type {Layer} */ layer) => (isReport(store.state.catalog, layer) ? say.flash : layer.title);
  /** @type {{show: () => void, hide: () => void}|null} */
  let shown = null;

  /** @param {Layer} layer @param {string} [notice] */
  function startNew(layer, notice = '') {
    localStorage.setItem(LAST, layer.name);
    const what = el('select', { id: 'entry-what', 'data-testid': 'entry-what', onchange: () => {
      const next = layers.find((each) => each.name === what.value);
      if (next) {
        startNew(next);
      }
    } }, layers.map((each) => el('option', { value: each.name, selected: each === layer }, titleOf(each))));
    start(fresh(layer, exercise, missionNow(store.state.mission)), [
      el('div', { class: 'field' }, el('label', { for: 'entry-what' }, say.what), what),
      notice ? el('p', { class: 'notice', role: 'status' }, notice) : null], () => startNew(layer, say.draft.discarded));
  }

  /** @param {Task} task @param {(HTMLElement|null)[]} head @param {() => void} again from the beginning, without the draft */
  function start(task, head, again) {
    shown?.hide();
    map.select(null);
    const desk = entryDesk(context, { task, kept, again: () => { kept.forget(task.name); again(); }, leave: () => { kept.forget(task.name); shown = null; desk.hide(); close(); },
      done: (stored) => (task.mode === 'edit' ? changed(task, stored.id) : saved(task, stored)),
      queued: () => queued(task) });
    shown = desk;
    fill(body, ...head, desk.node);
    desk.show();
    desk.focus();
  }

  /** @param {Task} task @param {import('./desk.js').Sent} stored */
  function saved(task, stored) {
    shown?.hide();
    const node = savedNode(context, { task, stored, another: () => startNew(task.layer), undone: (text) => startNew(task.layer, text) });
    shown = node;
    fill(body, node.node);
    node.show();
    node.focus();
  }

  /** @param {Task} task */
  function queued(task) {
    shown?.hide();
    const node = queuedNode(store, () => startNew(task.layer));
    shown = node;
    fill(body, node.node);
    announce(words.offline.queued);
    node.show();
  }

  /** @param {Task} task @param {string} id */
  function changed(task, id) {
    shown?.hide();
    shown = null;
    announce(say.saved.said(say.saved.changed));
    store.dispatch({ type: 'data/changed' });
    store.dispatch({ type: 'selection/set', selection: { layer: task.layer.name, id } });
    close();
  }

  /** @param {import('./wish.js').Wish} wish */
  async function load(wish) {
    const layer = store.state.catalog.find((each) => each.name === wish.layer);
    if (!layer) {
      return;
    }
    shown?.hide();
    shown = null;
    fill(body, loading());
    try {
      const found = await features(api, layer.name).findOrShown(wish.id);
      const task = wish.mode === 'edit' ? edit(layer, found) : correction(layer, found, exercise, missionNow(store.state.mission));
      store.dispatch({ type: 'selection/set', selection: null });
      start(task, [el('p', { class: 'entry-task', 'data-testid': 'entry-task' }, (wish.mode === 'edit' ? say.editing : say.correcting)(task.title))], () => void load(wish));
    } catch (error) {
      fill(body, failure(say.notLoaded, error, () => void load(wish)));
    }
  }

  return {
    open() {
      const wish = takeWish();
      if (wish) {
        void load(wish);
      } else if (shown) {
        shown.show();
      } else {
        startNew(layers.find((layer) => layer.name === localStorage.getItem(LAST)) ?? layers[0]);
      }
    },
    close() {
      shown?.hide();
    },
  };
}
