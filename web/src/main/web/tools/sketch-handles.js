// The points by which a drawn shape is changed: dragged, moved with the arrow keys, removed by Delete.
// @ts-check
import * as L from '../lib/leaflet.js';
import { words } from '../words/words.js';
import { handlesOf, midpointsOf } from './shape.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../core/area.js').Shape} Shape */

/** More corners than a hand can sort out: such an outline is shown without handles. */
export const MOST_HANDLES = 150;
/** Beyond this the dots for new corners would hide the corners. */
const MOST_MIDPOINTS = 40;
const CORNER = 16;
const MIDPOINT = 12;

/**
 * @param {L.Map} leaflet
 * @param {L.LayerGroup} group
 * @param {{preview: (shape: Shape) => void, change: (shape: Shape) => void}} actions
 */
export function sketchHandles(leaflet, group, { preview, change }) {
  const positionOf = (/** @type {L.LatLng} */ at) => /** @type {Position} */ ([Number(at.lng.toFixed(6)), Number(at.lat.toFixed(6))]);

  /** @param {Position} at @param {string} className @param {number} size @param {L.MarkerOptions} [options] */
  function spot([lon, lat], className, size, options = {}) {
    return L.marker([lat, lon], { interactive: false, keyboard: false, ...options, icon: L.divIcon({ className, iconSize: [size, size] }) });
  }

  /** @param {import('./shape.js').Handle} handle @param {number} index */
  function corner(handle, index) {
    const marker = spot(handle.at, 'sketch-corner', CORNER, { draggable: true, interactive: true, keyboard: true, title: handle.title });
    marker.on('drag', () => preview(handle.move(positionOf(marker.getLatLng()))));
    marker.on('dragend', () => change(handle.move(positionOf(marker.getLatLng()))));
    marker.addTo(group);
    marker.getElement()?.addEventListener('keydown', (e) => key(e, handle, index));
  }

  /** Arrow keys move a corner by pixels, Delete removes it. @param {KeyboardEvent} e @param {import('./shape.js').Handle} handle @param {number} index */
  function key(e, handle, index) {
    const step = e.shiftKey ? 20 : 4;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
    if (by) {
      const [lon, lat] = handle.at;
      const at = leaflet.latLngToContainerPoint([lat, lon]).add(L.point(by[0], by[1]));
      change(handle.move(positionOf(leaflet.containerPointToLatLng(at))));
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      change(handle.remove());
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    const handles = leaflet.getContainer().querySelectorAll('.sketch-corner');
    /** @type {HTMLElement|undefined} */ (handles[Math.min(index, handles.length - 1)])?.focus();
  }

  return {
    /** @param {Position[]} corners of what is being drawn */
    fixed: (corners) => corners.forEach((at) => spot(at, 'sketch-corner is-fixed', CORNER).addTo(group)),
    /** @param {Shape} shape */
    show(shape) {
      const handles = handlesOf(shape);
      if (handles.length > MOST_HANDLES) {
        return;
      }
      handles.forEach(corner);
      const midpoints = midpointsOf(shape);
      (midpoints.length <= MOST_MIDPOINTS ? midpoints : []).forEach(({ at, insert }) => {
        const marker = spot(at, 'sketch-midpoint', MIDPOINT, { draggable: true, interactive: true, title: words.tools.addCorner });
        marker.on('drag', () => preview(insert(positionOf(marker.getLatLng()))));
        marker.on('dragend click', () => change(insert(positionOf(marker.getLatLng()))));
        marker.addTo(group);
      });
    },
  };
}
