// The one place that knows where polyclip-ts is served. It is fetched when areas are first joined or cut,
// and puts itself where a script of the page would.
// @ts-check
/** @typedef {import('../tools/outline/overlay.js').Clipper} Clipper */

/** @returns {Promise<Clipper>} */
export async function loadClipper() {
  await import(new URL('../npm/polyclip-ts-0.16.8/dist/polyclip-ts.umd.min.js', import.meta.url).href);
  return /** @type {any} */ (globalThis).polyclip;
}
