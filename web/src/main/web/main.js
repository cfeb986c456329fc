// The page: asks what mission this is and which layers it has, then puts the parts in their places.
// @ts-check
import { createApi } from './core/api.js';
import { keepNeedsLine, offlineBanner } from './offline/banner.js';
import { begin } from './offline/begin.js';
import { keptAnswers } from './offline/kept.js';
import { forget, keepForOffline } from './offline/offline.js';
import { keepMeter } from './offline/meter.js';
import { lineChip } from './offline/line-chip.js';
import { lockOnDisk } from './offline/locking.js';
import { isSlow, keepLow } from './offline/low.js';
import { createQueue } from './offline/queue.js';
import { remembering } from './offline/remembering.js';
import { partOf } from './core/classification.js';
import { fromAddress } from './core/address.js';
import { el, fill } from './core/dom.js';
import { isSearched } from './core/filter.js';
import { keepFresh, today } from './core/freshness.js';
import { shownGround } from './core/arrangement.js';
import { icon } from './core/icons.js';
import { keepAddress } from './core/navigation.js';
import { readMission } from './core/period.js';
import { isDrawn, isLoading } from './core/query.js';
import { reasonOf } from './core/reason.js';
import { listenForKeys } from './core/shortcuts.js';
import { initialState, reduce } from './core/state.js';
import { createStore } from './core/store.js';
import { bundlingTiles } from './core/tile-bundles.js';
import { keepTheme } from './core/theme.js';
import { watchDrops } from './imports/drop.js';
import { mountControls } from './map/controls.js';
import { createMap } from './map/map.js';
import { keepSymbols } from './map/military.js';
import { watchPointer } from './map/pointer.js';
import { banners } from './panels/banner.js';
import { keepCounts } from './panels/counts.js';
import { fetchWhen, mountWhen } from './panels/deferred.js';
import { mountHeader } from './panels/header.js';
import { pageKeys } from './panels/keys.js';
import { keepInFront } from './panels/front.js';
import { failure } from './panels/layers.js';
import { mountLeft } from './panels/left.js';
import { phoneBar, PHONE } from './panels/phone-bar.js';
import { mountSearch } from './search/field.js';
import { keepLinked } from './linked/lazy.js';
import { keepLive } from './live/live.js';
import { staleBanner } from './live/stale-banner.js';
import { listViews } from './saved/requests.js';
import { EVERYWHERE } from './query/tree.js';
import { mountKnownBar } from './time/known-bar.js';
import { mountTimebar } from './time/timebar.js';
import { showRings } from './tools/measure/shown-rings.js';
import { mountToolFrame } from './tools/frame.js';
import { toolBar, useTool } from './tools/tool-bar.js';
import { unsurePill } from './unsure/pill.js';
import { keepMoving } from './watch/moving-period.js';
import { words } from './words/words.js';

/** Layers that are on when an address does not say: all but those that would crowd the first look. */
const OFF_AT_FIRST = ['report', 'patrol', 'hotspot-suggestion'];

/** How often it is looked whether ground that is prepared is there. */
const PREPARING_MS = 5_000;

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const store = createStore(reduce, initialState);
const kept = keptAnswers(globalThis.caches, lockOnDisk((lock) => store.dispatch({ type: 'lock/set', lock })));
const line = { isLost: () => store.state.lostSince !== null, remembered: (/** @type {string} */ at) => store.dispatch({ type: 'kept/shown', at }) };
const api = createApi(remembering(bundlingTiles((...args) => fetch(...args)), kept, line), (path, mark) => {
  const part = partOf(path);
  if (part) {
    store.dispatch({ type: 'mark/seen', part, mark });
  }
}, toSignIn);

keepTheme(store);
void start();

async function start() {
  app.dataset.state = 'starting';
  fill(app, el('div', { class: 'start', role: 'status' }, el('div', { class: 'start-mark' }, icon('pin', { size: 40 })), el('p', {}, words.loading)));
  try {
    const [{ session, mission, catalog, address, at }, first] = await Promise.all([begin(api, kept, line.isLost), location.hash ? null : startView(api)]);
    if (at !== null) {
      line.remembered(at);
      store.dispatch({ type: 'connection/set', lostSince: at });
    }
    store.dispatch({ type: 'session/ready', session });
    const shown = catalog.map((/** @type {any} */ layer) => layer.name).filter((/** @type {string} */ name) => !OFF_AT_FIRST.includes(name));
    store.dispatch({ type: 'mission/ready', catalog, shown, mission: readMission(mission, today()) });
    const shared = fromAddress(location.hash) ?? first ?? fromAddress(address);
    if (shared) {
      store.dispatch({ type: 'address/opened', shared });
    }
    document.title = `${mission.name} · ${words.app}`;
    // The layout must stand before the map asks how large it is.
    app.dataset.state = 'ready';
    build();
  } catch (error) {
    app.dataset.state = 'failed';
    fill(app, el('div', { class: 'start' }, failure(words.failedStart, error, () => void start())));
    if (!error.status && error.name !== 'Problem') {
      throw error;
    }
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
  const mapBox = el('div', { class: 'map', dir: 'ltr', 'data-testid': 'map', role: 'application', 'aria-label': words.map.title, tabindex: '0' });
  const mapArea = el('main', { class: 'map-area' }, mapBox);
  const frame = el('div', { class: 'frame', 'aria-hidden': 'true' });
  const stale = staleBanner(store);
  const detail = el('aside', { class: 'right detail', 'aria-label': words.panels.detail, 'data-testid': 'detail', hidden: true });
  const tool = el('aside', { class: 'right tool', 'aria-label': words.panels.tools, 'data-testid': 'tool-panel', hidden: true });
  const timebar = el('section', { class: 'timebar', 'aria-label': words.time.title, 'data-testid': 'timebar' });
  /** @type {{open: () => void}|null} */
  let help = null;
  const tools = toolBar(store);
  const [upper, lower] = banners(store);
  fill(app, upper, header, left, mapArea, frame, detail, tool, timebar, status, stale, offlineBanner(store, askForPassphrase), keepLow(store), lower);

  mountHeader(header, store, { openHelp, tools, signOut: () => void signOut() });
  header.lastElementChild?.before(lineChip(store));
  keepNeedsLine(store, announce);
  keepMoving(store);
  const queue = createQueue(store, api, announce);
  const map = createMap(mapBox, store, api, mapArea, { frame, isSlow: store.state.low || isSlow() });
  keepSymbols(store, announce);
  const controls = mountControls(mapArea, map, store, announce, unsurePill(store, api));
  store.watch(isLoading, (busy) => mapArea.classList.toggle('is-busy', busy), { now: true });
  const pointer = watchPointer(map, store, api);
  const counts = keepCounts(store, api);
  mountLeft(left, store, app, { retryPictures: map.retry, retryCounts: counts.retry, goTo: (layer) => void goToLayer(layer), announce }, api,
    async (key, filter) => {
      const names = key === EVERYWHERE ? store.state.catalog.filter(isSearched).map((layer) => layer.name) : [key];
      await api.counts({ layers: names.map((name) => ({ name, filter })) });
    });
  const search = mountSearch(mapArea, { store, api, map, announce, goToLayer: (layer) => void goToLayer(layer) });
  const time = mountTimebar(timebar, store, api, announce);
  mountKnownBar(mapArea, store, api);
  mountWhen(detail, store, (s) => s.selection !== null, async () => {
    const { mountDetail } = await import('./panels/detail.js');
    return () => mountDetail(detail, { store, api, map, queue, announce });
  });
  mountToolFrame(tool, { map, store, api, kept, queue, pointer, announce });
  keepInFront(app, store, { detail, tool });
  fetchWhen(store, (s) => s.tool !== null || s.selection !== null, async () => (await import('./panels/room.js')).makeRoom(app, store));
  app.append(phoneBar(store, app, left, timebar));
  keepLinked(app, { store, api, map, announce });
  keepAddress(store);
  watchDrops(document.body, store, announce);
  const seen = store.state.area;
  fetchWhen(store, (s) => s.area !== null, async () => {
    const { showArea } = await import('./tools/area-outline.js');
    showArea(map.leaflet, store, api, seen);
  });
  showRings(map.leaflet, store, api);
  fetchWhen(store, (s) => Object.values(s.cql).some((text) => text !== ''), async () => {
    const { showConditions } = await import('./query/outlines.js');
    showConditions(map.leaflet, store, api);
  });
  keepGround(store, api);
  fetchWhen(store, (s) => shownGround(s).length > 0, async () => (await import('./ground/attribution.js')).keepAttribution(mapArea, store, map.retry));
  keepFresh(store, api);
  keepMeter((bytes) => store.dispatch({ type: 'bytes/counted', bytes }));
  keepForOffline(store, kept, { parent: app, over: toSignIn, sealed: askForPassphrase });
  keepLive(store, api, { announce, refused: toSignIn });
  fetchWhen(store, (s) => s.snapshot !== null, async () => (await import('./watch/open-snapshot.js')).keepSnapshot(mapArea, store, api));
  fetchWhen(store, (s) => s.compare !== null, async () => (await import('./watch/keep-compare.js')).keepCompare(map, mapArea, store));
  fetchWhen(store, (s) => s.wall !== null, async () => (await import('./watch/keep-wall.js')).keepWallScreen(app, map, store, api));

  const keys = pageKeys({ store, map, time, copyPosition: controls.copyPosition, focusSearch: search.focus, openHelp, openWall, openPanel, closeTopmost,
    openTool: (entry) => (entry.act ? useTool(store, entry) : store.dispatch({ type: 'tool/set', tool: entry.id })) });
  listenForKeys(keys);
  fetchWhen(store, isDrawn, async () => (await import('./later.js')).keepUp({ map, mapArea, store, api, tour }));

  function openHelp() {
    void fetched(async () => {
      const { mountHelp } = await import('./panels/help.js');
      help ??= mountHelp(document.body, () => keys, () => tour(true));
      help.open();
    });
  }

  function openWall() {
    void fetched(async () => {
      const { keptWall } = await import('./watch/wall-views.js');
      store.dispatch({ type: 'wall/set', wall: keptWall() });
    });
  }

  /** What is fetched when it is first asked for may not come; then that is said. @param {() => Promise<void>} use */
  async function fetched(use) {
    try {
      await use();
    } catch (error) {
      announce(reasonOf(error));
    }
  }

  /** @param {boolean} takesFocus */
  function tour(takesFocus) {
    const { session } = store.state;
    if (session) {
      void import('./tour/tour.js').then(({ startTour }) => startTour(session, { takesFocus }));
    }
  }

  /** What was not sent is discarded only when that is wanted. */
  async function signOut() {
    try {
      const unsent = store.state.queue.length;
      if (unsent === 0 || (await (await import('./offline/leaving.js')).askBeforeLosing(unsent))) {
        await api.signOut();
        await queue.discardAll();
        toSignIn();
      }
    } catch (error) {
      announce(reasonOf(error));
    }
  }

  /** @param {string} layer */
  async function goToLayer(layer) {
    try {
      const box = await api.extent(layer);
      announce(box ? '' : words.layers.nowhere);
      if (box) {
        map.goTo(box);
      }
    } catch (error) {
      announce(reasonOf(error));
    }
  }

  function closeTopmost() {
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select')) {
      document.activeElement.blur();
    } else if (store.state.selection && !(store.state.tool && store.state.front === 'tool')) {
      store.dispatch({ type: 'selection/set', selection: null });
    } else if (store.state.tool) {
      store.dispatch({ type: 'tool/set', tool: null });
    } else {
      map.leaflet.closePopup();
    }
  }
}

/** The mission's own ground; without it the outlines of the world are there. @param {import('./core/store.js').Store} store @param {import('./core/api.js').Api} api */
function keepGround(store, api) {
  async function list() {
    try {
      const basemaps = await api.basemaps();
      store.dispatch({ type: 'basemaps/set', basemaps });
      if (basemaps.some(({ state }) => state === 'preparing')) {
        setTimeout(list, PREPARING_MS);
      }
    } catch {
      // Asked for again when the line is back.
    }
  }
  store.watch((s) => s.lostSince === null, (isThere) => isThere && void list());
  void list();
}

/** What somebody starts with, when the address does not say; a view that cannot be had keeps nobody from the map. @param {import('./core/api.js').Api} api */
async function startView(api) {
  try {
    const { views } = await listViews(api);
    return fromAddress(views.find((view) => view.start)?.address ?? '');
  } catch {
    return null;
  }
}

/** What is kept locked can be read once somebody has typed the passphrase. */
async function askForPassphrase() {
  const { askToUnlock } = await import('./offline/unlocking.js');
  askToUnlock(store, kept);
}

/** To the sign-in page and from there back to this picture, which the address holds. */
function toSignIn() {
  if (app.dataset.state === 'signed-out') {
    return;
  }
  app.dataset.state = 'signed-out';
  document.body.append(el('div', { class: 'signed-out', role: 'alert', 'data-testid': 'signed-out' }, words.account.signedOut));
  void forget(kept).then(() => location.assign(`/login?ended=yes&to=${encodeURIComponent(location.pathname)}${location.hash}`));
}

/** @param {string} panel @param {string} focus what is focused in it, also when the panel must first be fetched */
function openPanel(panel, focus) {
  store.dispatch({ type: 'panel/set', panel });
  const find = () => {
    const target = document.querySelector(focus);
    if (target instanceof HTMLElement) {
      target.focus();
    }
    return target !== null;
  };
  if (!find()) {
    const coming = new MutationObserver(() => {
      if (store.state.panel !== panel || find()) {
        coming.disconnect();
      }
    });
    coming.observe(app, { childList: true, subtree: true });
  }
}
