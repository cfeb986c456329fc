// One click on the map that says where.
// @ts-check
/**
 * @param {{leaflet: import('leaflet').Map, pointer: {hold: () => () => void}}} map
 * @param {(position: [number, number]|null) => void} done longitude, latitude; null when it was given up
 * @returns {() => void} gives it up
 */
export function pickPosition({ leaflet, pointer }, done) {
  const letGo = pointer.hold();
  const container = leaflet.getContainer();
  container.classList.add('is-drawing');
  document.documentElement.dataset.drawing = 'point';

  /** @param {[number, number]|null} position */
  function stop(position) {
    leaflet.off('click', onClick);
    removeEventListener('keydown', onKey, true);
    container.classList.remove('is-drawing');
    delete document.documentElement.dataset.drawing;
    letGo();
    done(position);
  }
  /** @param {import('leaflet').LeafletMouseEvent} e */
  function onClick(e) {
    const { lng, lat } = e.latlng.wrap();
    stop([Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]);
  }
  /** @param {KeyboardEvent} e */
  function onKey(e) {
    if (e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      stop(null);
    }
  }
  leaflet.on('click', onClick);
  addEventListener('keydown', onKey, true);
  return () => stop(null);
}
