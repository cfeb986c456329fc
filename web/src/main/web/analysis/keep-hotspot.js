// One cluster kept as a hotspot: the adviser's words, the analysis's parameters, and a way back.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { features } from '../forms/features.js';
import { layerForm } from '../forms/form.js';
import { stated } from '../forms/values.js';
import { failure } from '../panels/layers.js';
import { FIRST_FIELDS, HOTSPOT, SET_BY_PAGE } from '../forms/hotspot-fields.js';
import { words } from '../words/en.js';
import { highest, originOf } from './origin.js';

const say = words.hotspot;
/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {import('./legend.js').Finding} hull
 * @param {import('./execution.js').Diagnostics} diagnostics
 */
export function keepHotspot({ store, api, announce }, hull, diagnostics) {
  const layer = store.state.catalog.find((l) => l.name === HOTSPOT);
  if (!layer) {
    return el('p', { class: 'notice quiet' }, say.noLayer);
  }
  const stored = features(api, HOTSPOT);
  const form = layerForm(layer, { first: FIRST_FIELDS, hidden: SET_BY_PAGE });
  const status = el('div', { role: 'status' });
  const box = el('details', { class: 'choices', 'data-testid': 'keep-hotspot' }, el('summary', {}, say.keepCluster), form.node, status,
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'keep-hotspot-save', onclick: () => void save() }, icon('save', { size: 16 }), ' ', say.save));
  const whole = el('div', {}, box);

  async function save() {
    const values = form.read();
    if (!values || !layer) {
      return;
    }
    try {
      const made = await stored.create(hull.geometry, {
        ...stated(values), ...originOf(hull, diagnostics), valid_from: new Date().toISOString(),
        classification: highest(layer.defaultClassification ?? 'UNCLASSIFIED', hull.properties.classification),
        ...(store.state.mission?.exercise ? { exercise: true } : {}),
      });
      changed();
      fill(whole, el('div', { class: 'notice', 'data-testid': 'hotspot-kept' }, el('p', {}, say.saved),
        el('div', { class: 'notice-actions' },
          el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-show', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: HOTSPOT, id: made.id } }) }, say.show),
          el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-undo', onclick: () => void undo(made) }, icon('undo', { size: 14 }), ' ', say.undo))));
    } catch (error) {
      if (!(error.status === 400 && form.refuse(error.errors))) {
        fill(status, failure(say.failed, error.message, () => void save()));
      }
    }
  }

  /** @param {import('../forms/features.js').Stored} made */
  async function undo(made) {
    try {
      await stored.remove(made);
      changed();
      announce(say.undone);
      fill(whole, box);
    } catch (error) {
      announce(error.message);
    }
  }

  function changed() {
    store.dispatch({ type: 'layers/shown', names: [HOTSPOT], on: true });
    store.dispatch({ type: 'data/changed' });
  }
  return whole;
}
