// The mission's own ground: its admin areas as land, then rivers and roads, in the order and weight
// of a good printed map.
// @ts-check
import { inView, trace } from './canvas-layer.js';
import { shallows } from './basemap.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Shape} Shape */

/** Layers that this painter draws, when the mission has them. */
export const GROUND_LAYERS = ['admin-area', 'river', 'road'];

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {(layer: string) => Shape[]} shapesOf empty for a layer that is off or not there
 * @param {(layer: string, code: string) => number} rankOf place of a code in the layer's legend
 * @param {(layer: string) => number} alphaOf how much of what is below a layer hides
 */
export function createReference(palette, shapesOf, rankOf, alphaOf) {
  /** @param {Frame} frame @param {Shape[]} shapes */
  function outlineAll(frame, shapes) {
    frame.ctx.beginPath();
    for (const shape of shapes) {
      for (const path of shape.paths) {
        if (inView(frame, path)) {
          trace(frame, path);
        }
      }
    }
  }

  /** @param {Frame} frame */
  function land(frame) {
    const { ctx } = frame;
    const colours = palette();
    const all = shapesOf('admin-area');
    if (all.length === 0) {
      return;
    }
    outlineAll(frame, all);
    shallows(frame, colours);
    for (const area of all) {
      outlineAll(frame, [area]);
      ctx.fillStyle = colours.land;
      ctx.fill('evenodd');
      // Simplified neighbours leave hair-lines of sea between them; a stroke of land closes them.
      ctx.strokeStyle = colours.land;
      ctx.lineWidth = 1;
      ctx.stroke();
    }
  }

  /** @param {Frame} frame */
  function boundaries(frame) {
    const { ctx } = frame;
    const colours = palette();
    const all = shapesOf('admin-area');
    const ranks = [...new Set(all.map((area) => rankOf('admin-area', area.group)))].sort((a, b) => a - b);
    for (const rank of [...ranks].reverse()) {
      const level = ranks.indexOf(rank);
      const areasOfRank = all.filter((area) => rankOf('admin-area', area.group) === rank);
      outlineAll(frame, areasOfRank);
      if (level === 0) {
        ctx.strokeStyle = colours['border-halo'];
        ctx.lineWidth = 5;
        ctx.stroke();
      }
      ctx.setLineDash([[], [7, 4], [2, 3], [14, 5, 2, 5]][Math.min(3, level)]);
      ctx.strokeStyle = level < 2 ? colours.border : level === 2 ? colours.district : colours['label-water'];
      ctx.lineWidth = [1.6, 1.2, 0.9, 1.1][Math.min(3, level)];
      if (level < 2 || frame.zoom >= 7.5) {
        ctx.stroke();
      }
      ctx.setLineDash([]);
    }
  }

  /** @param {Frame} frame */
  function rivers(frame) {
    const colours = palette();
    const { ctx } = frame;
    const grown = Math.max(0, frame.zoom - 6);
    for (const river of shapesOf('river')) {
      const rank = rankOf('river', river.group);
      outlineAll(frame, [river]);
      ctx.strokeStyle = colours.river;
      ctx.lineWidth = Math.max(0.7, 1.5 - 0.45 * rank + 0.3 * grown);
      ctx.stroke();
    }
  }

  /** @param {Frame} frame */
  function roads(frame) {
    const { ctx } = frame;
    const colours = palette();
    const grown = Math.max(0, frame.zoom - 6.5);
    const byRank = /** @type {Shape[][]} */ ([]);
    for (const road of shapesOf('road')) {
      const rank = Math.min(2, rankOf('road', road.group));
      (byRank[rank] ??= []).push(road);
    }
    const drawn = [2, 1, 0].filter((rank) => byRank[rank] && frame.zoom >= [0, 6, 7.5][rank]);
    const width = (/** @type {number} */ rank) => [1.6, 1.2, 0.8][rank] + [0.65, 0.45, 0.3][rank] * grown;
    for (const rank of drawn) {
      outlineAll(frame, byRank[rank]);
      ctx.strokeStyle = colours['road-case'];
      ctx.lineWidth = width(rank) + 2;
      ctx.stroke();
    }
    for (const rank of drawn) {
      outlineAll(frame, byRank[rank]);
      ctx.strokeStyle = colours[`road-${rank + 1}`];
      ctx.lineWidth = width(rank);
      ctx.setLineDash(rank === 2 ? [4, 2.5] : []);
      ctx.stroke();
      ctx.setLineDash([]);
    }
  }

  /** @param {Frame} frame @param {[string, (frame: Frame) => void][]} parts layer and how it is painted */
  function paintAll(frame, parts) {
    frame.ctx.lineJoin = 'round';
    frame.ctx.lineCap = 'round';
    for (const [layer, paintLayer] of parts) {
      frame.ctx.globalAlpha = alphaOf(layer);
      paintLayer(frame);
    }
    frame.ctx.globalAlpha = 1;
  }

  return {
    /** The land of the mission, below basemaps, which would be hidden by it. @param {Frame} frame */
    paintLand: (frame) => paintAll(frame, [['admin-area', land]]),
    /** @param {Frame} frame */
    paint: (frame) => paintAll(frame, [['admin-area', boundaries], ['river', rivers], ['road', roads]]),
  };
}
