// What else happened about a feature: exact counts of the layers within some kilometres and days, each a way to their figures.
// @ts-check
import { newestOnly } from '../core/api.js';
import { areaText } from '../core/area.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { daysAround } from '../core/period.js';
import { AREA } from '../tools/wish.js';
import { words } from '../words/words.js';
import { failure } from './layers.js';
import { swatch } from './swatch.js';
/** @typedef {{lon: number, lat: number, from: string|null, to: string|null}} Spot */

const RADII_KM = [2, 5, 10, 25];
const DAYS = [1, 7, 30];
/** What one chose last, until the page is loaded again. */
const chosen = { km: 5, days: 7 };

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store}} context
 * @param {string} own layer of the feature, which counts itself
 * @param {Spot} spot
 */
export function nearbyNode({ api, store }, own, spot) {
  const line = newestOnly();
  const body = el('div', { 'aria-live': 'polite', 'data-testid': 'nearby' });
  const layers = store.state.catalog.filter(({ time }) => time === 'event');
  const area = () => areaText({ kind: 'circle', centre: [spot.lon, spot.lat], radius: chosen.km * 1_000 });

  /** @param {string} label @param {number[]} list @param {'km'|'days'} name @param {(n: number) => string} text */
  const choice = (label, list, name, text) => el('select', { 'aria-label': label, 'data-testid': `nearby-${name}`, onchange: (/** @type {Event} */ e) => {
    chosen[name] = Number(/** @type {HTMLSelectElement} */ (e.target).value);
    void load();
  } }, list.map((n) => el('option', { value: String(n), selected: n === chosen[name] }, text(n))));

  async function load() {
    const period = daysAround(spot, chosen.days);
    try {
      const answer = await line.run((signal) => api.counts({
        area: area(), ...(period ? { datetime: `${period.start}/${period.end}` } : {}), ...(store.state.known ? { 'as-known-at': store.state.known } : {}), layers: layers.map(({ name }) => ({ name })),
      }, signal));
      if (answer) {
        show(answer.layers, period);
      }
    } catch (error) {
      fill(body, failure(words.nearby.failed, error, () => void load()));
    }
  }

  /** @param {Record<string, import('../core/types.js').LayerCount>} counts @param {import('../core/types.js').Period|null} period */
  function show(counts, period) {
    const others = layers.map((layer) => ({ layer, n: (counts[layer.name]?.count ?? 0) - (layer.name === own ? 1 : 0) })).filter(({ n }) => n > 0);
    fill(body, others.length === 0 ? el('p', { class: 'muted' }, words.nearby.none)
      : el('ul', { class: 'nearby-list' }, others.map(({ layer, n }) => el('li', {}, swatch(layer, Object.keys(layer.symbol.marks)[0] ?? '', 14), el('span', {}, layer.title), el('b', { class: 'count' }, format.count(n))))),
    others.length === 0 ? null : el('button', { type: 'button', class: 'button small', 'data-testid': 'nearby-figures', onclick: () => {
      if (period) {
        store.dispatch({ type: 'period/set', period });
      }
      store.dispatch({ type: 'area/set', area: area() });
      store.dispatch({ type: 'tool/set', tool: AREA });
    } }, icon('chart', { size: 14 }), ' ', words.nearby.figures));
  }

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, words.nearby.title),
    el('div', { class: 'nearby-reach' }, choice(words.nearby.within, RADII_KM, 'km', (n) => format.distance(n * 1_000)), choice(words.nearby.during, DAYS, 'days', words.nearby.days)), body);
}
