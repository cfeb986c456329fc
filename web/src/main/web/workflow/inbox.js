// What waits in the operations centre, worked by keyboard or buttons.
// @ts-check
import { newestOnly, toQuery } from '../core/api.js';
import { debounce, el, fill, oneAtATime } from '../core/dom.js';
import { areShortcutsOn, isChord, pressedKey } from '../core/shortcuts.js';
import { diskMark } from '../core/classification.js';
import { reasonOf } from '../core/reason.js';
import { stepEntry } from '../offline/sending.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { overdueReviews } from '../hotspots/overdue.js';
import { askForIncident, askForOther } from './attach.js';
import { meaningOf } from './keys.js';
import { proposalsNode } from './proposals.js';
import { incidentLayerOf, workflow } from './requests.js';
import { askWhy, nameOf, stepButtons } from './steps.js';
import { stateOf, waitingRow } from './waiting-row.js';
/** @typedef {import('./requests.js').Waiting} Waiting */
/** @typedef {import('./requests.js').Inbox} Inbox */
/** @typedef {import('./requests.js').Situation} Situation */
/** @typedef {import('./requests.js').Step} Step */

const say = words.inbox;
const PAGE = 50;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ map, store, api, queue: unsent, panel, announce }) {
  const server = workflow(api);
  const queues = el('div', { class: 'inbox-queues', role: 'group', 'aria-label': say.title });
  const list = el('ol', { class: 'inbox-list', 'aria-label': say.list, 'data-testid': 'inbox-list' });
  const paging = el('div', { class: 'inbox-paging' });
  const message = el('div', { role: 'alert', 'data-testid': 'inbox-message' });
  const reviews = overdueReviews({ api, store });
  panel.append(reviews.node, el('p', { class: 'muted' }, say.intro), queues, message, list, paging, el('p', { class: 'muted inbox-keys' }, say.keys));
  panel.addEventListener('keydown', onKey);

  const lists = newestOnly();
  const situations = newestOnly();
  /** @type {Inbox|null} */
  let inbox = null;
  let queue = '';
  let offset = 0;
  let at = 0;
  let isOpen = false;
  /** What the chosen incident can become; null for a report or while it is asked for. @type {Situation|null} */
  let situation = null;
  /** Takes the last thing done here back. @type {(() => Promise<void>)|null} */
  let undo = null;
  /** Items with a step on its way. @type {Set<string>} */
  const underWay = new Set();
  /** Where forms of the chosen item go. */
  let desk = el('div', {});

  const chosen = () => inbox?.items[at] ?? null;
  /** The list may have been asked for anew meanwhile, with the same item in it. @param {Waiting} item */
  const isStill = (item) => chosen()?.id === item.id;

  async function load({ focus = false } = {}) {
    list.setAttribute('aria-busy', 'true');
    try {
      const answer = await lists.run((signal) => server.inbox(toQuery({ queue, limit: PAGE, offset }), signal));
      if (answer) {
        const before = chosen()?.id;
        const wasHere = list.contains(document.activeElement);
        inbox = answer;
        const same = answer.items.findIndex((item) => item.id === before);
        at = Math.max(0, same >= 0 ? same : Math.min(at, answer.items.length - 1));
        show();
        choose(at, { focus: focus || wasHere });
      }
    } catch (error) {
      inbox = null;
      fill(queues);
      fill(paging);
      fill(list, el('li', {}, failure(say.failed, error, () => void load({ focus: true }))));
    }
    list.removeAttribute('aria-busy');
  }

  function show() {
    const all = /** @type {Inbox} */ (inbox);
    const layer = store.state.catalog.find((each) => each.name === all.layer);
    const button = (/** @type {string} */ name, /** @type {string} */ title, /** @type {number} */ n) => el('button', {
      type: 'button', class: 'button small', 'aria-pressed': String(queue === name), 'data-testid': `queue-${name || 'all'}`,
      onclick: () => { queue = name; offset = 0; at = 0; void load({ focus: true }); } }, title, ' ', el('b', {}, n));
    fill(queues, button('', say.all, all.total), all.queues.filter((q) => q.count > 0 || q.name === queue).map((q) => button(q.name, say.queues[q.name] ?? stateOf(layer, q.name), q.count)));
    fill(list, all.items.length === 0
      ? el('li', { class: 'notice quiet', 'data-testid': 'inbox-empty' }, queue ? say.nothingInQueue : say.nothing)
      : all.items.map((item, i) => waitingRow(store.state.catalog, item, () => { choose(i, { focus: true }); })));
    const matching = queue ? all.queues.find((q) => q.name === queue)?.count ?? 0 : all.total;
    const move = (/** @type {number} */ by) => () => { offset += by; at = 0; void load({ focus: true }); };
    fill(paging, matching <= PAGE ? null : [
      el('button', { type: 'button', class: 'button small', disabled: offset === 0, onclick: move(-PAGE) }, say.previous),
      el('span', {}, say.showing(offset + 1, offset + all.items.length, matching)),
      el('button', { type: 'button', class: 'button small', disabled: offset + PAGE >= matching, onclick: move(PAGE) }, say.next)]);
  }

  /** @param {number} index @param {{focus?: boolean}} options */
  function choose(index, { focus = false }) {
    at = index;
    situation = null;
    const item = chosen();
    const rows = [...list.querySelectorAll('.waiting')];
    rows.forEach((row, i) => {
      row.setAttribute('aria-current', String(i === at));
      row.querySelector('button')?.setAttribute('tabindex', i === at ? '0' : '-1');
      row.querySelector('.waiting-desk')?.remove();
    });
    const row = rows[at];
    if (!item || !row) {
      map.hover(null);
      if (focus) {
        list.tabIndex = -1;
        list.focus();
      }
      return;
    }
    desk = el('div', { class: 'waiting-desk' });
    row.append(desk);
    showActions(item);
    if (focus) {
      row.querySelector('button')?.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
    if (item.lon !== undefined && item.lat !== undefined) {
      map.hover({ geometry: { type: 'Point', coordinates: [item.lon, item.lat] }, radius: 0 });
    } else {
      map.hover(null);
    }
  }

  /** @param {Waiting} item */
  function showActions(item) {
    const isReport = incidentLayerOf(store.state, item.layer) !== undefined;
    const buttons = el('div', { class: 'detail-actions' });
    const more = el('button', { type: 'button', class: 'button small', 'data-testid': 'inbox-open', onclick: open }, say.open, el('kbd', { 'aria-hidden': 'true' }, '⏎'));
    const back = undo ? el('button', { type: 'button', class: 'button small', 'data-testid': 'inbox-undo', 'data-needs-line': true, onclick: () => void takeBack() }, words.workflow.undo, el('kbd', { 'aria-hidden': 'true' }, 'z')) : null;
    fill(desk, el('p', { class: 'why' }, item.why), buttons);
    if (isReport) {
      fill(buttons,
        el('button', { type: 'button', class: 'button small', 'data-testid': 'inbox-make', 'data-needs-line': true, onclick: make }, words.links.make, el('kbd', { 'aria-hidden': 'true' }, 'n')),
        el('button', { type: 'button', class: 'button small', 'data-testid': 'inbox-attach', 'data-needs-line': true, onclick: () => void attach() }, words.links.attach, el('kbd', { 'aria-hidden': 'true' }, 'l')), more, back);
      desk.append(proposalsNode({ api, store }, item, (incident) => void attachTo(item, incident)));
      return;
    }
    fill(buttons, more, back);
    void ask(item).then((answer) => {
      if (answer && isStill(item)) {
        fill(buttons, stepButtons(answer.steps, (step) => take(item, answer, step)), more, back);
      }
    }, (error) => tell(reasonOf(error)));
  }

  /** @param {Waiting} item */
  async function ask(item) {
    const answer = await situations.run((signal) => server.situation(item.layer, item.id, signal));
    if (answer) {
      situation = answer;
    }
    return answer;
  }

  /** @param {string} text */
  function tell(text) {
    fill(message, text ? el('p', { class: 'notice is-problem' }, text) : null);
  }

  /** @param {Waiting} item @param {Situation} seen @param {Step} step */
  function take(item, seen, step) {
    if (!step.allowed) {
      tell(`${nameOf(step)}: ${step.why}`);
    } else if (store.state.queue.some((entry) => entry.step && entry.target?.id === item.id)) {
      tell(words.offline.stepWaits);
    } else if (step.needsReason) {
      askWhy(desk, (reason) => void send(item, seen, step, reason), () => choose(at, { focus: true }));
    } else {
      void send(item, seen, step, '');
    }
  }

  /** @param {Waiting} item @param {Situation} seen @param {Step} step @param {string} reason */
  async function send(item, seen, step, reason) {
    // Pressed again before it was answered: the same step once.
    if (underWay.has(item.id)) {
      return;
    }
    underWay.add(item.id);
    tell('');
    try {
      const marks = { classification: item.classification, compartments: store.state.session?.compartments ?? [] };
      const layer = /** @type {import('../core/types.js').Layer} */ (store.state.catalog.find((each) => each.name === item.layer));
      const waiting = stepEntry(layer, { id: item.id, version: seen.version, title: item.title, marks }, { to: step.to, label: nameOf(step), reason }, diskMark(store.state.session));
      const now = await unsent.sendOrKeep(() => server.step(item, seen.version, step.to, reason), waiting);
      if (!now) {
        fill(desk, el('p', { class: 'notice', role: 'status', 'data-testid': 'inbox-queued' }, `${nameOf(step)}: ${words.offline.queuedLong}`));
        return;
      }
      undo = async () => { await server.undo(item, now.version); };
      announce(words.workflow.done(item.title, now.label));
    } catch (error) {
      tell(reasonOf(error));
    } finally {
      underWay.delete(item.id);
    }
    await changed();
  }

  async function changed() {
    fill(desk);
    store.dispatch({ type: 'data/changed' });
    await load({ focus: true });
  }

  async function takeBack() {
    const last = undo;
    undo = null;
    if (!last) {
      announce(words.workflow.nothingToUndo);
      return;
    }
    tell('');
    try {
      await last();
      announce(words.workflow.undone);
    } catch (error) {
      tell(reasonOf(error));
    }
    await changed();
  }

  function open() {
    const item = chosen();
    if (item) {
      store.dispatch({ type: 'layers/shown', names: [item.layer], on: true });
      store.dispatch({ type: 'selection/set', selection: { layer: item.layer, id: item.id } });
    }
  }

  function make() {
    const item = chosen();
    const layer = item && incidentLayerOf(store.state, item.layer);
    if (!item || !layer) {
      return;
    }
    askForIncident(desk, {
      layer, values: { title: item.title }, exercise: store.state.mission?.exercise === true,
      close: () => choose(at, { focus: true }),
      send: async (properties) => {
        const made = await server.makeIncident(item, properties);
        undo = async () => { await api.request(`/collections/${encodeURIComponent(made.layer)}/items/${encodeURIComponent(made.id)}`, { method: 'DELETE', headers: { 'if-match': `"${made.version}"` } }); };
        announce(words.links.madeIncident);
        await changed();
      },
    });
  }

  const attachTo = oneAtATime(async (/** @type {Waiting} */ item, /** @type {import('./requests.js').End} */ end) => {
    tell('');
    try {
      const link = await server.link('reported_by', { layer: item.layer, id: item.id }, { layer: end.layer, id: end.id, ref: end.ref });
      undo = async () => { await server.unlink(link.id); };
      announce(words.links.made);
    } catch (error) {
      tell(reasonOf(error));
    }
    await changed();
  });

  async function attach() {
    const item = chosen();
    const layer = item && incidentLayerOf(store.state, item.layer);
    if (!item || !layer) {
      return;
    }
    const report = await api.item(item.layer, item.id).catch(() => null);
    if (!isStill(item)) {
      return;
    }
    askForOther(desk, {
      store, layer: layer.name, ref: report?.properties?.linked_incident ?? '', announce,
      close: () => choose(at, { focus: true }),
      send: async (end) => {
        const link = await server.link('reported_by', { layer: item.layer, id: item.id }, end);
        undo = async () => { await server.unlink(link.id); };
        announce(words.links.made);
        await changed();
      },
    });
  }

  /** @param {KeyboardEvent} e */
  function onKey(e) {
    const meaning = meaningOf(pressedKey(e));
    const isButton = e.target instanceof Element && e.target.closest('button') !== null && e.target.closest('.waiting > button') === null;
    if (!meaning || isChord(e) || (e.key.length === 1 && !areShortcutsOn()) || (e.key === 'Enter' && isButton)) {
      return;
    }
    e.preventDefault();
    const item = chosen();
    if ('move' in meaning) {
      choose(Math.max(0, Math.min((inbox?.items.length ?? 1) - 1, at + meaning.move)), { focus: true });
    } else if ('step' in meaning) {
      if (item) {
        void byKey(item, meaning.step);
      }
    } else if (meaning.act === 'first' || meaning.act === 'last') {
      choose(meaning.act === 'first' ? 0 : Math.max(0, (inbox?.items.length ?? 1) - 1), { focus: true });
    } else {
      ({ open, make, attach: () => void attach(), undo: () => void takeBack() })[meaning.act]();
    }
  }

  /** @param {Waiting} item @param {string} to */
  async function byKey(item, to) {
    try {
      const seen = situation ?? (await server.situation(item.layer, item.id));
      const step = seen.steps.find((each) => each.to === to);
      if (isStill(item)) {
        step ? take(item, seen, step) : tell(words.workflow.notPossible(words.workflow.step[to] ?? to));
      }
    } catch (error) {
      tell(reasonOf(error));
    }
  }

  function again() {
    if (isOpen && !desk.querySelector('form')) {
      void load();
      void reviews.load();
    }
  }
  store.watch((s) => s.revision, again);
  store.watch((s) => s.live, debounce(again, 300));

  return {
    open() {
      isOpen = true;
      tell('');
      void load({ focus: true });
      void reviews.load();
    },
    close() {
      isOpen = false;
      map.hover(null);
      lists.cancel();
      situations.cancel();
    },
  };
}
