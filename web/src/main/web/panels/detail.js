// Everything known of the chosen feature.
// @ts-check
import { markName } from '../core/classification.js';
import { newestOnly } from '../core/api.js';
import { areaText } from '../core/area.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { isEditable } from '../entry/kinds.js';
import { openWith } from '../entry/wish.js';
import { hold } from '../forms/features.js';
import { HOTSPOT } from '../forms/hotspot-fields.js';
import { hotspotCard } from '../hotspots/card.js';
import { perhapsSameNode } from '../duplicates/perhaps-same.js';
import { icon } from '../core/icons.js';
import { changeOf } from '../live/touched.js';
import { markIcon, markOf } from '../map/marks.js';
import { AREA } from '../tools/wish.js';
import { words } from '../words/words.js';
import { marksOf } from '../entry/task.js';
import { titleOf } from '../offline/sending.js';
import { waitingNode } from '../offline/waiting.js';
import { relatedNode } from '../workflow/related.js';
import { situationNode } from '../workflow/situation.js';
import { asOfNode } from './as-of.js';
import { gradeOf, gradeText } from './grade.js';
import { failure } from './layers.js';
import { nearbyNode } from './nearby.js';
import { marksNode } from './marks.js';
import { fieldRows, labelOf } from './fields.js';
import { historyNode } from './history.js';
import { photographsNode } from './photographs.js';
import { loading } from './states.js';
import { gradeSection, originalRecord, sourceRows, whenWhere } from './record.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Selection} Selection */

/**
 * @param {HTMLElement} parent
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api, map: import('../map/map.js').MissionMap, queue: import('../offline/queue.js').Queue, announce: (text: string) => void}} context
 */
export function mountDetail(parent, { store, api, map, queue, announce }) {
  const body = el('div', { class: 'detail-body' });
  /** Says what others did meanwhile. */
  const news = el('div', { role: 'status', 'data-testid': 'detail-news' });
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, 'data-testid': 'detail-close',
    onclick: () => store.dispatch({ type: 'selection/set', selection: null }) }, icon('close'));
  parent.append(el('div', { class: 'panel-head' }, el('h2', {}, words.detail.title), close), news, waitingNode(store, queue), body, asOfNode(store));
  const line = newestOnly();

  /** Version of what is shown; null while there is none. @type {number|null} */
  let version = null;
  /** Requests for what is to be shown that are under way, and the highest version told of meanwhile. */
  let loads = 0;
  let toldWhileLoading = 0;
  /** Of the hotspot that is shown. @type {ReturnType<typeof hotspotCard>|null} */
  let card = null;

  /** What is shown, by layer and id. */
  let shown = '';

  /** @param {Selection|null} selection */
  async function show(selection) {
    version = null;
    fill(news);
    parent.hidden = selection === null;
    map.select(null);
    if (!selection) {
      line.cancel();
      fill(body);
      card = null;
      shown = '';
      map.giveBack();
      return;
    }
    const wanted = `${selection.layer}/${selection.id}`;
    const layer = store.state.catalog.find((l) => l.name === selection.layer);
    if (!layer) {
      return;
    }
    if (body.childElementCount === 0) {
      fill(body, loading());
    }
    body.setAttribute('aria-busy', 'true');
    body.classList.add('is-loading');
    loads++;
    try {
      const feature = await line.run((signal) => api.item(selection.layer, selection.id, signal, store.state.known));
      if (feature === undefined) {
        return;
      }
      version = Number(feature.properties?.version);
      if (store.state.known === null) {
        hold(layer.name, feature);
      }
      // Shown again after somebody linked or changed something, it is read on from where he was.
      const top = wanted === shown ? body.scrollTop : 0;
      const focused = body.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
      fill(body, ...content(layer, feature, wanted === shown ? card : null));
      body.scrollTop = top;
      if (wanted === shown && focused?.isConnected) {
        focused.focus({ preventScroll: true });
      }
      shown = wanted;
      map.select({ geometry: feature.geometry, radius: feature.properties?.radius_m ?? 0 });
      const box = boxOf(feature.geometry);
      if (box) {
        const sheet = parent.getBoundingClientRect();
        const mapBottom = map.leaflet.getContainer().getBoundingClientRect().bottom;
        map.reveal(box, sheet.left === 0 ? Math.max(0, mapBottom - sheet.top) : 0);
      }
    } catch (error) {
      card = null;
      shown = '';
      fill(body, error.status === 404
        ? el('p', { class: 'notice', 'data-testid': 'detail-missing' }, store.state.known ? words.known.notYet(format.moment(store.state.known)) : words.detail.missing)
        : failure(words.detail.failed, error, () => void show(selection)));
    } finally {
      loads--;
    }
    body.removeAttribute('aria-busy');
    body.classList.remove('is-loading');
    const told = toldWhileLoading;
    toldWhileLoading = 0;
    if (version !== null && told > version) {
      void tellOfChange(store.state.selection);
    }
  }

  /** @param {Layer} layer @param {GeoJSON.Feature & {id: string}} feature @param {ReturnType<typeof hotspotCard>|null} before the card of the same hotspot: its figures stay until the new ones are there */
  function content(layer, feature, before) {
    const values = feature.properties ?? {};
    // Links and photographs are those of then; steps, marks and likely duplicates are of now, and the past is not written to.
    const isNow = store.state.known === null;
    card = isNow && layer.name === HOTSPOT && feature.geometry ? cardOf(before, { layer: layer.name, id: feature.id, geometry: feature.geometry }) : null;
    void card?.load();
    return [
      heading(layer, feature),
      el('div', { class: 'detail-actions' },
        isNow && layer.name === HOTSPOT ? el('button', { type: 'button', class: 'button small', 'data-testid': 'edit-hotspot', onclick: edit }, icon('edit', { size: 15 }), ' ', words.hotspot.edit) : null,
        isNow && isEditable(layer) ? el('button', { type: 'button', class: 'button small', 'data-testid': layer.appendOnly ? 'correct-entry' : 'edit-entry',
          onclick: () => openWith(store, { mode: layer.appendOnly ? 'correct' : 'edit', layer: layer.name, id: feature.id }) },
        icon('edit', { size: 15 }), ' ', layer.appendOnly ? words.entry.correct : words.entry.edit) : null,
        feature.geometry?.type === 'Polygon' || feature.geometry?.type === 'MultiPolygon' ? el('button', { type: 'button', class: 'button small', 'data-testid': 'area-figures', onclick: () => figuresOf(layer.name, feature.id) },
          icon('chart', { size: 15 }), ' ', words.statistics.ofFeature) : null,
        el('button', { type: 'button', class: 'button small', 'data-testid': 'copy-link', onclick: copyLink }, icon('link', { size: 15 }), ' ', words.detail.copyLink),
        feature.geometry ? el('button', { type: 'button', class: 'button small', onclick: () => centre(feature) }, icon('pin', { size: 15 }), ' ', words.detail.centre) : null),
      card?.node ?? null,
      values.summary ? el('p', { class: 'summary', dir: 'auto' }, values.summary) : null,
      whenWhere(feature),
      gradeSection(values),
      isNow && layer.workflow ? situationNode({ api, store, queue, announce }, { layer: layer.name, id: feature.id, title: titleOf(layer, values), marks: marksOf(values) }) : null,
      relatedNode({ api, store, announce }, { layer: layer.name, id: feature.id, properties: values }),
      fieldRows(layer, values),
      isNow && layer.workflow ? perhapsSameNode({ api, store, announce }, { layer: layer.name, id: feature.id, version: Number(values.version) }) : null,
      nearby(layer, feature),
      sourceRows(values),
      !isNow || layer.writable !== true ? null : marksNode(api, layer, feature, { announce, changed: () => store.dispatch({ type: 'data/changed' }) }),
      originalRecord(feature),
      photographsNode(api, layer.name, feature.id, announce, store.state.known, store.state.low),
      historyNode({ api, store, map, announce }, layer, feature),
    ].filter((node) => node !== null);
  }

  /** @param {ReturnType<typeof hotspotCard>|null} before @param {{layer: string, id: string, geometry: GeoJSON.Geometry}} hotspot */
  const cardOf = (before, hotspot) => (before && before.of === JSON.stringify(hotspot) ? before : hotspotCard({ api, store, announce }, hotspot));

  /** @param {Layer} layer @param {GeoJSON.Feature} feature */
  function nearby(layer, feature) {
    const values = feature.properties ?? {};
    return feature.geometry?.type !== 'Point' ? null
      : nearbyNode({ api, store }, layer.name, { lon: feature.geometry.coordinates[0], lat: feature.geometry.coordinates[1], from: layer.time === 'event' ? values.valid_from ?? null : null, to: layer.time === 'event' ? values.valid_to ?? null : null });
  }

  /** @param {string} layer @param {string} id */
  function figuresOf(layer, id) {
    store.dispatch({ type: 'area/set', area: areaText({ kind: 'feature', layer, id }) });
    store.dispatch({ type: 'tool/set', tool: AREA });
  }

  /** The tool takes up what is selected when it opens, so one that is open already opens again. */
  function edit() {
    store.dispatch({ type: 'tool/set', tool: null });
    store.dispatch({ type: 'tool/set', tool: HOTSPOT });
  }

  async function copyLink() {
    await navigator.clipboard.writeText(location.href).then(() => announce(words.copied), () => announce(location.href));
  }

  /** @param {GeoJSON.Feature} feature */
  function centre(feature) {
    const box = boxOf(feature.geometry);
    if (box) {
      map.leaflet.flyToBounds([[box[1], box[0]], [box[3], box[2]]], { maxZoom: Math.max(map.leaflet.getZoom(), 11), duration: 0.5, padding: [60, 60] });
    }
  }

  store.watch((s) => s.selection, (selection) => void show(selection), { now: true });
  store.watch((s) => [s.revision, s.known], () => void show(store.state.selection));
  // Whatever changed may lie inside, and a card costs less than finding out.
  store.watch((s) => [s.period, s.live], debounce(() => void card?.load(), 500, 3_000));
  store.watch((s) => s.live, ({ changes }) => {
    const { selection } = store.state;
    const change = selection && changeOf(changes, selection);
    if (change === 'gone' || change === 'perhaps') {
      void show(selection);
    } else if (typeof change === 'number' && loads > 0) {
      // Mostly what this page itself just sent: drawn twice, the keyboard would lose its place.
      toldWhileLoading = Math.max(toldWhileLoading, change);
    } else if (typeof change === 'number' && version !== null && change > version) {
      void tellOfChange(selection);
    }
  });

  /** What somebody is typing is never taken away. @param {Selection|null} selection */
  async function tellOfChange(selection) {
    if (isTyping()) {
      fill(news, el('p', { class: 'notice' }, words.live.changedWhileTyping, ' ',
        el('button', { type: 'button', class: 'link', 'data-testid': 'detail-show-new', onclick: () => void show(selection) }, words.live.show)));
      return;
    }
    await show(selection);
    fill(news, el('p', { class: 'notice quiet' }, words.live.changed));
  }

  function isTyping() {
    return [...body.querySelectorAll('input, textarea')].some((field) =>
      (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'checkbox' && field.type !== 'radio')) && field.value !== field.defaultValue);
  }
}

/** @param {Layer} layer @param {GeoJSON.Feature} feature */
function heading(layer, feature) {
  const values = feature.properties ?? {};
  const code = layer.symbol.property ? values[layer.symbol.property] : null;
  const severity = layer.severity ? Number(values[layer.severity]) : NaN;
  const title = (layer.titleProperty && values[layer.titleProperty]) || values.title || values.name || values.ref || feature.id;
  return el('div', { class: 'detail-heading' },
    el('div', { class: 'kicker' }, markIcon(markOf(layer, code), 18),
      el('span', {}, layer.title),
      code ? el('span', { class: 'kicker-code' }, labelOf(layer, layer.symbol.property ?? '', code)) : null),
    el('h3', { 'data-testid': 'detail-title' }, el('bdi', {}, title)),
    el('div', { class: 'badges' },
      Number.isFinite(severity) ? el('span', { class: 'severity', 'data-level': severity, role: 'img', 'aria-label': words.detail.severity(severity), title: words.detail.severity(severity) },
        [1, 2, 3, 4, 5].map((i) => el('i', { class: i <= severity ? 'on' : '' })), el('b', {}, severity)) : null,
      values.status ? el('span', { class: 'badge' }, labelOf(layer, 'status', values.status)) : null,
      gradeOf(values) ? el('span', { class: 'badge', title: gradeText(values) }, el('bdi', { dir: 'ltr' }, gradeOf(values))) : null,
      values.exercise === true || values.source_system === 'exercise' ? el('span', { class: 'badge is-exercise' }, words.exercise) : null,
      values.classification ? el('span', { class: 'badge' }, markName(values.classification)) : null));
}

/** @param {GeoJSON.Geometry|null} geometry @returns {[number, number, number, number]|null} */
export function boxOf(geometry) {
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (/** @type {any} */ value) => {
    if (typeof value[0] === 'number') {
      box[0] = Math.min(box[0], value[0]);
      box[1] = Math.min(box[1], value[1]);
      box[2] = Math.max(box[2], value[0]);
      box[3] = Math.max(box[3], value[1]);
    } else {
      value.forEach(visit);
    }
  };
  if (!geometry) {
    return null;
  }
  if (geometry.type === 'GeometryCollection') {
    geometry.geometries.forEach((g) => visit(/** @type {any} */ (g).coordinates));
  } else {
    visit(geometry.coordinates);
  }
  return Number.isFinite(box[0]) ? box : null;
}
