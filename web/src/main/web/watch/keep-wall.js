// The page as a wall screen: the picture, large, with clocks and the newest incidents, its views in turn, and nothing in the way.
// @ts-check
import { fromAddress } from '../core/address.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { isChord, pressedKey } from '../core/shortcuts.js';
import { relativeName } from '../query/describe.js';
import { words } from '../words/words.js';
import { createClocks } from './clocks.js';
import { driftAt } from './drift.js';
import { createTicker } from './ticker.js';
import { createWallLegend } from './wall-legend.js';

const say = words.wall;
const TICK_MS = 250;
/** On a screen so high, in pixels, a map is read from a desk; on a wall all that is drawn is that much larger. */
const DESK_PIXELS = 720;
/** How long the keys are told, and the pointer shown, after something moved. */
const REST_MS = 6_000;

/**
 * @param {HTMLElement} app
 * @param {import('../map/map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 */
export function keepWallScreen(app, map, store, api) {
  const ticker = createTicker(store, api);
  const name = el('strong', { 'data-testid': 'wall-view' });
  const period = el('span', { 'data-testid': 'wall-period' });
  const place = el('span', { class: 'wall-place', 'data-testid': 'wall-place' });
  const progress = el('i', {});
  const paused = el('b', { class: 'wall-paused', hidden: true, 'data-testid': 'wall-paused' }, say.paused);
  const help = el('p', { class: 'wall-help', 'data-testid': 'wall-help' }, say.help);
  const warning = el('p', { class: 'wall-warning', role: 'alert', hidden: true, 'data-testid': 'wall-warning' });
  const asOf = el('p', { class: 'wall-as-of', 'data-testid': 'wall-as-of' });
  const head = el('header', { class: 'wall-head', 'data-testid': 'wall' },
    el('div', { class: 'wall-title' }, el('h1', {}, store.state.mission?.name ?? words.app), store.state.mission?.exercise ? el('strong', { class: 'ribbon' }, words.exercise) : null, asOf), createClocks(store));
  const foot = el('div', { class: 'wall-foot' }, el('div', { class: 'wall-bar', 'aria-hidden': 'true' }, progress), name, period, place, paused, help);
  const legend = createWallLegend(store);
  app.append(head, ticker.node, legend, foot, warning);
  const parts = [head, ticker.node, legend, foot];

  let at = 0;
  let elapsed = 0;
  let isPaused = false;
  let theme = store.state.theme;
  /** Where the desk looked before. @type {import('../core/types.js').View|null} */
  let desk = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let rest;

  const views = () => store.state.wall?.views ?? [];

  /** @param {number} index */
  function go(index) {
    const all = views();
    elapsed = 0;
    if (all.length > 0) {
      at = ((index % all.length) + all.length) % all.length;
      const { tool: _tool, selection: _selection, wall: _wall, compare: _compare, ...shared } = fromAddress(all[at].address) ?? {};
      store.dispatch({ type: 'address/opened', shared: { ...shared, selection: null, tool: null } });
      if (!shared.view) {
        look(/** @type {import('../core/types.js').Mission} */ (store.state.mission).extent);
      }
    }
    show();
  }

  function show() {
    const { wall, relative, period: days, known } = store.state;
    const all = views();
    name.textContent = all[at]?.name ?? '';
    name.hidden = all.length === 0;
    period.textContent = known ? words.known.banner(format.moment(known)) : relative ? `${relativeName(relative)} · ${format.shortPeriod(days)}` : format.shortPeriod(days);
    place.textContent = all.length > 1 ? say.position(at + 1, all.length) : '';
    paused.hidden = !isPaused;
    progress.style.inlineSize = wall && all.length > 1 ? `${(elapsed / (wall.dwell * 1000)) * 100}%` : '0';
  }

  function warn() {
    const { lostSince, staleSince, wall } = store.state;
    warning.hidden = wall === null || (lostSince === null && staleSince === null);
    warning.textContent = lostSince ? say.lost(format.moment(lostSince)) : staleSince ? say.stale(format.moment(staleSince)) : '';
  }

  /** Marks and names, too, are read from the other end of the room. */
  function magnify() {
    const box = /** @type {HTMLElement|null} */ (app.querySelector('.map-area > .map'));
    box?.style.setProperty('zoom', store.state.wall ? String(Math.max(1, Math.min(innerWidth, innerHeight) / DESK_PIXELS)) : '');
  }

  /** Keys and pointer show for a while. */
  function stir() {
    clearTimeout(rest);
    app.classList.remove('is-resting');
    rest = setTimeout(() => app.classList.toggle('is-resting', store.state.wall !== null), REST_MS);
  }

  /** @param {number[]} bounds west, south, east, north */
  const look = ([west, south, east, north]) => map.leaflet.fitBounds([[south, west], [north, east]], { animate: false });

  /** When its window becomes another the map shows all that it showed; the desk gets its own view back. @param {import('../core/types.js').State['bounds']} bounds */
  function keepPlace(bounds) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      map.leaflet.invalidateSize({ animate: false });
      if (store.state.wall && views().length > 0) {
        go(at);
      } else if (store.state.wall && bounds) {
        look(bounds);
      } else if (desk) {
        store.dispatch({ type: 'address/opened', shared: { view: desk } });
      }
    }));
  }

  /** Nothing stands in one place for good. */
  function drift() {
    const [right, down] = driftAt(Date.now());
    app.style.setProperty('--drift-x', String(right / 10));
    app.style.setProperty('--drift-y', String(down / 10));
  }

  store.watch((s) => s.wall, (wall, before) => {
    const { view, bounds } = store.state;
    app.classList.toggle('is-wall', wall !== null);
    parts.forEach((part) => { part.hidden = wall === null; });
    ticker.switch(wall !== null);
    magnify();
    isPaused = false;
    if (wall && !before) {
      theme = store.state.theme;
      desk = view;
      store.dispatch({ type: 'theme/set', theme: 'dark' });
      store.dispatch({ type: 'tool/set', tool: null });
      go(0);
    } else if (!wall && before) {
      store.dispatch({ type: 'theme/set', theme });
    }
    warn();
    stir();
    if (wall !== (before ?? null)) {
      keepPlace(bounds);
    }
  }, { now: true });
  store.watch((s) => [s.period, s.relative, s.known], show);
  store.watch((s) => [s.lostSince, s.staleSince], warn);
  store.watch((s) => s.dataAsOf, (now) => fill(asOf, now && now.sequence > 0 ? words.asOf(format.moment(now.committedAt)) : words.noData), { now: true });

  setInterval(() => {
    const { wall } = store.state;
    drift();
    if (wall && !isPaused && wall.views.length > 1) {
      elapsed += TICK_MS;
      if (elapsed >= wall.dwell * 1000) {
        go(at + 1);
      } else {
        show();
      }
    }
  }, TICK_MS);

  const keys = /** @type {Record<string, () => void>} */ ({
    Escape: () => store.dispatch({ type: 'wall/set', wall: null }),
    w: () => store.dispatch({ type: 'wall/set', wall: null }),
    ' ': () => { isPaused = !isPaused; show(); },
    ArrowLeft: () => go(at - 1),
    ArrowRight: () => go(at + 1),
  });
  // Before the page's own keys, which mean something else.
  addEventListener('keydown', (e) => {
    const act = store.state.wall && !isChord(e) ? keys[pressedKey(e)] : undefined;
    if (act && !document.querySelector('dialog[open]')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      act();
      stir();
    }
  }, { capture: true });
  addEventListener('pointermove', stir);
  addEventListener('resize', magnify);
}
