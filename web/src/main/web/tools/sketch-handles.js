// The points by which a drawn shape is changed: dragged, moved with the arrow keys, removed by Delete.
// @ts-check
import * as L from '../lib/leaflet.js';
import { words } from '../words/words.js';
import { destination } from './ring.js';
import { round } from './shape.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @template S @typedef {import('./shape.js').Handle<S>} Handle */
/** @template S @typedef {import('./shape.js').Midpoint<S>} Midpoint */

/** More corners than a hand can sort out: of such an outline those in sight are shown, once so few are. */
const MOST_HANDLES = 150;
/** Beyond this the dots for new corners would hide the corners. */
const MOST_MIDPOINTS = 60;
const CORNER = 16;
const MIDPOINT = 12;
const STEP_PX = 4;
const LEAP = 10;
/** @type {Record<string, number>} radians clockwise from north */
const ARROWS = { ArrowUp: 0, ArrowRight: Math.PI / 2, ArrowDown: Math.PI, ArrowLeft: -Math.PI / 2 };

/**
 * @template S what is changed
 * @param {L.Map} leaflet
 * @param {L.LayerGroup} group
 * @param {{preview: (shape: S) => void, change: (shape: S) => void, select?: (handle: Handle<S>) => void, removeRing?: (handle: Handle<S>) => void, snap?: import('./snapping.js').Snapping}} actions
 */
export function sketchHandles(leaflet, group, { preview, change, select, removeRing, snap }) {
  const positionOf = (/** @type {L.LatLng} */ at) => /** @type {Position} */ ([Number(at.lng.toFixed(6)), Number(at.lat.toFixed(6))]);

  /** @param {Position} at @param {string} className @param {number} size @param {L.MarkerOptions} [options] */
  function spot([lon, lat], className, size, options = {}) {
    return L.marker([lat, lon], { interactive: false, keyboard: false, ...options, icon: L.divIcon({ className, iconSize: [size, size] }) });
  }

  /** Drags a point, which sticks to other areas. @param {L.Marker} marker @param {(to: Position) => S} shapeAt */
  function drags(marker, shapeAt) {
    let at = positionOf(marker.getLatLng());
    marker.on('drag', (/** @type {any} */ e) => {
      const free = positionOf(marker.getLatLng());
      at = snap?.stick(free, e.originalEvent?.altKey === true) ?? free;
      preview(shapeAt(at));
    });
    marker.on('dragend', () => {
      snap?.release();
      change(shapeAt(at));
    });
  }

  /** @param {Handle<S>} handle @param {number} index */
  function corner(handle, index) {
    const marker = spot(handle.at, 'sketch-corner', CORNER, { draggable: true, interactive: true, keyboard: true, title: handle.title });
    drags(marker, handle.move);
    marker.on('click dragstart', () => select?.(handle));
    marker.addTo(group);
    const node = marker.getElement();
    node?.addEventListener('keydown', (e) => key(e, handle, index));
    node?.addEventListener('focus', () => select?.(handle));
  }

  /** Metres on the ground that an arrow key moves a corner by: a round number near some pixels. @param {Position} at */
  function step([lon, lat]) {
    const here = leaflet.latLngToContainerPoint([lat, lon]);
    return Math.max(1, round(leaflet.distance([lat, lon], leaflet.containerPointToLatLng(here.add([STEP_PX, 0])))));
  }

  /** @param {KeyboardEvent} e @param {Handle<S>} handle @param {number} index */
  function key(e, handle, index) {
    const bearing = ARROWS[e.key];
    if (bearing !== undefined) {
      change(handle.move(destination(handle.at, bearing, step(handle.at) * (e.shiftKey ? LEAP : 1))));
    } else if ((e.key === 'Delete' || e.key === 'Backspace') && e.shiftKey && handle.spot) {
      removeRing?.(handle);
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      change(handle.remove());
    } else if ((e.key === 'Insert' || e.key === 'Enter') && handle.add) {
      change(handle.add());
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    focus(index);
  }

  /** @param {number} index */
  function focus(index) {
    const handles = leaflet.getContainer().querySelectorAll('.sketch-corner');
    /** @type {HTMLElement|undefined} */ (handles[Math.min(index, handles.length - 1)])?.focus({ preventScroll: true });
  }

  return {
    step,
    focus,
    /** @param {Position[]} corners of what is being drawn */
    fixed: (corners) => corners.forEach((at) => spot(at, 'sketch-corner is-fixed', CORNER).addTo(group)),
    /** @param {Position[]} places where something is wrong */
    wrong: (places) => places.forEach((at) => spot(at, 'sketch-wrong', CORNER + 8).addTo(group)),
    /** @param {Handle<S>[]} all @param {Midpoint<S>[]} between @returns {boolean} whether the corners can be taken hold of */
    show(all, between) {
      const view = leaflet.getBounds().pad(0.1);
      const isInSight = (/** @type {Position} */ [lon, lat]) => view.contains([lat, lon]);
      const handles = all.length > MOST_HANDLES ? all.filter(({ at }) => isInSight(at)) : all;
      if (handles.length > MOST_HANDLES) {
        return false;
      }
      handles.forEach(corner);
      const midpoints = between.filter(({ at }) => isInSight(at));
      (midpoints.length <= MOST_MIDPOINTS ? midpoints : []).forEach(({ at, insert }) => {
        const marker = spot(at, 'sketch-midpoint', MIDPOINT, { draggable: true, interactive: true, title: words.tools.addCorner });
        drags(marker, insert);
        marker.on('click', () => change(insert(at)));
        marker.addTo(group);
      });
      return true;
    },
  };
}
