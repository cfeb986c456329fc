// What is under the pointer. Distances are in pixels of the canvas.
// @ts-check

/**
 * Indexes of the points within reach, nearest first.
 *
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {number[]}
 */
export function pointsAt(xs, ys, x, y, reach) {
  const found = [];
  const limit = reach * reach;
  for (let i = 0; i < xs.length; i++) {
    const dx = xs[i] - x;
    const dy = ys[i] - y;
    const d = dx * dx + dy * dy;
    if (d <= limit) {
      found.push({ i, d });
    }
  }
  return found.sort((a, b) => a.d - b.d).map(({ i }) => i);
}

/**
 * Whether a position is inside rings by the even-odd rule, so that holes count as outside.
 *
 * @param {{points: Float64Array, closed: boolean}[]} rings x, y in turn
 * @param {number} x
 * @param {number} y
 */
export function isInside(rings, x, y) {
  let inside = false;
  for (const { points, closed } of rings) {
    if (!closed) {
      continue;
    }
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const crosses = points[i + 1] > y !== points[j + 1] > y;
      if (crosses && x < ((points[j] - points[i]) * (y - points[i + 1])) / (points[j + 1] - points[i + 1]) + points[i]) {
        inside = !inside;
      }
    }
  }
  return inside;
}

/**
 * Shortest distance from a position to lines or the edges of rings, in the unit of the points.
 *
 * @param {{points: Float64Array, closed: boolean}[]} paths
 * @param {number} x
 * @param {number} y
 */
export function distanceTo(paths, x, y) {
  let best = Infinity;
  for (const { points } of paths) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      best = Math.min(best, toSegment(x, y, points[i], points[i + 1], points[i + 2], points[i + 3]));
    }
  }
  return best;
}

/** @param {number} x @param {number} y @param {number} ax @param {number} ay @param {number} bx @param {number} by */
function toSegment(x, y, ax, ay, bx, by) {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
