// Corners stick to those of other areas that are shown: which areas are near is asked when the map has
// come to rest; what a corner sticks to is ringed and named.
// @ts-check
import { newestOnly, toQuery } from '../core/api.js';
import { debounce, el } from '../core/dom.js';
import { direction } from '../core/language.js';
import * as L from '../lib/leaflet.js';
import { words } from '../words/words.js';
import { fromGeometry } from './outline/parts.js';
import { snapTo, targetOf } from './outline/snap.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('./outline/snap.js').Target} Target */

const KEPT = 'vigie.snapping';
const MOST = 300;
const REACH = 12;
const FINGER_REACH = 20;

/**
 * @param {{leaflet: L.Map, store: import('../core/store.js').Store, api: import('../core/api.js').Api, changed: () => void}} context changed: other areas are near now
 */
export function snapping({ leaflet, store, api, changed }) {
  const requests = newestOnly();
  const cue = L.marker([0, 0], { interactive: false, keyboard: false, icon: L.divIcon({ className: 'sketch-snap', iconSize: [18, 18] }) });
  const name = L.tooltip({ direction: 'top', offset: [0, -12], className: 'sketch-size', interactive: false });
  let isOn = localStorage.getItem(KEPT) !== 'off';
  let active = false;
  /** @type {Target[]} */
  let targets = [];
  /** The area that is being changed is none to stick to. @type {string|null} */
  let own = null;

  const layers = () => store.state.catalog.filter((layer) => /polygon/i.test(layer.geometry) && store.state.shown.includes(layer.name));

  async function load() {
    if (!active) {
      return;
    }
    const bounds = leaflet.getBounds();
    const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((degrees) => degrees.toFixed(5));
    if (bounds.getWest() < -180 || bounds.getEast() > 180) {
      bbox[0] = '-180';
      bbox[2] = '180';
    }
    try {
      const answers = await requests.run((signal) => Promise.all(layers().map(async (layer) => {
        const answer = await api.json(`/collections/${encodeURIComponent(layer.name)}/items${toQuery({ bbox: bbox.join(','), limit: MOST, 'as-known-at': store.state.known })}`,
          { signal, headers: { accept: 'application/geo+json' } });
        return answer.features.flatMap((/** @type {any} */ feature) => {
          const parts = fromGeometry(feature.geometry);
          return parts ? [targetOf({ id: feature.id, layer: layer.name, title: String(feature.properties[layer.titleProperty ?? 'name'] ?? layer.title), parts })] : [];
        });
      })));
      if (answers) {
        targets = answers.flat();
        changed();
      }
    } catch {
      // Without them one draws as before; the map itself says when the server cannot be reached.
      targets = [];
      changed();
    }
  }

  const loadSoon = debounce(() => void load(), 300);
  const others = () => targets.filter(({ id }) => id !== own);
  store.watch((s) => [s.shown, s.revision, s.known], loadSoon);

  return {
    get isOn() { return isOn; },
    /** Areas in sight that are shown, but for the one that is being changed. */
    get areas() { return others(); },
    /** @param {boolean} on */
    switch(on) {
      isOn = on;
      localStorage.setItem(KEPT, on ? 'on' : 'off');
    },
    /** @param {string|null} id of the feature that is being changed */
    leaveOut(id) { own = id; },
    /** Where a corner goes that was put at a place. @param {Position} at @param {boolean} suspended */
    stick(at, suspended) {
      const coarse = matchMedia('(pointer: coarse)').matches;
      const pixel = leaflet.containerPointToLatLng([0, 0]).lat - leaflet.containerPointToLatLng([0, 1]).lat;
      const snap = isOn && !suspended ? snapTo(others(), at, (coarse ? FINGER_REACH : REACH) * Math.abs(pixel)) : null;
      if (snap) {
        cue.setLatLng([snap.at[1], snap.at[0]]).addTo(leaflet);
        name.setLatLng([snap.at[1], snap.at[0]]).setContent(el('span', { dir: direction }, words.drawing.snapped[snap.kind](snap.title))).addTo(leaflet);
      } else {
        this.release();
      }
      return snap?.at ?? at;
    },
    release() {
      cue.remove();
      name.remove();
    },
    start() {
      active = true;
      leaflet.on('moveend', loadSoon);
      void load();
    },
    stop() {
      active = false;
      leaflet.off('moveend', loadSoon);
      requests.cancel();
      cue.remove();
      name.remove();
    },
  };
}
/** @typedef {ReturnType<typeof snapping>} Snapping */
