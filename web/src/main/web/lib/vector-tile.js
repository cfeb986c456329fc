// The one place that knows where the reader of Mapbox vector tiles is served.
// @ts-nocheck
import { VectorTile } from '../npm/@mapbox/vector-tile-3.0.0/index.js';
import { PbfReader } from '../npm/pbf-5.1.2/index.js';

/**
 * Every layer of a tile.
 *
 * @param {ArrayBuffer} bytes
 * @returns {{name: string, extent: number, features: {type: number, properties: Record<string, any>, loadGeometry: () => {x: number, y: number}[][]}[]}[]}
 */
export const layersOf = (bytes) => Object.values(new VectorTile(new PbfReader(bytes)).layers)
  .map((layer) => ({ name: layer.name, extent: layer.extent, features: Array.from({ length: layer.length }, (_, i) => layer.feature(i)) }));

/**
 * The features of one layer of a tile; none when it is not in the tile.
 *
 * @param {ArrayBuffer} bytes @param {string} layer
 * @returns {{extent: number, features: {type: number, properties: Record<string, any>, loadGeometry: () => {x: number, y: number}[][]}[]}}
 */
export function featuresOf(bytes, layer) {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  return { extent: found?.extent ?? 4096, features: Array.from({ length: found?.length ?? 0 }, (_, i) => found.feature(i)) };
}
