// What changed since somebody was last on watch: read through, opened one by one, and said to be seen.
// @ts-check
import { missionNow } from '../core/clock.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { fromInput, toInput, toMoment } from '../core/known.js';
import { reasonOf } from '../core/reason.js';
import { momentInput } from '../core/time-input.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { changeNode, changeRow } from './change-row.js';
import { EVERYTHING, inOrder, isNarrow, kindsOf, layersOf, leavesOut, toggled } from './report.js';
import { shifts } from './requests.js';
/** @typedef {import('./requests.js').ShiftReport} ShiftReport */
/** @typedef {import('./requests.js').ShiftChange} ShiftChange */

const say = words.shift;
const HOUR = 3_600_000;
/** As many as the server takes at once. */
const AT_ONCE = 500;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ map, store, api, panel, announce }) {
  const server = shifts(api);
  const heading = el('p', { class: 'shift-since', role: 'status', 'data-testid': 'shift-since' });
  const totals = el('p', { class: 'shift-totals', 'data-testid': 'shift-unread' });
  const kinds = el('ul', { class: 'shift-kinds', 'aria-label': say.kinds, 'data-testid': 'shift-kinds' });
  const layerChoices = el('ul', { class: 'shift-kinds', 'aria-label': say.ofLayers, 'data-testid': 'shift-of-layers' });
  const list = el('div', { class: 'shift-layers', 'data-testid': 'shift-list' });
  const message = el('div', { role: 'status', 'data-testid': 'shift-message' });
  const typed = momentInput({ 'aria-label': say.moment, 'data-testid': 'shift-moment' }, () => missionNow(store.state.mission));
  const moment = typed.input;
  const only = el('input', { type: 'checkbox', 'data-testid': 'shift-only', onchange: () => choose({ unread: only.checked }) });
  const everything = el('button', { type: 'button', class: 'button small', 'data-testid': 'shift-everything', onclick: () => choose(EVERYTHING) }, say.everything);
  const doneText = el('span', {});
  const done = el('button', { type: 'button', class: 'button primary', 'data-testid': 'shift-seen', 'data-needs-line': true, onclick: () => void seeAll() }, icon('check', { size: 16 }), ' ', doneText);
  /** Dozens of changes may lie between, each a stop of the keyboard. */
  const toEnd = el('button', { type: 'button', class: 'button small skip-to', 'data-testid': 'shift-to-seen', onclick: () => done.focus() }, say.toSeen);
  /** Id of what is open in the list. @type {string|null} */
  let open = null;

  const choose = (/** @type {Partial<import('./report.js').Choice>} */ choice) => store.dispatch({ type: 'shift/chosen', choice });
  const since = (/** @type {string|null} */ at) => store.dispatch({ type: 'shift/since', since: at });
  const ago = (/** @type {number} */ hours) => since(toMoment(missionNow(store.state.mission).getTime() - hours * HOUR));
  const button = (/** @type {string} */ id, /** @type {string} */ label, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': `shift-${id}`, onclick }, label);
  moment.addEventListener('change', () => {
    const chosen = fromInput(moment.value);
    moment.setCustomValidity(chosen ? '' : words.known.wrong);
    if (chosen) {
      since(chosen);
    } else {
      moment.reportValidity();
    }
  });
  panel.append(heading, totals,
    el('div', { class: 'shift-choices', role: 'group', 'aria-label': say.moment }, button('last', say.last, () => since(null)), button('12', say.hours(12), () => ago(12)), button('24', say.hours(24), () => ago(24)), button('week', say.week, () => ago(168)), typed.node),
    kinds, layerChoices, el('div', { class: 'shift-narrow' }, el('label', { class: 'switch' }, only, say.only), everything), message, toEnd, list, el('div', { class: 'shift-done' }, done));

  function show() {
    const report = store.state.shift;
    toEnd.hidden = done.hidden = report === null || report.total + report.crowded.length === 0;
    if (!report) {
      fill(list, loading());
      return;
    }
    moment.value = toInput(report.since);
    heading.textContent = store.state.shiftSince ? say.sinceMoment(format.moment(report.since)) : report.markedAt ? say.sinceLast(format.moment(report.since)) : say.sinceNever(format.moment(report.since));
    const { shiftChoice: choice } = store.state;
    const order = store.state.catalog.map(({ name }) => name);
    const layers = inOrder(report, order, choice);
    const listed = layers.reduce((n, { changes }) => n + changes.length, 0);
    const isChosen = isNarrow(choice);
    totals.textContent = report.crowded.length > 0 ? '' : `${say.totals(report.total, report.unread)}${isChosen ? `. ${say.listed(listed)}` : ''}`;
    only.checked = choice.unread;
    everything.hidden = !isChosen;
    doneText.textContent = leavesOut(choice) ? say.seenListed(listed) : say.seen;
    done.hidden ||= leavesOut(choice) && listed === 0;
    toggles(kinds, kindsOf(report, choice).map(([kind, n]) => ({ name: kind, n, text: el('span', { class: `shift-what is-${kind}` }, say.what[kind]), isOn: choice.kinds.includes(kind), turn: () => choose({ kinds: toggled(choice.kinds, kind) }) })));
    const ofLayers = layersOf(report, order, choice);
    layerChoices.hidden = ofLayers.length < 2;
    toggles(layerChoices, ofLayers.map(([name, n]) => ({ name, n, text: titleOf(name), isOn: choice.layers.includes(name), turn: () => choose({ layers: toggled(choice.layers, name) }) })));
    const had = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).closest('li')?.dataset.id : undefined;
    fill(list, report.crowded.length > 0 ? el('p', { class: 'notice' }, say.crowded(report.crowded.map(titleOf))) : layers.length === 0 ? el('p', { class: 'notice quiet', 'data-testid': 'shift-none' }, report.total === 0 ? say.none : leavesOut(choice) ? say.noneListed : say.allSeen) : layers.map(group));
    if (had) {
      /** @type {HTMLElement|null} */ (list.querySelector(`li[data-id="${CSS.escape(had)}"] button`))?.focus({ preventScroll: true });
    }
  }

  /** @param {HTMLElement} parent @param {{name: string, n: number, text: string|Node, isOn: boolean, turn: () => void}[]} offered */
  function toggles(parent, offered) {
    const had = parent.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.name : undefined;
    fill(parent, offered.map(({ name, n, text, isOn, turn }) => el('li', {}, el('button', { type: 'button', class: 'shift-toggle', 'aria-pressed': String(isOn), 'data-name': name, onclick: turn }, el('b', {}, format.count(n)), ' ', text))));
    if (had) {
      /** @type {HTMLElement|null} */ (parent.querySelector(`[data-name="${CSS.escape(had)}"]`))?.focus({ preventScroll: true });
    }
  }

  list.addEventListener('keydown', (e) => {
    const by = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    const heads = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('.shift-head'))];
    const at = heads.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (by !== 0 && at >= 0) {
      e.preventDefault();
      heads[at + by]?.focus();
    }
  });

  const layerOf = (/** @type {string} */ name) => store.state.catalog.find((layer) => layer.name === name);
  const titleOf = (/** @type {string} */ name) => layerOf(name)?.title ?? name;

  /** @param {{layer: string, changes: ShiftChange[]}} group */
  function group({ layer: name, changes }) {
    const layer = layerOf(name);
    if (!layer) {
      return null;
    }
    return el('section', { class: 'shift-group', 'data-layer': name }, el('h3', {}, layer.title, ' ', el('span', { class: 'muted' }, format.count(changes.length))),
      el('ol', {}, changes.map((change) => {
        const row = changeRow(layer, change, () => openChange(change));
        if (open === change.id) {
          row.append(changeNode(api, layer, change));
        }
        return row;
      })));
  }

  /** @param {ShiftChange} change */
  function openChange(change) {
    open = open === change.id ? null : change.id;
    if (!change.seen) {
      store.dispatch({ type: 'shift/seen', seen: [change] });
      server.see([change]).catch((error) => { fill(message, el('p', { class: 'notice' }, say.notNoted(reasonOf(error)))); });
    } else {
      show();
    }
    if (change.what !== 'gone') {
      store.dispatch({ type: 'selection/set', selection: { layer: change.layer, id: change.id } });
    } else if (change.place) {
      map.leaflet.panTo([change.place[1], change.place[0]]);
    }
  }

  async function seeAll() {
    const report = /** @type {ShiftReport} */ (store.state.shift);
    done.disabled = true;
    try {
      if (store.state.shiftSince === null && !leavesOut(store.state.shiftChoice)) {
        await server.move(report.until);
        since(null);
        tell(say.noted, report.mark);
      } else {
        // What is not listed was not read: it stays as it is, and so does the mark.
        const unseen = inOrder(report, store.state.catalog.map(({ name }) => name), store.state.shiftChoice).flatMap(({ changes }) => changes).filter((change) => !change.seen);
        for (let i = 0; i < unseen.length; i += AT_ONCE) {
          await server.see(unseen.slice(i, i + AT_ONCE));
        }
        store.dispatch({ type: 'shift/seen', seen: unseen });
        fill(message, el('p', { class: 'notice quiet' }, say.notedSingly));
      }
      await load();
    } catch (error) {
      fill(message, failure(say.notSeen, error, () => void seeAll()));
    }
    done.disabled = false;
  }

  /** @param {string} text @param {string} back the mark of before */
  function tell(text, back) {
    const undo = el('button', { type: 'button', class: 'button small', 'data-testid': 'shift-undo', onclick: async () => {
      try {
        await server.move(back);
        fill(message);
        await load();
        announce(say.undone);
      } catch (error) {
        fill(message, failure(say.failed, error, () => void load()));
      }
    } }, icon('undo', { size: 14 }), ' ', words.workflow.undo);
    fill(message, el('p', { class: 'notice quiet' }, text, ' ', undo));
    undo.focus();
  }

  async function load() {
    try {
      store.dispatch({ type: 'shift/set', shift: await server.report(store.state.shiftSince) });
    } catch (error) {
      fill(list, failure(say.failed, error, () => void load()));
    }
  }

  store.watch((s) => [s.shift, s.shiftChoice], show);
  show();
  return { open: () => { fill(message); void load(); } };
}
