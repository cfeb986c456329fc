// What one looks at stays where it is on the screen while panels come and go at the map's edges. The view of the state, which the
// address holds, is about the middle of the frame: the room for the map and the panels beside it.
// @ts-check
import * as L from '../lib/leaflet.js';
/** @typedef {import('../core/types.js').View} View */

/** The map puts its pictures on whole pixels: nearer than that is the same place. */
const SAME_PX = 0.75;
const SAME_ZOOM = 0.01;
/** The address has five digits. */
const SAME_DEGREES = 1e-5;

/**
 * @param {L.Map} map
 * @param {HTMLElement} [frame] none, or one that is not shown: the map's own window
 */
export function keepMiddle(map, frame) {
  let isMoving = false;
  map.on('movestart', () => { isMoving = true; });
  map.on('moveend', () => { isMoving = false; });

  /** In pixels of the map's window. */
  function middle() {
    const room = frame?.getBoundingClientRect();
    if (!room?.width) {
      return map.getSize().divideBy(2);
    }
    const window = map.getContainer().getBoundingClientRect();
    return L.point(room.left + room.width / 2 - window.left, room.top + room.height / 2 - window.top);
  }
  const away = (/** @type {View} */ { lat, lng }) => map.latLngToContainerPoint([lat, lng]).subtract(middle());

  /** @param {View} view @returns {boolean} whether the map shows it, as nearly as it can */
  function shows(view) {
    const { x, y } = away(view);
    return Math.abs(map.getZoom() - view.zoom) <= SAME_ZOOM && Math.abs(x) <= SAME_PX && Math.abs(y) <= SAME_PX;
  }

  return {
    shows,
    isMoving: () => isMoving,
    /** What is looked at now; what the state has while that is the same. @param {View|null} known @returns {View} */
    now(known) {
      if (known && shows(known) && known.zoom === map.getZoom()) {
        return known;
      }
      const at = frame ? map.containerPointToLatLng(middle()) : map.getCenter();
      return { lat: at.lat, lng: at.lng, zoom: map.getZoom() };
    },
    /** @param {View} view */
    place(view) {
      const window = map.getSize().divideBy(2);
      const centre = map.unproject(map.project([view.lat, view.lng], view.zoom).add(window).subtract(middle()), view.zoom);
      map.setView(frame ? centre : [view.lat, view.lng], view.zoom, { animate: false });
    },
    /** @param {View} view */
    differs(view) {
      const at = frame ? map.containerPointToLatLng(middle()) : map.getCenter();
      return !shows(view) && (Math.abs(at.lat - view.lat) > SAME_DEGREES || Math.abs(at.lng - view.lng) > SAME_DEGREES || Math.abs(map.getZoom() - view.zoom) > SAME_ZOOM);
    },
    /** The window has another size or place; while the map flies or is dragged it goes on from there. @param {View|null} view */
    fit(view) {
      const wasMoving = isMoving;
      map.invalidateSize({ pan: false, animate: false });
      if (view && !wasMoving && Math.abs(map.getZoom() - view.zoom) <= SAME_ZOOM && !shows(view)) {
        map.panBy(away(view).round(), { animate: false });
      }
      isMoving = wasMoving;
    },
  };
}
