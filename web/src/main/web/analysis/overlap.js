// How much of two sets of areas lies in both, counted on a fine raster of equal degrees weighted by latitude. Pure.
// @ts-check
/** @typedef {{geometry: GeoJSON.Geometry|null}} Shaped */

/** Lines and columns over both: a share is then right to about one percent for shapes of more than some ten cells. */
const CELLS = 600;
const KM_PER_DEGREE = 111.2;

/** @param {GeoJSON.Geometry|null} geometry @returns {GeoJSON.Position[][]} rings of all polygons */
const ringsOf = (geometry) => (geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);

/**
 * Marks the cells whose centre lies inside; each shape by its own even-odd rule, so that shapes that overlap do not cancel.
 *
 * @param {Shaped[]} shapes @param {[number, number, number, number]} box west, south, east, north @returns {Uint8Array}
 */
function raster(shapes, [west, south, east, north]) {
  const cells = new Uint8Array(CELLS * CELLS);
  for (const { geometry } of shapes) {
    const rings = ringsOf(geometry);
    for (let line = 0; line < CELLS; line++) {
      const lat = north - ((line + 0.5) / CELLS) * (north - south);
      /** @type {number[]} */
      const crossings = [];
      for (const ring of rings) {
        for (let i = 1; i < ring.length; i++) {
          const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
          if ((y1 <= lat) !== (y2 <= lat)) {
            crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
          }
        }
      }
      crossings.sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.ceil(((crossings[i] - west) / (east - west)) * CELLS - 0.5));
        const to = Math.min(CELLS - 1, Math.floor(((crossings[i + 1] - west) / (east - west)) * CELLS - 0.5));
        cells.fill(1, line * CELLS + from, line * CELLS + Math.max(from, to + 1));
      }
    }
  }
  return cells;
}

/** @param {Shaped[]} shapes @returns {[number, number, number, number]|null} */
function boxOf(shapes) {
  const at = shapes.flatMap(({ geometry }) => ringsOf(geometry)).flat();
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of at) {
    box.splice(0, 4, Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y));
  }
  return at.length === 0 ? null : box;
}

/**
 * @param {Shaped[]} a @param {Shaped[]} b
 * @returns {{jaccard: number, ofA: number, ofB: number, kmA: number, kmB: number}|null} shares from 0 to 1 and square kilometres; null when one has no areas
 */
export function overlapOf(a, b) {
  const box = boxOf([...a, ...b]);
  if (!box || !boxOf(a) || !boxOf(b)) {
    return null;
  }
  const [inA, inB] = [raster(a, box), raster(b, box)];
  let [sumA, sumB, both] = [0, 0, 0];
  for (let line = 0; line < CELLS; line++) {
    const weight = Math.cos(((box[3] - ((line + 0.5) / CELLS) * (box[3] - box[1])) * Math.PI) / 180);
    for (let i = line * CELLS; i < (line + 1) * CELLS; i++) {
      sumA += inA[i] * weight;
      sumB += inB[i] * weight;
      both += (inA[i] & inB[i]) * weight;
    }
  }
  const km = ((box[2] - box[0]) * (box[3] - box[1]) * KM_PER_DEGREE ** 2) / CELLS ** 2;
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole === 0 ? 0 : part / whole);
  return { jaccard: share(both, sumA + sumB - both), ofA: share(both, sumA), ofB: share(both, sumB), kmA: sumA * km, kmB: sumB * km };
}
