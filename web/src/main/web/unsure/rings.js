// Rings about the events of the view that are known only roughly: each reaches as far as the event may really have been.
// @ts-check
import * as L from '../lib/leaflet.js';
import { newestOnly } from '../core/api.js';
import { debounce } from '../core/dom.js';
import { bboxText, normalised } from '../core/query.js';
import { toDatetime } from '../core/period.js';
import { reasonOf } from '../core/reason.js';
import { eventLayers, narrowed, ofMoreThan } from './questions.js';

/** More rings than these are a stain and tell nothing. */
const MOST = 1_500;

/**
 * @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api, map: import('../map/map.js').MissionMap}} context
 * @param {(what: {drawn: number, isCrowded: boolean, problem: string|null}) => void} told
 * @returns {{show: () => void, hide: () => void}}
 */
export function createRings({ store, api, map }, told) {
  const line = newestOnly();
  const rings = L.layerGroup();
  const renderer = L.canvas({ padding: 0.3 });
  let isOn = false;

  async function draw() {
    const { state } = store;
    if (!isOn || !state.bounds) {
      return;
    }
    const bbox = bboxText(normalised(state.bounds));
    const ask = (/** @type {AbortSignal} */ signal) => Promise.all(eventLayers(state).map((layer) => api.picture(layer.name, {
      bbox, zoom: 20, datetime: toDatetime(state.period), filter: narrowed(state, layer, ofMoreThan(state.beyond)), 'as-known-at': state.known }, signal)));
    try {
      const answers = await line.run(ask);
      if (answers && isOn) {
        show(answers);
      }
    } catch (error) {
      rings.clearLayers();
      told({ drawn: 0, isCrowded: false, problem: reasonOf(error) });
    }
  }

  /** @param {any[]} answers of /api/picture */
  function show(answers) {
    rings.clearLayers();
    const isCrowded = answers.some(({ mode, ids }) => mode === 'cells' || (ids?.length ?? 0) > MOST);
    const colour = getComputedStyle(document.documentElement).getPropertyValue('--map-select').trim();
    let drawn = 0;
    // Events of one village lie on one spot with one radius: one ring is enough.
    const seen = new Set();
    for (const { ids, lon, lat, radius } of isCrowded ? [] : answers.filter((answer) => answer.ids)) {
      for (let i = 0; i < ids.length; i++) {
        const key = `${lon[i]} ${lat[i]} ${radius?.[i]}`;
        drawn++;
        if (!seen.has(key) && radius?.[i] > 0) {
          seen.add(key);
          rings.addLayer(L.circle([lat[i], lon[i]], { radius: radius[i], renderer, interactive: false, color: colour, weight: 1, opacity: 0.7, fillOpacity: 0.03, dashArray: '4 4' }));
        }
      }
    }
    told({ drawn, isCrowded, problem: null });
  }

  const soon = debounce(() => void draw(), 200);
  store.watch((s) => [s.bounds, s.period, s.filters, s.text, s.cql, s.shown, s.known, s.beyond, s.revision, s.theme, s.touched], soon);
  return {
    show() {
      isOn = true;
      rings.addTo(map.leaflet);
      void draw();
    },
    hide() {
      isOn = false;
      line.cancel();
      rings.remove();
      rings.clearLayers();
    },
  };
}
