// Where events concentrate: DBSCAN on the server over the picture's period, filters and area, its
// areas on the map, and any of them kept as a hotspot.
// @ts-check
import { newestOnly } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { currentQuery, normalised } from '../core/query.js';
import { labelOf } from '../panels/fields.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/en.js';
import { distanceCurve } from './curve.js';
import { createHulls } from './hulls.js';
import { parameterForm } from './process.js';
import { keepHotspot } from './keep-hotspot.js';
/** @typedef {import('./hulls.js').Hull} Hull */
/**
 * @typedef {object} Diagnostics
 * @property {number} n
 * @property {number} used
 * @property {{reason: string, n: number}[]} dropped
 * @property {Record<string, unknown>} parameters
 * @property {number} clusters
 * @property {number} noise
 * @property {number} [suggestedEpsM]
 * @property {number[]} kDistance
 * @property {string[]} caveats
 * @property {string} method
 * @property {string} process id of the analysis
 * @property {object} inputs
 * @property {{sequence: number, committedAt: string}} dataAsOf
 */
/** @typedef {{features: Hull[], diagnostics: Diagnostics}} Result */

/** The analyses that answer with areas, the usual one first. */
const PROCESSES = ['cluster-density', 'hexagon-counts'];
const DISTANCE = 'epsM';
const SHOWN_ROWS = 25;
const say = words.clusters;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const { map, store, api, panel, announce } = context;
  const requests = newestOnly();
  const descriptions = newestOnly();
  const hulls = createHulls(map.leaflet, (cluster) => choose(cluster));
  const layers = store.state.catalog.filter((layer) => layer.time === 'event');
  const layerChoice = el('select', { id: 'cluster-layer', 'data-testid': 'cluster-layer' }, layers.map((layer) => el('option', { value: layer.name }, layer.title)));
  const processChoice = el('select', { id: 'analysis', 'data-testid': 'analysis', onchange: () => void describe() }, PROCESSES.map((id) => el('option', { value: id }, say.processes[id])));
  const intro = el('p', { class: 'muted' });
  const scope = el('p', { class: 'muted', 'data-testid': 'cluster-scope' });
  const parameters = el('div', {});
  const results = el('div', { class: 'area-results', 'data-testid': 'cluster-results', 'aria-live': 'polite' });
  const run = el('button', { type: 'button', class: 'button primary', 'data-testid': 'cluster-run', disabled: true, onclick: () => void start() }, icon('cluster', { size: 16 }), ' ', say.run);
  const stop = el('button', { type: 'button', class: 'button', hidden: true, 'data-testid': 'cluster-cancel', onclick: cancel }, say.cancel);
  /** @type {ReturnType<typeof parameterForm>|null} */
  let form = null;
  /** @type {Result|null} */
  let result = null;
  /** @type {number|null} */
  let chosen = null;
  panel.append(el('div', { class: 'field' }, el('label', { for: 'analysis' }, say.process), processChoice), intro, el('div', { class: 'field' }, el('label', { for: 'cluster-layer' }, say.layer), layerChoice), scope, parameters,
    el('div', { class: 'detail-actions' }, run, stop), results);

  async function describe() {
    run.disabled = true;
    try {
      const description = await descriptions.run((signal) => api.json(`/processes/${processChoice.value}`, { signal }));
      if (!description) {
        return;
      }
      form = parameterForm(description);
      intro.textContent = description.description;
      fill(parameters, form.node);
      run.disabled = false;
    } catch (error) {
      fill(parameters, failure(say.notDescribed, error.message, () => void describe()));
    }
  }

  async function start() {
    const values = form?.read();
    if (!values) {
      return;
    }
    const { area, bounds } = store.state;
    const { layer, datetime, filter, 'as-known-at': known } = currentQuery(store.state, layerChoice.value);
    const where = area ? { area } : bounds ? { bbox: normalised(bounds) } : {};
    const inputs = { layer, ...(datetime ? { datetime } : {}), ...(filter ? { filter } : {}), ...(known ? { 'as-known-at': known } : {}), ...where, ...values };
    busy(true);
    fill(results, el('p', { class: 'muted', role: 'status' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), ' ', say.running));
    try {
      const answer = await requests.run((signal) => api.post(`/processes/${processChoice.value}/execution`, { inputs }, signal));
      if (answer) {
        result = answer;
        chosen = null;
        hulls.show(answer.features);
        show();
        results.scrollIntoView({ block: 'start' });
        announce(say.found(answer.features.length, answer.diagnostics.process));
      }
    } catch (error) {
      const why = error.errors?.length > 0 ? error.errors.map((/** @type {any} */ e) => [e.what, e.fix].filter(Boolean).join('. ')).join(' · ') : error.message;
      fill(results, failure(say.failed, why, () => void start()));
    }
    busy(false);
  }

  /** @param {boolean} isBusy */
  function busy(isBusy) {
    run.disabled = isBusy;
    stop.hidden = !isBusy;
  }

  function cancel() {
    requests.cancel();
    busy(false);
    fill(results, el('p', { class: 'notice quiet' }, say.cancelled));
  }

  function show() {
    if (!result) {
      return;
    }
    const { features, diagnostics } = result;
    const layer = /** @type {import('../core/types.js').Layer} */ (layers.find((l) => l.name === layerChoice.value));
    fill(results,
      el('section', { class: 'figures' },
        el('p', { class: 'figures-count' }, el('strong', { 'data-testid': 'cluster-count' }, format.count(features.length)), ' ', say.areas(features.length, diagnostics.process)),
        el('p', { class: 'muted' }, say.used(diagnostics.used, diagnostics.n, diagnostics.noise)),
        diagnostics.dropped.map(({ reason, n }) => el('p', { class: 'muted' }, say.dropped(n, reason)))),
      chosenBox(layer),
      features.length === 0 ? el('p', { class: 'notice quiet' }, say.none) : table(features, layer),
      features.length > SHOWN_ROWS ? el('p', { class: 'muted' }, say.onlyLargest(SHOWN_ROWS)) : null,
      diagnostics.kDistance?.length > 1 ? el('section', { class: 'detail-section' }, el('h3', {}, say.curve),
        distanceCurve(diagnostics.kDistance, { suggested: diagnostics.suggestedEpsM ?? null, chosen: Number(diagnostics.parameters[DISTANCE]), choose: takeDistance })) : null,
      el('section', { class: 'detail-section' }, el('h3', {}, say.caveats), el('ul', { class: 'caveats' }, diagnostics.caveats.map((text) => el('li', {}, text)))),
      el('p', { class: 'muted' }, diagnostics.method, ' · ', words.asOf(format.moment(diagnostics.dataAsOf.committedAt))));
  }

  /** @param {number} metres */
  function takeDistance(metres) {
    form?.set(DISTANCE, metres);
    void start();
  }

  /** @param {Hull[]} features @param {import('../core/types.js').Layer} layer */
  function table(features, layer) {
    return el('table', { class: 'small-table numbers cluster-table', 'data-testid': 'cluster-table' },
      el('thead', {}, el('tr', {}, [say.rank, say.events, say.area, say.dates].map((title) => el('th', { scope: 'col' }, title)))),
      el('tbody', {}, features.slice(0, SHOWN_ROWS).map(({ properties: p }) => el('tr', { class: p.cluster === chosen ? 'is-selected' : '' },
        el('td', {}, el('button', { type: 'button', class: 'button small', 'aria-pressed': String(p.cluster === chosen), 'data-testid': `cluster-${p.cluster}`, 'aria-label': say.choose(p.cluster), onclick: () => choose(p.cluster) }, String(p.cluster))),
        el('td', {}, format.count(p.count)), el('td', {}, `${format.decimal(p.areaKm2, p.areaKm2 < 10 ? 1 : 0)} km²`),
        el('td', { title: Object.entries(p.groups).map(([code, n]) => `${labelOf(layer, layer.groupedBy ?? '', code)} ${n}`).join(', ') }, p.first && p.last ? say.span(p.first, p.last) : '')))));
  }

  /** @param {import('../core/types.js').Layer} layer */
  function chosenBox(layer) {
    const hull = result?.features.find((feature) => feature.properties.cluster === chosen);
    if (!hull || !result) {
      return null;
    }
    const { properties: p } = hull;
    return el('section', { class: 'detail-section chosen-cluster', 'data-testid': 'cluster-chosen' },
      el('h3', {}, say.one(p.cluster, result.diagnostics.process)),
      el('p', {}, say.facts(p.count, p.places, Math.round(p.share * 100))),
      p.widenedByM ? el('p', { class: 'muted' }, say.widened(format.distance(p.widenedByM))) : null,
      el('ul', { class: 'tags' }, Object.entries(p.groups).map(([code, n]) => el('li', { class: 'tag' }, `${code ? labelOf(layer, layer.groupedBy ?? '', code) : words.layers.other} ${format.count(n)}`))),
      keepHotspot(context, hull, result.diagnostics));
  }

  /** @param {number|null} cluster */
  function choose(cluster) {
    chosen = cluster;
    hulls.select(cluster);
    show();
    panel.querySelector('[data-testid="cluster-chosen"]')?.scrollIntoView({ block: 'nearest' });
  }

  function tellScope() {
    const { area } = store.state;
    scope.textContent = `${area ? say.inArea : say.inView} ${format.period(store.state.period)}.`;
  }
  store.watch((s) => [s.area, s.period], tellScope, { now: true });
  void describe();

  return {
    open() {
      if (result) {
        hulls.show(result.features);
        hulls.select(chosen);
      }
    },
    close() {
      requests.cancel();
      busy(false);
      hulls.clear();
    },
  };
}
