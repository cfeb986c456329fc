// Outlines and lines as people type them: one position a line, in any form that a place can be written in.
// A line with a plus sign begins another part, one with a minus sign a hole of the part before. Pure.
// @ts-check
import { rounded } from './parts.js';
import { wrongs } from './validity.js';
/** @typedef {import('./parts.js').Position} Position */
/** @typedef {import('./parts.js').Parts} Parts */
/** @typedef {(text: string) => Promise<{position: Position}|{problem: string}>} Locate */
/** @typedef {{line: number, reason: 'numbers'|'range'|'few'|'crossing', detail?: string}} Fault line counts from 1 */

const PART = '+';
const HOLE = '-';

/** @param {Position[]} positions @returns {string} one a line, latitude first as people say it */
export const positionsText = (positions) => positions.map(([lon, lat]) => `${lat}, ${lon}`).join('\n');

/** @param {Parts} parts */
export const partsText = (parts) => parts.map((part) => part.map(positionsText).join(`\n${HOLE}\n`)).join(`\n${PART}\n`);

/** @param {string} text @param {Locate} locate asked for what is no pair of decimal degrees @returns {Promise<{positions: Position[]}|Fault>} */
export async function readLine(text, locate) {
  const read = await readRings(text, locate);
  return 'line' in read ? read : { positions: read.rings.flatMap(({ positions }) => positions) };
}

/** @param {string} text @param {Locate} locate @returns {Promise<{parts: Parts}|Fault>} */
export async function readOutline(text, locate) {
  const read = await readRings(text, locate);
  if ('line' in read) {
    return read;
  }
  /** @type {Parts} */
  const parts = [];
  for (const { isHole, positions, line } of read.rings) {
    const ring = positions.length > 3 && String(positions[0]) === String(positions[positions.length - 1]) ? positions.slice(0, -1) : positions;
    if (ring.length < 3) {
      return { line, reason: 'few' };
    }
    isHole && parts.length > 0 ? parts[parts.length - 1].push(ring) : parts.push([ring]);
  }
  const [wrong] = wrongs(parts);
  return wrong ? { line: lineNear(read.rings, wrong.at), reason: 'crossing' } : { parts };
}

/** @param {string} text @param {Locate} locate @returns {Promise<{rings: {isHole: boolean, line: number, positions: Position[], lines: number[]}[]}|Fault>} */
async function readRings(text, locate) {
  const rings = [{ isHole: false, line: 1, positions: /** @type {Position[]} */ ([]), lines: /** @type {number[]} */ ([]) }];
  for (const [i, given] of text.split('\n').entries()) {
    const line = given.trim();
    if (line === PART || line === HOLE) {
      rings.push({ isHole: line === HOLE, line: i + 1, positions: [], lines: [] });
    } else if (line !== '') {
      const read = await positionOf(line, locate);
      if ('reason' in read) {
        return { ...read, line: i + 1 };
      }
      const ring = rings[rings.length - 1];
      ring.positions.push(rounded(read.position));
      ring.lines.push(i + 1);
      ring.line = i + 1;
    }
  }
  return { rings };
}

/** @param {string} line @param {Locate} locate @returns {Promise<{position: Position}|{reason: 'numbers'|'range', detail?: string}>} */
async function positionOf(line, locate) {
  const numbers = line.split(/[\s,;]+/).filter(Boolean).map(Number);
  if (numbers.length === 2 && numbers.every(Number.isFinite)) {
    return Math.abs(numbers[0]) > 90 || Math.abs(numbers[1]) > 180 ? { reason: 'range' } : { position: [numbers[1], numbers[0]] };
  }
  const found = await locate(line);
  return 'position' in found ? found : { reason: 'numbers', detail: found.problem };
}

/** The line of the corner that is nearest to a place. @param {{positions: Position[], lines: number[]}[]} rings @param {Position} at */
function lineNear(rings, at) {
  const all = rings.flatMap(({ positions, lines }) => positions.map((position, i) => ({ far: (position[0] - at[0]) ** 2 + (position[1] - at[1]) ** 2, line: lines[i] })));
  return all.reduce((best, each) => (each.far < best.far ? each : best)).line;
}
