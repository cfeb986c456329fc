// Areas and tracks of the layers: hotspots, alerts, patrols and what a mission adds.
// @ts-check
import { inView, trace } from './canvas-layer.js';
import { distanceTo, isInside } from './hit.js';
import { markOf } from './marks.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('./pictures.js').Shape} Shape */
/** @typedef {import('../core/types.js').State} State */

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {() => Picture[]} pictures
 * @param {() => State} state
 */
export function createVectors(palette, pictures, state) {
  /** @param {Picture} picture @returns {Shape[]} */
  function visible({ layer, shapes }) {
    const hidden = (layer.symbol.property && state().filters[layer.name]?.[layer.symbol.property]?.hide) || [];
    return hidden.length === 0 ? shapes : shapes.filter((shape) => !hidden.includes(shape.group));
  }

  return {
    /** @param {Frame} frame */
    paint(frame) {
      const { ctx } = frame;
      ctx.lineJoin = 'round';
      ctx.lineCap = 'round';
      const all = pictures().flatMap((picture) => visible(picture).map((shape) => ({ shape, mark: markOf(picture.layer, shape.group) })));
      const lines = all.filter(({ shape }) => !shape.isArea);
      for (const { shape, mark } of all.filter(({ shape }) => shape.isArea)) {
        outline(frame, shape);
        ctx.globalAlpha = 0.14;
        ctx.fillStyle = mark.colour;
        ctx.fill('evenodd');
        ctx.globalAlpha = 1;
        ctx.strokeStyle = palette()['mark-edge'];
        ctx.lineWidth = 4;
        ctx.stroke();
        ctx.strokeStyle = mark.colour;
        ctx.lineWidth = 2;
        ctx.setLineDash([8, 5]);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      ctx.globalAlpha = lines.length > 300 ? 0.6 : lines.length > 80 ? 0.75 : 0.9;
      // Tracks follow roads and cross rivers of like colours: an edge of the ground's colour sets them off.
      ctx.strokeStyle = palette()['mark-edge'];
      for (const { shape } of lines) {
        outline(frame, shape);
        ctx.lineWidth = lines.length > 300 ? 4 : 5;
        ctx.stroke();
      }
      for (const { shape, mark } of lines) {
        outline(frame, shape);
        ctx.strokeStyle = mark.colour;
        ctx.lineWidth = lines.length > 300 ? 1.8 : 2.4;
        ctx.stroke();
      }
      ctx.globalAlpha = 1;
    },

    /** Shapes under a position of the world, lines first. @param {number} x @param {number} y @param {number} reach world units */
    at(x, y, reach) {
      const found = pictures().flatMap((picture) => visible(picture)
        .filter((shape) => shape.paths.some(({ box }) => x >= box[0] - reach && x <= box[2] + reach && y >= box[1] - reach && y <= box[3] + reach))
        .filter((shape) => distanceTo(shape.paths, x, y) <= reach || (shape.isArea && isInside(shape.paths, x, y)))
        .map((shape) => ({ picture, shape })));
      return found.sort((a, b) => Number(a.shape.isArea) - Number(b.shape.isArea));
    },
  };
}

/** @param {Frame} frame @param {Shape} shape */
export function outline(frame, shape) {
  frame.ctx.beginPath();
  for (const path of shape.paths) {
    if (inView(frame, path)) {
      trace(frame, path);
    }
  }
}
