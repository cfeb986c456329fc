// Something on record by its name, or the one that is chosen on the map, as an area: what is in it, or within some kilometres of it.
// @ts-check
import { isAbort, newestOnly } from '../core/api.js';
import { areaText } from '../core/area.js';
import { debounce, el, fill } from '../core/dom.js';
import { literal } from '../core/filter.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
import { choicesOf } from './place-choices.js';

const say = words.query;
/** As many stretches as a road may have and be asked for by its name. */
const MOST_READ = 200;
const MOST_FOUND = 12;

/**
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api}} context
 * @param {string} key names the controls, so that the focus comes back to them
 * @param {(area: string) => void} use
 */
export function placeFinder({ store, api }, key, use) {
  const { catalog } = store.state;
  const requests = newestOnly();
  const layers = catalog.filter((layer) => layer.titleProperty && layer.time !== 'event');
  const among = el('select', { 'aria-label': say.findIn, 'data-key': `${key}-in`, 'data-testid': 'query-find-in', onchange: () => void find() },
    layers.map((each) => el('option', { value: each.name, selected: each.name === 'admin-area' }, each.title)));
  const name = el('input', { type: 'search', 'aria-label': say.name, placeholder: say.name, dir: 'auto', 'data-key': `${key}-name`, 'data-testid': 'query-find', oninput: debounce(() => void find(), 250) });
  const chosen = el('button', { type: 'button', class: 'button small', 'data-key': `${key}-chosen`, 'data-testid': 'query-chosen', onclick: () => void findChosen() }, icon('pin', { size: 14 }), ' ', say.chosenRecord);
  const found = el('ul', { class: 'query-found', 'aria-live': 'polite' });

  /** @param {() => Promise<{layer: import('../core/types.js').Layer, features: any[]}|null>} ask */
  async function show(ask) {
    try {
      const answer = await ask();
      if (answer) {
        const choices = choicesOf(answer.layer, answer.features).slice(0, MOST_FOUND);
        fill(found, choices.length > 0 ? choices.map((choice) => item(choice, (area) => chose(choice, area))) : el('li', { class: 'muted' }, say.nothingFound));
      }
    } catch (error) {
      if (!isAbort(error)) {
        fill(found, el('li', { class: 'field-problem' }, reasonOf(error)));
      }
    }
  }

  /** What was chosen by its name is called by it, also before its outline is there, or without a line. @param {import('./place-choices.js').Choice} choice @param {string} area */
  function chose({ layer, id, name: called, title }, area) {
    for (const each of [id, called]) {
      store.dispatch({ type: 'names/found', name: `${layer}/${each}`, title });
    }
    use(area);
  }

  async function find() {
    const layer = catalog.find((each) => each.name === among.value);
    const wanted = name.value.trim();
    if (!layer?.titleProperty || wanted === '') {
      requests.cancel();
      fill(found);
      return;
    }
    const filter = `CASEI(${layer.titleProperty}) LIKE CASEI(${literal(`%${wanted.replace(/[\\%_]/g, '\\$&')}%`)})`;
    const known = store.state.known ? `&as-known-at=${encodeURIComponent(store.state.known)}` : '';
    await show(() => requests.run((signal) => api.json(`/collections/${encodeURIComponent(layer.name)}/items?limit=${layer.geometry === 'line' ? MOST_READ : MOST_FOUND}&filter=${encodeURIComponent(filter)}${known}`, { signal, headers: { accept: 'application/geo+json' } }))
      .then((answer) => answer && { layer, features: answer.features }));
  }

  async function findChosen() {
    const { selection, known } = store.state;
    const layer = catalog.find((each) => each.name === selection?.layer);
    if (!selection || !layer) {
      fill(found, el('li', { class: 'muted' }, say.chooseFirst));
      return;
    }
    await show(() => requests.run((signal) => api.item(layer.name, selection.id, signal, known)).then((feature) => feature && { layer, features: [feature] }));
  }
  return el('div', { class: 'query-finder' }, among, name, chosen, found);
}

/** @param {import('./place-choices.js').Choice} choice @param {(area: string) => void} use */
function item({ title, stretches, layer, id, name, kind, usualKm }, use) {
  const label = kind === 'line' ? say.eachSide : kind === 'area' ? say.aroundKm : say.withinKm;
  const km = el('input', { type: 'number', min: kind === 'area' ? 0 : 0.01, max: kind === 'point' ? 1000 : 100, step: 'any', required: true, value: usualKm, 'aria-label': label, title: label, dir: 'ltr', 'data-testid': 'query-km' });
  return el('li', {}, el('bdi', {}, title), stretches > 1 ? el('span', { class: 'muted' }, say.stretches(stretches)) : null,
    el('label', { class: 'query-km' }, km, el('span', { class: 'muted', 'aria-hidden': 'true' }, 'km')),
    el('button', { type: 'button', class: 'button small', 'aria-label': `${say.use}: ${title}`, 'data-testid': 'query-use', onclick: () => {
      const metres = Number(km.value) * 1000;
      if (km.reportValidity()) {
        use(metres === 0 ? areaText({ kind: 'feature', layer, id }) : areaText({ kind: 'near', layer, name, metres }));
      }
    } }, say.use));
}
