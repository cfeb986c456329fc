// Fetches what draws rings once there are some.
// @ts-check

/** @param {import('leaflet').Map} leaflet @param {import('../../core/store.js').Store} store @param {import('../../core/api.js').Api} api */
export function showRings(leaflet, store, api) {
  const stop = store.watch((s) => s.rings !== null, load);
  let asked = false;

  async function load() {
    if (store.state.rings !== null && !asked) {
      asked = true;
      try {
        const { ringLayer } = await import('./ring-layer.js');
        ringLayer(leaflet, store, api);
        stop();
      } catch {
        asked = false;
      }
    }
  }

  void load();
}
