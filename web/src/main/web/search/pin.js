// The place somebody went to: a pin with the ring of its precision on the map, and what lies near it in words.
// @ts-check
import * as L from '../lib/leaflet.js';
import { isAbort, newestOnly } from '../core/api.js';
import { coordinates } from '../core/coordinates.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { position } from '../core/position.js';
import { reasonOf } from '../core/reason.js';
import { copyText } from '../grid/place-menu.js';
import { words } from '../words/words.js';
import { boxOf } from './box.js';
import { nearest, REACHES_KM } from './nearest.js';
import { compassPoint, wholeDegrees } from './text.js';

const say = words.pin;
/** Nearer than this one is there. */
const THERE_M = 300;

/** @param {HTMLElement} parent @param {import('./field.js').Page} page */
export function mountPin(parent, page) {
  const { store, map, announce } = page;
  const line = newestOnly();
  const ring = L.circle([0, 0], { radius: 1, className: 'pin-ring', interactive: false });
  const node = el('div', {}, icon('pin', { size: 34 }));
  const marker = L.marker([0, 0], { interactive: false, keyboard: false, icon: L.divIcon({ className: 'pin-mark', html: node, iconSize: [34, 34], iconAnchor: [17, 30] }) });
  const near = el('div', { class: 'pin-near', 'data-testid': 'pin-near' });
  const where = el('div', { class: 'pin-where', 'data-testid': 'pin-where' });
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ action) =>
    el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': `pin-${name}`, onclick: action }, icon(name, { size: 16 }));
  const card = el('section', { class: 'pin-card', 'aria-label': say.title, 'data-testid': 'pin-card', hidden: true },
    el('div', { class: 'pin-said', role: 'status' }, where, near),
    el('div', { class: 'pin-buttons' }, button('copy', say.copy, copy), button('home', say.zoom, show), button('close', say.remove, () => { store.dispatch({ type: 'pin/set', pin: null }); announce(say.removed); })));
  parent.append(card);

  function copy() {
    const { pin } = store.state;
    if (pin) {
      void copyText(coordinates(pin.lat, pin.lon), announce);
    }
  }

  function show() {
    const { pin } = store.state;
    if (pin) {
      map.goTo(boxOf({ type: 'Point', coordinates: [pin.lon, pin.lat] }, Math.max(pin.radius, 400)));
    }
  }

  /** @param {import('../core/types.js').Pin|null} pin */
  async function draw(pin) {
    card.hidden = !pin;
    if (!pin) {
      line.cancel();
      ring.remove();
      marker.remove();
      return;
    }
    marker.setLatLng([pin.lat, pin.lon]).addTo(map.leaflet);
    ring.setLatLng([pin.lat, pin.lon]).setRadius(Math.max(1, pin.radius)).addTo(map.leaflet);
    fill(where, position(pin.lat, pin.lon), pin.radius > 0 ? el('span', { class: 'muted' }, ` ${say.within(format.distance(pin.radius))}`) : null);
    fill(near, el('span', { class: 'muted' }, say.looking));
    try {
      const found = await line.run((signal) => nearest(pin, page, signal));
      if (found) {
        fill(near, found.length === 0 ? say.nothingNear(REACHES_KM[REACHES_KM.length - 1]) : found.map(({ name, metres, bearing }) => el('div', {}, metres < THERE_M ? say.at(name)
          : say.from(format.distance(metres), say.points[compassPoint(bearing)], wholeDegrees(bearing), name))));
      }
    } catch (error) {
      if (!isAbort(error)) {
        fill(near, say.failed(reasonOf(error)));
      }
    }
  }

  store.watch((s) => s.pin, (pin) => void draw(pin), { now: true });
}
