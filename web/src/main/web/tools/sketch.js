// Drawing and editing one area on the map: corners by click or tap, dragged or moved with the
// arrow keys afterwards, with undo.
// @ts-check
import { el } from '../core/dom.js';
import { direction } from '../core/language.js';
import * as L from '../lib/leaflet.js';
import { createHistory, distanceMetres, rectangle } from './ring.js';
import { cover, HALF_WIDTH, isWrong, RADIUS, round, sizeOf, within } from './shape.js';
import { sketchHandles } from './sketch-handles.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {'polygon'|'rectangle'|'circle'|'corridor'} Kind */

/** Pixels within which a click on the first corner closes the outline. */
const CLOSING_REACH = 14;
/** A corridor is first drawn this wide to each side. */
const FIRST_WIDTH_PX = 18;
const LEAST_CORNERS = { polygon: 3, corridor: 2 };

/**
 * @param {{leaflet: L.Map, pointer: {hold: () => () => void}, onChange: () => void}} context onChange is called
 *     after every change of shape or mode
 */
export function createSketch({ leaflet, pointer, onChange }) {
  const group = L.layerGroup();
  const fill = L.polygon([], { className: 'sketch-area', interactive: false, fillRule: 'nonzero', smoothFactor: 0 });
  const rubber = L.polyline([], { className: 'sketch-line', interactive: false });
  const size = L.tooltip({ direction: 'right', offset: [14, 0], className: 'sketch-size', interactive: false });
  const handles = sketchHandles(leaflet, group, { preview: (shape) => draw(shape), change: (shape) => change(shape) });
  /** @type {Kind|null} */
  let drawing = null;
  /** @type {Position[]} */
  let corners = [];
  /** @type {(() => void)|null} */
  let release = null;
  let history = createHistory(/** @type {Shape|null} */ (null));
  let active = false;

  const positionOf = (/** @type {L.LatLng} */ at) => /** @type {Position} */ ([Number(at.lng.toFixed(6)), Number(at.lat.toFixed(6))]);
  const latLngs = (/** @type {Position[]} */ list) => list.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
  /** Drawn corner by corner until somebody ends it. */
  const isOpen = () => drawing === 'polygon' || drawing === 'corridor';

  /** @param {Position[]} list what is drawn with these corners @returns {Shape|null} */
  function shapeOf(list) {
    const [a, b] = list;
    if (drawing === 'corridor') {
      return list.length < 2 ? null : { kind: 'corridor', line: list, halfWidth: firstWidth() };
    }
    if (drawing === 'polygon') {
      return list.length < 3 ? null : { kind: 'polygon', ring: list };
    }
    if (!b) {
      return null;
    }
    return drawing === 'rectangle' ? { kind: 'polygon', ring: rectangle(a, b) } : { kind: 'circle', centre: a, radius: within(distanceMetres(a, b), RADIUS) };
  }

  /** What some pixels are in the middle of the map, rounded; the width of the corridor before stays. */
  function firstWidth() {
    if (history.now?.kind === 'corridor') {
      return history.now.halfWidth;
    }
    const middle = leaflet.getSize().divideBy(2);
    const metres = leaflet.distance(leaflet.containerPointToLatLng(middle), leaflet.containerPointToLatLng(middle.add([FIRST_WIDTH_PX, 0])));
    return within(round(metres), HALF_WIDTH);
  }

  /** @param {L.LeafletMouseEvent} e */
  function click(e) {
    const at = positionOf(e.latlng);
    if (isOpen()) {
      const first = drawing === 'polygon' && corners.length >= 3 ? leaflet.latLngToContainerPoint(latLngs(corners)[0]) : null;
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
      complete(shapeOf([corners[0], at]));
      return;
    }
    paint();
    onChange();
  }

  /** @param {L.LeafletMouseEvent} e */
  function hover(e) {
    if (corners.length === 0) {
      return;
    }
    const list = [...corners, positionOf(e.latlng)];
    const shape = shapeOf(list);
    rubber.setLatLngs(latLngs(list));
    fill.setLatLngs(shape && drawing !== 'polygon' ? cover(shape).map(latLngs) : []);
    if (shape && shape.kind !== 'polygon') {
      size.setLatLng(e.latlng).setContent(el('span', { dir: direction }, sizeOf(shape))).addTo(group);
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
    return canFinish() ? complete(shapeOf(corners)) : false;
  }

  const canFinish = () => isOpen() && corners.length >= LEAST_CORNERS[/** @type {'polygon'|'corridor'} */ (drawing)];

  /** @param {Shape|null} shape */
  function complete(shape) {
    stopDrawing();
    change(shape);
  }

  function cancel() {
    stopDrawing();
    paint();
    onChange();
  }

  /** @param {Shape|null} shape */
  function change(shape) {
    history.push(shape);
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

  /** @param {Shape|null} shape */
  function draw(shape) {
    fill.setLatLngs(shape ? cover(shape).map(latLngs) : []);
    fill.getElement()?.classList.toggle('is-wrong', shape !== null && isWrong(shape));
    fill.getElement()?.classList.toggle('is-corridor', shape?.kind === 'corridor');
    rubber.setLatLngs(shape?.kind === 'corridor' ? latLngs(shape.line) : []);
  }

  function paint() {
    group.clearLayers();
    fill.addTo(group);
    rubber.addTo(group);
    draw(drawing === 'corridor' ? shapeOf(corners) : drawing ? null : history.now);
    if (drawing) {
      rubber.setLatLngs(latLngs(corners));
      handles.fixed(corners);
    } else if (history.now) {
      handles.show(history.now);
    }
  }

  return {
    get drawing() { return drawing; },
    get corners() { return corners.length; },
    get shape() { return history.now; },
    get canUndo() { return drawing ? corners.length > 0 : history.canUndo; },
    get canRedo() { return !drawing && history.canRedo; },
    get canFinish() { return canFinish(); },
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
    /** Takes a new shape as one step that can be undone. @param {Shape|null} shape */
    set(shape) {
      stopDrawing();
      change(shape);
    },
    /** Starts afresh, for another area: nothing to undo. @param {Shape|null} shape */
    reset(shape) {
      stopDrawing();
      history = createHistory(shape);
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
