// Where a condition holds: the drawn area, or around or in something that is on record.
// @ts-check
import { isAbort, newestOnly } from '../core/api.js';
import { areaText } from '../core/area.js';
import { debounce, el, fill } from '../core/dom.js';
import { literal } from '../core/filter.js';
import { icon } from '../core/icons.js';
import { AREA } from '../tools/wish.js';
import { words } from '../words/words.js';
import { areaName } from './describe.js';
import { fewer } from './simpler.js';
/** @typedef {import('../core/area.js').Position} Position */

const say = words.query;
const MOST_FOUND = 8;
/** Usual distances in kilometres: about a base, along a road. */
const ABOUT = 10;
const BESIDE = 2;
/** So that a road of a whole country still fits into an address. */
const MOST_POSITIONS = 60;

/**
 * @param {import('./tree.js').PlaceRow} row
 * @param {string} key
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api}} context
 * @param {(row: import('./tree.js').Row) => void} changed
 */
export function placeField(row, key, { store, api }, changed) {
  const { state } = store;
  const use = (/** @type {string} */ area) => changed({ ...row, area });
  const drawn = el('button', { type: 'button', class: 'button small', disabled: !state.area, 'data-key': `${key}-drawn`, 'data-testid': 'query-drawn', onclick: () => { if (store.state.area) { use(store.state.area); } } }, icon('polygon', { size: 14 }), ' ', say.drawn);
  const draw = el('button', { type: 'button', class: 'button small', 'data-key': `${key}-draw`, 'data-testid': 'query-draw', onclick: () => store.dispatch({ type: 'tool/set', tool: AREA }) }, icon('edit', { size: 14 }), ' ', say.draw);
  return el('div', { class: 'query-place' },
    el('p', { class: row.area ? 'query-area' : 'muted', 'data-testid': 'query-area' }, row.area ? areaName(row.area, state.catalog) : say.noArea),
    el('div', { class: 'query-presets' }, drawn, draw),
    el('details', { class: 'choices', open: !row.area }, el('summary', {}, say.find), finder(state, api, key, use)));
}

/** @param {import('../core/types.js').State} state @param {import('../core/api.js').Api} api @param {string} key @param {(area: string) => void} use */
function finder(state, api, key, use) {
  const requests = newestOnly();
  const layers = state.catalog.filter((layer) => layer.titleProperty && layer.time !== 'event');
  const layer = el('select', { 'aria-label': say.findIn, 'data-key': `${key}-in`, 'data-testid': 'query-find-in', onchange: () => void find() },
    layers.map((each) => el('option', { value: each.name, selected: each.name === 'admin-area' }, each.title)));
  const name = el('input', { type: 'search', 'aria-label': say.name, placeholder: say.name, dir: 'auto', 'data-key': `${key}-name`, 'data-testid': 'query-find', oninput: debounce(() => void find(), 250) });
  const found = el('ul', { class: 'query-found', 'aria-live': 'polite' });

  async function find() {
    const title = state.catalog.find((each) => each.name === layer.value)?.titleProperty;
    const wanted = name.value.trim();
    if (!title || wanted === '') {
      requests.cancel();
      fill(found);
      return;
    }
    const filter = `CASEI(${title}) LIKE CASEI(${literal(`%${wanted.replace(/[\\%_]/g, '\\$&')}%`)})`;
    try {
      const answer = await requests.run((signal) => api.json(`/collections/${encodeURIComponent(layer.value)}/items?limit=${MOST_FOUND}&filter=${encodeURIComponent(filter)}`, { signal, headers: { accept: 'application/geo+json' } }));
      if (answer) {
        const items = answer.features.filter((/** @type {any} */ feature) => feature.geometry).map((/** @type {any} */ feature) => choice(layer.value, feature, String(feature.properties[title] ?? feature.id), use));
        fill(found, items.length > 0 ? items : el('li', { class: 'muted' }, say.nothingFound));
      }
    } catch (error) {
      if (!isAbort(error)) {
        fill(found, el('li', { class: 'field-problem' }, error.message));
      }
    }
  }
  return el('div', { class: 'query-finder' }, layer, name, found);
}

/** @param {string} layer @param {any} feature GeoJSON @param {string} title @param {(area: string) => void} use */
function choice(layer, feature, title, use) {
  const { type, coordinates } = feature.geometry;
  if (/Polygon$/.test(type)) {
    return found(title, null, () => use(areaText({ kind: 'feature', layer, id: String(feature.id) })));
  }
  const isLine = /LineString$/.test(type);
  const km = el('input', { type: 'number', min: 0.01, max: isLine ? 100 : 1000, step: 'any', value: isLine ? BESIDE : ABOUT, 'aria-label': isLine ? say.eachSide : say.within, title: isLine ? say.eachSide : say.within, dir: 'ltr', 'data-testid': 'query-km' });
  return found(title, km, () => {
    const metres = Number(km.value) * 1000;
    if (km.checkValidity() && metres > 0) {
      use(isLine ? areaText({ kind: 'corridor', line: fewer(lineOf(feature.geometry), MOST_POSITIONS), halfWidth: metres })
        : areaText({ kind: 'circle', centre: type === 'Point' ? coordinates : coordinates[0], radius: metres }));
    }
  });
}

/** @param {string} title @param {HTMLElement|null} distance @param {() => void} use */
const found = (title, distance, use) => el('li', {}, el('bdi', {}, title), distance,
  el('button', { type: 'button', class: 'button small', 'aria-label': `${say.use}: ${title}`, 'data-testid': 'query-use', onclick: use }, say.use));

/** The longest of several lines. @param {any} geometry @returns {Position[]} */
const lineOf = ({ type, coordinates }) => (type === 'LineString' ? coordinates : [...coordinates].sort((a, b) => b.length - a.length)[0]);
