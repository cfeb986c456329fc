// An area in one line of text, as the server takes it and as the address holds it:
//   polygon:lon,lat,lon,lat,…   circle:lon,lat,metres   corridor:lon,lat,lon,lat,…,metres   feature:layer/id
//   near:layer/id,metres   near:layer/name,metres (all of that name: the stretches of a road)
// A polygon of several rings has them divided by a semicolon; one that begins with an exclamation mark is a hole of
// the part before it.
// @ts-check

/** @typedef {[number, number]} Position longitude and latitude in degrees, WGS 84 */
/** @typedef {{kind: 'polygon', parts: Position[][][]}} Polygon each part is its outer ring, then its holes; corners in order, the first is not repeated at the end */
/** @typedef {{kind: 'circle', centre: Position, radius: number}} Circle radius in metres */
/** @typedef {{kind: 'corridor', line: Position[], halfWidth: number}} Corridor metres to each side of the line */
/** @typedef {Polygon|Circle|Corridor} Shape what can be drawn */
/** @typedef {{kind: 'feature', layer: string, id: string}} Named the area of a feature */
/** @typedef {{kind: 'near', layer: string, name: string, metres: number}} Near what is within a distance of one feature, or of all of a name; name: id or title */

const DIGITS = 6;
const BETWEEN_RINGS = ';';
const HOLE = '!';

/** @param {number} degrees */
const rounded = (degrees) => Number(degrees.toFixed(DIGITS));
/** @param {Position[]} positions */
const listed = (positions) => positions.map(([lon, lat]) => `${rounded(lon)},${rounded(lat)}`).join(',');
/** @param {number} metres */
const whole = (metres) => Number(metres.toFixed(1));

/** @param {Shape|Named|Near} area @returns {string} */
export function areaText(area) {
  switch (area.kind) {
    case 'circle': return `circle:${listed([area.centre])},${whole(area.radius)}`;
    case 'corridor': return `corridor:${listed(area.line)},${whole(area.halfWidth)}`;
    case 'feature': return `feature:${area.layer}/${area.id}`;
    case 'near': return `near:${area.layer}/${area.name},${whole(area.metres)}`;
    default: return `polygon:${area.parts.flatMap((part) => part.map((ring, i) => (i === 0 ? '' : HOLE) + listed(ring))).join(BETWEEN_RINGS)}`;
  }
}

/** Whether it is of something on record and is not changed by drawing. @param {Shape|Named|Near|null} area @returns {area is Named|Near} */
export const isNamed = (area) => area?.kind === 'feature' || area?.kind === 'near';

/** @param {string|null} text @returns {Shape|Named|Near|null} null for what is none */
export function readArea(text) {
  const [, kind, rest] = /^(polygon|circle|corridor|feature|near):(.+)$/.exec(text ?? '') ?? [];
  if (kind === 'feature') {
    const [, layer, id] = /^([\w-]+)\/([\w-]+)$/.exec(rest) ?? [];
    return id ? { kind, layer, id } : null;
  }
  if (kind === 'near') {
    const [, layer, name, metres] = /^([\w-]+)\/(.+),(\d+(?:\.\d+)?)$/.exec(rest) ?? [];
    return Number(metres) > 0 ? { kind, layer, name, metres: Number(metres) } : null;
  }
  if (kind === 'polygon') {
    return polygon(rest);
  }
  const numbers = numbersOf(rest ?? '');
  const positions = numbers && paired(numbers.slice(0, -1));
  const metres = numbers?.[numbers.length - 1] ?? 0;
  if (!kind || !positions || metres <= 0) {
    return null;
  }
  if (kind === 'circle') {
    return positions.length === 1 ? { kind, centre: positions[0], radius: metres } : null;
  }
  return positions.length >= 2 ? { kind: 'corridor', line: positions, halfWidth: metres } : null;
}

/** More points than this would make an address that mail programs break. */
export const MOST_POINTS = 60;

/** A measured line, open or closed, as the address holds it. @param {Position[]} line @param {boolean} isClosed @returns {string|null} null for none, and for one of too many points */
export const lineText = (line, isClosed) => (line.length === 0 || line.length > MOST_POINTS ? null : `${isClosed ? 'closed' : 'open'}:${listed(line)}`);

/** @param {string|null} text @returns {{line: Position[], isClosed: boolean}|null} null for what is none */
export function readLine(text) {
  const [, form, rest] = /^(open|closed):(.+)$/.exec(text ?? '') ?? [];
  const numbers = numbersOf(rest ?? '');
  const line = numbers && paired(numbers);
  return line && line.length <= MOST_POINTS ? { line, isClosed: form === 'closed' } : null;
}

/** @param {string} text @returns {Polygon|null} */
function polygon(text) {
  /** @type {Position[][][]} */
  const parts = [];
  for (const ring of text.split(BETWEEN_RINGS)) {
    const isHole = ring.startsWith(HOLE);
    const numbers = numbersOf(isHole ? ring.slice(HOLE.length) : ring);
    const positions = numbers && paired(numbers);
    if (!positions || positions.length < 3 || (isHole && parts.length === 0)) {
      return null;
    }
    isHole ? parts[parts.length - 1].push(positions) : parts.push([positions]);
  }
  return { kind: 'polygon', parts };
}

/** @param {string} text @returns {number[]|null} */
function numbersOf(text) {
  const numbers = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** @param {number[]} numbers @returns {Position[]|null} */
function paired(numbers) {
  const positions = Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => /** @type {Position} */ ([numbers[2 * i], numbers[2 * i + 1]]));
  return numbers.length % 2 === 0 && positions.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? positions : null;
}
