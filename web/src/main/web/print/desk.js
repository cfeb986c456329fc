// The sheets as they will be printed, over the map while the tool is open: the first has a live map of its own.
// @ts-check
import { createApi, isAbort, newestOnly } from '../core/api.js';
import { compartmentsOfPage, highest, markOfPage, partOf } from '../core/classification.js';
import { onNotation } from '../core/coordinates.js';
import { debounce, el, fill } from '../core/dom.js';
import { isLoading } from '../core/query.js';
import { failedGround } from '../core/arrangement.js';
import { reasonOf } from '../core/reason.js';
import { worldX, worldY } from '../map/projection.js';
import { createGrid } from '../grid/layer.js';
import { createMap } from '../map/map.js';
import { keepCounts } from '../panels/counts.js';
import { showArea } from '../tools/area-outline.js';
import { words as say } from '../words/print.js';
import { words } from '../words/words.js';
import { comparedNode, isComparing, keepCompared } from './compared.js';
import { keepFinding } from './finding.js';
import { listedFeatures, listSheets } from './list.js';
import { marginFigures, marginNodes } from './margin.js';
import { DOTS_PER_INCH, metresPerPixel, ratioOf, roundRatio, zoomFor } from './paper.js';
import { conditionSheet, factsNode, fillLegend, isCut, headNode, numberPages, scaleNodes, sheetNode } from './sheet.js';
import { sheetStore } from './sheet-store.js';
/** @typedef {import('./sheet.js').Options} Options */
/** @typedef {{state: 'drawing'|'ready'|'failed', mark: string, ratio: number, sheets: number, problem?: string}} Status mark: of what is shown, whatever was raised */

const LIST = 'list';
const SOON_MS = 150;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {Options} first
 * @param {(status: Status) => void} tell
 */
export function openDesk({ map: page, store: pageStore, panel }, first, tell) {
  let options = first;
  const { store, stop } = sheetStore(pageStore);
  const see = (/** @type {string} */ path, /** @type {string} */ mark) => {
    const part = partOf(path) ?? (path.startsWith('/collections/') ? LIST : null);
    if (part) {
      store.dispatch({ type: 'mark/seen', part, mark });
    }
  };
  const api = createApi(undefined, see);
  const line = newestOnly();
  /** @type {GeoJSON.Feature[]} */
  let listed = [];
  /** @type {string|null} */
  let listProblem = null;
  let isListing = false;
  let isClosed = false;
  /** Whether the extent is still that of the screen, whatever the paper; not once somebody moved it. */
  let isFitted = true;

  const mapNode = el('div', { class: 'sheet-map', dir: 'ltr', role: 'application', 'aria-label': say.sheetMap, tabindex: '0', 'data-testid': 'sheet-map' });
  const figures = el('div', { class: 'sheet-figures' });
  const frame = el('div', { class: 'sheet-frame' }, mapNode, figures);
  const legend = el('div', { class: 'sheet-legend' });
  const scale = el('div', { class: 'sheet-scales' });
  const body = el('div', { class: 'sheet-body' }, frame, el('div', { class: 'sheet-side' }, legend, scale));
  const sheets = el('div', { class: 'sheets' });
  const desk = el('section', { class: 'print-desk', 'aria-label': say.preview, 'data-testid': 'print-desk', 'data-state': 'drawing' }, sheets);
  const area = /** @type {HTMLElement} */ (page.leaflet.getContainer().parentElement);
  document.body.append(desk);

  let sheet = sheetNode(said(), el('div', { class: 'sheet-head' }), body, el('dl', { class: 'sheet-facts' }));
  fill(sheets, wrapped(sheet));
  place();
  const map = createMap(mapNode, store, api, el('div'), { density: DOTS_PER_INCH / 96, root: sheet, createGrid });
  showArea(map.leaflet, store, api);
  const finding = keepFinding(map.leaflet, store);
  store.watch((s) => s.pin, (pin) => map.select(pin ? { geometry: { type: 'Point', coordinates: [pin.lon, pin.lat] }, radius: pin.radius } : null), { now: true });
  for (const event of ['pointerdown', 'wheel', 'keydown', 'dblclick']) {
    mapNode.addEventListener(event, () => { isFitted = false; });
  }
  const placing = new ResizeObserver(place);
  placing.observe(area);
  let counts = /** @type {ReturnType<typeof keepCounts>|null} */ (null);
  /** @type {(() => void)|null} */
  let compareAgain = null;
  // Counting is a POST: it needs the proof that comes with the session.
  void api.session().then(() => {
    counts = keepCounts(store, api);
    compareAgain = isClosed ? null : keepCompared(map.leaflet, store, api);
  }, (error) => tell({ ...status(), state: 'failed', problem: reasonOf(error) }));

  function said() {
    return { state: store.state, options: { ...options, mark: mark() }, now: new Date().toISOString() };
  }
  function shownMark() {
    return highest([markOfPage(store.state), store.state.finding?.result.classification ?? '']);
  }
  function mark() {
    return highest([shownMark(), options.mark]);
  }

  /** @param {HTMLElement} node */
  function wrapped(node) {
    return el('div', { class: 'sheet-holder' }, node);
  }

  /** Over the map, as large as there is room. */
  function place() {
    const box = area.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left: box.left, top: box.top, width: box.width, height: box.height })) {
      desk.style.setProperty(name, `${value}px`);
    }
    const fit = Math.min((box.width - 32) / sheet.offsetWidth, Math.max(0.3, (box.height - 32) / sheet.offsetHeight));
    desk.style.setProperty('--fit', fit.toFixed(4));
    desk.style.setProperty('--sheet-width', `${sheet.offsetWidth}px`);
    desk.style.setProperty('--sheet-height', `${sheet.offsetHeight}px`);
  }

  /** @returns {import('../grid/lines.js').View} */
  function view() {
    const bounds = map.leaflet.getBounds();
    return { box: [worldX(bounds.getWest()), worldY(bounds.getNorth()), worldX(bounds.getEast()), worldY(bounds.getSouth())], scale: 256 * 2 ** map.leaflet.getZoom() };
  }

  function ramp() {
    const { view: at } = store.state;
    return map.events.mode === 'density' && at ? { most: map.events.ramp.most, metres: map.events.ramp.cell * 256 * 2 ** at.zoom * metresPerPixel(at.zoom, at.lat) } : null;
  }

  function draw() {
    // What was asked for may come after the sheet was put away.
    if (isClosed) {
      return;
    }
    const now = said();
    const fresh = sheetNode(now, headNode(now), null, factsNode(now, view()));
    // The map stays in its place: one that is moved in the document loses where it was scrolled to.
    for (const each of ['.sheet-head', '.sheet-facts', '.sheet-foot', '.sheet-mark']) {
      [...sheet.querySelectorAll(each)].forEach((old, i) => old.replaceWith(fresh.querySelectorAll(each)[i] ? fresh.querySelectorAll(each)[i].cloneNode(true) : ''));
    }
    fillLegend(legend, store.state, ramp(), finding(), comparedNode(store.state));
    fill(scale, ...scaleNodes(store.state));
    fill(figures, ...(options.grid ? marginNodes(marginFigures(view())) : []));
    const rest = overflow(now);
    const more = options.list > 0 ? listSheets(now, listed) : [];
    const conditions = sheet.querySelector('.sheet-facts');
    const all = [sheet, ...(rest ? [rest] : []), ...(conditions && isCut(conditions) ? [conditionSheet(now)] : []), ...more];
    [...sheets.children].slice(1).forEach((each) => each.remove());
    sheets.append(...all.slice(1).map(wrapped));
    numberPages(all);
    const current = status();
    desk.dataset.state = current.state;
    desk.dataset.bounds = (now.state.bounds ?? []).map((n) => n.toFixed(6)).join();
    tell({ ...current, sheets: all.length });
  }

  /** What of the legend has no room beside the map goes onto a sheet of its own. @param {import('./sheet.js').Said} now @returns {HTMLElement|null} */
  function overflow(now) {
    const isFull = () => legend.scrollHeight > legend.clientHeight + 1 || legend.scrollWidth > legend.clientWidth + 1;
    legend.classList.remove('is-tight');
    legend.classList.toggle('is-tight', isFull());
    if (isFull() && !body.classList.contains('is-wide')) {
      // The map becomes narrower and is asked for anew; the legend stays as wide until other layers or paper are chosen.
      body.classList.add('is-wide');
      legend.classList.remove('is-tight');
      if (isFitted) {
        queueMicrotask(fitToPage);
      }
    }
    const groups = [...legend.querySelectorAll('.sheet-group')];
    const moved = [];
    const note = el('p', { class: 'sheet-empty' }, say.continued);
    while (isFull() && groups.length > 1) {
      const last = /** @type {Element} */ (groups.pop());
      moved.unshift(last);
      last.remove();
      legend.append(note);
    }
    return moved.length === 0 ? null : sheetNode(now, headNode(now), el('section', { class: 'sheet-more' }, el('h2', {}, say.legendOn), el('div', { class: 'sheet-legend' }, moved)));
  }

  /** @returns {Status} */
  function status() {
    const { state } = store;
    const failed = state.catalog.find(({ name }) => state.shown.includes(name) && state.pictures[name]?.state === 'failed') ?? failedGround(state)[0];
    const problem = state.counts.state === 'failed' ? state.counts.problem ?? words.layers.countsFailed : failed ? words.layers.failed(failed.title) : state.differences?.state === 'failed' ? state.differences.problem : listProblem ? say.listFailed(listProblem) : undefined;
    const isBusy = isLoading(state) || state.counts.state === 'loading' || isComparing(state) || isListing;
    return { state: isBusy ? 'drawing' : problem ? 'failed' : 'ready', mark: shownMark(), ratio: state.view ? ratioOf(state.view.zoom, state.view.lat) : 0, sheets: 1, problem };
  }

  const soon = debounce(draw, SOON_MS, 600);
  const soonList = debounce(() => void loadList(), 2 * SOON_MS);
  async function loadList() {
    isListing = options.list > 0;
    listProblem = null;
    if (!isListing || isClosed) {
      line.cancel();
      listed = [];
      store.dispatch({ type: 'mark/seen', part: LIST, mark: 'UNCLASSIFIED' });
      soon();
      return;
    }
    soon();
    try {
      const got = await line.run((signal) => listedFeatures(api, store.state, options.list, signal));
      if (got === undefined) {
        return;
      }
      listed = got;
    } catch (error) {
      if (isAbort(error)) {
        return;
      }
      listed = [];
      listProblem = reasonOf(error);
    }
    isListing = false;
    soon();
  }
  store.watch((s) => s, soon);
  onNotation(soon);
  store.watch((s) => s.shown, () => body.classList.remove('is-wide'));
  store.watch((s) => [s.bounds, s.period, s.filters, s.text, s.cql, s.known, s.shown, s.revision, s.touched], soonList);

  /** What the window showed before this panel took a part of it. */
  function seen() {
    const { x, y } = page.leaflet.getSize();
    const beside = panel.closest('.right')?.getBoundingClientRect();
    const map = page.leaflet.getContainer().getBoundingClientRect();
    const hidden = beside && beside.top < map.bottom - 1 && beside.width < innerWidth ? beside.width : 0;
    const side = document.documentElement.dir === 'rtl' ? -hidden : 0;
    return page.leaflet.getBounds().extend(page.leaflet.containerPointToLatLng([side, 0])).extend(page.leaflet.containerPointToLatLng([x + hidden + side, y]));
  }

  /** What the screen showed when the sheet was opened. */
  const home = seen();

  function fitToPage() {
    isFitted = true;
    // The window that was measured may have changed with the paper.
    map.leaflet.invalidateSize({ animate: false });
    const bounds = home;
    const { lat, lng } = bounds.getCenter();
    const zoom = map.leaflet.getBoundsZoom(bounds);
    map.leaflet.setView([lat, lng], zoomFor(roundRatio(ratioOf(zoom, lat)), lat), { animate: false });
  }
  fitToPage();

  return {
    fit: fitToPage,
    /** @param {number} ratio N of 1 : N */
    setRatio(ratio) {
      isFitted = false;
      const { lat, lng } = map.leaflet.getCenter();
      map.leaflet.setView([lat, lng], zoomFor(ratio, lat), { animate: false });
    },
    /** @param {Options} next */
    change(next) {
      const before = options;
      options = next;
      if (next.paper !== before.paper || next.orientation !== before.orientation) {
        body.classList.remove('is-wide');
        sheet.dataset.paper = next.paper;
        sheet.dataset.orientation = next.orientation;
        place();
        if (isFitted) {
          fitToPage();
        } else {
          // The same scale and middle on another sheet.
          map.leaflet.invalidateSize({ animate: false, pan: true });
        }
      }
      if (next.grid !== before.grid) {
        store.dispatch({ type: 'grid/set', grid: next.grid });
      }
      if (next.list !== before.list) {
        soonList();
      }
      soon();
    },
    retry() {
      map.retry();
      counts?.retry();
      compareAgain?.();
      soonList();
    },
    /** Everything as it stands now, with the time of now. @returns {{sheet: HTMLElement, mark: string, compartments: string[]}} */
    finish() {
      draw();
      return { sheet, mark: mark(), compartments: compartmentsOfPage(store.state) };
    },
    close() {
      isClosed = true;
      stop();
      line.cancel();
      placing.disconnect();
      map.leaflet.remove();
      desk.remove();
    },
  };
}
/** @typedef {ReturnType<typeof openDesk>} Desk */
