// Creating, changing and removing single features, so that no edit of somebody else is lost.
// @ts-check
/** @typedef {{id: string, tag: string}} Stored tag is the version that the next edit must name */
/** @typedef {Stored & {geometry: GeoJSON.Geometry|null, properties: Record<string, any>}} Found */

const GEOJSON = 'application/geo+json';

/** What the page shows of one feature: enough to begin with without a line, in memory alone. @type {(Found & {layer: string})|null} */
let held = null;

/** @param {string} layer @param {GeoJSON.Feature & {id?: string|number}} feature as the server said it last */
export function hold(layer, { id, geometry, properties }) {
  held = { layer, id: String(id), tag: `"${properties?.version}"`, geometry, properties: properties ?? {} };
}

/** @param {import('../core/api.js').Api} api @param {string} layer */
export function features(api, layer) {
  const items = `/collections/${encodeURIComponent(layer)}/items`;
  const path = (/** @type {string} */ id) => `${items}/${encodeURIComponent(id)}`;
  return {
    /**
     * As it stands; without a line as it is shown on this page, of which the next edit names the version.
     *
     * @param {string} id @returns {Promise<Found>}
     */
    async findOrShown(id) {
      try {
        return await this.find(id);
      } catch (error) {
        if (error.status === 0 && held?.layer === layer && held.id === id) {
          return held;
        }
        throw error;
      }
    },
    /** @param {string} id @returns {Promise<Found>} */
    async find(id) {
      const response = await api.request(path(id), { headers: { accept: GEOJSON }, cache: 'no-store' });
      const { geometry, properties } = await response.json();
      return { id, tag: response.headers.get('etag') ?? '', geometry, properties };
    },
    /** @param {GeoJSON.Geometry|null} geometry @param {Record<string, unknown>} properties @param {string} [key] the same for every attempt at one thing, so that it is kept once @returns {Promise<Stored>} */
    async create(geometry, properties, key) {
      const response = await api.request(items, { method: 'POST', headers: { 'content-type': GEOJSON, ...(key ? { 'idempotency-key': key } : {}) }, body: JSON.stringify({ type: 'Feature', geometry, properties }) });
      const id = (response.headers.get('location') ?? '').split('/').pop() ?? '';
      return { id, tag: response.headers.get('etag') ?? '' };
    },
    /** @param {Stored} stored @param {{geometry?: GeoJSON.Geometry|null, properties?: Record<string, unknown>}} patch JSON merge patch @returns {Promise<Stored>} */
    async change(stored, patch) {
      const response = await api.request(path(stored.id), { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json', 'if-match': stored.tag }, body: JSON.stringify(patch) });
      return { id: stored.id, tag: response.headers.get('etag') ?? '' };
    },
    /** @param {Stored} stored */
    async remove(stored) {
      await api.request(path(stored.id), { method: 'DELETE', headers: { 'if-match': stored.tag } });
    },
  };
}
