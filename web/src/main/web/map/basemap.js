// The ground: sea, the outlines of the world from Natural Earth and the lines of latitude and
// longitude. Coarse outlines come first; finer ones only when land is in view and near enough to
// show them, so that a mission at sea never loads them.
// @ts-check
import { feature, mesh, outlinesAddress } from '../lib/topojson.js';
import { isNamed, isSettled } from './boundaries.js';
import { inView, trace, worldShifts } from './canvas-layer.js';
import { latitudeOf, toPaths, worldX, worldY } from './projection.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./projection.js').Path} Path */
/** @typedef {import('./boundaries.js').Area} Area */
/** @typedef {{detail: '110m'|'50m'|'10m', lands: Path[][], coast: Path[], borders: Path[], unsettled: Path[], names: {text: string, x: number, y: number, size: number}[]}} Outlines */

const FINER = /** @type {const} */ ([
  { detail: '110m', from: 0 },
  { detail: '50m', from: 3.5 },
  { detail: '10m', from: 6.5 },
]);

const AGAIN_MS = 10_000;

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {() => void} changed called when finer outlines have come
 * @param {() => boolean} hasGraticule whether lines of latitude and longitude are drawn: not under another grid
 */
export function createBasemap(palette, changed, hasGraticule) {
  /** @type {Map<string, Outlines>} */
  const loaded = new Map();
  /** @type {Set<string>} */
  const asked = new Set();

  /** @param {'110m'|'50m'|'10m'} detail */
  async function load(detail) {
    if (asked.has(detail)) {
      return;
    }
    asked.add(detail);
    const response = await fetch(outlinesAddress(detail)).catch(() => null);
    if (!response?.ok) {
      // Without a line those that are there must do; one that comes back brings the finer ones.
      setTimeout(() => asked.delete(detail), AGAIN_MS);
      return;
    }
    loaded.set(detail, prepare(detail, await response.json()));
    changed();
  }

  /** @param {Frame} frame */
  function best(frame) {
    const finest = FINER.filter(({ from }) => frame.zoom >= from).reverse();
    return finest.map(({ detail }) => loaded.get(detail)).find((outlines) => outlines !== undefined);
  }

  /** @param {Frame} frame @param {Outlines} outlines */
  function seesLand(frame, outlines) {
    return worldShifts(frame).some((shift) => outlines.lands.some((land) => land.some((ring) => inView(frame, ring, shift))));
  }

  return {
    /** @param {Frame} frame */
    paint(frame) {
      const { ctx } = frame;
      const colours = palette();
      ctx.fillStyle = colours.sea;
      ctx.fillRect(0, 0, frame.width, frame.height);
      const outlines = best(frame);
      if (!outlines) {
        void load('110m');
        if (hasGraticule()) {
          graticule(frame, colours);
        }
        return;
      }
      ctx.lineJoin = 'round';
      traceAll(frame, outlines.coast);
      shallows(frame, colours);
      traceAll(frame, outlines.lands.flat());
      ctx.fillStyle = colours.land;
      ctx.fill('evenodd');
      // Hair-lines of sea would show between neighbours, and under broken lines.
      ctx.strokeStyle = colours.land;
      ctx.lineWidth = 1;
      ctx.stroke();
      traceAll(frame, outlines.coast);
      ctx.strokeStyle = colours['land-line'];
      ctx.stroke();
      traceAll(frame, outlines.borders);
      ctx.strokeStyle = colours.border;
      ctx.lineWidth = 1.2;
      ctx.stroke();
      traceAll(frame, outlines.unsettled);
      ctx.setLineDash([5, 4]);
      ctx.stroke();
      ctx.setLineDash([]);
      if (hasGraticule()) {
        graticule(frame, colours);
      }
      const next = FINER.find(({ detail, from }) => frame.zoom >= from && !loaded.has(detail) && detail > '' && finer(detail, outlines.detail));
      if (next && seesLand(frame, outlines)) {
        void load(next.detail);
      }
    },

    /** Names of countries to write. @param {Frame} frame */
    names: (frame) => best(frame)?.names ?? [],
  };
}

/** @param {string} a @param {string} b */
const finer = (a, b) => parseInt(a, 10) < parseInt(b, 10);

/** @param {Frame} frame @param {Path[]} lines */
function traceAll(frame, lines) {
  frame.ctx.beginPath();
  for (const shift of worldShifts(frame)) {
    for (const line of lines) {
      if (inView(frame, line, shift)) {
        trace(frame, line, shift);
      }
    }
  }
}

/** Pale bands along a coast, as sea charts have them. Strokes the current path. @param {Frame} frame @param {import('./palette.js').Palette} colours */
export function shallows(frame, colours) {
  const { ctx } = frame;
  const reach = Math.max(4, Math.min(26, 3 * 1.45 ** (frame.zoom - 3)));
  for (const [part, colour] of /** @type {[number, string][]} */ ([[2, colours['shallow-1']], [1, colours['shallow-2']]])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = reach * part;
    ctx.stroke();
  }
}

/** @param {Outlines['detail']} detail @param {any} topology @returns {Outlines} */
function prepare(detail, topology) {
  const countries = /** @type {GeoJSON.FeatureCollection} */ (/** @type {unknown} */ (feature(topology, topology.objects.countries)));
  const between = (/** @type {(a: Area, b: Area) => boolean} */ chosen) => toPaths(/** @type {GeoJSON.MultiLineString} */ (
    /** @type {unknown} */ (mesh(topology, topology.objects.countries, (/** @type {Area} */ a, /** @type {Area} */ b) => chosen(a, b)))));
  const lands = countries.features.map((country) => toPaths(country.geometry));
  return {
    detail,
    lands,
    coast: between((a, b) => a === b),
    borders: between((a, b) => a !== b && isSettled(a, b)),
    unsettled: between((a, b) => a !== b && !isSettled(a, b)),
    names: countries.features.flatMap((country, i) => {
      const largest = lands[i].reduce((a, b) => (size(b) > size(a) ? b : a), lands[i][0]);
      return largest && country.properties?.name && isNamed(/** @type {Area} */ (country))
        ? [{ text: country.properties.name, x: (largest.box[0] + largest.box[2]) / 2, y: (largest.box[1] + largest.box[3]) / 2, size: size(largest) }]
        : [];
    }),
  };
}

/** @param {Path} path */
const size = (path) => (path.box[2] - path.box[0]) * (path.box[3] - path.box[1]);

const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01];

/** The corner where both kinds of labels would lie on each other stays empty. */
const CORNER = 30;

/** @param {Frame} frame @param {import('./palette.js').Palette} colours */
function graticule(frame, colours) {
  const { ctx } = frame;
  const degreesAcross = (frame.box[2] - frame.box[0]) * 360;
  const step = STEPS.find((candidate) => degreesAcross / candidate >= 5) ?? STEPS[STEPS.length - 1];
  const digits = step >= 1 ? 0 : step >= 0.1 ? (step === 0.25 ? 2 : 1) : 2;
  ctx.strokeStyle = colours.grid;
  ctx.lineWidth = 1;
  ctx.fillStyle = colours['grid-text'];
  ctx.font = '10px system-ui, sans-serif';
  const west = frame.box[0] * 360 - 180;
  const east = frame.box[2] * 360 - 180;
  const north = latitudeOf(Math.max(0, frame.box[1]));
  const south = latitudeOf(Math.min(1, frame.box[3]));
  ctx.beginPath();
  for (let i = Math.ceil(west / step); i * step <= east; i++) {
    const x = Math.round(frame.toX(worldX(i * step))) + 0.5;
    ctx.moveTo(x, 0);
    ctx.lineTo(x, frame.height);
    const lon = ((((i * step + 180) % 360) + 360) % 360) - 180;
    if (x > frame.padX + CORNER) {
      ctx.fillText(`${Math.abs(lon).toFixed(digits)}°${lon < 0 ? 'W' : lon > 0 ? 'E' : ''}`, x + 4, frame.padY + 13);
    }
  }
  for (let i = Math.ceil(south / step); i * step <= north; i++) {
    const y = Math.round(frame.toY(worldY(i * step))) + 0.5;
    ctx.moveTo(0, y);
    ctx.lineTo(frame.width, y);
    const lat = i * step;
    if (y > frame.padY + CORNER) {
      ctx.fillText(`${Math.abs(lat).toFixed(digits)}°${lat < 0 ? 'S' : lat > 0 ? 'N' : ''}`, frame.padX + 6, y - 4);
    }
  }
  ctx.stroke();
}
