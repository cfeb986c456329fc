// After saving: it is on the map, and there is a way back or a way on.
// @ts-check
import { diskMark } from '../core/classification.js';
import { today } from '../core/freshness.js';
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { readMission } from '../core/period.js';
import { reasonOf } from '../core/reason.js';
import { features } from '../forms/features.js';
import { removeEntry } from '../offline/sending.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { relatedNode } from '../workflow/related.js';
import { workflow } from '../workflow/requests.js';

const say = words.entry.saved;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {{task: import('./task.js').Task, stored: import('./desk.js').Sent, another: () => void, undone: (text: string) => void}} options
 */
export function savedNode({ api, store, map, queue, announce }, { task, stored, another, undone }) {
  const { layer } = task;
  const { geometry, properties } = stored;
  const title = String((layer.titleProperty && properties[layer.titleProperty]) || layer.title);
  const status = el('div', { role: 'status' });
  const related = el('div', {});
  const open = el('button', { type: 'button', class: 'button primary', 'data-testid': 'saved-open', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: layer.name, id: stored.id } }) }, say.open);
  const node = el('div', { class: 'tool-panel', 'data-testid': 'entry-saved' },
    el('p', { class: 'entry-saved' }, icon('check', { size: 20 }), ' ', el('span', {}, say.said(title))),
    el('div', { class: 'detail-actions' }, open,
      el('button', { type: 'button', class: 'button', 'data-testid': 'saved-another', onclick: another }, icon('plus', { size: 15 }), ' ', say.another),
      layer.appendOnly ? null : el('button', { type: 'button', class: 'button', 'data-testid': 'saved-undo', onclick: () => void undo() }, icon('undo', { size: 15 }), ' ', say.undo)),
    layer.appendOnly ? el('p', { class: 'muted' }, say.cannotUndo) : null, status, related);
  const relate = () => fill(related, relatedNode({ api, store, announce }, { layer: layer.name, id: stored.id, properties }));
  /** @type {(() => void)|null} */
  let stopWatching = null;

  /** Layer and period are opened far enough for what was saved to be seen. */
  async function bringToLight() {
    store.dispatch({ type: 'layers/shown', names: [layer.name], on: true });
    const day = String(properties.valid_from ?? '').slice(0, 10);
    if (day) {
      store.dispatch({ type: 'mission/grown', mission: readMission(await api.mission(), today()) });
      const { start, end } = store.state.period;
      store.dispatch({ type: 'period/set', period: { start: day < start ? day : start, end: day > end ? day : end } });
    }
  }

  async function undo() {
    try {
      const waiting = removeEntry(layer, { id: stored.id, tag: stored.tag, base: { ...properties, geometry } }, diskMark(store.state.session));
      const isGone = await queue.sendOrKeep(async () => { await features(api, layer.name).remove(stored); return true; }, waiting);
      map.select(null);
      announce(isGone ? say.undone : words.offline.queued);
      undone(isGone ? say.undone : words.offline.queuedLong); // before the change is told: nobody asks for the links of what is gone
      store.dispatch({ type: 'data/changed' });
    } catch (error) {
      fill(status, failure(say.undoFailed, error.status === 412 ? say.changedSince : reasonOf(error), () => void undo()));
    }
  }

  /** A correction says which report it corrects by a link, not by its number alone. */
  async function link() {
    if (task.mode !== 'correct' || !task.of) {
      return;
    }
    try {
      await workflow(api).link('corrects', { layer: layer.name, id: stored.id }, { layer: layer.name, id: task.of.id });
      fill(status);
      relate();
    } catch (error) {
      fill(status, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, `${say.linkFailed} ${reasonOf(error)}`),
        el('button', { type: 'button', class: 'button small', onclick: () => void link() }, say.linkAgain)));
    }
  }

  announce(say.said(title));
  store.dispatch({ type: 'data/changed' });
  void bringToLight().catch((error) => fill(status, el('p', { class: 'notice' }, reasonOf(error))));
  relate();
  void link();

  return {
    node,
    focus: () => open.focus(),
    show() {
      map.select({ geometry, radius: Number(properties.radius_m ?? 0) });
      stopWatching ??= store.watch((s) => s.revision, relate);
    },
    hide() {
      map.select(null);
      stopWatching?.();
      stopWatching = null;
    },
  };
}
