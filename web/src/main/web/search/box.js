// The box of a geometry with a margin around it. Pure.
// @ts-check

const METRES_OF_DEGREE = 111_320;

/**
 * @param {GeoJSON.Geometry} geometry
 * @param {number} metres around it
 * @returns {[number, number, number, number]} west, south, east, north in degrees
 */
export function boxOf(geometry, metres) {
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  walk(geometry.type === 'GeometryCollection' ? geometry.geometries.map((each) => 'coordinates' in each ? each.coordinates : []) : geometry.coordinates, box);
  const dy = metres / METRES_OF_DEGREE;
  const dx = dy / Math.max(0.05, Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180));
  return [box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy];
}

/** @param {any} coordinates @param {number[]} box */
function walk(coordinates, box) {
  if (typeof coordinates[0] === 'number') {
    const [lon, lat] = coordinates;
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
  } else {
    coordinates.forEach((/** @type {any} */ each) => walk(each, box));
  }
}
