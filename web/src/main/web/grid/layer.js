// Draws the MGRS grid over the ground and under the events.
// @ts-check
import { latitudeOf, worldY } from '../map/projection.js';
import { NORTH_END, SOUTH_END } from '../core/mgrs.js';
import { crossing, figure, isMajor, linesOf, squaresOf, stepOf, zonesOf } from './lines.js';
/** @typedef {import('../map/canvas-layer.js').Frame} Frame */
/** @typedef {import('./lines.js').Zone} Zone */

const FONT = 'system-ui, sans-serif';
/** A name needs so much of its square to be seen. */
const LEAST_PX = 56;
/** Squares smaller than this have small names. */
const SMALL_PX = 180;
/** Room for figures at the edge of the window. */
const EDGE = 20;

/**
 * @param {() => import('../map/palette.js').Palette} palette
 * @param {{isFramed?: boolean}} [options] isFramed: the figures stand outside, at the margin of a sheet
 * @returns {(frame: Frame) => void}
 */
export function createGrid(palette, { isFramed = false } = {}) {
  return (frame) => {
    const { ctx } = frame;
    const colours = palette();
    const step = stepOf(frame);
    const zones = zonesOf(frame);
    ctx.save();
    ctx.lineJoin = 'round';
    for (const zone of zones) {
      ctx.save();
      clip(frame, zone);
      if (step !== null) {
        paintLines(frame, zone, step, colours);
      }
      ctx.restore();
    }
    paintBorders(frame, zones, colours);
    for (const zone of zones) {
      if (step === null) {
        write(frame, `${zone.cell.zone}${zone.cell.band}`, middle(frame, zone.box), colours, 13);
      } else {
        nameSquares(frame, zone, colours, isFramed);
        if (!isFramed) {
          writeFigures(frame, zone, step, colours);
        }
      }
    }
    ctx.restore();
  };
}

/** Whether some of the view lies beyond the grid, at a pole. @param {[number, number, number, number]} box world west, north, east, south */
export const reachesPole = ([, north, , south]) => latitudeOf(Math.max(0, north)) > NORTH_END || latitudeOf(Math.min(1, south)) < SOUTH_END;

/** @param {Frame} frame @param {Zone} zone */
function clip({ ctx, toX, toY }, { box: [west, north, east, south] }) {
  ctx.beginPath();
  ctx.rect(toX(west), toY(north), toX(east) - toX(west), toY(south) - toY(north));
  ctx.clip();
}

/** @param {Frame} frame @param {Zone} zone @param {number} step @param {import('../map/palette.js').Palette} colours */
function paintLines(frame, zone, step, colours) {
  const { ctx, toX, toY } = frame;
  const lines = linesOf(zone, step);
  for (const major of [false, true]) {
    ctx.beginPath();
    for (const { points } of lines.filter((line) => isMajor(line) === major)) {
      ctx.moveTo(toX(points[0]), toY(points[1]));
      for (let i = 2; i < points.length; i += 2) {
        ctx.lineTo(toX(points[i]), toY(points[i + 1]));
      }
    }
    ctx.strokeStyle = colours[major ? 'mgrs-major' : 'mgrs'];
    ctx.lineWidth = major ? 1.3 : 0.8;
    ctx.stroke();
  }
}

/** @param {Frame} frame @param {Zone[]} zones @param {import('../map/palette.js').Palette} colours */
function paintBorders({ ctx, toX, toY, box }, zones, colours) {
  ctx.beginPath();
  for (const { box: [west, north, east, south] } of zones) {
    // The edge of the view is not the border of a zone.
    if (west > box[0]) {
      ctx.moveTo(toX(west), toY(north));
      ctx.lineTo(toX(west), toY(south));
    }
    if (south < box[3]) {
      ctx.moveTo(toX(west), toY(south));
      ctx.lineTo(toX(east), toY(south));
    }
    if (north > box[1] && north <= worldY(NORTH_END) + 1e-9) {
      ctx.moveTo(toX(west), toY(north));
      ctx.lineTo(toX(east), toY(north));
    }
  }
  ctx.strokeStyle = colours['mgrs-zone'];
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** In the upper corner of what is seen of each square: its middle is the map's. @param {Frame} frame @param {Zone} zone @param {import('../map/palette.js').Palette} colours @param {boolean} isFramed */
function nameSquares(frame, zone, colours, isFramed) {
  const [left, top, right, bottom] = onPixels(frame, zone.box);
  // The figures stand at the edge of the window.
  const [atLeft, atTop] = isFramed ? [0, 0] : [left <= frame.padX ? EDGE : 0, top <= frame.padY ? EDGE : 0];
  for (const { name, corners } of squaresOf(zone)) {
    const xs = corners.map(([x]) => frame.toX(x));
    const ys = corners.map(([, y]) => frame.toY(y));
    const box = [Math.max(left + atLeft, Math.min(...xs)), Math.max(top + atTop, Math.min(...ys)), Math.min(right, Math.max(...xs)), Math.min(bottom, Math.max(...ys))];
    if (box[2] - box[0] >= LEAST_PX && box[3] - box[1] >= LEAST_PX / 2) {
      const isSmall = Math.max(...xs) - Math.min(...xs) < SMALL_PX;
      write(frame, `${zone.cell.zone}${zone.cell.band} ${name}`, [box[0] + (isSmall ? 25 : 38), box[1] + (isSmall ? 9 : 14)], colours, isSmall ? 10 : 14);
    }
  }
}

/** Northings at the left edge, eastings at the upper one; where a zone begins within the view, at its border. @param {Frame} frame @param {Zone} zone @param {number} step @param {import('../map/palette.js').Palette} colours */
function writeFigures(frame, zone, step, colours) {
  const { toX, toY, padX, padY, scale } = frame;
  const [left, top] = [Math.max(zone.box[0], frame.box[0] + (padX + 14) / scale), Math.max(zone.box[1], frame.box[1] + (padY + 12) / scale)];
  for (const line of linesOf(zone, step)) {
    const isEasting = line.axis === 'easting';
    const at = crossing(line, isEasting ? 'y' : 'x', isEasting ? top : left);
    if (at !== null) {
      write(frame, figure(line, step), isEasting ? [toX(at), toY(top)] : [toX(left), toY(at)], colours, isMajor(line) ? 13 : 11);
    }
  }
}

/** The part of a box that is in the window. @param {Frame} frame @param {[number, number, number, number]} box @returns {[number, number, number, number]} */
function onPixels({ toX, toY, padX, padY, width, height }, [west, north, east, south]) {
  return [Math.max(padX, toX(west)), Math.max(padY, toY(north)), Math.min(width - padX, toX(east)), Math.min(height - padY, toY(south))];
}

/** @param {Frame} frame @param {[number, number, number, number]} box @returns {[number, number]} */
function middle(frame, box) {
  const [left, top, right, bottom] = onPixels(frame, box);
  return [(left + right) / 2, (top + bottom) / 2];
}

/** @param {Frame} frame @param {string} text @param {[number, number]} at @param {import('../map/palette.js').Palette} colours @param {number} size */
function write({ ctx }, text, [x, y], colours, size) {
  ctx.font = `600 ${size}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours['label-halo'];
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colours['mgrs-text'];
  ctx.fillText(text, x, y);
}
