// The panel below the map or beside it: a tab for each layer that is on, and the views of the one that is looked at.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { ofLayer, toggledView } from '../core/linked.js';
import { visibleCount } from '../core/query.js';
import { words } from '../words/words.js';
import { createFlash } from './flash.js';
import { currentLayer, scopeOf, tabLayers } from './question.js';
import { separator } from './separator.js';
import { keepTallies } from './tallies.js';
import { keepSize, keptSize, offerFocus } from './wish.js';
/** @typedef {import('../core/linked.js').LinkedView} LinkedView */

/**
 * What a view is given.
 *
 * @typedef {object} ViewContext
 * @property {import('../core/store.js').Store} store
 * @property {import('../core/api.js').Api} api
 * @property {import('../map/map.js').MissionMap} map
 * @property {(text: string) => void} announce
 * @property {(geometry: GeoJSON.Geometry|null) => void} flash shows for a moment where something is
 */
/** @typedef {{focus: () => void, close: () => void}} View */

const say = words.linked;
/** Where there is room for the panel beside the map; as in linked.css. */
const WIDE = '(min-width: 1200px)';

/** In the order in which they stand side by side. @type {{name: LinkedView, icon: string, load: () => Promise<(parent: HTMLElement, context: ViewContext) => View>}[]} */
const offered = [
  { name: 'table', icon: 'table', load: () => import('./table.js').then((module) => module.mountTable) },
  { name: 'breakdown', icon: 'bars', load: () => import('./breakdown.js').then((module) => module.mountBreakdown) },
  { name: 'series', icon: 'series', load: () => import('./series.js').then((module) => module.mountSeries) },
  { name: 'matrix', icon: 'matrix', load: () => import('./matrix.js').then((module) => module.mountMatrix) },
];

/** @param {HTMLElement} parent @param {Omit<ViewContext, 'flash'>} given */
export function mountPanel(parent, given) {
  const { store, announce } = given;
  const context = { ...given, flash: createFlash(given.map) };
  /** Where the keyboard was before. @type {Element|null} */
  let before = null;
  const set = (/** @type {Partial<import('../core/linked.js').Linked>} */ change) => store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, ...change } });
  function giveBack() {
    (before instanceof HTMLElement && before !== document.body && before.isConnected ? before : /** @type {HTMLElement|null} */ (document.querySelector('[data-testid="map"]')))?.focus();
  }

  function close() {
    store.dispatch({ type: 'linked/set', linked: null });
    giveBack();
  }

  const tabs = el('div', { class: 'linked-tabs', role: 'tablist', 'aria-label': say.layers, 'data-testid': 'linked-tabs' });
  const toggles = offered.map(({ name, icon: symbol }) => el('button', { type: 'button', class: 'button small', title: say.views[name], 'aria-label': say.views[name], 'data-testid': `view-${name}`,
    onclick: () => store.dispatch({ type: 'linked/set', linked: toggledView(store.state.linked, name) }) }, icon(symbol, { size: 15 }), el('span', {}, say.views[name])));
  const scope = el('select', { class: 'linked-scope', 'aria-label': say.scope, 'data-testid': 'linked-scope', onchange: () => set({ scope: /** @type {any} */ (scope.value) }) });
  const size = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'linked-size', onclick: () => set({ size: store.state.linked?.size === 'full' ? keptSize() : 'full' }) });
  const beside = el('button', { type: 'button', class: 'icon-button linked-beside', 'data-testid': 'linked-beside', onclick: () => {
    keepSize(store.state.linked?.size === 'side' ? 'split' : 'side');
    set({ size: keptSize() });
  } }, icon('beside', { size: 16 }));
  const unplaced = el('button', { type: 'button', class: 'link', 'data-testid': 'linked-unplaced', onclick: () => set({ scope: 'unplaced' }) });
  const asOf = el('span', { class: 'muted linked-as-of' });
  const body = el('div', { class: 'linked-views', id: 'linked-views', role: 'tabpanel', 'aria-label': say.title });
  const wide = matchMedia(WIDE);
  const edge = separator(parent, announce, () => wide.matches && store.state.linked?.size === 'side');
  parent.append(edge.node,
    el('div', { class: 'linked-head' }, tabs, el('div', { class: 'linked-toggles', role: 'group', 'aria-label': say.title }, toggles), scope, unplaced, asOf,
      el('span', { class: 'linked-buttons' }, beside, size, el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, title: words.close, 'data-testid': 'linked-close', onclick: close }, icon('close')))),
    body);
  const tallies = keepTallies(store, given.api, () => showTabs());

  /** @type {Map<LinkedView, {box: HTMLElement, view: View|null}>} */
  const open = new Map();

  /** @param {typeof offered[0]} which */
  async function mount({ name, load }) {
    const box = el('div', { class: `linked-view is-${name}`, role: 'region', 'aria-label': say.views[name], 'data-testid': `linked-${name}` });
    const entry = { box, view: /** @type {View|null} */ (null) };
    open.set(name, entry);
    body.append(...offered.flatMap((each) => open.get(each.name)?.box ?? []));
    const make = await load();
    if (open.get(name) === entry) {
      entry.view = make(box, context);
    }
  }

  async function showViews() {
    const wanted = store.state.linked?.views ?? [];
    for (const [name, { box, view }] of [...open]) {
      if (!wanted.includes(name)) {
        view?.close();
        box.remove();
        open.delete(name);
      }
    }
    body.dataset.count = String(wanted.length);
    toggles.forEach((toggle, i) => toggle.setAttribute('aria-pressed', String(wanted.includes(offered[i].name))));
    await Promise.all(offered.filter(({ name }) => wanted.includes(name) && !open.has(name)).map(mount));
  }

  function showTabs() {
    const { state } = store;
    const current = currentLayer(state);
    const hadFocus = tabs.contains(document.activeElement);
    fill(tabs, tabLayers(state).map((layer) => {
      const n = tallies.count(layer.name) ?? (scopeOf(state) === 'view' ? visibleCount(state, layer) : null);
      return el('button', { type: 'button', role: 'tab', 'aria-controls': 'linked-views', 'aria-selected': String(layer === current), tabindex: layer === current ? 0 : -1, 'data-testid': `linked-tab-${layer.name}`,
        onclick: () => choose(layer.name) }, el('span', {}, layer.title), ' ', el('span', { class: 'tab-count' }, n === null ? '…' : format.count(n)));
    }));
    if (hadFocus) {
      /** @type {HTMLElement|null} */ (tabs.querySelector('[aria-selected="true"]'))?.focus();
    }
    const missing = current && scopeOf(state) !== 'unplaced' && scopeOf(state) !== 'everywhere' ? tallies.unmapped(current.name) : 0;
    unplaced.hidden = missing === 0;
    unplaced.textContent = say.unplaced(missing);
  }

  /** @param {string} layer */
  const choose = (layer) => store.dispatch({ type: 'linked/set', linked: store.state.linked && ofLayer(store.state.linked, layer) });

  tabs.addEventListener('keydown', (e) => {
    const layers = tabLayers(store.state).map(({ name }) => name);
    const rtl = getComputedStyle(tabs).direction === 'rtl';
    const now = layers.indexOf(currentLayer(store.state)?.name ?? '');
    const to = { ArrowRight: now + (rtl ? -1 : 1), ArrowLeft: now + (rtl ? 1 : -1), Home: 0, End: layers.length - 1 }[e.key];
    if (to !== undefined && layers.length > 0) {
      e.preventDefault();
      choose(layers[(to + layers.length) % layers.length]);
    }
  });

  function showScope() {
    const { state } = store;
    fill(scope, /** @type {const} */ (['view', 'everywhere', 'area', 'unplaced']).filter((each) => each !== 'area' || state.area).map((each) => el('option', { value: each, selected: scopeOf(state) === each }, say.scopes[each])));
  }

  function showSize() {
    const isFull = store.state.linked?.size === 'full';
    const label = isFull ? say.notFull : say.full;
    size.title = label;
    size.setAttribute('aria-label', label);
    size.setAttribute('aria-pressed', String(isFull));
    fill(size, icon(isFull ? 'minus' : 'full', { size: 16 }));
    const isBeside = store.state.linked?.size === 'side';
    beside.title = isBeside ? say.below : say.beside;
    beside.setAttribute('aria-label', beside.title);
    beside.setAttribute('aria-pressed', String(isBeside));
    edge.turn();
  }

  const focus = () => {
    before = document.activeElement;
    /** @type {HTMLElement|null} */ (tabs.querySelector('[aria-selected="true"]') ?? toggles[0])?.focus();
  };
  store.watch((s) => s.linked?.views, () => void showViews(), { now: true });
  store.watch((s) => [s.shown, s.linked?.layer, s.counts, s.linked?.scope, s.area], showTabs, { now: true });
  store.watch((s) => [s.linked?.scope, s.area], showScope, { now: true });
  store.watch((s) => s.linked?.size, showSize, { now: true });
  wide.addEventListener('change', edge.turn);
  // Closed by its key, it gives the keyboard back.
  store.watch((s) => s.linked === null, (isClosed) => {
    if (isClosed && document.activeElement === document.body) {
      giveBack();
    } else if (!isClosed && offerFocus(focus)) {
      focus();
    }
  });
  if (offerFocus(focus)) {
    focus();
  }
  store.watch((s) => s.dataAsOf, (now) => { asOf.textContent = now ? `${words.asOfShort} ${format.moment(now.committedAt)}` : ''; }, { now: true });
}
