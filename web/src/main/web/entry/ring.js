// The place that is being entered, on the map: a point to drag or to move by arrow keys, and the ring
// of its uncertainty, drawn before anything is saved.
// @ts-check
import * as L from '../lib/leaflet.js';
import { words } from '../words/words.js';
/** @typedef {import('./place.js').Spot} Spot */

const STEP_PX = 12;
const FINE_PX = 1;
const MOUSE_PX = 4;
const FINGER_PX = 10;
const LEAST_RING_PX = 14;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * @param {L.Map} leaflet
 * @param {(position: [number, number]) => void} moved longitude, latitude, once a move is over
 */
export function entryRing(leaflet, moved) {
  const circle = L.circle([0, 0], { radius: 1, className: 'entry-ring', interactive: false });
  const marker = L.marker([0, 0], {
    draggable: true, keyboard: true, alt: words.entry.where.point, title: words.entry.where.point,
    icon: L.divIcon({ className: 'entry-point', iconSize: [18, 18] }),
  });
  let isShown = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let settled;

  const tell = () => {
    const { lng, lat } = marker.getLatLng().wrap();
    moved([rounded(lng), rounded(lat)]);
  };
  marker.on('drag', () => circle.setLatLng(marker.getLatLng()));
  marker.on('dragend', tell);

  /** @param {KeyboardEvent} e */
  function onKey(e) {
    const arrow = ARROWS[e.key];
    if (!arrow) {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    const px = e.shiftKey ? FINE_PX : STEP_PX;
    const at = leaflet.latLngToContainerPoint(marker.getLatLng()).add([arrow[0] * px, arrow[1] * px]);
    marker.setLatLng(leaflet.containerPointToLatLng(at));
    circle.setLatLng(marker.getLatLng());
    clearTimeout(settled);
    settled = setTimeout(tell, 250);
  }

  return {
    /** @param {Spot|null} spot */
    show(spot) {
      if (!spot) {
        circle.remove();
        marker.remove();
        isShown = false;
        return;
      }
      const at = L.latLng(spot.position[1], spot.position[0]);
      circle.setLatLng(at).setRadius(Math.max(1, spot.radiusM));
      marker.setLatLng(at);
      if (!isShown) {
        circle.addTo(leaflet);
        marker.addTo(leaflet);
        marker.getElement()?.addEventListener('keydown', onKey);
        marker.getElement()?.setAttribute('data-testid', 'entry-point');
        isShown = true;
      }
    },
    /** Moves the map when the place is not in sight, or its ring is too small to be seen. @param {number} covered pixels hidden at the bottom */
    reveal(covered) {
      if (!isShown) {
        return;
      }
      const ring = circle.getBounds();
      const width = leaflet.latLngToContainerPoint(ring.getNorthEast()).x - leaflet.latLngToContainerPoint(ring.getSouthWest()).x;
      const size = leaflet.getSize();
      const at = leaflet.latLngToContainerPoint(marker.getLatLng());
      const isInSight = at.x > 20 && at.y > 20 && at.x < size.x - 20 && at.y < size.y - covered - 20;
      if (!isInSight || width < 2 * LEAST_RING_PX) {
        leaflet.fitBounds(ring.pad(1), { maxZoom: 13, animate: false, paddingTopLeft: [30, 30], paddingBottomRight: [30, 30 + covered] });
      }
    },
  };
}

/** How well a point can be read off the map as it is shown, in metres. @param {L.Map} leaflet @param {number} lat */
export function shownPrecision(leaflet, lat) {
  const px = matchMedia('(pointer: coarse)').matches ? FINGER_PX : MOUSE_PX;
  return px * 40_075_017 * Math.cos((lat * Math.PI) / 180) / (256 * 2 ** leaflet.getZoom());
}

/** A tenth of a metre. @param {number} degrees */
const rounded = (degrees) => Math.round(degrees * 1e6) / 1e6;
