// In what the two pictures differ, beside the maps: exact counts of each kind, and every difference to be walked through.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { labelOf } from '../panels/fields.js';
import { failure } from '../panels/layers.js';
import { markIcon, markOf } from '../map/marks.js';
import { words as page } from '../words/words.js';
import { words as say } from '../words/differences.js';
import { differenceMark } from './difference-mark.js';
import { inTime, kindOf, laterOf, MOST_SQUARES, pictureB, squaresOf, stepsOf, toldOf, totalsOf } from './differences.js';
import { signed } from './draw-differences.js';
import { stepBy } from './walk-differences.js';
/** @typedef {import('./differences.js').Step} Step */
/** @typedef {import('./differences.js').Difference} Difference */
/** @typedef {import('../core/types.js').Layer} Layer */

const COLUMNS = /** @type {const} */ ([['onlyA', 'a'], ['onlyB', 'b'], ['changed', 'changed'], ['same', null]]);

/** What became of it, property by property. @param {Layer} layer @param {Difference} difference @param {'a'|'b'|null} later picture @returns {string[]} */
function changesOf(layer, difference, later) {
  const [then, now] = inTime(difference, later);
  const code = (/** @type {string|undefined} */ value) => (layer.symbol.property && value ? labelOf(layer, layer.symbol.property, value) : '?');
  const state = (/** @type {string|undefined} */ value) => (layer.workflow && value ? labelOf(layer, layer.workflow.property, value) : '?');
  return (difference.changes ?? []).map((change) => (change === 'severity' ? `${say.changes.severity} ${say.from(format.count(then?.severity ?? 0), format.count(now?.severity ?? 0))}`
    : change === 'state' ? say.from(state(then?.state), state(now?.state)) : change === 'category' ? say.from(code(then?.code), code(now?.code)) : say.changes[change] ?? change));
}

/** The legend of the marks with exact counts, by layer. @param {import('../core/types.js').State} state of A @param {string} caption */
export function countsTable(state, caption) {
  const { differences, catalog } = state;
  const layers = (differences?.layers ?? []).filter(({ features }) => features);
  const isLoading = differences?.state === 'loading';
  const number = (/** @type {number} */ n) => (isLoading ? '…' : format.count(n));
  const row = (/** @type {string} */ title, /** @type {string} */ name, /** @type {{onlyA: number, onlyB: number, changed: number, same: number}} */ counts) => el('tr', { 'data-layer': name },
    el('th', { scope: 'row' }, title), COLUMNS.map(([key]) => el('td', { 'data-kind': key }, number(counts[key]))));
  return el('table', { class: 'compare-table difference-table', 'data-testid': 'difference-table', 'aria-busy': String(isLoading) }, el('caption', {}, caption),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, page.compare.layer), COLUMNS.map(([key, kind]) => el('th', { scope: 'col' }, kind ? differenceMark(kind, 20) : null, el('span', {}, say.columns[key]))))),
    el('tbody', {}, layers.map(({ name, features }) => features && row(catalog.find((layer) => layer.name === name)?.title ?? name, name, features))),
    el('tfoot', {}, row(page.compare.all, 'all', totalsOf(layers))));
}

/** What has to be known to read counts and marks right. @param {import('../core/types.js').State} state of A @returns {string[]} */
export function notesOf(state) {
  const layers = state.differences?.layers ?? [];
  const crowded = layers.filter(({ crowded: is }) => is).map(({ name }) => state.catalog.find((layer) => layer.name === name)?.title ?? name);
  const { all, told } = toldOf(layers);
  const squares = squaresOf(layers);
  const later = laterOf(state);
  return [
    layers.some(({ features }) => features) && later ? say.later[later] : '',
    layers.some(({ cells, crowded: is }) => cells && !is) ? say.periods : '',
    crowded.length > 0 ? say.crowded(crowded) : '',
    told < all ? say.told(told, all) : '',
    squares.length > MOST_SQUARES ? say.squares(MOST_SQUARES, squares.length) : '',
  ].filter(Boolean);
}

/**
 * @param {HTMLElement} parent
 * @param {import('../core/store.js').Store} store of A
 * @param {(text: string) => void} announce
 */
export function mountDifferences(parent, store, announce) {
  const counts = el('div', {});
  const notes = el('div', { 'data-testid': 'difference-notes' });
  const only = el('input', { type: 'checkbox', 'data-testid': 'difference-only', onchange: () => {
    const { compare } = store.state;
    if (compare) {
      store.dispatch({ type: 'compare/set', compare: { ...compare, only: only.checked } });
    }
  } });
  const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': `difference-${id}`, onclick }, text);
  const at = el('span', { class: 'difference-at', 'data-testid': 'difference-at' });
  const back = button('back', say.back, () => store.dispatch({ type: 'differences/left' }));
  const steps = el('div', { class: 'detail-actions' }, button('previous', say.previous, () => stepBy(store, -1)), at, button('next', say.next, () => stepBy(store, 1)), back);
  const list = el('ol', { class: 'difference-list', 'data-testid': 'difference-list' });
  parent.append(counts, notes, el('label', { class: 'switch' }, only, say.only), steps, list);

  /** @param {Step} step */
  function row(step) {
    const isHere = store.state.walk?.key === step.key;
    const go = () => store.dispatch({ type: 'differences/walked', key: step.key });
    const head = (/** @type {(Node|string|null)[]} */ ...parts) => el('li', { 'data-key': step.key, 'data-testid': 'difference' },
      el('button', { type: 'button', class: 'difference-head', 'aria-current': isHere ? 'true' : null, onclick: go }, ...parts));
    if (step.square) {
      return head(el('b', { class: 'difference-step', dir: 'ltr' }, signed(step.square)), el('span', { class: 'difference-title' }, say.cell(step.square.a, step.square.b)));
    }
    const { difference, layer: name } = step;
    const layer = /** @type {Layer} */ (store.state.catalog.find((each) => each.name === name));
    const shown = difference.b ?? difference.a;
    const later = laterOf(store.state);
    const kind = kindOf(difference, later);
    const line = head(differenceMark(kind, 24), markIcon(markOf(layer, shown?.code), 16),
      el('span', { class: 'difference-title' }, shown?.title ?? page.shift.untitled(layer.title, difference.id.slice(0, 8))),
      shown?.severity ? el('b', { class: 'severity-tag', 'data-level': shown.severity, title: page.detail.severity(shown.severity) }, shown.severity) : null,
      el('span', { class: 'difference-said' }, [say.kinds[kind], ...changesOf(layer, difference, later), shown?.place ? '' : say.placeless].filter(Boolean).join(' · ')));
    if (isHere && difference.a) {
      line.append(button('open', say.open, () => store.dispatch({ type: 'selection/set', selection: { layer: name, id: difference.id } })));
    }
    return line;
  }

  function show() {
    const { compare, differences, walk } = store.state;
    const here = walk?.key ?? null;
    parent.hidden = !compare || !differences;
    if (!compare || !differences) {
      return;
    }
    only.checked = compare.only === true;
    const hadFocus = list.contains(document.activeElement);
    const all = stepsOf(differences.layers);
    const index = all.findIndex(({ key }) => key === here);
    if (differences.state === 'failed') {
      fill(counts, failure(say.failed, differences.problem ?? '', () => store.dispatch({ type: 'data/changed' })));
    } else {
      fill(counts, differences.layers.some(({ features }) => features) || differences.state === 'loading' ? countsTable(store.state, here ? say.captionWalk : say.caption) : null);
    }
    const isNothing = differences.state === 'ready' && all.length === 0;
    fill(notes, notesOf(store.state).map((text) => el('p', { class: 'notice quiet' }, text)),
      isNothing ? el('p', { class: 'notice quiet', 'data-testid': 'difference-none' }, pictureB(store.state).shown.some((name) => store.state.shown.includes(name)) ? say.none : say.noLayers) : null);
    steps.hidden = all.length === 0;
    only.disabled = differences.state === 'failed' || all.length === 0 && !compare.only;
    back.hidden = here === null;
    at.textContent = here ? say.at(index + 1, all.length) : say.all(all.length);
    fill(list, all.map(row));
    const current = /** @type {HTMLElement|null} */ (list.querySelector('[aria-current]'));
    current?.scrollIntoView({ block: 'nearest' });
    if (hadFocus) {
      current?.focus({ preventScroll: true });
    }
  }

  list.addEventListener('keydown', (e) => {
    const by = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      e.preventDefault();
      stepBy(store, by);
    }
  });
  store.watch((s) => [s.compare, s.differences, s.walk, s.known], show, { now: true });
  store.watch((s) => s.walk, (here) => {
    const title = here && list.querySelector('[aria-current]')?.textContent;
    if (title) {
      announce(`${at.textContent}: ${title}`);
    }
  });
}
