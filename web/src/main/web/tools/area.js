// What happened here: draw an area, or take the map window, and read its figures for the period
// and filters of the picture.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import * as format from '../core/format.js';
import { lengthInDays } from '../core/period.js';
import { bboxText, currentQuery, normalised } from '../core/query.js';
import { downloadAddress, LONGEST_ADDRESS, stepFor } from '../analysis/figures.js';
import { byType, harm, headline, newest, overTime } from '../analysis/statistics.js';
import { areaText, isNamed, readArea } from '../core/area.js';
import { failure } from '../panels/layers.js';
import { areaName } from '../query/describe.js';
import { placeFinder } from '../query/place-finder.js';
import { readCql } from '../query/read.js';
import { EVERYWHERE, withNode } from '../query/tree.js';
import { writeCql } from '../query/write.js';
import { RELEASED } from './wish.js';
import { words } from '../words/words.js';
import { liveFigures, textOf } from './live-figures.js';
import { isWrong } from './shape.js';
import { sketchControls } from './sketch-controls.js';
import { createSketch } from './sketch.js';
import { snapping } from './snapping.js';
/** @typedef {import('../analysis/statistics.js').Item} Item */

const FIRST_ITEMS = 20;
const MORE_ITEMS = 100;
const MOST_ITEMS = 1_000;
const say = words.statistics;

/** @param {import('./tools.js').ToolContext} context */
export function mount({ map, store, api, panel, pointer, announce }) {
  const requests = newestOnly();
  let items = FIRST_ITEMS;
  let layerName = store.state.catalog.find((layer) => layer.time === 'event')?.name ?? store.state.catalog[0].name;
  /** The length of the columns that a person asked for; null for one that suits the period. @type {import('../analysis/figures.js').Step|null} */
  let step = null;
  let isOpen = false;
  /** The area this tool put into the store, so that its own change does not come back as somebody else's. @type {string|null} */
  let own = null;

  const live = liveFigures({ store, api });
  const snap = snapping({ leaflet: map.leaflet, store, api, changed: () => controls.update() });
  const sketch = createSketch({ leaflet: map.leaflet, pointer, snap, onPreview: live.show, onChange: () => { controls.update(); keepArea(); } });
  const controls = sketchControls(sketch, { kinds: ['polygon', 'rectangle', 'circle', 'corridor'], api, leaflet: map.leaflet, snap, figures: live.node });
  const layerChoice = el('select', { id: 'area-layer', 'data-testid': 'area-layer', onchange: () => { layerName = layerChoice.value; items = FIRST_ITEMS; void ask(); } },
    store.state.catalog.filter((layer) => layer.group !== 'reference').map((layer) => el('option', { value: layer.name, selected: layer.name === layerName }, layer.title)));
  const counting = el('p', { class: 'counting', role: 'status', hidden: true, 'data-testid': 'area-counting' }, words.drawing.counting);
  const results = el('div', { class: 'area-results', 'aria-live': 'polite', 'data-testid': 'area-results' });
  const finder = el('details', { class: 'choices' }, el('summary', { 'data-testid': 'area-find' }, words.query.find), placeFinder({ store, api }, 'area', (area) => store.dispatch({ type: 'area/set', area })));
  panel.append(controls.node, finder, el('div', { class: 'field' }, el('label', { for: 'area-layer' }, say.layer), layerChoice), counting, results);

  function keepArea() {
    const { shape } = sketch;
    if (sketch.drawing) {
      return;
    }
    const wrong = shape !== null && isWrong(shape);
    const area = shape && !wrong ? textOf(shape) : null;
    const untouched = area === null && isNamed(readArea(store.state.area)) && !sketch.canUndo && !sketch.canRedo;
    if (!wrong && !untouched && area !== store.state.area) {
      own = area;
      items = FIRST_ITEMS;
      store.dispatch({ type: 'area/set', area });
    }
  }

  /** @returns {import('../core/area.js').Shape|null} what can be changed by drawing */
  function drawn() {
    const area = readArea(store.state.area);
    return area && !isNamed(area) ? area : null;
  }

  /** What is shown is of another question than was asked last. @param {boolean} isStale */
  function mark(isStale) {
    results.classList.toggle('is-loading', isStale);
    results.setAttribute('aria-busy', String(isStale));
    counting.hidden = !isStale || results.childElementCount === 0;
  }

  async function ask() {
    if (!isOpen) {
      return;
    }
    mark(true);
    const { area, bounds, period } = store.state;
    const query = currentQuery(store.state, layerName);
    const bbox = bounds ? normalised(bounds) : null;
    const where = area ? { area } : bbox ? { bbox } : {};
    try {
      const statistics = await requests.run((signal) => api.statistics(without({ ...query, ...where, step: step ?? stepFor(lengthInDays(period)), list: items }), signal));
      if (statistics) {
        show(statistics, query, area, bbox);
      }
    } catch (error) {
      mark(false);
      fill(results, areaHead(null), failure(say.failed, error, () => void ask()));
    }
  }

  /** @param {import('../analysis/statistics.js').Statistics} statistics @param {ReturnType<typeof currentQuery>} query @param {string|null} area @param {[number, number, number, number]|null} bbox */
  function show(statistics, query, area, bbox) {
    const layer = /** @type {import('../core/types.js').Layer} */ (store.state.catalog.find((l) => l.name === query.layer));
    mark(false);
    fill(results,
      areaHead(statistics),
      headline(layer, statistics),
      statistics.count === 0 ? el('p', { class: 'notice quiet' }, say.nothing) : null,
      statistics.unmapped > 0 ? el('p', { class: 'notice' }, say.unmapped(statistics.unmapped)) : null,
      harm(layer, statistics), byType(layer, statistics), overTime(statistics, (chosen) => { step = chosen; void ask(); }),
      newest(layer, statistics, { select, hover, more: () => { items = Math.min(MOST_ITEMS, items + MORE_ITEMS); void ask(); } }),
      layer.releasedCounts ? el('button', { type: 'button', class: 'button small', 'data-testid': 'area-of-all', onclick: () => store.dispatch({ type: 'tool/set', tool: RELEASED }) }, icon('chart', { size: 14 }), ' ', words.released.ofLayer) : null,
      narrowing(area),
      downloads(query, area, bbox ? bboxText(bbox) : null),
      statistics.dataAsOf ? el('p', { class: 'muted' }, words.asOf(format.moment(statistics.dataAsOf.committedAt))) : null);
  }

  /** Which area the figures are of, and a way out of that of a feature. @param {import('../analysis/statistics.js').Statistics|null} statistics */
  function areaHead(statistics) {
    const area = readArea(store.state.area);
    if (!isNamed(area)) {
      return el('p', { class: 'muted' }, area ? say.inArea : say.inView);
    }
    const layer = store.state.catalog.find((l) => l.name === area.layer);
    return el('div', { class: 'area-named', 'data-testid': 'area-named' },
      area.kind === 'near' ? el('p', {}, el('strong', {}, areaName(areaText(area), store.state.catalog, store.state.names)))
        : el('p', {}, el('span', { class: 'muted' }, say.inNamed(layer?.title ?? area.layer)), ' ', el('strong', {}, statistics?.area?.feature?.title ?? ''), ' ', el('span', { class: 'muted' }, say.inNamedWhen)),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'area-named-clear', onclick: () => store.dispatch({ type: 'area/set', area: null }) }, icon('close', { size: 14 }), ' ', say.leaveNamed));
  }

  /** @param {Item} item */
  function select(item) {
    store.dispatch({ type: 'selection/set', selection: { layer: layerName, id: item.id } });
    if (item.lat !== null && item.lon !== null && !map.leaflet.getBounds().contains([item.lat, item.lon])) {
      map.leaflet.panTo([item.lat, item.lon]);
    }
  }

  /** @param {Item|null} item */
  const hover = (item) => map.hover(item && item.lon !== null && item.lat !== null ? { geometry: { type: 'Point', coordinates: [item.lon, item.lat] }, radius: 0 } : null);

  /** The area as a condition of the map, on and off. @param {string|null} area */
  function narrowing(area) {
    if (!area) {
      return null;
    }
    const root = readCql(store.state.cql[EVERYWHERE] ?? '');
    const at = root.op === 'all' ? root.parts.findIndex((part) => part.op === 'inside' && part.area === area) : -1;
    const narrowed = at >= 0 ? withNode(root, [at], null) : { op: /** @type {const} */ ('all'), parts: [...(root.op === 'all' ? root.parts : [root]), { op: /** @type {const} */ ('inside'), area }] };
    return el('button', { type: 'button', class: 'button small', 'aria-pressed': String(at >= 0), 'data-testid': 'area-filter', onclick: () => store.dispatch({ type: 'cql/set', layer: EVERYWHERE, text: writeCql(narrowed) }) },
      icon('filter', { size: 14 }), ' ', at >= 0 ? words.query.filterOff : words.query.filterBy);
  }

  /** @param {ReturnType<typeof currentQuery>} query @param {string|null} area @param {string|null} bbox */
  function downloads(query, area, bbox) {
    const formats = /** @type {['csv'|'geojson', string][]} */ ([['csv', 'CSV'], ['geojson', 'GeoJSON']]);
    const tooLong = downloadAddress(query, area, bbox, 'geojson').length > LONGEST_ADDRESS;
    return el('section', { class: 'detail-section' }, el('h3', {}, say.download),
      tooLong ? el('p', { class: 'notice' }, say.tooLong)
        : el('div', { class: 'detail-actions' }, formats.map(([f, label]) =>
          el('a', { class: 'button small', href: downloadAddress(query, area, bbox, f), download: `${query.layer}.${f}`, 'data-testid': `download-${f}`, onclick: () => announce(say.downloading(label)) }, icon('download', { size: 14 }), ' ', label))));
  }

  const askSoon = debounce(() => void ask(), 200);
  store.watch((s) => [s.area, s.period, s.filters, s.text, s.cql, s.revision, s.known], askSoon);
  store.watch((s) => s.bounds, () => { if (!store.state.area) { askSoon(); } });
  store.watch((s) => s.area, (area) => {
    if (area !== own) {
      own = area;
      sketch.reset(drawn());
      controls.update();
    }
  });

  return {
    open() {
      isOpen = true;
      own = store.state.area;
      sketch.reset(drawn());
      sketch.show();
      controls.update();
      void ask();
    },
    close() {
      isOpen = false;
      requests.cancel();
      live.stop();
      sketch.hide();
      map.hover(null);
    },
  };
}

/** @param {Record<string, unknown>} body @returns what was given: the server refuses null */
const without = (body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
