// In what two pictures differ: what is asked, and the answer put in the order in which people walk through it. Pure.
// @ts-check
import { fromAddress } from '../core/address.js';
import { compileFilter } from '../core/filter.js';
import { datetimeOf, normalised } from '../core/query.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {{title?: string, code?: string, severity?: number, state?: string, place?: [number, number]}} Appearance place: lon, lat */
/** @typedef {{id: string, what: 'a'|'b'|'changed', changes?: string[], a?: Appearance, b?: Appearance}} Difference */
/** @typedef {{west: number, south: number, a: number, b: number}} Cell in degrees */
/**
 * One layer in both pictures: features of one period, cells of two periods or of too many features.
 *
 * @typedef {object} ComparedLayer
 * @property {string} name
 * @property {number} a
 * @property {number} b
 * @property {boolean} crowded
 * @property {{onlyA: number, onlyB: number, changed: number, same: number, differences: Difference[]}} [features]
 * @property {{side: number, cells: Cell[]}} [cells]
 */
/** @typedef {{state: 'loading'|'ready'|'failed', layers: ComparedLayer[], problem?: string}} Differences */
/** @typedef {Cell & {side: number}} Square of all layers that are counted in cells */
/** @typedef {{key: string, layer: string, difference: Difference, square?: undefined}|{key: string, square: Square}} Step one thing to look at */

/** How an event differs, as its mark on the map says. */
const KINDS = /** @type {const} */ (['a', 'b', 'worse', 'better', 'moved', 'changed']);
/** @typedef {typeof KINDS[number]} Kind */

/** A cell is so many zoom levels coarser than those of a picture: 64 pixels, room for a number. */
const COARSER = 2;
/** More numbers than these nobody reads. */
export const MOST_SQUARES = 300;

/** The picture B beside A: what its address says, over the same place. @param {State} state @returns {State} */
export function pictureB(state) {
  const { period = state.period, shown = state.shown, filters = {}, text = '', cql = {}, known = null } = fromAddress(state.compare?.b ?? '') ?? {};
  return { ...state, period, shown, filters, text, cql, known };
}

/** What is compared of a picture: the ground is not, it lies under both. @param {State} state @param {string[]} names */
const layersOf = (state, names) => state.catalog.filter(({ name }) => names.includes(name)).map((layer) => {
  const [datetime, filter] = [datetimeOf(layer, state), compileFilter(state, layer)];
  return { name: layer.name, ...(datetime ? { datetime } : {}), ...(filter ? { filter } : {}), ...(state.known ? { 'as-known-at': state.known } : {}) };
});

/** @param {State} state of A @returns {Record<string, unknown>|null} null when no layer is on in both */
export function requestOf(state) {
  const b = pictureB(state);
  const names = state.catalog.filter(({ name, group }) => group !== 'reference' && state.shown.includes(name) && b.shown.includes(name)).map(({ name }) => name);
  if (!state.bounds || names.length === 0) {
    return null;
  }
  return { bbox: normalised(state.bounds), zoom: Math.max(0, Math.round(state.view?.zoom ?? 0) - COARSER), a: layersOf(state, names), b: layersOf(b, names) };
}

/** How it was, and how it became, whichever of the two pictures is the later. @param {Difference} difference @param {'a'|'b'|null} later @returns {[Appearance|undefined, Appearance|undefined]} */
export const inTime = ({ a, b }, later) => (later === 'a' ? [b, a] : [a, b]);

/** @param {Difference} difference @param {'a'|'b'|null} later picture @returns {Kind} */
export function kindOf(difference, later) {
  const { what, changes = [] } = difference;
  if (what !== 'changed') {
    return what;
  }
  const [then, now] = inTime(difference, later).map((each) => each?.severity ?? 0);
  return then !== now ? (now > then ? 'worse' : 'better') : changes.includes('place') ? 'moved' : 'changed';
}

/** Where it is drawn on the map of a side: where that picture has it, or where the other one has. @param {Difference} difference @param {'a'|'b'} side */
export const placeOn = (difference, side) => difference[side]?.place ?? difference.a?.place ?? difference.b?.place ?? null;

/** Whether a picture does not have it: its map says where the other one does. @param {Difference} difference @param {'a'|'b'} side */
export const isAbsent = (difference, side) => difference[side] === undefined;

/** Cells of all layers that are counted so, the largest difference first. @param {ComparedLayer[]} layers @returns {Square[]} */
export function squaresOf(layers) {
  /** @type {Map<string, Square>} */
  const squares = new Map();
  for (const { cells } of layers) {
    for (const { west, south, a, b } of cells?.cells ?? []) {
      const key = `${west},${south}`;
      const at = squares.get(key) ?? { west, south, side: cells?.side ?? 0, a: 0, b: 0 };
      squares.set(key, { ...at, a: at.a + a, b: at.b + b });
    }
  }
  return [...squares.values()].sort((one, other) => Math.abs(other.b - other.a) - Math.abs(one.b - one.a) || other.b - one.b || one.west - other.west || one.south - other.south);
}

/** Everything to walk through: features layer by layer as the server has them, the gravest first, then cells that differ. @param {ComparedLayer[]} layers @returns {Step[]} */
export const stepsOf = (layers) => [
  ...layers.flatMap(({ name, features }) => (features?.differences ?? []).map((difference) => ({ key: `${name}/${difference.id}`, layer: name, difference }))),
  ...squaresOf(layers).filter(({ a, b }) => a !== b).slice(0, MOST_SQUARES).map((square) => ({ key: `${square.west},${square.south}`, square })),
];

/** The step after or before one, round the ends. @param {Step[]} steps @param {string|null} key @param {1|-1} by @returns {string|null} */
export function stepFrom(steps, key, by) {
  const at = steps.findIndex((step) => step.key === key);
  const next = at < 0 ? (by > 0 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length;
  return steps[next]?.key ?? null;
}

/** Box around one step, on both maps: west, south, east, north; null when it has no place. @param {Step} step @returns {[number, number, number, number]|null} */
export function boxOf(step) {
  if (step.square) {
    const { west, south, side } = step.square;
    return [west, south, west + side, south + side];
  }
  const places = [placeOn(step.difference, 'a'), placeOn(step.difference, 'b')].filter((place) => place !== null);
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return places.length === 0 ? null : [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Exact counts of each kind over the layers that are compared one by one. @param {ComparedLayer[]} layers */
export const totalsOf = (layers) => layers.reduce((sum, { features }) => ({
  onlyA: sum.onlyA + (features?.onlyA ?? 0), onlyB: sum.onlyB + (features?.onlyB ?? 0), changed: sum.changed + (features?.changed ?? 0), same: sum.same + (features?.same ?? 0),
}), { onlyA: 0, onlyB: 0, changed: 0, same: 0 });

/** How many differ, and how many of them are told one by one. @param {ComparedLayer[]} layers */
export function toldOf(layers) {
  const { onlyA, onlyB, changed } = totalsOf(layers);
  return { all: onlyA + onlyB + changed, told: layers.reduce((n, { features }) => n + (features?.differences.length ?? 0), 0) };
}

/** Which of the two is known later; null when both are as of the same moment. @param {State} state @returns {'a'|'b'|null} */
export function laterOf(state) {
  const [a, b] = [state.known, pictureB(state).known];
  return a === b ? null : a === null || (b !== null && a > b) ? 'a' : 'b';
}
