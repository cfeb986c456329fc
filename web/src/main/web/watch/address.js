// The part of the address that tells of a snapshot, a comparison and the wall screen:
//   snap=S-7KQ4  cmp=swipe~ADDRESS  wall=20  b=NAME:ADDRESS
// Addresses within it are escaped fragments without their number sign. Pure.
// @ts-check
/** @typedef {'side'|'swipe'|'a'|'b'} CompareMode */
/** @typedef {{mode: CompareMode, b: string}} Comparison b: address of the other picture, from #v1/ on */
/** @typedef {{name: string, address: string}} WallView */
/** @typedef {{dwell: number, views: WallView[]}} Wall dwell: seconds that each view stays */

export const MODES = /** @type {CompareMode[]} */ (['side', 'swipe', 'a', 'b']);
export const USUAL_DWELL = 20;
const REF = /^S-[A-HJ-NP-Z2-9]{4}$/;
/** More would make a link that nobody can send. */
const MOST_VIEWS = 12;

/** @param {string} text @returns {string|null} how the reference is written; null when it is none */
export function readRef(text) {
  const upper = text.trim().toUpperCase();
  const ref = upper.startsWith('S-') ? upper : `S-${upper.replace(/^S/, upper.length === 5 ? '' : 'S')}`;
  return REF.test(ref) ? ref : null;
}

/** @param {{snapshot?: {ref: string}|null, compare?: Comparison|null, wall?: Wall|null}} state @returns {string[]} */
export function watchParts({ snapshot, compare, wall }) {
  const parts = [];
  if (snapshot) {
    parts.push(`snap=${snapshot.ref}`);
  }
  if (compare) {
    parts.push(`cmp=${compare.mode}~${encodeURIComponent(compare.b)}`);
  }
  if (wall) {
    parts.push(wall.dwell === USUAL_DWELL ? 'wall' : `wall=${wall.dwell}`, ...wall.views.map(({ name, address }) => `b=${encodeURIComponent(name)}:${encodeURIComponent(address)}`));
  }
  return parts;
}

/**
 * Takes up what one part of an address says; one that makes no sense is left out.
 *
 * @param {{snapshot?: {ref: string}|null, compare?: Comparison|null, wall?: Wall|null}} state
 * @param {string} key
 * @param {string} value
 */
export function readWatchPart(state, key, value) {
  if (key === 'snap') {
    const ref = readRef(value);
    state.snapshot = ref ? { ref } : null;
  } else if (key === 'cmp') {
    const at = value.indexOf('~');
    const mode = MODES.find((each) => each === value.slice(0, at));
    const b = decodeURIComponent(value.slice(at + 1));
    state.compare = mode && b.startsWith('#v1/') ? { mode, b } : null;
  } else if (key === 'wall') {
    const dwell = value === '' ? USUAL_DWELL : Number(value);
    state.wall = { dwell: Number.isInteger(dwell) && dwell >= 5 && dwell <= 3600 ? dwell : USUAL_DWELL, views: state.wall?.views ?? [] };
  } else if (key === 'b') {
    const at = value.indexOf(':');
    const address = decodeURIComponent(value.slice(at + 1));
    const views = state.wall?.views ?? [];
    if (at > 0 && address.startsWith('#v1/') && views.length < MOST_VIEWS) {
      state.wall = { dwell: state.wall?.dwell ?? USUAL_DWELL, views: [...views, { name: decodeURIComponent(value.slice(0, at)), address }] };
    }
  }
}
