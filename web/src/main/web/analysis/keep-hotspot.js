// A finding taken up as a hotspot: the suggestion is kept as it was found, the hotspot is a record of its own beside it.
// @ts-check
import { missionNow } from '../core/clock.js';
import { el, fill, oneAtATime } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { features } from '../forms/features.js';
import { layerForm } from '../forms/form.js';
import { FIRST_FIELDS, HOTSPOT, SET_BY_PAGE, SUGGESTION } from '../forms/hotspot-fields.js';
import { stated } from '../forms/values.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { highest, originOf, suggestionOf } from './origin.js';

const say = words.hotspot;
/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {import('./legend.js').Finding} finding
 * @param {import('./execution.js').Result} result
 */
export function keepHotspot({ store, api, announce }, finding, { diagnostics, classification: found }) {
  const layer = store.state.catalog.find((l) => l.name === HOTSPOT);
  const suggestions = store.state.catalog.find((l) => l.name === SUGGESTION);
  if (!layer || layer.writable !== true) {
    return null;
  }
  const stored = features(api, HOTSPOT);
  const form = layerForm(layer, { first: FIRST_FIELDS, hidden: SET_BY_PAGE });
  const status = el('div', { role: 'status' });
  const save = oneAtATime(keep);
  const box = el('details', { class: 'choices', 'data-testid': 'keep-hotspot' }, el('summary', {}, say.keepCluster), el('p', { class: 'muted' }, say.keepHelp), form.node, status,
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'keep-hotspot-save', onclick: () => void save() }, icon('save', { size: 16 }), ' ', say.save));
  const whole = el('div', {}, box);
  const exercise = store.state.mission?.exercise ? { exercise: true } : {};
  /** Kept once, however often the hotspot is refused. @type {string|null} */
  let suggestion = null;

  async function keep() {
    const values = form.read();
    if (!values || !layer) {
      return;
    }
    const now = missionNow(store.state.mission).toISOString();
    const mark = (/** @type {import('../core/types.js').Layer} */ of) => ({ classification: highest(of.defaultClassification ?? 'UNCLASSIFIED', found) });
    try {
      if (suggestions) {
        suggestion ??= (await features(api, SUGGESTION).create(finding.geometry, { ...suggestionOf(finding, diagnostics, String(values.name ?? '')), ...mark(suggestions), ...exercise, valid_from: now })).id;
      }
      const made = await stored.create(finding.geometry, { ...stated(values), ...originOf(finding, diagnostics), ...(suggestion ? { suggestion_id: suggestion } : {}), ...mark(layer), ...exercise, valid_from: now });
      changed();
      fill(whole, el('div', { class: 'notice', 'data-testid': 'hotspot-kept' }, el('p', {}, say.saved),
        el('div', { class: 'notice-actions' },
          el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-show', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: HOTSPOT, id: made.id } }) }, say.show),
          el('button', { type: 'button', class: 'button small', 'data-testid': 'hotspot-undo', onclick: oneAtATime(() => undo(made)) }, icon('undo', { size: 14 }), ' ', say.undo))));
    } catch (error) {
      if (!(error.status === 400 && form.refuse(error.errors))) {
        fill(status, failure(say.failed, error, () => void save()));
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
      announce(reasonOf(error));
    }
  }

  function changed() {
    store.dispatch({ type: 'layers/shown', names: [HOTSPOT], on: true });
    store.dispatch({ type: 'data/changed' });
  }
  return whole;
}
