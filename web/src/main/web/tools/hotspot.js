// A hotspot as a protection adviser draws it, or changes one that is there.
// @ts-check
import { overdueReviews } from '../hotspots/overdue.js';
import { missionNow } from '../core/clock.js';
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { features } from '../forms/features.js';
import { layerForm } from '../forms/form.js';
import { FIRST_FIELDS, HOTSPOT, SET_BY_PAGE } from '../forms/hotspot-fields.js';
import { patchOf, stated } from '../forms/values.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { fromGeometry, toPolygon } from './ring.js';
import { isWrong, outline } from './shape.js';
import { sketchControls } from './sketch-controls.js';
import { createSketch } from './sketch.js';

/** @typedef {import('../forms/features.js').Found} Found */

const say = words.hotspot;

/** @param {import('./tools.js').ToolContext} context */
export function mount({ map, store, api, panel, pointer, announce, close }) {
  const layer = store.state.catalog.find((l) => l.name === HOTSPOT);
  if (!layer) {
    panel.append(el('p', { class: 'notice' }, say.noLayer));
    return {};
  }
  const stored = features(api, HOTSPOT);
  const sketch = createSketch({ leaflet: map.leaflet, pointer, onChange: () => controls.update() });
  const controls = sketchControls(sketch, { kinds: ['polygon', 'rectangle', 'circle'], api, leaflet: map.leaflet });
  const body = el('div', { class: 'tool-panel' });
  const status = el('div', { role: 'status' });
  const reviews = overdueReviews({ api, store });
  panel.append(body, reviews.node);
  /** The hotspot that is being changed; null for a new one. @type {Found|null} */
  let current = null;
  let form = layerForm(layer, { first: FIRST_FIELDS, hidden: SET_BY_PAGE });
  let isOpen = false;

  /** @param {Found|null} hotspot */
  function show(hotspot) {
    current = hotspot;
    const ring = fromGeometry(hotspot?.geometry ?? null);
    sketch.reset(ring ? { kind: 'polygon', ring } : null);
    form = layerForm(/** @type {import('../core/types.js').Layer} */ (layer), { first: FIRST_FIELDS, hidden: SET_BY_PAGE, values: hotspot?.properties ?? {} });
    fill(status);
    fill(body,
      el('p', { class: 'muted' }, hotspot ? say.changing(hotspot.properties.name ?? '') : say.intro),
      hotspot && !ring ? el('p', { class: 'notice' }, say.shapeNotEditable) : controls.node,
      form.node, status,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'button', class: 'button primary', 'data-testid': 'hotspot-save', onclick: () => void save() }, icon('save', { size: 16 }), ' ', hotspot ? say.saveChange : say.save),
        hotspot ? el('button', { type: 'button', class: 'button', 'data-testid': 'hotspot-delete', onclick: askRemove }, icon('trash', { size: 16 }), ' ', say.remove) : null,
        hotspot ? el('button', { type: 'button', class: 'button', 'data-testid': 'hotspot-new', onclick: () => { store.dispatch({ type: 'selection/set', selection: null }); show(null); } }, say.newOne) : null));
    controls.update();
  }

  async function save() {
    const { shape } = sketch;
    const editableShape = !current || fromGeometry(current.geometry) !== null;
    if (editableShape && (!shape || isWrong(shape))) {
      fill(status, el('p', { class: 'notice is-problem' }, shape ? words.sketch.crosses : say.noShape));
      return;
    }
    const values = form.read();
    if (!values) {
      return;
    }
    const geometry = editableShape && shape && shape.kind !== 'corridor' ? toPolygon(outline(shape)) : undefined;
    try {
      current ? await change(geometry, values) : await create(/** @type {GeoJSON.Polygon} */ (geometry), values);
    } catch (error) {
      refused(error);
    }
  }

  /** @param {GeoJSON.Polygon} geometry @param {Record<string, unknown>} values */
  async function create(geometry, values) {
    const made = await stored.create(geometry, {
      ...stated(values), method: 'MANUAL', valid_from: missionNow(store.state.mission).toISOString(), ...(store.state.mission?.exercise ? { exercise: true } : {}),
    });
    announce(say.saved);
    finished(made.id);
  }

  /** @param {GeoJSON.Polygon|undefined} geometry @param {Record<string, unknown>} values */
  async function change(geometry, values) {
    const before = /** @type {Found} */ (current);
    const properties = patchOf(before.properties, values);
    const moved = geometry && JSON.stringify(fromGeometry(before.geometry)) !== JSON.stringify(fromGeometry(geometry));
    if (!moved && Object.keys(properties).length === 0) {
      announce(say.nothingChanged);
      return;
    }
    await stored.change(before, { ...(moved ? { geometry } : {}), properties });
    announce(say.saved);
    finished(before.id);
  }

  /** @param {string} id */
  function finished(id) {
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
    const reasons = (error.errors ?? []).map((/** @type {any} */ e) => [e.field, e.what, e.fix].filter(Boolean).join(': ')).join(' · ');
    fill(status, failure(say.failed, reasons || error.message, () => void save()));
  }

  function askRemove() {
    fill(status, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, say.removeSure),
      el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-delete-sure', onclick: () => void remove() }, say.removeYes),
        el('button', { type: 'button', class: 'button small', onclick: () => fill(status) }, say.keep))));
  }

  async function remove() {
    const gone = /** @type {Found} */ (current);
    try {
      await stored.remove(gone);
      store.dispatch({ type: 'selection/set', selection: null });
      store.dispatch({ type: 'data/changed' });
      show(null);
      fill(status, el('div', { class: 'notice', 'data-testid': 'hotspot-removed' }, el('p', {}, say.removed(gone.properties.name ?? '')),
        el('button', { type: 'button', class: 'button small', onclick: () => void restore(gone) }, icon('undo', { size: 14 }), ' ', say.undo)));
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
      const hotspot = await stored.find(id);
      if (isOpen) {
        show(hotspot);
        store.dispatch({ type: 'selection/set', selection: null });
      }
    } catch (error) {
      fill(body, failure(say.notLoaded, error.message, () => void load(id)));
    }
  }

  return {
    open() {
      isOpen = true;
      sketch.show();
      void reviews.load();
      const { selection } = store.state;
      if (selection?.layer === HOTSPOT) {
        void load(selection.id);
      } else if (current || body.childElementCount === 0) {
        show(null);
      } else {
        controls.update();
      }
    },
    close() {
      isOpen = false;
      sketch.hide();
    },
  };
}
