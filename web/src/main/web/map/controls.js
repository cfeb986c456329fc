// Buttons, scale, position and the boundary disclaimer over the map.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { mountReadout } from '../grid/readout.js';
import { worldY } from './projection.js';
import { words } from '../words/words.js';

/**
 * @param {HTMLElement} parent
 * @param {import('./map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 * @param {(text: string) => void} announce
 * @param {HTMLElement} unsure
 * @returns {{copyPosition: () => void}}
 */
export function mountControls(parent, map, store, announce, unsure) {
  const { leaflet } = map;
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ action) =>
    el('button', { type: 'button', class: 'map-button', title: label, 'aria-label': label, 'data-testid': `map-${name}`, onclick: action }, icon(name));

  const grid = button('grid', words.grid.title, () => store.dispatch({ type: 'grid/set', grid: !store.state.grid }));
  store.watch((s) => s.grid, (on) => grid.setAttribute('aria-pressed', String(on)), { now: true });
  const buttons = el('div', { class: 'map-buttons', role: 'group', 'aria-label': words.map.controls },
    button('plus', words.map.zoomIn, () => leaflet.zoomIn()),
    button('minus', words.map.zoomOut, () => leaflet.zoomOut()),
    button('home', words.map.home, () => map.goHome()),
    grid,
    document.fullscreenEnabled ? button('full', words.map.full, toggleFullscreen) : null);

  const bar = el('span', { class: 'scale-bar' });
  const length = el('span', {});
  const readout = mountReadout(parent, map, store, announce);
  const foot = el('div', { class: 'map-foot' },
    el('div', { class: 'map-readout' }, el('span', { class: 'scale', 'data-testid': 'scale' }, bar, length), readout.node, unsure),
    el('div', { class: 'map-credits' }, el('div', { class: 'disclaimer', 'data-testid': 'disclaimer' }, words.map.disclaimer)));
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
  measure();

  store.watch((s) => s.grid, async (on) => {
    if (!on) {
      announce(words.grid.hidden);
      return;
    }
    try {
      const { reachesPole } = await import('../grid/layer.js');
      const bounds = leaflet.getBounds();
      announce(reachesPole([0, worldY(bounds.getNorth()), 1, worldY(bounds.getSouth())]) ? words.grid.poles : words.grid.shown);
    } catch (error) {
      announce(reasonOf(error));
    }
  });
  return { copyPosition: readout.copy };
}

/** The largest of 1, 2, 5 × 10ⁿ that is not longer. @param {number} metres */
function roundLength(metres) {
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
