// The part of the address that tells of a snapshot, a comparison and the wall screen:
//   snap=S-7KQ4  cmp=swipe~ADDRESS or cmp=swipe.only~ADDRESS  wall=20  b=NAME:ADDRESS
//   o=shift&what=worse,created~incident~unread
// Addresses within it are escaped fragments without their number sign. Pure.
// @ts-check
import { SHIFT } from '../tools/wish.js';
import { EVERYTHING, isNarrow, KINDS } from './report.js';
/** @typedef {import('./report.js').Choice} Choice */
/** @typedef {'side'|'swipe'|'a'|'b'} CompareMode */
/** @typedef {{mode: CompareMode, b: string, only?: boolean}} Comparison b: address of the other picture, from #v1/ on; only: what is in both alike is not drawn */
/** @typedef {{name: string, address: string}} WallView */
/** @typedef {{dwell: number, views: WallView[]}} Wall dwell: seconds that each view stays */

export const MODES = /** @type {CompareMode[]} */ (['side', 'swipe', 'a', 'b']);
export const USUAL_DWELL = 20;
const ONLY = '.only';
const REF = /^S-[A-HJ-NP-Z2-9]{4}$/;
/** More would make a link that nobody can send. */
const MOST_VIEWS = 12;

/** @param {string} text @returns {string|null} how the reference is written; null when it is none */
export function readRef(text) {
  const upper = text.trim().toUpperCase();
  const ref = upper.startsWith('S-') ? upper : `S-${upper.replace(/^S/, upper.length === 5 ? '' : 'S')}`;
  return REF.test(ref) ? ref : null;
}

/** @param {Choice} choice */
const choiceText = ({ kinds, layers, unread }) => [kinds, layers, unread ? ['unread'] : []].map((names) => names.map(encodeURIComponent).join()).join('~');

/** @param {string} text @returns {Choice} */
function readChoice(text) {
  const [kinds = [], layers = [], unread = []] = text.split('~').map((names) => names.split(',').filter(Boolean).map(decodeURIComponent));
  return { kinds: KINDS.filter((kind) => kinds.includes(kind)), layers, unread: unread.includes('unread') };
}

/** @param {{snapshot?: {ref: string}|null, compare?: Comparison|null, wall?: Wall|null, tool?: string|null, shiftChoice?: Choice}} state @returns {string[]} */
export function watchParts({ snapshot, compare, wall, tool, shiftChoice = EVERYTHING }) {
  const parts = [];
  // Others who open the picture do not look through the same list.
  if (tool === SHIFT && isNarrow(shiftChoice)) {
    parts.push(`what=${choiceText(shiftChoice)}`);
  }
  if (snapshot) {
    parts.push(`snap=${snapshot.ref}`);
  }
  if (compare) {
    parts.push(`cmp=${compare.mode}${compare.only ? ONLY : ''}~${encodeURIComponent(compare.b)}`);
  }
  if (wall) {
    parts.push(wall.dwell === USUAL_DWELL ? 'wall' : `wall=${wall.dwell}`, ...wall.views.map(({ name, address }) => `b=${encodeURIComponent(name)}:${encodeURIComponent(address)}`));
  }
  return parts;
}

/**
 * Takes up what one part of an address says; one that makes no sense is left out.
 *
 * @param {{snapshot?: {ref: string}|null, compare?: Comparison|null, wall?: Wall|null, shiftChoice?: Choice}} state
 * @param {string} key
 * @param {string} value
 */
export function readWatchPart(state, key, value) {
  if (key === 'snap') {
    const ref = readRef(value);
    state.snapshot = ref ? { ref } : null;
  } else if (key === 'cmp') {
    const at = value.indexOf('~');
    const only = value.slice(0, at).endsWith(ONLY);
    const mode = MODES.find((each) => each === value.slice(0, at - (only ? ONLY.length : 0)));
    const b = decodeURIComponent(value.slice(at + 1));
    state.compare = mode && b.startsWith('#v1/') ? { mode, b, ...(only ? { only } : {}) } : null;
  } else if (key === 'what') {
    state.shiftChoice = readChoice(value);
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
