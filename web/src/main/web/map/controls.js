// Buttons, scale, position and the boundary disclaimer over the map.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

/**
 * @param {HTMLElement} parent
 * @param {import('./map.js').MissionMap} map
 */
export function mountControls(parent, map) {
  const { leaflet } = map;
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ action) =>
    el('button', { type: 'button', class: 'map-button', title: label, 'aria-label': label, 'data-testid': `map-${name}`, onclick: action }, icon(name));

  const buttons = el('div', { class: 'map-buttons', role: 'group', 'aria-label': words.map.controls },
    button('plus', words.map.zoomIn, () => leaflet.zoomIn()),
    button('minus', words.map.zoomOut, () => leaflet.zoomOut()),
    button('home', words.map.home, () => map.goHome()),
    document.fullscreenEnabled ? button('full', words.map.full, toggleFullscreen) : null);

  const bar = el('span', { class: 'scale-bar' });
  const length = el('span', {});
  const position = el('bdi', { dir: 'ltr', class: 'position', 'data-testid': 'position' });
  const foot = el('div', { class: 'map-foot' },
    el('div', { class: 'map-readout' }, el('span', { class: 'scale', 'data-testid': 'scale' }, bar, length), position),
    el('div', { class: 'disclaimer', 'data-testid': 'disclaimer' }, words.map.disclaimer));
  parent.append(buttons, foot);

  function measure() {
    const size = leaflet.getSize();
    const left = leaflet.containerPointToLatLng([size.x / 2 - 50, size.y / 2]);
    const right = leaflet.containerPointToLatLng([size.x / 2 + 50, size.y / 2]);
    const metres = leaflet.distance(left, right);
    const round = roundLength(metres);
    bar.style.inlineSize = `${Math.round((round / metres) * 100)}px`;
    length.textContent = format.distance(round);
  }

  leaflet.on('move zoomend resize', measure);
  leaflet.on('mousemove', (/** @type {import('leaflet').LeafletMouseEvent} */ e) => {
    position.textContent = format.latLon(e.latlng.lat, e.latlng.lng, leaflet.getZoom() > 12 ? 5 : 4);
  });
  const showCentre = () => {
    const at = leaflet.getCenter();
    position.textContent = format.latLon(at.lat, at.lng, 4);
  };
  leaflet.on('moveend mouseout', showCentre);
  measure();
  showCentre();
}

/** The largest of 1, 2, 5 × 10ⁿ that is not longer. @param {number} metres */
export function roundLength(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= metres) ?? power;
}

function toggleFullscreen() {
  if (document.fullscreenElement) {
    void document.exitFullscreen();
  } else {
    void document.documentElement.requestFullscreen();
  }
}
