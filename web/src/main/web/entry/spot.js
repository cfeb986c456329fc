// What a place was understood as, how far it may be off and why, with both to be changed by hand.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { words } from '../words/words.js';
/** @typedef {import('./place.js').Place} Place */

const say = words.entry.where;
const ONLY_FIGURES = /^[-+\d.,;:°'"′″\sNSEW]*$/i;

/** @param {HTMLElement} parent @param {Place} place @param {{widen: (radiusM: number) => void, reclass: (code: string) => void}} change */
export function spotNode(parent, place, { widen, reclass }) {
  const { spot } = place;
  if (!spot || place.unknown) {
    fill(parent);
    return;
  }
  const radius = parent.querySelector('input');
  // Whoever types into the radius must not lose the field under the fingers.
  if (radius && document.activeElement === radius) {
    fill(/** @type {HTMLElement} */ (parent.firstElementChild), ...said(place));
    const select = parent.querySelector('select');
    if (select) {
      select.value = spot.locationClass;
    }
    return;
  }
  fill(parent, el('div', { class: 'entry-said' }, said(place)),
    el('div', { class: 'entry-precision' },
      el('label', {}, el('span', {}, say.radius), el('input', { type: 'number', min: '1', step: 'any', value: spot.radiusM, 'data-testid': 'where-radius',
        oninput: (/** @type {Event} */ e) => widen(Number(/** @type {HTMLInputElement} */ (e.target).value)) })),
      el('label', {}, el('span', {}, say.locationClass), el('select', { 'data-testid': 'where-class',
        onchange: (/** @type {Event} */ e) => reclass(/** @type {HTMLSelectElement} */ (e.target).value) },
      Object.entries(words.locationClass).map(([code, label]) => el('option', { value: code, selected: code === spot.locationClass }, label))))));
}

/** @param {Place} place */
function said(place) {
  const spot = /** @type {import('./place.js').Spot} */ (place.spot);
  const [lon, lat] = spot.position;
  return [
    el('strong', {}, ONLY_FIGURES.test(spot.text) ? place.names.place_name ?? '' : spot.text),
    el('span', { class: 'muted' }, spot.detail ?? ''),
    el('span', { class: 'figures' }, position(lat, lon), spot.mgrs ? [' · ', el('bdi', { dir: 'ltr' }, spot.mgrs)] : null),
    el('span', { class: 'muted' }, say.within(format.distance(spot.radiusM), spot.reason ?? '')),
  ];
}
