// Surfaces on the map: one picture, drawn row by row as the map stretches latitudes, and its legend in real units.
// @ts-check
import * as L from '../lib/leaflet.js';
import { el } from '../core/dom.js';
import { words as say } from '../words/analysis.js';
import { boundsOf, boxOf, classOf, linesToRows, rowsOf, valueAt } from './grid-classes.js';
import { numberText } from './properties.js';
/** @typedef {import('./grid-classes.js').Grid} Grid */

const MOST_LINES = 2048;
/** Below the events: a surface is their ground. */
const PANE_HEIGHT = '250';
const OPACITY = 0.72;

/** @param {L.Map} leaflet @param {string} name of the pane */
export function createGridLayer(leaflet, name) {
  const pane = leaflet.getPane(name) ?? leaflet.createPane(name);
  pane.style.zIndex = PANE_HEIGHT;
  pane.style.pointerEvents = 'none';
  /** @type {L.SVGOverlay|null} */
  let overlay = null;
  /** @type {((e: L.LeafletMouseEvent) => void)|null} */
  let listener = null;

  function clear() {
    overlay?.remove();
    overlay = null;
    if (listener) {
      leaflet.off('mousemove', listener);
      listener = null;
    }
  }

  return {
    pane,
    /** @param {Grid} grid @returns {HTMLElement} its legend */
    show(grid) {
      clear();
      const bounds = boundsOf(grid.values);
      const { west, south, east, north } = boxOf(grid);
      // Leaflet takes any element for an SVG overlay and keeps it in its place.
      overlay = L.svgOverlay(/** @type {any} */ (painted(grid, bounds, colours(leaflet.getContainer()))), [[south, west], [north, east]], { pane: name, opacity: OPACITY, interactive: false }).addTo(leaflet);
      const readout = el('p', { class: 'muted figures', 'data-testid': 'grid-readout' }, say.here(say.none));
      listener = ({ latlng }) => {
        const value = valueAt(grid, latlng.lat, latlng.lng);
        readout.textContent = say.here(value === null ? say.none : `${numberText(value)} ${grid.unit}`);
      };
      leaflet.on('mousemove', listener);
      return gridLegend(grid, bounds, readout);
    },
    clear,
  };
}

/** @param {Grid} grid @param {number[]} bounds @param {HTMLElement} readout */
function gridLegend(grid, bounds, readout) {
  return el('section', { class: 'detail-section analysis-legend', 'data-testid': 'grid-legend' }, el('h3', {}, grid.title), el('p', { class: 'muted' }, grid.unit),
    el('ul', {}, bounds.map((from, i) => el('li', {}, el('span', { class: `swatch surface-${i + 5 - bounds.length}`, 'aria-hidden': 'true' }),
      el('span', { class: 'figures' }, i + 1 < bounds.length ? say.range(numberText(from), numberText(bounds[i + 1])) : say.atLeast(numberText(from))))).reverse()),
    readout);
}

/** @param {HTMLElement} styled @returns {[number, number, number][]} */
function colours(styled) {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const style = getComputedStyle(styled);
  return [0, 1, 2, 3, 4].map((i) => {
    if (!probe) {
      return [0, 0, 0];
    }
    probe.fillStyle = style.getPropertyValue(`--map-density-${i}`).trim();
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  });
}

/** @param {Grid} grid @param {number[]} bounds @param {[number, number, number][]} palette */
function painted(grid, bounds, palette) {
  const lines = Math.min(MOST_LINES, rowsOf(grid) * 2);
  const canvas = el('canvas', { width: grid.columns, height: lines, class: 'surface' });
  const context = canvas.getContext('2d');
  const image = context?.createImageData(grid.columns, lines);
  if (!context || !image) {
    return canvas;
  }
  linesToRows(grid, lines).forEach((row, line) => {
    for (let column = 0; column < grid.columns; column++) {
      const at = classOf(bounds, grid.values[row * grid.columns + column]);
      if (at >= 0) {
        image.data.set([...palette[at + palette.length - bounds.length], 255], 4 * (line * grid.columns + column));
      }
    }
  });
  context.putImageData(image, 0, 0);
  return canvas;
}
