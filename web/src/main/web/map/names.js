// What the features of a picture are called and where their names belong. Worked out once for each
// picture: names are placed anew with every step of the time slider.
// @ts-check
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('./projection.js').Path} Path */
/** @typedef {{x: number, y: number, text: string, rank: number}} Name x, y: world fractions */
/** @typedef {Name & {size: number}} AreaName size: of its box, in world squares */

/** @type {WeakMap<Picture, Name[]>} */
const ofPoints = new WeakMap();
/** @type {WeakMap<Picture, AreaName[]>} */
const ofAreas = new WeakMap();

/** @param {Picture|undefined} picture @param {(code: string) => number} rank @returns {Name[]} */
export function pointNames(picture, rank) {
  if (!picture) {
    return [];
  }
  let names = ofPoints.get(picture);
  if (!names) {
    const { points } = picture;
    names = points.ids
      .map((_, i) => ({ x: points.x[i], y: points.y[i], text: points.titles[i], rank: rank(points.codes[i]) }))
      .filter(({ text }) => text);
    ofPoints.set(picture, names);
  }
  return names;
}

/** At the centre of the largest part of each area. @param {Picture|undefined} picture @param {(code: string) => number} rank @returns {AreaName[]} */
export function areaNames(picture, rank) {
  if (!picture) {
    return [];
  }
  let names = ofAreas.get(picture);
  if (!names) {
    names = picture.shapes.filter(({ title, paths }) => title && paths.length > 0).map((shape) => {
      const largest = shape.paths.reduce((a, b) => (size(b) > size(a) ? b : a));
      const [x, y] = centroid(largest.points);
      return { x, y, size: size(largest), text: shape.title, rank: rank(shape.group) };
    });
    ofAreas.set(picture, names);
  }
  return names;
}

/** @param {Path} path */
const size = ({ box }) => (box[2] - box[0]) * (box[3] - box[1]);

/**
 * Centre of mass of a ring.
 *
 * @param {Float64Array} ring x, y in turn, the first again at the end
 * @returns {[number, number]}
 */
export function centroid(ring) {
  // Relative to the first corner: far from it the products would lose the digits that matter.
  const [x0, y0] = ring;
  let doubled = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i] - x0, ring[i + 1] - y0, ring[i + 2] - x0, ring[i + 3] - y0];
    const cross = ax * by - bx * ay;
    doubled += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  return doubled === 0 ? [x0, y0] : [x0 + sumX / (3 * doubled), y0 + sumY / (3 * doubled)];
}
