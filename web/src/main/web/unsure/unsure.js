// The panel of what the map cannot show as it is: events without a place, and those whose place is known only roughly.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { toDatetime } from '../core/period.js';
import { bboxText, normalised } from '../core/query.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { swatch } from '../panels/swatch.js';
import { words } from '../words/words.js';
import { BEYOND, eventLayers, narrowed, NO_PLACE, ofMoreThan } from './questions.js';
import { createRings } from './rings.js';
/** @typedef {import('../core/types.js').Layer} Layer */

const PAGE = 50;
const say = words.unsure;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ map, store, api, panel }) {
  const line = newestOnly();
  const lists = el('div', { class: 'unsure-lists', 'aria-live': 'polite' });
  const ringNote = el('p', { class: 'muted', role: 'status', 'data-testid': 'ring-note' });
  const rings = createRings({ store, api, map }, ({ drawn, isCrowded, problem }) => {
    ringNote.textContent = problem ? `${say.ringsFailed}. ${problem}` : isCrowded ? say.ringsCrowded : say.rings(drawn);
  });
  const beyond = el('select', { id: 'unsure-beyond', 'data-testid': 'unsure-beyond', onchange: () => store.dispatch({ type: 'beyond/set', metres: Number(beyond.value) }) },
    BEYOND.map((metres) => el('option', { value: String(metres), selected: metres === store.state.beyond }, format.distance(metres))));
  panel.append(el('p', { class: 'muted' }, say.about), el('div', { class: 'field' }, el('label', { for: 'unsure-beyond' }, say.beyond), beyond), ringNote, lists);
  let isOpen = false;
  let limit = PAGE;

  async function load() {
    const { state } = store;
    const layers = eventLayers(state);
    if (!isOpen) {
      return;
    }
    try {
      const answers = await line.run((signal) => Promise.all(layers.flatMap((layer) => [ask(layer, NO_PLACE, null, signal), ask(layer, ofMoreThan(state.beyond), state.bounds, signal)])));
      if (answers) {
        fill(lists, section('unmapped', say.unmappedTitle, layers, answers.filter((_, i) => i % 2 === 0)),
          section('imprecise', say.impreciseTitle(format.distance(store.state.beyond)), layers, answers.filter((_, i) => i % 2 === 1)));
      }
    } catch (error) {
      fill(lists, failure(say.failed, error, () => void load()));
    }
  }

  /** @param {Layer} layer @param {string} condition @param {[number, number, number, number]|null} bounds @param {AbortSignal} signal */
  function ask(layer, condition, bounds, signal) {
    return api.items(layer.name, { datetime: toDatetime(store.state.period), bbox: bounds ? bboxText(normalised(bounds)) : null,
      filter: narrowed(store.state, layer, condition), sortby: '-valid_from', limit, 'as-known-at': store.state.known }, signal);
  }

  /** @param {string} id @param {string} title @param {Layer[]} layers @param {any[]} answers a page of each layer */
  function section(id, title, layers, answers) {
    const rows = answers.flatMap(({ features }, i) => features.map((/** @type {any} */ feature) => ({ layer: layers[i], feature })))
      .sort((a, b) => String(b.feature.properties.valid_from ?? '').localeCompare(String(a.feature.properties.valid_from ?? '')));
    const all = answers.reduce((sum, answer) => sum + answer.numberMatched, 0);
    return el('section', { class: 'detail-section', 'data-testid': `unsure-list-${id}` },
      el('h3', {}, title, ' ', el('b', { class: 'count' }, format.count(all))),
      all === 0 ? el('p', { class: 'muted' }, say.none) : el('ul', { class: 'unsure-list' }, rows.slice(0, limit).map(row)),
      all > Math.min(rows.length, limit) ? el('button', { type: 'button', class: 'button small', onclick: () => { limit += PAGE; void load(); } }, say.more) : null);
  }

  /** @param {{layer: Layer, feature: any}} found */
  function row({ layer, feature: { id, properties, geometry } }) {
    const reach = geometry && properties.radius_m > 0 ? words.detail.within(format.distance(properties.radius_m)) : words.locationClass[properties.location_class];
    const code = layer.symbol.property ? properties[layer.symbol.property] : '';
    const title = (layer.titleProperty && properties[layer.titleProperty]) || properties.title || properties.ref || id;
    return el('li', {}, el('button', { type: 'button', class: 'unsure-row', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: layer.name, id: String(id) } }) },
      swatch(layer, code ?? '', 14),
      el('span', { class: 'unsure-title' }, title),
      el('span', { class: 'muted' }, format.span(properties.valid_from, properties.valid_to, properties.time_precision)),
      el('span', { class: 'muted' }, [properties.place_name, reach].filter(Boolean).join(' · '))));
  }

  const soon = debounce(() => void load(), 200);
  store.watch((s) => [s.bounds, s.period, s.filters, s.text, s.cql, s.shown, s.known, s.beyond, s.revision, s.touched], soon);
  return {
    open() {
      isOpen = true;
      limit = PAGE;
      fill(lists, loading());
      void load();
      rings.show();
    },
    close() {
      isOpen = false;
      line.cancel();
      rings.hide();
    },
  };
}
