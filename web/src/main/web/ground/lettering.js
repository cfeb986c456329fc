// Which names of the ground are written, how and where: the important ones first, each once, roads along their course, none over
// another or over a name of the mission's own layers. Pure but for measuring.
// @ts-check
import { place } from '../map/placement.js';
/** @typedef {import('../map/canvas-layer.js').Frame} Frame */
/** @typedef {import('./tile.js').GroundName} GroundName */
/** @typedef {import('../map/placement.js').Box & {text: string}} Taken */
/** @typedef {{size: number, weight: number, slant: string, spacing: number, colour: string, from: number, rank: number, dot: number}} Lettering rank: lower is written first */
/** @typedef {import('../map/placement.js').Candidate & {text: string, look: Lettering, angle: number, length: number, middle: {x: number, y: number}}} Written length: of the text in pixels, along its course */

/** The same name again, nearer than this many pixels, is the same thing. */
const SAME_PX = 240;
/** Pixels beside the dot of a place. */
const GAP = 5;
/** How far a stretch of road may turn and still carry a name: its chord to its length. */
const STRAIGHT = 0.96;

const upright = { slant: '', spacing: 0, dot: 0, weight: 500 };

/** @param {GroundName} name @returns {Lettering|null} */
export function letteringOf({ kind, rank }) {
  switch (kind) {
    case 'region': return { ...upright, size: rank === 0 ? 13 : 11, weight: 600, spacing: rank === 0 ? 4 : 2, colour: 'label-admin', from: rank === 0 ? 2 : 4, rank: rank === 0 ? 4 : 8 };
    case 'place': return { ...upright, size: [14, 13, 12, 11, 10.5][rank], weight: rank < 2 ? 600 : 500, colour: 'ground-label', from: [0, 4, 6.5, 8.5, 10.5][rank], rank: rank * 2, dot: [3, 2.6, 2.2, 1.8, 1.5][rank] };
    case 'water-name': return { ...upright, size: 11, slant: 'italic', colour: 'ground-water-label', from: 5, rank: 9 };
    case 'river': return { ...upright, size: 10.5, slant: 'italic', spacing: 0.5, colour: 'ground-water-label', from: 7.5, rank: 11 };
    case 'road': return { ...upright, size: 10, colour: 'label-admin', from: [7, 8.5, 10.5, 12.5, 13.5][rank], rank: 12 + rank };
    case 'peak': return { ...upright, size: 10.5, colour: 'label-admin', from: 9, rank: 10, dot: 1.5 };
    case 'spot': return { ...upright, size: 11, colour: 'ground-label', from: 0, rank: 7, dot: 2.2 };
    default: return null;
  }
}

/**
 * The stretch in the middle of a course that is straight enough for a text.
 *
 * @param {ArrayLike<number>} line x, y in turn, pixels
 * @param {number} length of the text in pixels
 * @returns {{x: number, y: number, angle: number}|null} its middle and its angle, such that the text is not upside down; null: there is none
 */
export function alongCourse(line, length) {
  const along = [0];
  for (let i = 2; i < line.length; i += 2) {
    along.push(along[along.length - 1] + Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]));
  }
  const whole = along[along.length - 1];
  for (const share of [0.5, 0.3, 0.7]) {
    const [from, to] = [whole * share - length / 2, whole * share + length / 2];
    if (from < 0 || to > whole) {
      continue;
    }
    const [ax, ay] = pointAt(line, along, from);
    const [bx, by] = pointAt(line, along, to);
    if (Math.hypot(bx - ax, by - ay) >= STRAIGHT * length) {
      const angle = Math.atan2(by - ay, bx - ax);
      return { x: (ax + bx) / 2, y: (ay + by) / 2, angle: Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle };
    }
  }
  return null;
}

/** @param {ArrayLike<number>} line @param {number[]} along @param {number} at */
function pointAt(line, along, at) {
  const i = Math.max(1, along.findIndex((distance) => distance >= at));
  const part = along[i] === along[i - 1] ? 0 : (at - along[i - 1]) / (along[i] - along[i - 1]);
  return [line[2 * i - 2] + part * (line[2 * i] - line[2 * i - 2]), line[2 * i - 1] + part * (line[2 * i + 1] - line[2 * i - 1])];
}

/**
 * @param {Frame} frame
 * @param {{names: GroundName[], shift: number}[]} tiles shift: whole worlds to the east that they are drawn
 * @param {(text: string, look: Lettering) => number} widthOf in pixels
 * @param {Taken[]} taken by other names
 * @returns {{label: Written, x: number, y: number}[]}
 */
export function letter(frame, tiles, widthOf, taken) {
  /** @type {Written[]} */
  const candidates = [];
  for (const { names, shift } of tiles) {
    for (const name of names) {
      const look = letteringOf(name);
      if (look && frame.zoom >= look.from && name.text !== '') {
        const written = name.line ? onCourse(frame, name, shift, look, widthOf(name.text, look)) : atPlace(frame, name, shift, look, widthOf(name.text, look));
        if (written) {
          candidates.push(written);
        }
      }
    }
  }
  // By name among equals, so that the same ones are written whichever tile came first.
  candidates.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return place(each(candidates, taken), frame, taken);
}

/** @param {Frame} frame @param {GroundName} name @param {number} shift @param {Lettering} look @param {number} width @returns {Written|null} */
function atPlace(frame, name, shift, look, width) {
  const [x, y] = [frame.toX(name.x + shift), frame.toY(name.y)];
  const isRoomy = name.size === 0 || name.size * frame.scale > 0.6 * width;
  return x < 0 || y < 0 || x > frame.width || y > frame.height || !isRoomy ? null
    : { text: name.text, look, angle: 0, length: width, rank: look.rank, x, y, middle: { x, y }, width, height: look.size * 1.2, gap: look.dot > 0 ? look.dot + GAP : 0 };
}

/** @param {Frame} frame @param {GroundName} name @param {number} shift @param {Lettering} look @param {number} length @returns {Written|null} */
function onCourse(frame, name, shift, look, length) {
  const world = /** @type {Float64Array} */ (name.line);
  const found = alongCourse(world.map((value, i) => (i % 2 === 0 ? frame.toX(value + shift) : frame.toY(value))), length + 12);
  if (!found || found.x < 0 || found.y < 0 || found.x > frame.width || found.y > frame.height) {
    return null;
  }
  const [cos, sin] = [Math.abs(Math.cos(found.angle)), Math.abs(Math.sin(found.angle))];
  const height = look.size * 1.2;
  return { text: name.text, look, angle: found.angle, length, rank: look.rank, x: found.x, y: found.y, middle: found, width: length * cos + height * sin, height: length * sin + height * cos, gap: 0 };
}

/** Each thing once: what lies in several tiles, or has a name of the mission's own. @param {Written[]} candidates in their order @param {Taken[]} taken */
function each(candidates, taken) {
  /** @type {Map<string, {x: number, y: number}[]>} */
  const seen = new Map();
  for (const { text, x, y, width, height } of taken) {
    seen.set(text.toLowerCase(), [...(seen.get(text.toLowerCase()) ?? []), { x: x + width / 2, y: y + height / 2 }]);
  }
  return candidates.filter(({ text, x, y }) => {
    const others = seen.get(text.toLowerCase()) ?? [];
    const isNew = others.every((other) => Math.hypot(other.x - x, other.y - y) > SAME_PX);
    if (isNew) {
      seen.set(text.toLowerCase(), [...others, { x, y }]);
    }
    return isNew;
  });
}
