// One outline or line drawn on the map, corner after corner, by click or tap; what it becomes is up to
// whoever asked for it.
// @ts-check
import { el } from '../core/dom.js';
import { direction } from '../core/language.js';
import * as L from '../lib/leaflet.js';
import { distanceMetres, rectangle } from './ring.js';
import { cover, HALF_WIDTH, RADIUS, round, sizeOf, within } from './shape.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../core/area.js').Shape} Shape */
/** What is drawn: a new shape, or a part to add, a hole to cut, a line to split along, a line to measure. @typedef {'polygon'|'rectangle'|'circle'|'corridor'|'part'|'hole'|'split'|'line'} Kind */

/** Pixels within which a click, or a tap, on the first corner closes the outline. */
const CLOSING_REACH = { click: 14, tap: 26 };
/** A corridor is first drawn this wide to each side. */
const FIRST_WIDTH_PX = 18;
/** @type {Partial<Record<Kind, number>>} Those that are drawn corner by corner until somebody ends them. */
const LEAST_CORNERS = { polygon: 3, part: 3, hole: 3, corridor: 2, split: 2, line: 2 };

/**
 * @param {{leaflet: L.Map, pointer: {hold: () => () => void}, group: L.LayerGroup, snap?: import('./snapping.js').Snapping, widthBefore?: () => number|null, hovered?: (corners: Position[]) => string|null,
 *   painted: (shape: Shape|null) => void, changed: () => void, drawn: (kind: Kind, shape: Shape|null, corners: Position[]) => void}} context
 *     widthBefore: of the corridor before, in metres; hovered: what is said beside the pointer; painted: what it is so far; drawn: it is finished
 */
export function drawing({ leaflet, pointer, group, snap, widthBefore, hovered, painted, changed, drawn }) {
  const rubber = L.polyline([], { className: 'sketch-line', interactive: false });
  const size = L.tooltip({ direction: 'right', offset: [14, 0], className: 'sketch-size', interactive: false });
  /** @type {Kind|null} */
  let kind = null;
  /** @type {Position[]} */
  let corners = [];
  /** @type {(() => void)|null} */
  let release = null;

  const latLngs = (/** @type {Position[]} */ list) => list.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
  const isOpen = () => kind !== null && LEAST_CORNERS[kind] !== undefined;
  const isRing = () => kind === 'polygon' || kind === 'part' || kind === 'hole';

  /** Where the pointer is, beside the corner before on the map also across the 180th meridian. @param {L.LeafletMouseEvent} e @returns {Position} */
  function positionOf(e) {
    const [lon, lat] = snap?.stick([e.latlng.lng, e.latlng.lat], e.originalEvent?.altKey === true) ?? [e.latlng.lng, e.latlng.lat];
    const last = corners[corners.length - 1];
    const turns = last ? Math.round((lon - last[0]) / 360) : 0;
    return [Number((lon - 360 * turns).toFixed(6)), Number(lat.toFixed(6))];
  }

  /** @param {Position[]} list what is drawn with these corners @returns {Shape|null} */
  function shapeOf(list) {
    const [a, b] = list;
    if (kind === 'corridor') {
      return list.length < 2 ? null : { kind: 'corridor', line: list, halfWidth: widthBefore?.() ?? firstWidth() };
    }
    if (isRing()) {
      return list.length < 3 ? null : { kind: 'polygon', parts: [[list]] };
    }
    if (!b || kind === 'split' || kind === 'line') {
      return null;
    }
    return kind === 'rectangle' ? { kind: 'polygon', parts: [[rectangle(a, b)]] } : { kind: 'circle', centre: a, radius: within(distanceMetres(a, b), RADIUS) };
  }

  const isTap = (/** @type {L.LeafletMouseEvent} */ e) => /** @type {PointerEvent} */ (e.originalEvent)?.pointerType === 'touch';

  /** What some pixels are in the middle of the map, rounded. */
  function firstWidth() {
    const middle = leaflet.getSize().divideBy(2);
    const metres = leaflet.distance(leaflet.containerPointToLatLng(middle), leaflet.containerPointToLatLng(middle.add([FIRST_WIDTH_PX, 0])));
    return within(round(metres), HALF_WIDTH);
  }

  /** @param {L.LeafletMouseEvent} e */
  function click(e) {
    const at = positionOf(e);
    if (isOpen()) {
      const first = isRing() && corners.length >= 3 ? leaflet.latLngToContainerPoint(latLngs(corners)[0]) : null;
      if (first && first.distanceTo(e.containerPoint) < CLOSING_REACH[isTap(e) ? 'tap' : 'click']) {
        finish();
        return;
      }
      const last = corners[corners.length - 1];
      // The second click of a double click closes the outline and is no corner.
      if (!last || leaflet.latLngToContainerPoint([last[1], last[0]]).distanceTo(leaflet.latLngToContainerPoint([at[1], at[0]])) > 3) {
        corners = [...corners, at];
      }
    } else if (corners.length === 0) {
      corners = [at];
    } else if (distanceMetres(corners[0], at) > 1) {
      complete([corners[0], at]);
      return;
    }
    changed();
  }

  /** @param {L.LeafletMouseEvent} e */
  function hover(e) {
    const list = [...corners, positionOf(e)];
    if (corners.length === 0) {
      return;
    }
    const shape = shapeOf(list);
    rubber.setLatLngs(latLngs(list));
    painted(shape && !isRing() ? shape : null);
    const said = hovered?.(list) ?? (shape && shape.kind !== 'polygon' ? sizeOf(shape) : null);
    if (said) {
      size.setLatLng(e.latlng).setContent(el('span', { dir: direction }, said)).addTo(group);
    }
  }

  /** @param {Position[]} list */
  function complete(list) {
    const [done, shape] = [/** @type {Kind} */ (kind), shapeOf(list)];
    stop();
    drawn(done, shape, list);
  }

  const canFinish = () => kind !== null && corners.length >= (LEAST_CORNERS[kind] ?? Infinity);

  /** @returns {false|void} false when there is nothing to finish yet */
  function finish() {
    return canFinish() ? complete(corners) : false;
  }

  function stop() {
    kind = null;
    corners = [];
    release?.();
    release = null;
    leaflet.off('click', click);
    leaflet.off('mousemove', hover);
    leaflet.doubleClickZoom.enable();
    leaflet.off('dblclick', finish);
    leaflet.getContainer().classList.remove('is-drawing');
    delete document.documentElement.dataset.drawing;
    rubber.setLatLngs([]);
    snap?.release();
  }

  return {
    get kind() { return kind; },
    get corners() { return corners; },
    get canFinish() { return canFinish(); },
    finish,
    stop,
    takeBack() {
      corners = corners.slice(0, -1);
      changed();
    },
    /** @param {Kind} wanted */
    start(wanted) {
      stop();
      kind = wanted;
      release = pointer.hold();
      leaflet.on('click', click);
      leaflet.on('mousemove', hover);
      leaflet.on('dblclick', finish);
      leaflet.doubleClickZoom.disable();
      leaflet.getContainer().classList.add('is-drawing');
      document.documentElement.dataset.drawing = wanted;
    },
    /** Puts what there is so far on the map. */
    show() {
      rubber.addTo(group);
      rubber.setLatLngs(latLngs(corners));
      painted(kind === 'corridor' ? shapeOf(corners) : null);
    },
  };
}
