// Areas and tracks of the layers: hotspots, alerts, patrols and what a mission adds.
// @ts-check
import { alphaOf, rankIn } from '../core/arrangement.js';
import { isMilitary } from '../core/symbols.js';
import { inView, trace } from './canvas-layer.js';
import { intensity, ramp } from './density.js';
import { distanceTo, isInside } from './hit.js';
import { markOf, siteRadius } from './marks.js';
import { symbolFor } from './military.js';
import { periodTest } from './period-test.js';
import { latitudeOf, overlaps, worldX, worldY } from './projection.js';
import { wholeOf } from './shape-scene.js';
import { cellDegrees } from './shape-tile.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Shape} Shape */
/** @typedef {import('./shape-scene.js').Sheet} Sheet */
/** @typedef {import('./shape-tile.js').Box} Box */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */
/** @typedef {{shape: Shape, mark: import('../core/types.js').Mark}} Marked */
/** @typedef {{sheet: Sheet, areas: Marked[], lines: Marked[]}} Drawn */

/** With more tracks than these their units would hide them. */
const MOST_UNITS = 60;

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {(frame: Frame) => Sheet[]} sheets what there is of all layers, of more time than the period
 * @param {() => State} state
 */
export function createVectors(palette, sheets, state) {
  /** What was painted last, for finding what is under the pointer. @type {Sheet[]} */
  let painted = [];
  let isMoving = false;

  /** @param {Layer} layer @returns {(shape: Shape) => boolean} */
  function visibility(layer) {
    const hidden = new Set((layer.symbol.property && state().filters[layer.name]?.[layer.symbol.property]?.hide) || []);
    const isIn = periodTest(layer, state().period);
    return ({ group, start, end }) => !hidden.has(group) && isIn(start, end);
  }

  /** @param {Sheet[]} all @returns {Map<Layer, Sheet[]>} */
  function byLayer(all) {
    const layers = new Map();
    for (const sheet of all) {
      layers.set(sheet.layer, [...(layers.get(sheet.layer) ?? []), sheet]);
    }
    return layers;
  }

  /** @param {Sheet[]} all */
  const isCrowded = (all) => all.some(({ crowds }) => crowds);

  /** @param {Sheet} sheet @returns {Drawn} */
  function sorted(sheet) {
    /** @type {Drawn} */
    const drawn = { sheet, areas: [], lines: [] };
    const isVisible = visibility(sheet.layer);
    for (const shape of sheet.shapes) {
      if (isVisible(shape)) {
        drawn[shape.isArea ? 'areas' : 'lines'].push({ shape, mark: markOf(sheet.layer, shape.group) });
      }
    }
    return drawn;
  }

  /** @param {Frame} frame @param {Drawn} drawn */
  function paintAreas(frame, { sheet, areas }) {
    const { ctx } = frame;
    const alpha = alphaOf(state(), sheet.layer.name);
    for (const { shape, mark } of areas) {
      const path = pathOf(frame, shape, sheet.shift);
      ctx.globalAlpha = 0.14 * alpha;
      ctx.fillStyle = mark.colour;
      ctx.fill(path, 'evenodd');
      ctx.globalAlpha = alpha;
      ctx.strokeStyle = palette()['mark-edge'];
      ctx.lineWidth = 4;
      ctx.stroke(path);
      ctx.strokeStyle = mark.colour;
      ctx.lineWidth = 2;
      ctx.setLineDash([8, 5]);
      ctx.stroke(path);
      ctx.setLineDash([]);
    }
    ctx.globalAlpha = 1;
  }

  /** @param {Frame} frame @param {Drawn} drawn @param {number} all how many the view has */
  function paintLines(frame, { sheet, lines }, all) {
    const { ctx } = frame;
    ctx.globalAlpha = (all > 300 ? 0.6 : all > 80 ? 0.75 : 0.9) * alphaOf(state(), sheet.layer.name);
    // Tracks follow roads and cross rivers of like colours: an edge of the ground's colour sets them off. It costs as
    // much as the tracks, and nobody sees it on what moves. One stroke for all of a colour is no way out: where many
    // overlap it costs twice as much.
    ctx.strokeStyle = palette()['mark-edge'];
    ctx.lineWidth = all > 300 ? 4 : 5;
    for (const { shape } of isMoving ? [] : lines) {
      ctx.stroke(pathOf(frame, shape, sheet.shift));
    }
    ctx.lineWidth = all > 300 ? 1.8 : 2.4;
    for (const { shape, mark } of lines) {
      ctx.strokeStyle = mark.colour;
      ctx.stroke(pathOf(frame, shape, sheet.shift));
    }
    ctx.globalAlpha = 1;
  }

  /**
   * A layer that has too many for a tile: as cells everywhere, also where a tile of the view has few. One that is
   * drawn one by one beside others that are counted would look the emptier of the two.
   *
   * @param {Frame} frame @param {Sheet[]} all of the layer
   */
  function paintCells(frame, all) {
    const { ctx } = frame;
    const size = cellDegrees(all.find(({ crowds }) => crowds)?.cells ?? [0, 0, 1, 1]);
    /** @type {Map<string, number>} */
    const counts = new Map();
    const add = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ n) => {
      const key = `${Math.floor((x * 360 - 180) / size)} ${Math.floor(latitudeOf(y) / size)}`;
      counts.set(key, (counts.get(key) ?? 0) + n);
    };
    const isVisible = visibility(all[0].layer);
    for (const { shapes, crowds, shift, box } of all) {
      crowds?.forEach(({ x, y, n }) => add(x + shift, y, n));
      for (const shape of shapes.filter(isVisible)) {
        const [west, north, east, south] = wholeBox(shape);
        const [x, y] = [(west + east) / 2 + shift, (north + south) / 2];
        // A part that reaches in from beside is counted where its middle is.
        if (!box || (x >= box[0] && x < box[2] && y >= box[1] && y < box[3])) {
          add(x, y, 1);
        }
      }
    }
    const table = ramp([0, 1, 2, 3, 4].map((i) => palette()[`density-${i}`]));
    const most = Math.max(...counts.values());
    ctx.globalAlpha = 0.8 * alphaOf(state(), all[0].layer.name);
    for (const [key, n] of counts) {
      const [column, row] = key.split(' ').map(Number);
      const [left, top, right, bottom] = onPixels(frame, [worldX(column * size), worldY((row + 1) * size), worldX((column + 1) * size), worldY(row * size)]);
      ctx.fillStyle = table[Math.round(intensity(n, most) * 255)];
      ctx.fillRect(left, top, Math.max(2, right - left), Math.max(2, bottom - top));
    }
    ctx.globalAlpha = 1;
  }

  /** Which unit a track is of, where there is room: once for each, in the middle of its longest piece. @param {Frame} frame @param {Drawn[]} drawn */
  function paintUnits(frame, drawn) {
    /** @type {Map<string, {x: number, y: number, sidc: string, alpha: number}>} */
    const units = new Map();
    for (const { sheet, lines } of drawn) {
      for (const { shape, mark } of lines) {
        const longest = shape.paths.reduce((a, b) => (b.points.length > a.points.length ? b : a), shape.paths[0]);
        if (mark.sidc && longest && !units.has(shape.id)) {
          const at = 2 * Math.floor(longest.points.length / 4);
          units.set(shape.id, { x: frame.toX(longest.points[at] + sheet.shift), y: frame.toY(longest.points[at + 1]), sidc: mark.sidc, alpha: alphaOf(state(), sheet.layer.name) });
        }
      }
    }
    const density = frame.ctx.getTransform().a;
    for (const { x, y, sidc, alpha } of units.values()) {
      const symbol = symbolFor(sidc, siteRadius(frame.zoom), palette()['symbol-edge'], density);
      if (symbol) {
        frame.ctx.globalAlpha = alpha;
        frame.ctx.drawImage(symbol.canvas, x - symbol.x, y - symbol.y, symbol.width, symbol.height);
      }
    }
    frame.ctx.globalAlpha = 1;
  }

  return {
    /** Whether the period is being moved, so that what is painted is seen for a moment only. @param {boolean} now */
    move(now) {
      isMoving = now;
    },

    /** @param {Frame} frame */
    paint(frame) {
      const { ctx } = frame;
      ctx.lineJoin = 'round';
      ctx.lineCap = 'round';
      painted = [];
      const rank = rankIn(state());
      for (const [, all] of [...byLayer(sheets(frame))].sort(([a], [b]) => rank(a) - rank(b))) {
        if (isCrowded(all)) {
          paintCells(frame, all);
        } else {
          painted.push(...all);
        }
      }
      const drawn = painted.filter(({ box }) => !box || overlaps(box, frame.box)).map(sorted);
      const lines = new Set(drawn.flatMap((each) => each.lines.map(({ shape }) => shape.id))).size;
      for (const part of /** @type {const} */ (['areas', 'lines'])) {
        for (const each of drawn.filter((one) => one[part].length > 0)) {
          ctx.save();
          if (each.sheet.box) {
            const [left, top, right, bottom] = onPixels(frame, each.sheet.box);
            ctx.beginPath();
            ctx.rect(left, top, right - left, bottom - top);
            ctx.clip();
          }
          if (part === 'areas') {
            paintAreas(frame, each);
          } else {
            paintLines(frame, each, lines);
          }
          ctx.restore();
        }
      }
      if (lines <= MOST_UNITS && isMilitary(state())) {
        paintUnits(frame, drawn);
      }
    },

    /** Shapes under a position of the world, lines first. @param {number} x @param {number} y @param {number} reach world units */
    at(x, y, reach) {
      // Neighbouring tiles both have what lies along their border: only the one that the position is in counts.
      const found = painted.filter(({ box }) => !box || (x >= box[0] && x < box[2] && y >= box[1] && y < box[3])).flatMap((sheet) => {
        const isVisible = visibility(sheet.layer);
        return sheet.shapes.filter((shape) => isVisible(shape) && isAt(shape, x - sheet.shift, y, reach))
          .map((shape) => ({ layer: sheet.layer, shape: wholeOf(shape, painted.filter(({ layer }) => layer === sheet.layer)) }));
      });
      return found.sort((a, b) => Number(a.shape.isArea) - Number(b.shape.isArea));
    },
  };
}

/** @param {Shape} shape @param {number} x @param {number} y @param {number} reach */
function isAt({ paths, isArea }, x, y, reach) {
  return paths.some(({ box }) => x >= box[0] - reach && x <= box[2] + reach && y >= box[1] - reach && y <= box[3] + reach)
    && (distanceTo(paths, x, y) <= reach || (isArea && isInside(paths, x, y)));
}

/** @param {Shape} shape @returns {Box} */
const wholeBox = ({ paths }) => paths.reduce((/** @type {Box} */ all, { box }) =>
  [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])], [Infinity, Infinity, -Infinity, -Infinity]);

/** A box of the world on whole pixels: between two that share an edge there is neither a gap nor a seam. @param {Frame} frame @param {Box} box @returns {Box} */
const onPixels = ({ toX, toY }, [west, north, east, south]) => [Math.round(toX(west)), Math.round(toY(north)), Math.round(toX(east)), Math.round(toY(south))];

/** Traced once for each view, not for each step of the period. @type {WeakMap<Shape, {frame: Frame, shift: number, path: Path2D}>} */
const traced = new WeakMap();

/** @param {Frame} frame @param {Shape} shape @param {number} shift whole worlds to the east */
function pathOf(frame, shape, shift) {
  const known = traced.get(shape);
  if (known?.frame === frame && known.shift === shift) {
    return known.path;
  }
  const path = new Path2D();
  add(frame, path, shape, shift);
  traced.set(shape, { frame, shift, path });
  return path;
}

/** @param {Frame} frame @param {Path2D|CanvasRenderingContext2D} to @param {Shape} shape @param {number} shift */
function add(frame, to, shape, shift) {
  for (const path of shape.paths) {
    if (inView(frame, path, shift)) {
      trace(frame, path, shift, to);
    }
  }
}

/** @param {Frame} frame @param {Shape} shape */
export function outline(frame, shape) {
  frame.ctx.beginPath();
  add(frame, frame.ctx, shape, 0);
}
