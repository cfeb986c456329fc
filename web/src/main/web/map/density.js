// From counts to colours.
// @ts-check

/**
 * Where a count stands on the ramp, on a logarithmic scale. A single event stands at a floor well
 * above nothing: one attack in an empty place must be seen.
 *
 * @param {number} n
 * @param {number} most the largest count in view
 * @returns {number} 0 for none, else from 0.25 to 1
 */
export function intensity(n, most) {
  if (n <= 0) {
    return 0;
  }
  return most <= 1 ? 0.25 : 0.25 + (0.75 * Math.log(n)) / Math.log(most);
}

/**
 * A table of 256 colours through the given stops.
 *
 * @param {string[]} stops #rrggbb
 * @returns {string[]}
 */
export function ramp(stops) {
  const rgb = stops.map((stop) => [1, 3, 5].map((i) => parseInt(stop.slice(i, i + 2), 16)));
  return Array.from({ length: 256 }, (_, i) => {
    const at = (i / 255) * (rgb.length - 1);
    const low = Math.min(Math.floor(at), rgb.length - 2);
    const part = at - low;
    const mixed = rgb[low].map((c, k) => Math.round(c + (rgb[low + 1][k] - c) * part));
    return `rgb(${mixed.join(' ')})`;
  });
}
