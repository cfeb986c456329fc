// Events and sites as marks, or events as density when there are too many to tell apart. The choice is
// made once for the whole view: an aggregated tile beside single marks would look empty exactly where
// it is densest.
// @ts-check
import { alphaOf, rankIn } from '../core/arrangement.js';
import { toNumber } from '../core/period.js';
import { isMilitary } from '../core/symbols.js';
import { EventDensity, extentOf } from './event-density.js';
import { EventMarks } from './event-marks.js';
import { composeScene } from './event-scene.js';
import { MarkCanvas } from './mark-canvas.js';
import { Sprites } from './marks.js';
import { project, putMarks, strikeCorrected } from './picture-marks.js';
import { stackBadges } from './stack-badges.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./event-grid.js').Coords} Coords */
/** @typedef {import('./event-scene.js').Scene} Scene */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** From so many events in view on they are drawn as density. */
const MOST_MARKS = 6000;

/** How long a repaint took is told to whoever observes measures of this name. */
const MEASURE = 'vigie-events';

/**
 * @typedef {object} Sources
 * @property {() => import('./palette.js').Palette} palette
 * @property {() => State} state
 * @property {() => Picture[]} pictures of the layers that are drawn as marks
 * @property {() => Layer[]} tiled layers whose events come in tiles
 * @property {(layer: string, coords: Coords) => import('./held-tiles.js').Held<import('./event-tile.js').EventTile>[]|null} shown
 * @property {(layer: Layer) => boolean} isCurrent whether the picture of a layer is of just this view, period and conditions
 */

/**
 * @param {Sources} sources
 * @param {(mode: 'marks'|'density') => void} painted told which way the view was drawn
 */
export function createEvents({ palette, state, pictures, tiled, shown, isCurrent }, painted) {
  const sprites = new Sprites(() => (isMilitary(state()) ? palette()['symbol-edge'] : null));
  const density = new EventDensity();
  const canvas = new MarkCanvas();
  const marks = new EventMarks(sprites, canvas);
  /** @type {{frame: Frame, scene: Scene}|null} */
  let composed = null;
  /** @type {{mode: 'marks'|'density', pending: Layer[]} & import('./picture-marks.js').Projected} */
  let drawn = { mode: 'marks', pending: [], xs: new Float64Array(), ys: new Float64Array(), refs: [] };
  /** @type {import('./stack-badges.js').Badge[]} */
  let badges = [];

  /** @param {Frame} frame */
  function sceneOf(frame) {
    if (composed?.frame !== frame) {
      composed = { frame, scene: composeScene(frame, tiled(), shown) };
    }
    return composed.scene;
  }

  /** @param {import('./event-scene.js').Source} source @returns {import('./event-density.js').Sieve} */
  function sieve({ layer, tile }) {
    const conditions = state().filters[layer.name] ?? {};
    const hidden = (layer.symbol.property && conditions[layer.symbol.property]?.hide) || [];
    return {
      isOn: Uint8Array.from(tile.codes, (code) => (hidden.includes(code) ? 0 : 1)),
      least: (layer.severity && conditions[layer.severity]?.min) || 0,
    };
  }

  /** Density is of all layers together: each has the share in its opacity that it has in the events. @param {Scene} scene */
  function densityAlpha({ sources }) {
    const all = sources.reduce((sum, { tile }) => sum + tile.n, 0);
    return all === 0 ? 1 : sources.reduce((sum, { layer, tile }) => sum + tile.n * alphaOf(state(), layer.name), 0) / all;
  }

  /** @param {Frame} frame */
  function paint(frame) {
    const { period } = state();
    const rank = rankIn(state());
    const span = { from: toNumber(period.start) * 86_400, to: (toNumber(period.end) + 1) * 86_400 };
    const scene = sceneOf(frame);
    sprites.density = frame.density;
    density.count(scene, span, sieve);
    const inView = density.sum(scene, extentOf(scene, windowOf(frame)));
    const isDense = inView >= MOST_MARKS;
    const colours = palette();
    const pending = isDense ? tiled() : tiled().filter((layer) => !isCurrent(layer));
    canvas.begin(frame);
    if (isDense) {
      density.paint(frame, scene, [0, 1, 2, 3, 4].map((i) => colours[`density-${i}`]), densityAlpha(scene));
    } else {
      marks.paint(frame, scene, [...pending].sort((a, b) => rank(a) - rank(b)), span, sieve, { edge: colours['mark-edge'], inView, alpha: (layer) => alphaOf(state(), layer.name) });
    }
    const projected = project(frame, state(), pictures().filter(({ layer }) => !pending.includes(layer)));
    putMarks(frame, projected, canvas, { sprites, palette: colours, inView, rank, alpha: (layer) => alphaOf(state(), layer.name) });
    canvas.finish(frame);
    strikeCorrected(frame, projected, colours.label);
    badges = stackBadges(frame, projected);
    drawn = { mode: isDense ? 'density' : 'marks', pending, ...projected };
    painted(drawn.mode);
  }

  return {
    /** @param {Frame} frame */
    paint(frame) {
      const start = performance.now();
      paint(frame);
      performance.measure(MEASURE, { start });
      performance.clearMeasures(MEASURE);
    },

    /** Tiles came or went: what covers the view is worked out anew with the next repaint. */
    recompose() {
      composed = null;
    },

    /** Counts to write beside marks that hide others, for whoever writes on the map. */
    get badges() {
      return badges;
    },

    get mode() {
      return drawn.mode;
    },

    /** How the density of the last painting is to be read: the most events in a cell, and the width of a cell in worlds. */
    get ramp() {
      return { most: density.most, cell: composed?.scene.bin ?? 0 };
    },

    /** What was drawn one by one, in canvas pixels, for finding what is under the pointer; pending: layers that were drawn from tiles. */
    get drawn() {
      return drawn;
    },

    /**
     * The cell nearest to a position that shows an event, for asking what is in it.
     *
     * @param {number} x world fraction
     * @param {number} y
     * @param {number} reach pixels
     * @returns {[number, number, number, number]|null} world west, north, east, south
     */
    cellAt(x, y, reach) {
      return composed ? density.nearest(composed.scene, x, y, reach / composed.frame.scale) : null;
    },
  };
}

/** The box of the map window, which the canvas goes beyond. @param {Frame} frame @returns {[number, number, number, number]} */
function windowOf({ box: [west, north, east, south], padX, padY, scale }) {
  return [west + padX / scale, north + padY / scale, east - padX / scale, south - padY / scale];
}
