// Findings on the map, coloured by their legend; a few carry their figure.
// @ts-check
import * as L from '../lib/leaflet.js';
import { entryOf, toneClass } from './legend.js';
import { valueText } from './properties.js';
/** @typedef {import('./legend.js').Finding} Finding */
/** @typedef {import('./legend.js').Legend} Legend */

/** Above the events, so that an outline is not lost among the marks it is made of. */
const PANE_HEIGHT = '425';
const CLOSE = 10;
const SMALLEST = 40;
/** More numbers than this hide the map; the areas all stay. */
const MOST_LABELS = 30;
const HATCH = 'hatch-of-unknown';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {L.Map} leaflet
 * @param {string} name of the pane: two results in two panes can be swiped
 * @param {(index: number) => void} onSelect
 */
export function createFindingLayer(leaflet, name, onSelect) {
  const group = L.layerGroup();
  const pane = leaflet.getPane(name) ?? leaflet.createPane(name);
  pane.style.zIndex = PANE_HEIGHT;
  const renderer = L.svg({ pane: name, padding: 0.4 });
  hatch();
  /** @type {L.GeoJSON[]} */
  let drawn = [];

  return {
    pane,
    /** @param {Finding[]} findings @param {Legend|undefined} legend @param {{outlines?: boolean}} [options] outlines: a surface lies below that is to be seen */
    show(findings, legend, { outlines = false } = {}) {
      group.clearLayers();
      group.addTo(leaflet);
      const labelled = !outlines && findings.length <= MOST_LABELS;
      drawn = findings.map((finding, i) => {
        const entry = entryOf(legend, finding);
        const style = { className: `finding ${toneClass(entry?.tone)}${outlines ? ' is-outline' : ''}`, renderer, pane: name, weight: 1.5, fillOpacity: 1, ...(entry?.tone === 'UNKNOWN' ? { fillColor: `url(#${HATCH})` } : {}) };
        const layer = L.geoJSON(finding, { style, pane: name, interactive: true, pointToLayer: (_, at) => L.circleMarker(at, { ...style, radius: 6 }) })
          .on('click', (e) => { L.DomEvent.stopPropagation(e); onSelect(i); });
        layer.addTo(group);
        const text = legend && labelled && layer.getBounds().isValid() ? valueText(legend.property, finding.properties?.[legend.property]) : '';
        if (text && text.length <= 8) {
          label(layer, name, text).on('click', () => onSelect(i)).addTo(group);
        }
        return layer;
      });
    },
    /** @param {number|null} index @param {number} [covered] pixels of the map, from below, under which nothing is seen; absent, the map stays where it is */
    select(index, covered) {
      drawn.forEach((layer, i) => layer.eachLayer((part) => {
        const path = /** @type {L.Path} */ (part);
        path.getElement?.()?.classList.toggle('is-selected', i === index);
        if (i === index) {
          path.bringToFront?.();
        }
      }));
      const bounds = index === null ? undefined : drawn[index]?.getBounds();
      if (covered !== undefined && bounds?.isValid() && !isWellSeen(leaflet, bounds, covered)) {
        const side = Math.min(80, leaflet.getSize().x / 6);
        leaflet.fitBounds(bounds, { paddingTopLeft: [side, side], paddingBottomRight: [side, side + covered], maxZoom: CLOSE });
      }
    },
    clear() {
      group.clearLayers();
      group.remove();
      drawn = [];
    },
  };
}

/** @param {L.GeoJSON} layer @param {string} pane @param {string} text */
function label(layer, pane, text) {
  const bounds = layer.getBounds();
  const badge = document.createElement('span');
  badge.textContent = text;
  return L.marker([bounds.getNorth(), bounds.getCenter().lng], { pane, icon: L.divIcon({ className: 'finding-label', html: badge, iconSize: [0, 0] }), keyboard: false });
}

/** What is not known is hatched: a pattern in the document, which every path may name. */
function hatch() {
  if (document.getElementById(HATCH)) {
    return;
  }
  const node = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const svg = node('svg', { class: 'hatching', 'aria-hidden': 'true' });
  const pattern = node('pattern', { id: HATCH, width: '10', height: '10', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  pattern.append(node('path', { d: 'M0 0V10' }));
  svg.append(pattern);
  document.body.append(svg);
}

/** Inside what is seen of the window and large enough to make out its shape. @param {L.Map} leaflet @param {L.LatLngBounds} bounds @param {number} covered */
function isWellSeen(leaflet, bounds, covered) {
  const lower = leaflet.latLngToContainerPoint(bounds.getSouthEast());
  const size = lower.subtract(leaflet.latLngToContainerPoint(bounds.getNorthWest()));
  return leaflet.getBounds().contains(bounds) && lower.y < leaflet.getSize().y - covered && (Math.max(size.x, size.y) > SMALLEST || leaflet.getZoom() >= CLOSE);
}
