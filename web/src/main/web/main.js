// The page: asks what mission this is and which layers it has, then puts the parts in their places.
// @ts-check
import { createApi } from './core/api.js';
import { fromAddress } from './core/address.js';
import { el, fill } from './core/dom.js';
import * as format from './core/format.js';
import { icon } from './core/icons.js';
import { keepAddress } from './core/navigation.js';
import { readMission } from './core/period.js';
import { listenForKeys } from './core/shortcuts.js';
import { initialState, reduce } from './core/state.js';
import { createStore } from './core/store.js';
import { watchDrops } from './imports/drop.js';
import { mountControls } from './map/controls.js';
import { createMap } from './map/map.js';
import { watchPointer } from './map/pointer.js';
import { keepCounts } from './panels/counts.js';
import { mountDetail } from './panels/detail.js';
import { mountFilters } from './panels/filters.js';
import { mountHeader } from './panels/header.js';
import { mountHelp } from './panels/help.js';
import { failure, mountLayers } from './panels/layers.js';
import { mountTimebar } from './time/timebar.js';
import { mountToolFrame, toolButtons } from './tools/frame.js';
import { tools } from './tools/tools.js';
import { words } from './words/en.js';

const PHONE = '(max-width: 760px)';
/** Layers that are on when an address does not say: all but those that would crowd the first look. */
const OFF_AT_FIRST = ['report', 'patrol'];

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const api = createApi();
const store = createStore(reduce, initialState);

keepTheme();
void start();

async function start() {
  app.dataset.state = 'starting';
  fill(app, el('div', { class: 'start', role: 'status' }, el('div', { class: 'start-mark' }, icon('pin', { size: 40 })), el('p', {}, words.loading)));
  try {
    const [mission, catalog] = await Promise.all([api.mission(), api.layers()]);
    const shown = catalog.map((/** @type {any} */ layer) => layer.name).filter((/** @type {string} */ name) => !OFF_AT_FIRST.includes(name));
    store.dispatch({ type: 'mission/ready', catalog, shown, mission: readMission(mission, today()) });
    const shared = fromAddress(location.hash);
    if (shared) {
      store.dispatch({ type: 'address/opened', shared });
    }
    document.title = `${mission.name} · ${words.app}`;
    // The layout must stand before the map asks how large it is.
    app.dataset.state = 'ready';
    build();
  } catch (error) {
    app.dataset.state = 'failed';
    fill(app, el('div', { class: 'start' }, failure(words.failedStart, error.message, () => void start())));
    if (!error.status && error.name !== 'Problem') {
      throw error;
    }
  }
}

const today = () => new Date().toISOString().slice(0, 10);

/** Data that this page changed may have given the mission more time or more space. */
async function askMissionAgain() {
  const mission = await api.mission().catch(() => null);
  if (mission) {
    store.dispatch({ type: 'mission/grown', mission: readMission(mission, today()) });
  }
}

function build() {
  if (matchMedia(PHONE).matches) {
    store.dispatch({ type: 'panel/set', panel: null });
  }
  const status = el('div', { class: 'announcer', role: 'status', 'aria-live': 'polite', 'data-testid': 'announcer' });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let quiet;
  const announce = (/** @type {string} */ text) => {
    status.textContent = text;
    clearTimeout(quiet);
    quiet = setTimeout(() => { status.textContent = ''; }, 4000);
  };
  const header = el('header', { class: 'header' });
  const left = el('aside', { class: 'left', 'aria-label': words.panels.layers });
  const mapBox = el('div', { class: 'map', 'data-testid': 'map', role: 'application', 'aria-label': words.map.title, tabindex: '0' });
  const mapArea = el('main', { class: 'map-area' }, mapBox);
  const detail = el('aside', { class: 'right detail', 'aria-label': words.panels.detail, 'data-testid': 'detail', hidden: true });
  const tool = el('aside', { class: 'right tool', 'aria-label': words.panels.tools, 'data-testid': 'tool-panel', hidden: true });
  const timebar = el('section', { class: 'timebar', 'aria-label': words.time.title, 'data-testid': 'timebar' });
  const help = mountHelp(document.body);
  const buttons = toolButtons(store);
  fill(app, header, left, mapArea, tool, detail, timebar, status);

  mountHeader(header, store, { openHelp: help.open, toolButtons: buttons });
  const map = createMap(mapBox, store, api, mapArea);
  mountControls(mapArea, map);
  store.watch((s) => Object.values(s.pictures).some((p) => p.state === 'loading'), (busy) => mapArea.classList.toggle('is-busy', busy), { now: true });
  const pointer = watchPointer(map, store);
  const counts = keepCounts(store, api);
  mountLeft(left, { retryPictures: map.pictures.retry, retryCounts: counts.retry });
  const time = mountTimebar(timebar, store, api);
  mountDetail(detail, { store, api, map, announce });
  mountToolFrame(tool, { map, store, api, pointer, announce });
  app.append(phoneBar(left, timebar));
  keepAddress(store);
  watchDrops(document.body, store);
  store.watch((s) => s.revision, () => void askMissionAgain());

  listenForKeys({
    '/': () => openPanel('filters', '#search'),
    l: () => openPanel('layers', '.left input'),
    f: () => openPanel('filters', '#filter-layer'),
    t: () => { store.dispatch({ type: 'panel/set', panel: matchMedia(PHONE).matches ? 'time' : store.state.panel }); time.focus(); },
    '[': () => time.step(-1),
    ']': () => time.step(1),
    ' ': time.togglePlay,
    '+': () => map.leaflet.zoomIn(),
    '-': () => map.leaflet.zoomOut(),
    0: () => map.goHome(),
    '?': help.open,
    Escape: closeTopmost,
    ...Object.fromEntries(tools.flatMap(({ id, key }) => (key ? [[key, () => store.dispatch({ type: 'tool/set', tool: id })]] : []))),
  });

  function closeTopmost() {
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select')) {
      document.activeElement.blur();
    } else if (store.state.selection) {
      store.dispatch({ type: 'selection/set', selection: null });
    } else if (store.state.tool) {
      store.dispatch({ type: 'tool/set', tool: null });
    } else {
      map.leaflet.closePopup();
    }
  }
}

/** @param {string} panel @param {string} focus */
function openPanel(panel, focus) {
  store.dispatch({ type: 'panel/set', panel });
  const target = document.querySelector(focus);
  if (target instanceof HTMLElement) {
    target.focus();
  }
}

/** @param {HTMLElement} left @param {{retryPictures: () => void, retryCounts: () => void}} actions */
function mountLeft(left, actions) {
  const panels = ['layers', 'filters'];
  const tabs = panels.map((name) => el('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, 'data-testid': `tab-${name}`,
    onclick: () => store.dispatch({ type: 'panel/set', panel: name }) }, icon(name === 'layers' ? 'layers' : 'filter', { size: 16 }), ' ', name === 'layers' ? words.panels.layers : words.panels.filters));
  const bodies = panels.map((name) => el('div', { class: 'panel-body', role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` }));
  const collapse = el('button', { type: 'button', class: 'icon-button collapse', 'data-testid': 'collapse', onclick: () =>
    store.dispatch({ type: 'panel/set', panel: store.state.panel ? null : 'layers' }) }, icon('back', { size: 16 }));
  left.append(el('div', { class: 'tabs' }, el('div', { role: 'tablist', class: 'tablist' }, tabs), collapse), ...bodies);
  mountLayers(bodies[0], store, actions);
  mountFilters(bodies[1], store);
  store.watch((s) => s.panel, (panel) => {
    app.classList.toggle('left-closed', !panels.includes(panel ?? ''));
    panels.forEach((name, i) => {
      bodies[i].hidden = name !== panel;
      tabs[i].setAttribute('aria-selected', String(name === panel));
    });
    const label = panel ? words.panels.collapse : words.panels.expand;
    collapse.title = label;
    collapse.setAttribute('aria-label', label);
  }, { now: true });
}

/** The bar of the phone layout; wide screens show the panels themselves. @param {HTMLElement} left @param {HTMLElement} timebar */
function phoneBar(left, timebar) {
  const entries = /** @type {[string, string, string][]} */ ([
    ['layers', 'layers', words.panels.layers], ['filters', 'filter', words.panels.filters], ['time', 'clock', words.panels.time],
    ...(tools.length > 0 ? [['tools', 'polygon', words.panels.tools]] : []),
  ]);
  const buttons = entries.map(([name, symbol, label]) => {
    const button = el('button', { type: 'button', 'data-testid': `phone-${name}`, onclick: () =>
      store.dispatch({ type: 'panel/set', panel: store.state.panel === name ? null : name }) }, icon(symbol, { size: 22 }));
    const text = el('span', {}, label);
    button.append(text);
    if (name === 'time') {
      // A phone has no room for the time bar; the period must be known all the same.
      store.watch((s) => s.period, (period) => { text.textContent = format.shortPeriod(period); }, { now: true });
    }
    store.watch((s) => s.panel, (panel) => button.setAttribute('aria-pressed', String(panel === name)), { now: true });
    return button;
  });
  store.watch((s) => s.panel, (panel) => {
    app.dataset.panel = panel ?? '';
    left.classList.toggle('is-open', panel === 'layers' || panel === 'filters');
    timebar.classList.toggle('is-open', panel === 'time');
  }, { now: true });
  store.watch((s) => s.tool, (tool) => {
    if (tool && store.state.panel === 'tools') {
      store.dispatch({ type: 'panel/set', panel: null });
    }
  });
  return el('nav', { class: 'phone-bar', 'aria-label': words.panels.tools }, buttons);
}

function keepTheme() {
  const kept = localStorage.getItem('vigie.theme');
  const theme = kept === 'light' || kept === 'dark' ? kept : matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  store.watch((s) => s.theme, (now) => { localStorage.setItem('vigie.theme', now); });
  // Before anybody who reads colours, so it is set here and not in a view.
  store.watch((s) => s.theme, (now) => { document.documentElement.dataset.theme = now; }, { now: true });
  store.dispatch({ type: 'theme/set', theme });
}
