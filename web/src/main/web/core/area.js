// An area in one line of text, as the server takes it and as the address holds it:
//   polygon:lon,lat,lon,lat,…   circle:lon,lat,metres   corridor:lon,lat,lon,lat,…,metres   feature:layer/id
// @ts-check

/** @typedef {[number, number]} Position longitude and latitude in degrees, WGS 84 */
/** @typedef {{kind: 'polygon', ring: Position[]}} Polygon corners in order; the first is not repeated at the end */
/** @typedef {{kind: 'circle', centre: Position, radius: number}} Circle radius in metres */
/** @typedef {{kind: 'corridor', line: Position[], halfWidth: number}} Corridor metres to each side of the line */
/** @typedef {Polygon|Circle|Corridor} Shape what can be drawn */
/** @typedef {{kind: 'feature', layer: string, id: string}} Named the area of a feature */

const DIGITS = 6;

/** @param {number} degrees */
const rounded = (degrees) => Number(degrees.toFixed(DIGITS));
/** @param {Position[]} positions */
const listed = (positions) => positions.map(([lon, lat]) => `${rounded(lon)},${rounded(lat)}`).join(',');
/** @param {number} metres */
const whole = (metres) => Number(metres.toFixed(1));

/** @param {Shape|Named} area @returns {string} */
export function areaText(area) {
  switch (area.kind) {
    case 'circle': return `circle:${listed([area.centre])},${whole(area.radius)}`;
    case 'corridor': return `corridor:${listed(area.line)},${whole(area.halfWidth)}`;
    case 'feature': return `feature:${area.layer}/${area.id}`;
    default: return `polygon:${listed(area.ring)}`;
  }
}

/** @param {string|null} text @returns {Shape|Named|null} null for what is none */
export function readArea(text) {
  const [, kind, rest] = /^(polygon|circle|corridor|feature):(.+)$/.exec(text ?? '') ?? [];
  if (kind === 'feature') {
    const [, layer, id] = /^([\w-]+)\/([\w-]+)$/.exec(rest) ?? [];
    return id ? { kind, layer, id } : null;
  }
  const numbers = (rest ?? '').split(',').map(Number);
  if (!kind || !numbers.every(Number.isFinite) || rest.split(',').includes('')) {
    return null;
  }
  const positions = paired(kind === 'polygon' ? numbers : numbers.slice(0, -1));
  const metres = numbers[numbers.length - 1];
  if (!positions) {
    return null;
  }
  if (kind === 'polygon') {
    return positions.length >= 3 ? { kind, ring: positions } : null;
  }
  if (metres <= 0) {
    return null;
  }
  if (kind === 'circle') {
    return positions.length === 1 ? { kind, centre: positions[0], radius: metres } : null;
  }
  return positions.length >= 2 ? { kind: 'corridor', line: positions, halfWidth: metres } : null;
}

/** @param {number[]} numbers @returns {Position[]|null} */
function paired(numbers) {
  const positions = Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => /** @type {Position} */ ([numbers[2 * i], numbers[2 * i + 1]]));
  return numbers.length % 2 === 0 && positions.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? positions : null;
}
