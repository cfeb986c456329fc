// Bar lists by any property: exact counts, the period before beside them, and a click that filters all the rest.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { NO_CODE } from '../core/filter.js';
import * as format from '../core/format.js';
import { periodFromServer } from '../core/period.js';
import { markIcon, markOf } from '../map/marks.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { barsOf, clicked, countable, usualBreakdowns } from './bars.js';
import { fileButtons } from './files.js';
import { valueLabel } from './labels.js';
import { bodyOf, currentLayer, question } from './question.js';
import { stampOf } from './stamp.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./panel.js').ViewContext} ViewContext */

const say = words.linked;
const KEPT = 'vigie.breakdowns.';
/** More values than this are told together. */
const MOST = 24;

/** @param {Layer} layer @returns {string[]} */
function keptBreakdowns(layer) {
  const known = countable(layer).map(({ name }) => name);
  const kept = localStorage.getItem(KEPT + layer.name)?.split(',').filter((name) => known.includes(name));
  return kept && kept.length > 0 ? kept : usualBreakdowns(layer);
}

/** @param {HTMLElement} parent @param {ViewContext} context */
export function mountBreakdown(parent, context) {
  const { store } = context;
  const add = el('select', { class: 'linked-scope', 'aria-label': say.addBreakdown, 'data-testid': 'breakdown-add', onchange: () => {
    const layer = currentLayer(store.state);
    if (layer && add.value) {
      keep(layer, [...keptBreakdowns(layer).filter((name) => name !== add.value), add.value]);
    }
  } });
  const lists = el('div', { class: 'breakdowns' });
  parent.append(el('div', { class: 'view-tools' }, el('span', { class: 'muted' }, say.breakdownHint), el('span', { class: 'spread' }), add), lists);
  /** @type {{close: () => void}[]} */
  let open = [];

  /** @param {Layer} layer @param {string[]} names */
  function keep(layer, names) {
    localStorage.setItem(KEPT + layer.name, names.join(','));
    show();
  }

  function show() {
    open.forEach((each) => each.close());
    open = [];
    const layer = currentLayer(store.state);
    if (!layer) {
      fill(lists, el('p', { class: 'muted' }, say.noLayer));
      return;
    }
    const names = keptBreakdowns(layer);
    const others = countable(layer).filter(({ name }) => !names.includes(name));
    fill(add, el('option', { value: '' }, say.addBreakdown), others.map(({ name, title }) => el('option', { value: name }, title)));
    fill(lists, names.map((name) => {
      const box = el('section', { class: 'breakdown', 'data-testid': `breakdown-${name}` });
      open.push(oneBreakdown(box, context, layer, name, names.length > 1 ? () => keep(layer, names.filter((each) => each !== name)) : null));
      return box;
    }), names.length === 0 ? el('p', { class: 'muted' }, say.nothingToBreakDown) : null);
  }
  const stop = store.watch((s) => currentLayer(s)?.name, show, { now: true });
  return {
    focus: () => /** @type {HTMLElement|null} */ (lists.querySelector('button'))?.focus(),
    close() {
      stop();
      open.forEach((each) => each.close());
    },
  };
}

/** @param {HTMLElement} box @param {ViewContext} context @param {Layer} layer @param {string} name @param {(() => void)|null} remove */
function oneBreakdown(box, { store, api, announce }, layer, name, remove) {
  const property = /** @type {import('../core/types.js').Property} */ (layer.properties.find((p) => p.name === name));
  const line = newestOnly();
  /** @type {import('./bars.js').BreakdownAnswer|null} */
  let answer = null;
  let most = MOST;
  const condition = () => store.state.filters[layer.name]?.[name];
  const figures = el('p', { class: 'breakdown-total muted' });
  const list = el('ul', { class: 'linked-bars' });
  const problem = el('div', {});
  const clear = el('button', { type: 'button', class: 'link', hidden: true, 'data-testid': `breakdown-clear-${name}`, onclick: () => set(null) }, say.clearFilter);
  const files = fileButtons(announce, `breakdown-${name}`, () => (answer ? { scene: () => import('./bars-scene.js').then(({ barsScene }) => (/** @type {import('./scene.js').Colours} */ colours) => barsScene(labelled(), colours)), rows: csvRows(), stamp: stampOf(store.state, layer, property.title, answer, { without: [name] }) } : null));
  fill(box, el('header', {}, el('h3', { title: property.help || null }, property.title), clear, files,
    remove ? el('button', { type: 'button', class: 'icon-button', title: say.removeBreakdown(property.title), 'aria-label': say.removeBreakdown(property.title), onclick: remove }, '×') : null), figures, list, problem);

  /** @param {import('../core/types.js').Condition|null} next */
  const set = (next) => store.dispatch({ type: 'filter/set', layer: layer.name, property: name, condition: next });
  const labelled = () => (answer ? barsOf(answer, condition()) : []).map((bar) => ({ ...bar, label: bar.value === null ? say.others(bar.values) : valueLabel(layer, name, bar.value), colour: name === layer.symbol.property ? markOf(layer, bar.value).colour : '' }));
  const csvRows = () => [[property.title, say.count, say.previous, say.change], ...labelled().map((bar) => [bar.label, bar.count, bar.previous, bar.change ? bar.change.difference : null])];

  async function load() {
    box.setAttribute('aria-busy', 'true');
    try {
      const given = await line.run((signal) => api.breakdown({ ...bodyOf(question(store.state, layer, { without: [name] })), by: name, limit: most }, signal));
      if (given) {
        answer = given;
        store.dispatch({ type: 'mark/seen', part: `linked:breakdown.${name}`, mark: given.classification });
        store.dispatch({ type: 'data/as-of', dataAsOf: given.dataAsOf });
        fill(problem);
        draw();
      }
    } catch (error) {
      answer = null;
      fill(list);
      fill(problem, failure(say.failedBreakdown(property.title), error, () => void load()));
    }
    box.removeAttribute('aria-busy');
  }

  function draw() {
    if (!answer) {
      return;
    }
    const now = condition();
    clear.hidden = !now;
    const focused = /** @type {HTMLElement|null} */ (list.contains(document.activeElement) ? document.activeElement : null)?.dataset.value;
    const bars = labelled();
    const all = bars.flatMap(({ value }) => (value === null ? [] : [value]));
    figures.textContent = answer.previous ? say.comparedWith(answer.count, answer.previous.count, format.period(periodFromServer(answer.previous.datetime))) : say.inAll(answer.count);
    list.classList.toggle('is-filtered', Boolean(now));
    fill(list, answer.count === 0 && bars.length === 0 ? el('li', { class: 'muted' }, say.empty.everywhere) : bars.map((bar) => el('li', {}, row(bar, all))));
    if (focused !== undefined) {
      /** @type {HTMLElement|null} */ (list.querySelector(`[data-value="${CSS.escape(focused)}"]`))?.focus();
    }
  }

  /** @param {ReturnType<typeof labelled>[0]} bar @param {string[]} all */
  function row(bar, all) {
    const { change } = bar;
    const besides = [bar.previous === null ? '' : say.before(bar.previous), change?.chance ? words.statistics[change.small ? 'small' : 'chance'] : ''].filter(Boolean).join('. ');
    const inner = [
      el('span', { class: 'bar-name' }, name === layer.symbol.property && bar.value !== null ? markIcon(markOf(layer, bar.value), 13) : null, el('span', {}, bar.label)),
      el('span', { class: 'bar-now', 'data-testid': `bar-${name}-${bar.value ?? 'others'}` }, format.count(bar.count)),
      el('span', { class: `bar-change${change?.chance ? ' is-chance' : ''}`, 'aria-hidden': 'true', title: besides || null },
        change && change.difference !== 0 ? `${change.difference > 0 ? '▲' : '▼'} ${format.count(Math.abs(change.difference))}${change.chance ? ' ?' : ''}` : bar.previous === null ? '' : '='),
      besides ? el('span', { class: 'is-hidden-label' }, ` ${besides}`) : null,
      el('span', { class: 'bar-line', 'aria-hidden': 'true' },
        el('span', { class: 'bar-ghost', style: { 'inline-size': `${bar.previousShare * 100}%` } }),
        el('span', { class: 'bar-full', style: { 'inline-size': bar.count === 0 ? '0' : `max(2px, ${bar.share * 100}%)`, ...(bar.colour ? { background: bar.colour } : {}) } })),
    ];
    if (bar.value === null) {
      return el('button', { type: 'button', class: 'linked-bar is-others', 'data-value': '\u0000', title: say.showOthers(bar.label), onclick: () => {
        most = Math.min(1_000, most * 4);
        void load();
      } }, inner);
    }
    const { value } = bar;
    return el('button', { type: 'button', class: `linked-bar${bar.isOn ? '' : ' is-off'}${value === NO_CODE ? ' is-none' : ''}`, 'data-value': value, 'aria-pressed': String(bar.isOn && Boolean(condition())), onclick: (/** @type {MouseEvent} */ e) =>
      set(clicked(condition(), value, e.shiftKey || e.ctrlKey || e.metaKey, all)) }, inner);
  }

  list.addEventListener('keydown', (e) => {
    const buttons = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('button')]);
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[e.key];
    if (to !== undefined && at >= 0) {
      e.preventDefault();
      buttons[Math.max(0, Math.min(buttons.length - 1, to))].focus();
    }
  });

  const soon = debounce(() => void load(), 160, 900);
  const stops = [
    store.watch((s) => JSON.stringify(question(s, layer, { without: [name] })), soon),
    store.watch((s) => [s.revision, s.touched[layer.name]], soon),
    store.watch((s) => s.filters[layer.name]?.[name], draw),
  ];
  void load();
  return {
    close() {
      soon.cancel();
      line.cancel();
      stops.forEach((stop) => stop());
    },
  };
}
