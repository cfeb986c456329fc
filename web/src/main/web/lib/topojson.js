// The one place that knows where the TopoJSON reader and the world outlines are served.
// @ts-nocheck
export { default as feature } from '../npm/topojson-client-3.1.0/src/feature.js';
export { default as mesh } from '../npm/topojson-client-3.1.0/src/mesh.js';

/** @param {'110m'|'50m'|'10m'} detail */
export const outlinesAddress = (detail) => new URL(`../npm/world-atlas-2.0.2/countries-${detail}.json`, import.meta.url);
