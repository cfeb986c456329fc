// The corner or border of other areas that is nearest to a place. Pure. Distances are of the flat map around
// the place, which is what a hand sees.
// @ts-check
import { boxOf } from './parts.js';
/** @typedef {import('./parts.js').Position} Position */
/** @typedef {import('./parts.js').Parts} Parts */
/** @typedef {{id: string, layer: string, title: string, parts: Parts, box: import('./parts.js').Box}} Target */
/** @typedef {{at: Position, kind: 'corner'|'border', title: string}} Snap */

/** @param {{id: string, layer: string, title: string, parts: Parts}} area @returns {Target} */
export const targetOf = (area) => ({ ...area, box: boxOf(area.parts.flatMap(([outer]) => outer)) });

/**
 * @param {Target[]} targets
 * @param {Position} at
 * @param {number} reach degrees of latitude
 * @returns {Snap|null} a corner within reach before a border
 */
export function snapTo(targets, [x, y], reach) {
  const narrow = Math.max(0.01, Math.cos((y * Math.PI) / 180));
  const wide = reach / narrow;
  let corner = { far: reach, snap: /** @type {Snap|null} */ (null) };
  let border = { far: reach, snap: /** @type {Snap|null} */ (null) };
  for (const { box, parts, title } of targets) {
    if (x < box.west - wide || x > box.east + wide || y < box.south - reach || y > box.north + reach) {
      continue;
    }
    for (const ring of parts.flat()) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i];
        const b = ring[(i + 1) % ring.length];
        if (Math.min(a[0], b[0]) - wide > x || Math.max(a[0], b[0]) + wide < x || Math.min(a[1], b[1]) - reach > y || Math.max(a[1], b[1]) + reach < y) {
          continue;
        }
        const [ax, ay, bx, by] = [(a[0] - x) * narrow, a[1] - y, (b[0] - x) * narrow, b[1] - y];
        const toCorner = Math.hypot(ax, ay);
        if (toCorner < corner.far) {
          corner = { far: toCorner, snap: { at: a, kind: 'corner', title } };
        }
        const length = (bx - ax) ** 2 + (by - ay) ** 2;
        const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
        const toBorder = Math.hypot(ax + t * (bx - ax), ay + t * (by - ay));
        if (toBorder < border.far) {
          border = { far: toBorder, snap: { at: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])], kind: 'border', title } };
        }
      }
    }
  }
  return corner.snap ?? border.snap;
}
