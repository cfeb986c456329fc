// A line with fewer positions that stays as near to the old one as it can (Douglas and Peucker, 1973). Pure.
// @ts-check
/** @typedef {import('../core/area.js').Position} Position */

/** Square of the distance of a position from a segment, in degrees squared with longitudes as they are at its latitude. @param {Position} at @param {Position} from @param {Position} to */
function apart(at, from, to) {
  const scale = Math.cos((from[1] * Math.PI) / 180);
  const [x, y] = [(at[0] - from[0]) * scale, at[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * scale, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
  return (x - share * dx) ** 2 + (y - share * dy) ** 2;
}

/**
 * The positions that matter most, ends first. Cost: positions times those that are kept.
 *
 * @param {Position[]} line longitude and latitude in degrees @param {number} most at least 2 @returns {Position[]}
 */
export function fewer(line, most) {
  const kept = [0, line.length - 1];
  while (kept.length < Math.min(most, line.length)) {
    let farthest = { index: -1, distance: 0 };
    for (let k = 1; k < kept.length; k++) {
      for (let i = kept[k - 1] + 1; i < kept[k]; i++) {
        const distance = apart(line[i], line[kept[k - 1]], line[kept[k]]);
        farthest = distance > farthest.distance ? { index: i, distance } : farthest;
      }
    }
    if (farthest.index < 0) {
      break;
    }
    kept.push(farthest.index);
    kept.sort((a, b) => a - b);
  }
  return kept.map((index) => [line[index][0], line[index][1]]);
}
