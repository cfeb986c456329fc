// What is chosen, what is under the pointer, and how far from its mark an event may really have
// happened.
// @ts-check
import * as format from '../core/format.js';
import { pixelsOf, toPaths, worldX, worldY } from './projection.js';
import { outline } from './vectors.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */

const FONT = '600 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** @typedef {{geometry: GeoJSON.Geometry|null, radius: number, id?: string}} Target */

/** @param {() => import('./palette.js').Palette} palette */
export function createHighlight(palette) {
  /** @type {Target|null} */
  let selected = null;
  /** @type {Target|null} */
  let hovered = null;

  /** @param {Frame} frame @param {Target} target @param {string} colour @param {boolean} isSelected */
  function draw(frame, target, colour, isSelected) {
    const { ctx } = frame;
    const { geometry } = target;
    if (geometry?.type === 'Point') {
      const [lon, lat] = geometry.coordinates;
      const shift = worldX(lon) < frame.box[0] ? 1 : worldX(lon) > frame.box[2] ? -1 : 0;
      const x = frame.toX(worldX(lon) + shift);
      const y = frame.toY(worldY(lat));
      const reach = target.radius > 0 ? pixelsOf(target.radius, lat, frame.zoom) : 0;
      if (isSelected && reach > 14) {
        circle(ctx, x, y, reach);
        ctx.fillStyle = palette().precision;
        ctx.fill();
        ctx.setLineDash([5, 5]);
        stroke(ctx, colour, 1.5);
        ctx.setLineDash([]);
        labelRing(ctx, x, y - reach, format.distance(target.radius));
      }
      circle(ctx, x, y, isSelected ? 13 : 11);
      stroke(ctx, palette()['mark-edge'], isSelected ? 5 : 4);
      stroke(ctx, colour, isSelected ? 2.5 : 2);
    } else if (geometry) {
      const paths = toPaths(geometry);
      outline(frame, { id: '', title: '', group: '', start: 0, end: 0, isArea: false, paths });
      ctx.lineJoin = 'round';
      stroke(ctx, palette()['mark-edge'], isSelected ? 7 : 6);
      stroke(ctx, colour, isSelected ? 3.5 : 2.5);
    }
  }

  /** How far the ring reaches, said where it is highest. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {string} text */
  function labelRing(ctx, x, y, text) {
    ctx.font = FONT;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.lineJoin = 'round';
    ctx.lineWidth = 4;
    ctx.strokeStyle = palette()['label-halo'];
    ctx.strokeText(text, x, y);
    ctx.fillStyle = palette().label;
    ctx.fillText(text, x, y);
    ctx.textAlign = 'start';
  }

  return {
    /** @param {Frame} frame */
    paint(frame) {
      if (hovered) {
        draw(frame, hovered, palette().hover, false);
      }
      if (selected) {
        draw(frame, selected, palette().select, true);
      }
    },
    /** @param {Target|null} target */
    select(target) {
      selected = target;
    },
    /** @param {Target|null} target */
    hover(target) {
      hovered = target;
    },
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function circle(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} width */
function stroke(ctx, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}
