// Areas joined and cut out of each other, by polyclip-ts. Pure; the library is handed in, because it is
// loaded only when somebody joins or cuts.
// @ts-check
import { fromGeometry, toGeometry } from './parts.js';
import { cleaned } from './split.js';
/** @typedef {import('./parts.js').Parts} Parts */
/** @typedef {GeoJSON.Position[][][]} Multi */
/** @typedef {{union: (first: Multi, ...others: Multi[]) => Multi, difference: (first: Multi, ...others: Multi[]) => Multi}} Clipper */

/** @param {Parts} parts @returns {Multi} */
function multi(parts) {
  const geometry = toGeometry(parts);
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** @param {Multi} result @returns {Parts} */
const read = (result) => (fromGeometry({ type: 'MultiPolygon', coordinates: result }) ?? [])
  .map((part) => part.map(cleaned))
  .flatMap(([outer, ...holes]) => (outer ? [[outer, ...holes.filter((hole) => hole !== null)]] : []));

/** @param {Clipper} clipper */
export const overlays = (clipper) => ({
  /** Everything that is in any of them; parts that meet along a side become one. @param {Parts} first @param {...Parts} others @returns {Parts} */
  joined: (first, ...others) => read(clipper.union(multi(first), ...others.map(multi))),
  /** What is in the first and not in the second. @param {Parts} parts @param {Parts} hole @returns {Parts} none when nothing is left */
  without: (parts, hole) => read(clipper.difference(multi(parts), multi(hole))),
});
/** @typedef {ReturnType<typeof overlays>} Overlays */
