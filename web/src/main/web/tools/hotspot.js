// A hotspot as a protection adviser draws it, or changes one that is there.
// @ts-check
import { overdueReviews } from '../hotspots/overdue.js';
import { diskMark } from '../core/classification.js';
import { missionNow } from '../core/clock.js';
import { debounce, el, fill, oneAtATime } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { mayLieOnDisk } from '../entry/draft.js';
import { usualMarks } from '../entry/marking.js';
import { marksOf } from '../entry/task.js';
import { features } from '../forms/features.js';
import { layerForm } from '../forms/form.js';
import { FIRST_FIELDS, HOTSPOT, SET_BY_PAGE } from '../forms/hotspot-fields.js';
import { patchOf, stated } from '../forms/values.js';
import { changeEntry, newEntry, removeEntry } from '../offline/sending.js';
import { LINE } from '../offline/line-chip.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { hotspotDivision } from './hotspot-division.js';
import { liveFigures } from './live-figures.js';
import { continuous, isCut, wrapped } from './outline/antimeridian.js';
import { loadOverlays } from './outline/load.js';
import { fromGeometry, toGeometry } from './outline/parts.js';
import { isWrong, outline } from './shape.js';
import { sketchControls } from './sketch-controls.js';
import { createSketch } from './sketch.js';
import { snapping } from './snapping.js';
import { unfinished } from './unfinished.js';
import { unfinishedNotices } from './unfinished-notice.js';

/** @typedef {import('../forms/features.js').Found} Found */
/** @typedef {import('./outline/parts.js').Parts} Parts */

const say = words.hotspot;

/** @param {import('./tools.js').ToolContext} context */
export function mount({ map, store, api, queue, panel, pointer, announce, close }) {
  const layer = store.state.catalog.find((l) => l.name === HOTSPOT);
  if (!layer) {
    panel.append(el('p', { class: 'notice' }, say.noLayer));
    return {};
  }
  const hotspots = layer;
  const stored = features(api, HOTSPOT);
  const live = liveFigures({ store, api, withPatrols: true });
  const snap = snapping({ leaflet: map.leaflet, store, api, changed: () => told() });
  const sketch = createSketch({ leaflet: map.leaflet, pointer, snap, onPreview: live.show, onChange: () => { told(); keepSoon(); } });
  const division = hotspotDivision({ api, layer: HOTSPOT, sketch, snap, current: () => current, isChanged: () => JSON.stringify(form.raws()) !== firstRaws, find: stored.find, done: divided });
  const controls = sketchControls(sketch, { kinds: ['polygon', 'rectangle', 'circle'], api, leaflet: map.leaflet, snap, figures: live.node, extra: division.extra });
  const most = diskMark(store.state.session);
  const kept = unfinished(sessionStorage, store.state.session?.username ?? '', HOTSPOT, { storage: localStorage,
    may: ({ of, values }) => mayLieOnDisk(hotspots, { marks: of?.marks ?? usualMarks(hotspots), fields: values }, most) });
  const body = el('div', { class: 'tool-panel', onkeydown: (/** @type {KeyboardEvent} */ e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); void save(); } } });
  const status = el('div', { role: 'status' });
  const notice = el('div', {});
  const save = oneAtATime(saveDrawn);
  const keepSoon = debounce(() => keep(), 300, 1_000);
  const reviews = overdueReviews({ api, store });
  panel.append(body, reviews.node);
  /** The hotspot that is being changed; null for a new one. @type {Found|null} */
  let current = null;
  let form = layerForm(layer, { first: FIRST_FIELDS, hidden: SET_BY_PAGE });
  let isOpen = false;
  let firstRaws = '';
  /** Under which what is drawn is kept until it is saved. */
  let key = '';
  /** The outline that the hotspot was opened with, as it was drawn. @type {Parts|null} */
  let opened = null;

  /** @param {Found|null} hotspot @param {Parts|null} [parts] its outline */
  function show(hotspot, parts = null) {
    current = hotspot;
    opened = parts;
    snap.leaveOut(hotspot?.id ?? null);
    sketch.reset(parts ? { kind: 'polygon', parts } : null);
    form = layerForm(/** @type {import('../core/types.js').Layer} */ (layer), { first: FIRST_FIELDS, hidden: SET_BY_PAGE, values: hotspot?.properties ?? {} });
    form.node.addEventListener('input', keepSoon);
    firstRaws = JSON.stringify(form.raws());
    fill(status);
    key = hotspot?.id ?? crypto.randomUUID();
    offer();
    fill(body,
      el('p', { class: 'muted' }, hotspot ? say.changing(hotspot.properties.name ?? '') : say.intro),
      notice,
      controls.node, division.node, form.node, status,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'button', class: 'button primary', 'data-testid': 'hotspot-save', onclick: () => void save() }, icon('save', { size: 16 }), ' ', hotspot ? say.saveChange : say.save),
        hotspot ? el('button', { type: 'button', class: 'button', 'data-testid': 'hotspot-delete', onclick: askRemove }, icon('trash', { size: 16 }), ' ', say.remove) : null,
        hotspot ? el('button', { type: 'button', class: 'button', 'data-testid': 'hotspot-new', onclick: () => { store.dispatch({ type: 'selection/set', selection: null }); show(null); } }, say.newOne) : null));
    told();
  }

  function told() {
    controls.update();
    division.update();
  }

  /** @param {string} subject @param {string} sentence @param {() => Promise<void>} undo */
  function divided(subject, sentence, undo) {
    kept.forget(key);
    show(null);
    store.dispatch({ type: 'data/changed' });
    fill(status, el('div', { class: 'notice', 'data-testid': 'hotspot-divided' }, el('p', {}, sentence),
      el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button small', 'data-testid': 'division-undo', onclick: oneAtATime(() => takeBack(subject, undo)) }, icon('undo', { size: 14 }), ' ', words.drawing.undo),
        el('button', { type: 'button', class: 'button small', onclick: () => finished(subject) }, say.show))));
    status.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} subject @param {() => Promise<void>} undo */
  async function takeBack(subject, undo) {
    try {
      await undo();
      announce(words.drawing.undone);
      finished(subject);
    } catch (error) {
      refused(error);
    }
  }

  /** Drawings that were left, but for the one that is going on. */
  function offer() {
    const left = sketch.canUndo ? kept.list(new Date()).filter((drawing) => drawing.key !== key) : kept.list(new Date());
    fill(notice, ...unfinishedNotices(left, { restore: (drawing) => void restoreDrawing(drawing), discard: (drawing) => { kept.forget(drawing.key); offer(); } }));
  }

  async function saveDrawn() {
    const { shape } = sketch;
    if (!shape || isWrong(shape) || sketch.pieces) {
      fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, !shape ? say.noShape : sketch.pieces ? words.drawing.cut(sketch.pieces.length) : words.sketch.crosses));
      return;
    }
    const values = form.read();
    if (!values) {
      return;
    }
    const drawn = shape.kind === 'corridor' ? [] : outline(shape);
    try {
      current ? await change(drawn, values) : await create(toGeometry(wrapped(drawn)), values);
    } catch (error) {
      refused(error);
    }
  }

  /** @param {GeoJSON.Geometry} geometry @param {Record<string, unknown>} values */
  async function create(geometry, values) {
    const properties = {
      ...stated(values), method: 'MANUAL', valid_from: missionNow(store.state.mission).toISOString(), ...(store.state.mission?.exercise ? { exercise: true } : {}),
    };
    const id = crypto.randomUUID();
    const made = await queue.sendOrKeep(() => stored.create(geometry, properties, id), newEntry(hotspots, { id, geometry, properties, drawing: drawingNow() }, most));
    if (!made) {
      waits();
      return;
    }
    announce(say.saved);
    finished(made.id);
  }

  /** @param {Parts} drawn @param {Record<string, unknown>} values */
  async function change(drawn, values) {
    const before = /** @type {Found} */ (current);
    const properties = patchOf(before.properties, values);
    const moved = JSON.stringify(opened) !== JSON.stringify(drawn);
    if (!moved && Object.keys(properties).length === 0) {
      announce(say.nothingChanged);
      return;
    }
    const change = moved ? { geometry: toGeometry(wrapped(drawn)) } : {};
    const base = { ...before.properties, geometry: before.geometry };
    const waiting = changeEntry(hotspots, { id: before.id, tag: before.tag, base }, { properties: { ...base, ...values, ...change }, drawing: drawingNow() }, most);
    if (!(await queue.sendOrKeep(() => stored.change(before, { ...change, properties }), waiting))) {
      waits();
      return;
    }
    announce(say.saved);
    finished(before.id);
  }

  function waits() {
    kept.forget(key);
    announce(words.offline.queued);
    show(null);
    fill(status, el('div', { class: 'notice', role: 'status', 'data-testid': 'hotspot-queued' }, el('p', {}, words.offline.queuedLong),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-queued-list', onclick: () => store.dispatch({ type: 'tool/set', tool: LINE }) }, words.offline.line)));
  }

  /** @param {string} id */
  function finished(id) {
    kept.forget(key);
    isOpen = false;
    fill(body);
    store.dispatch({ type: 'layers/shown', names: [HOTSPOT], on: true });
    store.dispatch({ type: 'data/changed' });
    store.dispatch({ type: 'selection/set', selection: { layer: HOTSPOT, id } });
    close();
  }

  /** @param {any} error */
  function refused(error) {
    if (error.status === 412) {
      fill(status, el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'hotspot-conflict' }, el('p', {}, say.conflict),
        el('button', { type: 'button', class: 'button small', onclick: () => void load(/** @type {any} */ (current).id) }, say.reload)));
      return;
    }
    if (error.status === 400 && form.refuse(error.errors)) {
      fill(status);
      return;
    }
    fill(status, failure(say.failed, error, () => void save()));
  }

  function askRemove() {
    fill(status, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, say.removeSure),
      el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-delete-sure', onclick: oneAtATime(remove) }, say.removeYes),
        el('button', { type: 'button', class: 'button small', onclick: () => fill(status) }, say.keep))));
  }

  async function remove() {
    const gone = /** @type {Found} */ (current);
    try {
      const waiting = removeEntry(hotspots, { id: gone.id, tag: gone.tag, base: { ...gone.properties, geometry: gone.geometry } }, most);
      if (!(await queue.sendOrKeep(async () => { await stored.remove(gone); return true; }, waiting))) {
        waits();
        return;
      }
      kept.forget(key);
      store.dispatch({ type: 'selection/set', selection: null });
      store.dispatch({ type: 'data/changed' });
      show(null);
      fill(status, el('div', { class: 'notice', 'data-testid': 'hotspot-removed' }, el('p', {}, say.removed(gone.properties.name ?? '')),
        el('button', { type: 'button', class: 'button small', onclick: oneAtATime(() => restore(gone)) }, icon('undo', { size: 14 }), ' ', say.undo)));
    } catch (error) {
      refused(error);
    }
  }

  /** A removed feature comes back as a new one; the log keeps both. @param {Found} gone */
  async function restore(gone) {
    try {
      const { id: _id, recorded_at: _recorded, version: _version, ...properties } = gone.properties;
      const made = await stored.create(/** @type {GeoJSON.Geometry} */ (gone.geometry), stated(properties));
      finished(made.id);
    } catch (error) {
      refused(error);
    }
  }

  /** @param {string} id */
  async function load(id) {
    fill(body, loading());
    try {
      const hotspot = await stored.findOrShown(id);
      const parts = await partsOf(hotspot.geometry);
      if (isOpen) {
        show(hotspot, parts);
        store.dispatch({ type: 'selection/set', selection: null });
      }
    } catch (error) {
      fill(body, failure(say.notLoaded, error, () => void load(id)));
    }
  }

  /** @param {GeoJSON.Geometry|null} geometry */
  async function partsOf(geometry) {
    const parts = fromGeometry(geometry);
    return parts && isCut(parts) ? continuous(parts, await loadOverlays()) : parts;
  }

  /** @returns {import('./unfinished.js').Unfinished} */
  const drawingNow = () => ({ key, savedAt: new Date().toISOString(), shape: sketch.shape, values: form.raws(),
    of: current ? { id: current.id, tag: current.tag, name: String(current.properties.name ?? ''), marks: marksOf(current.properties) } : null });

  /** What was drawn and typed is kept from the first change on. */
  function keep() {
    if (isOpen && (sketch.canUndo || JSON.stringify(form.raws()) !== firstRaws) && !sketch.drawing) {
      kept.keep(drawingNow());
    }
  }

  /** @param {import('./unfinished.js').Unfinished} drawing */
  async function restoreDrawing(drawing) {
    if (drawing.of) {
      await load(drawing.of.id);
    } else {
      show(null);
    }
    if (drawing.of && current?.id !== drawing.of.id) {
      return;
    }
    key = drawing.key;
    sketch.set(drawing.shape);
    form.put(drawing.values);
    offer();
    if (current && drawing.of && current.tag !== drawing.of.tag) {
      fill(status, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'unfinished-stale' }, words.drawing.unfinishedStale));
    }
  }

  return {
    open() {
      isOpen = true;
      addEventListener('pagehide', keep);
      sketch.show();
      void reviews.load();
      const { selection } = store.state;
      if (selection?.layer === HOTSPOT) {
        void load(selection.id);
      } else if (current || body.childElementCount === 0) {
        show(null);
      } else {
        offer();
        told();
      }
    },
    close() {
      keep();
      removeEventListener('pagehide', keep);
      isOpen = false;
      live.stop();
      sketch.hide();
    },
  };
}
