// Drawing and editing one area on the map: corners by click or tap, dragged or moved with the
// arrow keys afterwards, with undo.
// @ts-check
import * as L from '../lib/leaflet.js';
import { words } from '../words/en.js';
import { circle, createHistory, crossing, distanceMetres, inserted, moved, rectangle, removed } from './ring.js';
/** @typedef {import('./ring.js').Ring} Ring */
/** @typedef {import('./ring.js').Position} Position */
/** @typedef {'polygon'|'rectangle'|'circle'} Kind */

/** More corners than a hand can sort out: such an outline is shown without handles. */
const MOST_HANDLES = 150;
/** Beyond this the dots for new corners would hide the corners. */
const MOST_MIDPOINTS = 40;
const CORNER = 16;
const MIDPOINT = 12;
/** Pixels within which a click on the first corner closes the outline. */
const CLOSING_REACH = 14;

/**
 * @param {{leaflet: L.Map, pointer: {hold: () => () => void}, onChange: () => void}} context onChange is called
 *     after every change of ring or mode
 */
export function createSketch({ leaflet, pointer, onChange }) {
  const group = L.layerGroup();
  const fill = L.polygon([], { className: 'sketch-area', interactive: false });
  const rubber = L.polyline([], { className: 'sketch-line', interactive: false });
  /** @type {Kind|null} */
  let drawing = null;
  /** @type {Ring} */
  let corners = [];
  /** @type {(() => void)|null} */
  let release = null;
  let history = createHistory(/** @type {Ring|null} */ (null));
  let active = false;

  const positionOf = (/** @type {L.LatLng} */ at) => /** @type {Position} */ ([Number(at.lng.toFixed(6)), Number(at.lat.toFixed(6))]);
  const latLngs = (/** @type {Ring} */ ring) => ring.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));

  /** @param {Position} a @param {Position} b @returns {Ring} */
  function between(a, b) {
    return drawing === 'rectangle' ? rectangle(a, b) : circle(a, distanceMetres(a, b));
  }

  /** @param {L.LeafletMouseEvent} e */
  function click(e) {
    const at = positionOf(e.latlng);
    if (drawing === 'polygon') {
      const first = corners.length >= 3 ? leaflet.latLngToContainerPoint(latLngs(corners)[0]) : null;
      if (first && first.distanceTo(e.containerPoint) < CLOSING_REACH) {
        finish();
        return;
      }
      const last = corners[corners.length - 1];
      // The second click of a double click closes the outline and is no corner.
      if (!last || leaflet.latLngToContainerPoint([last[1], last[0]]).distanceTo(e.containerPoint) > 3) {
        corners = [...corners, at];
      }
    } else if (corners.length === 0) {
      corners = [at];
    } else if (distanceMetres(corners[0], at) > 1) {
      complete(between(corners[0], at));
      return;
    }
    paint();
    onChange();
  }

  /** @param {L.LeafletMouseEvent} e */
  function hover(e) {
    if (corners.length > 0) {
      const at = positionOf(e.latlng);
      rubber.setLatLngs(drawing === 'polygon' ? latLngs([...corners, at]) : latLngs(closed(between(corners[0], at))));
    }
  }

  /** @param {KeyboardEvent} e */
  function key(e) {
    const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select');
    if (typing) {
      return;
    }
    const undoing = (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'z';
    const handled = undoing ? (e.shiftKey ? redo() : undo())
      : !drawing ? false
      : e.key === 'Enter' ? finish()
      : e.key === 'Backspace' ? takeBack()
      : e.key === 'Escape' ? cancel() : false;
    if (handled !== false) {
      e.preventDefault();
      e.stopPropagation();
    }
  }

  function takeBack() {
    corners = corners.slice(0, -1);
    paint();
    onChange();
  }

  /** @returns {false|void} false when there is nothing to finish yet */
  function finish() {
    return drawing === 'polygon' && corners.length >= 3 ? complete(corners) : false;
  }

  /** @param {Ring} ring */
  function complete(ring) {
    stopDrawing();
    change(ring);
  }

  function cancel() {
    stopDrawing();
    paint();
    onChange();
  }

  /** @param {Ring|null} ring */
  function change(ring) {
    history.push(ring);
    paint();
    onChange();
  }

  function undo() {
    if (drawing) {
      takeBack();
    } else if (history.canUndo) {
      history.undo();
      paint();
      onChange();
    } else {
      return false;
    }
  }

  function redo() {
    if (drawing || !history.canRedo) {
      return false;
    }
    history.redo();
    paint();
    onChange();
  }

  function stopDrawing() {
    drawing = null;
    corners = [];
    release?.();
    release = null;
    leaflet.off('click', click);
    leaflet.off('mousemove', hover);
    leaflet.doubleClickZoom.enable();
    leaflet.off('dblclick', finish);
    leaflet.getContainer().classList.remove('is-drawing');
    delete document.documentElement.dataset.drawing;
  }

  function paint() {
    group.clearLayers();
    const ring = drawing ? null : history.now;
    fill.setLatLngs(ring ? latLngs(ring) : []);
    rubber.setLatLngs(latLngs(corners));
    fill.addTo(group);
    rubber.addTo(group);
    fill.getElement()?.classList.toggle('is-wrong', ring !== null && crossing(ring) !== null);
    if (drawing) {
      corners.forEach((corner) => spot(corner, 'sketch-corner is-fixed', CORNER).addTo(group));
    } else if (ring && ring.length <= MOST_HANDLES) {
      ring.forEach((corner, i) => handle(ring, i, corner));
      (ring.length <= MOST_MIDPOINTS ? ring : []).forEach(([lon, lat], i) => {
        const [nextLon, nextLat] = ring[(i + 1) % ring.length];
        midpoint(ring, i + 1, [(lon + nextLon) / 2, (lat + nextLat) / 2]);
      });
    }
  }

  /** @param {Position} at @param {string} className @param {number} size @param {L.MarkerOptions} [options] */
  function spot([lon, lat], className, size, options = {}) {
    return L.marker([lat, lon], { interactive: false, keyboard: false, ...options, icon: L.divIcon({ className, iconSize: [size, size] }) });
  }

  /** @param {Ring} ring @param {number} index @param {Position} corner */
  function handle(ring, index, corner) {
    const marker = spot(corner, 'sketch-corner', CORNER, { draggable: true, interactive: true, keyboard: true, title: words.tools.corner(index + 1) });
    marker.on('drag', () => fill.setLatLngs(latLngs(moved(ring, index, positionOf(marker.getLatLng())))));
    marker.on('dragend', () => change(moved(ring, index, positionOf(marker.getLatLng()))));
    marker.addTo(group);
    marker.getElement()?.addEventListener('keydown', (e) => cornerKey(e, ring, index));
  }

  /** Arrow keys move a corner by pixels, Delete removes it. @param {KeyboardEvent} e @param {Ring} ring @param {number} index */
  function cornerKey(e, ring, index) {
    const step = e.shiftKey ? 20 : 4;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
    if (by) {
      const [lon, lat] = ring[index];
      const at = leaflet.latLngToContainerPoint([lat, lon]).add(L.point(by[0], by[1]));
      change(moved(ring, index, positionOf(leaflet.containerPointToLatLng(at))));
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      change(removed(ring, index));
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    const handles = leaflet.getContainer().querySelectorAll('.sketch-corner');
    /** @type {HTMLElement|undefined} */ (handles[Math.min(index, handles.length - 1)])?.focus();
  }

  /** @param {Ring} ring @param {number} index @param {Position} at */
  function midpoint(ring, index, at) {
    const marker = spot(at, 'sketch-midpoint', MIDPOINT, { draggable: true, interactive: true, title: words.tools.addCorner });
    marker.on('drag', () => fill.setLatLngs(latLngs(inserted(ring, index, positionOf(marker.getLatLng())))));
    marker.on('dragend click', () => change(inserted(ring, index, positionOf(marker.getLatLng()))));
    marker.addTo(group);
  }

  return {
    get drawing() { return drawing; },
    get corners() { return corners.length; },
    get ring() { return history.now; },
    get canUndo() { return drawing ? corners.length > 0 : history.canUndo; },
    get canRedo() { return !drawing && history.canRedo; },
    undo,
    redo,
    finish,
    cancel,
    /** @param {Kind} kind */
    draw(kind) {
      stopDrawing();
      drawing = kind;
      release = pointer.hold();
      leaflet.on('click', click);
      leaflet.on('mousemove', hover);
      leaflet.on('dblclick', finish);
      leaflet.doubleClickZoom.disable();
      leaflet.getContainer().classList.add('is-drawing');
      document.documentElement.dataset.drawing = kind;
      paint();
      onChange();
    },
    /** Takes a new outline as one step that can be undone. @param {Ring|null} ring */
    set(ring) {
      stopDrawing();
      change(ring);
    },
    /** Starts afresh, for another area: nothing to undo. @param {Ring|null} ring */
    reset(ring) {
      stopDrawing();
      history = createHistory(ring);
      paint();
    },
    show() {
      if (!active) {
        active = true;
        group.addTo(leaflet);
        document.addEventListener('keydown', key, true);
        paint();
      }
    },
    hide() {
      active = false;
      stopDrawing();
      group.remove();
      document.removeEventListener('keydown', key, true);
    },
  };
}

/** @typedef {ReturnType<typeof createSketch>} Sketch */

/** @param {Ring} ring @returns {Ring} */
const closed = (ring) => [...ring, ring[0]];
