// Range and bearing rings as the address holds them, lon,lat:metres,metres,…:degrees or
// layer/id:metres,…:degrees, and their lines on the ground. Pure.
// @ts-check
/** @typedef {import('../../core/area.js').Position} Position */
/** @typedef {{position: Position}|{layer: string, id: string}} Centre a place, or a feature that is a place */
/** @typedef {{centre: Centre, radii: number[], every: number}} Rings radii in metres from small to great; a line of bearing every so many degrees, 0 for none */

export const SPOKES = [0, 10, 15, 30, 45, 90];
const MOST_RINGS = 12;
const STEPS = 120;
const LONGEST = 2_000_000;

/** @param {Rings} rings @returns {string} */
export function ringsText({ centre, radii, every }) {
  const place = 'position' in centre ? centre.position.map((degrees) => Number(degrees.toFixed(6))).join(',') : `${centre.layer}/${centre.id}`;
  return `${place}:${radii.map((metres) => Number(metres.toFixed(1))).join(',')}:${every}`;
}

/** @param {string|null} text @returns {Rings|null} */
export function readRings(text) {
  const [place = '', list = '', every = '0'] = (text ?? '').split(':');
  const radii = list.split(',').map((each) => (each === '' ? NaN : Number(each)));
  const spokes = Number(every);
  const isRight = radii.length <= MOST_RINGS && radii.every((metres, i) => metres >= 10 && metres <= LONGEST && (i === 0 || metres > radii[i - 1])) && SPOKES.includes(spokes);
  const [, layer, id] = /^([\w-]+)\/([\w-]+)$/.exec(place) ?? [];
  const degrees = place.split(',').map((each) => (each === '' ? NaN : Number(each)));
  const isPlace = degrees.length === 2 && Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90;
  if (!isRight || (!id && !isPlace)) {
    return null;
  }
  return { centre: id ? { layer, id } : { position: [degrees[0], degrees[1]] }, radii, every: spokes };
}

/** @param {import('./geodesics.js').Geodesics} ground @param {Position} centre @param {number} metres @returns {Position[]} closed */
export const ringLine = (ground, centre, metres) => Array.from({ length: STEPS + 1 }, (_, i) => ground.reached(centre, (360 * i) / STEPS, metres));

/** @param {import('./geodesics.js').Geodesics} ground @param {Position} centre @param {Rings} rings @returns {{bearing: number, line: Position[]}[]} */
export function spokeLines(ground, centre, { radii, every }) {
  const longest = radii[radii.length - 1];
  return every === 0 ? [] : Array.from({ length: 360 / every }, (_, i) => ({ bearing: i * every, line: [centre, ...[0.25, 0.5, 0.75, 1].map((share) => ground.reached(centre, i * every, longest * share))] }));
}

/** A line as it runs on the ground, for a flat map: a position at least every so many metres. @param {import('./geodesics.js').Geodesics} ground @param {Position} from @param {Position} to @param {number} [step] @returns {Position[]} */
export function groundLine(ground, from, to, step = 50_000) {
  const { metres, bearing } = ground.leg(from, to);
  const pieces = Math.min(200, Math.max(1, Math.ceil(metres / step)));
  const turns = Math.round((to[0] - ground.reached(from, bearing, metres)[0]) / 360);
  return [...Array.from({ length: pieces }, (_, i) => ground.reached(from, bearing, (metres * i) / pieces)), /** @type {Position} */ ([to[0] - 360 * turns, to[1]])];
}
