// What was known at a past moment: the switch, and a banner over the map that nobody overlooks.
// @ts-check
import { missionNow } from '../core/clock.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { fromInput, moved, toInput, toMoment } from '../core/known.js';
import { reasonOf } from '../core/reason.js';
import { momentInput } from '../core/time-input.js';
import { words } from '../words/words.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
/** @typedef {import('../core/store.js').Store} Store */

const LISTED = 40;

/** @param {Store} store */
export function knownButton(store) {
  const button = el('button', { type: 'button', class: 'icon-button', title: words.known.open, 'aria-label': words.known.open, 'aria-pressed': 'false', 'data-testid': 'known-switch',
    onclick: () => store.dispatch({ type: 'known/set', known: store.state.known ? null : toMoment(missionNow(store.state.mission).getTime()) }) }, icon('clock', { size: 16 }));
  store.watch((s) => s.known !== null, (on) => button.setAttribute('aria-pressed', String(on)), { now: true });
  return button;
}

/** @param {HTMLElement} parent the map's area @param {Store} store @param {import('../core/api.js').Api} api */
export function mountKnownBar(parent, store, api) {
  const go = (/** @type {string|null} */ known) => store.dispatch({ type: 'known/set', known });
  const title = el('strong', { role: 'status', 'data-testid': 'known-title' });
  const said = el('p', { class: 'known-said', role: 'status' });
  const typed = momentInput({ 'aria-label': words.known.at, 'data-testid': 'known-input' }, () => missionNow(store.state.mission));
  const { input } = typed;
  input.addEventListener('change', () => {
    const moment = fromInput(input.value);
    input.setCustomValidity(moment ? '' : words.known.wrong);
    if (moment) {
      go(moment);
    } else {
      input.reportValidity();
    }
  });
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ onclick) =>
    el('button', { type: 'button', class: 'button small', 'data-testid': `known-${name}`, onclick }, label);
  const shift = (/** @type {number} */ hours) => go(moved(/** @type {string} */ (store.state.known), hours));
  const list = el('div', { class: 'known-changes', hidden: true, 'data-testid': 'known-changes' });
  const listButton = button('list', words.known.changes, () => { list.hidden = !list.hidden; void show(); });
  listButton.setAttribute('aria-expanded', 'false');
  const bar = el('section', { class: 'known-bar', 'aria-label': words.known.at, 'data-testid': 'known-bar', hidden: true },
    el('div', { class: 'known-head' }, title, button('back', words.known.back, () => go(null))),
    el('div', { class: 'known-controls' }, typed.node,
      button('day-back', words.known.dayBack, () => shift(-24)), button('hour-back', words.known.hourBack, () => shift(-1)), button('day-on', words.known.dayOn, () => shift(24)),
      button('previous', words.known.previous, () => void step('before')), button('next', words.known.next, () => void step('after')), listButton),
    said, list);
  parent.append(bar);

  /** To the nearest change of another moment. @param {'before'|'after'} side */
  async function step(side) {
    const known = /** @type {string} */ (store.state.known);
    try {
      const { changes } = await api.changes({ [side]: known, limit: 1 });
      said.textContent = changes.length > 0 ? '' : side === 'before' ? words.known.noPrevious : words.known.noNext;
      if (changes.length > 0) {
        go(changes[0].time);
      }
    } catch (error) {
      said.textContent = reasonOf(error);
    }
  }

  async function show() {
    listButton.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) {
      return;
    }
    fill(list, loading());
    try {
      const { changes } = await api.changes({ limit: LISTED });
      fill(list, changes.length === 0 ? el('p', { class: 'muted' }, words.known.noPrevious) : el('ol', {}, changes.map((change) => el('li', {},
        el('button', { type: 'button', class: 'known-change', onclick: () => choose(change) },
          el('b', {}, change.title), el('span', { class: 'muted' }, `${words.detail.operations[change.operation] ?? change.operation} ${words.detail.versionBy(change.author)}, ${format.moment(change.time)}`))))));
    } catch (error) {
      fill(list, failure(words.known.changesFailed, error, () => void show()));
    }
  }

  /** @param {import('../core/known.js').KnownChange} change */
  function choose({ time, layer, id }) {
    go(time);
    store.dispatch({ type: 'selection/set', selection: { layer, id } });
  }

  store.watch((s) => s.known, (known) => {
    bar.hidden = known === null;
    parent.classList.toggle('is-past', known !== null);
    said.textContent = '';
    if (known !== null) {
      title.textContent = words.known.banner(format.moment(known));
      input.value = toInput(known);
      input.setCustomValidity('');
    }
  }, { now: true });
}
