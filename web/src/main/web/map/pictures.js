// What the server says there is to draw, layer by layer, for the view, the period and the filters.
// @ts-check
import { isAbort, newestOnly } from '../core/api.js';
import { debounce } from '../core/dom.js';
import { compileFilter } from '../core/filter.js';
import { bboxText, datetimeOf, hasShapeTiles, isTiled, normalised } from '../core/query.js';
import { reasonOf } from '../core/reason.js';
import { toPaths, worldX, worldY } from './projection.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('./projection.js').Path} Path */

/** What is drawn from tiles meanwhile is asked for when the view rests. */
const REST_MS = 250;
const SOON_MS = 90;

/**
 * Points as columns; one event is one index.
 *
 * @typedef {object} Points
 * @property {string[]} ids
 * @property {Float64Array} x world fraction
 * @property {Float64Array} y
 * @property {string[]} codes
 * @property {(number|null)[]} start seconds since 1970
 * @property {(number|null)[]} end
 * @property {number[]} severity 0 when there is none
 * @property {number[]} radius of the uncertainty, metres
 * @property {string[]} titles
 * @property {Int32Array} stack for each point the first with exactly its place
 */
/** @typedef {{id: string, title: string, group: string, start: number|null, end: number|null, paths: Path[], isArea: boolean}} Shape */
/** @typedef {{degrees: number, lon: number[], lat: number[], n: number[], codes: string[]}} Cells */
/** @typedef {{layer: Layer, count: number, points: Points, shapes: Shape[], cells: Cells|null, corrected?: Set<string>, question?: string}} Picture corrected: ids of reports that another one stands for now; question: what it answers */

/** @returns {Points} */
const noPoints = () => ({
  ids: [], x: new Float64Array(), y: new Float64Array(), codes: [], start: [], end: [], severity: [], radius: [], titles: [], stack: new Int32Array(),
});

/**
 * Sources that know only the village put every event of it on one spot.
 *
 * @param {Float64Array} x
 * @param {Float64Array} y
 */
export function stacks(x, y) {
  /** @type {Map<number, Map<number, number>>} */
  const columns = new Map();
  return Int32Array.from(x, (value, i) => {
    const column = columns.get(value) ?? new Map();
    columns.set(value, column);
    if (!column.has(y[i])) {
      column.set(y[i], i);
    }
    return column.get(y[i]);
  });
}

/**
 * @param {Layer} layer
 * @param {any} answer of /api/picture/{layer}
 * @returns {Picture}
 */
export function readPicture(layer, answer) {
  const picture = { layer, count: answer.count ?? 0, points: noPoints(), shapes: /** @type {Shape[]} */ ([]), cells: null };
  const code = (/** @type {number} */ i) => answer.groups?.[answer.group?.[i]] ?? '';
  if (answer.mode === 'cells') {
    const codes = answer.n.map((/** @type {number} */ _n, /** @type {number} */ i) => code(i));
    return { ...picture, cells: { degrees: answer.cellDegrees, lon: answer.lon, lat: answer.lat, n: answer.n, codes } };
  }
  if (answer.features) {
    return { ...picture, ...readFeatures(answer.features.features ?? answer.features) };
  }
  const n = answer.ids.length;
  const filled = (/** @type {any[]|undefined} */ column, /** @type {any} */ value) => column ?? new Array(n).fill(value);
  const x = Float64Array.from(answer.lon, worldX);
  const y = Float64Array.from(answer.lat, worldY);
  return {
    ...picture,
    points: {
      ids: answer.ids,
      x,
      y,
      stack: stacks(x, y),
      codes: answer.ids.map((/** @type {string} */ _id, /** @type {number} */ i) => code(i)),
      start: filled(answer.start, null),
      end: filled(answer.end, null),
      severity: filled(answer.severity, 0),
      radius: filled(answer.radius, 0),
      titles: filled(answer.title, ''),
    },
  };
}

/** @param {any[]} features */
function readFeatures(features) {
  const points = /** @type {{f: any, at: number[]}[]} */ ([]);
  const shapes = /** @type {Shape[]} */ ([]);
  for (const f of features) {
    if (f.geometry?.type === 'Point') {
      points.push({ f, at: f.geometry.coordinates });
    } else if (f.geometry) {
      const { title, group, start, end } = f.properties;
      shapes.push({
        id: String(f.id), title: title ?? '', group: group ?? '', start: seconds(start), end: seconds(end),
        paths: toPaths(f.geometry), isArea: f.geometry.type.endsWith('Polygon'),
      });
    }
  }
  const x = Float64Array.from(points, ({ at }) => worldX(at[0]));
  const y = Float64Array.from(points, ({ at }) => worldY(at[1]));
  return {
    shapes,
    points: {
      ids: points.map(({ f }) => String(f.id)),
      x,
      y,
      stack: stacks(x, y),
      codes: points.map(({ f }) => f.properties.group ?? ''),
      start: points.map(({ f }) => seconds(f.properties.start)),
      end: points.map(({ f }) => seconds(f.properties.end)),
      severity: points.map(({ f }) => f.properties.severity ?? 0),
      radius: points.map(({ f }) => f.properties.radius ?? 0),
      titles: points.map(({ f }) => f.properties.title ?? ''),
    },
  };
}

/** @param {unknown} time seconds or an ISO instant */
const seconds = (time) => (typeof time === 'number' ? time : typeof time === 'string' ? Date.parse(time) / 1000 : null);

/** @param {Layer} layer */
const comesInTiles = (layer) => isTiled(layer) || hasShapeTiles(layer);

/** @param {State} state @param {Layer} layer what its picture is of, to the last number */
const keyOf = (state, layer) => JSON.stringify([question(state, layer), state.revision, state.touched[layer.name]]);

/**
 * @typedef {object} Tiled what is drawn from tiles, of which a picture tells names and ids
 * @property {(layer: string) => {pending: number, problem: string|null}} status of a layer's tiles
 * @property {(layer: string) => boolean} isCrowded whether lines and areas are drawn as counts, because there are too many
 * @property {() => boolean} isSettled whether the tiles of all layers have come
 * @property {() => boolean} isDense whether nobody could point at one event anyway
 */

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {(layer: string) => void} changed
 * @param {Tiled} tiled
 */
export function createPictures(store, api, changed, tiled) {
  /** @type {Map<string, Picture>} */
  const pictures = new Map();
  /** @type {Map<string, ReturnType<typeof newestOnly>>} */
  const lines = new Map();
  /** @type {Map<string, string>} */
  const asked = new Map();
  /** Why a layer's picture did not come. @type {Map<string, string>} */
  const problems = new Map();

  /**
   * A layer whose tiles are there is ready: what the picture adds is not waited for.
   *
   * @param {Layer} layer
   * @param {{isLoading?: boolean, isNews?: boolean}} [picture] isNews: another one is there, which is told even when the status stays
   */
  function tell(layer, { isLoading = false, isNews = false } = {}) {
    const { pending, problem: tileProblem } = comesInTiles(layer) ? tiled.status(layer.name) : { pending: 0, problem: null };
    const isBusy = comesInTiles(layer) ? pending > 0 : isLoading;
    const problem = isBusy ? undefined : problems.get(layer.name) ?? tileProblem ?? undefined;
    const state = isBusy ? 'loading' : problem === undefined ? 'ready' : 'failed';
    const isCrowded = tiled.isCrowded(layer.name);
    const before = store.state.pictures[layer.name];
    if (isNews || before?.state !== state || before.problem !== problem || before.isCrowded !== isCrowded) {
      store.dispatch({ type: 'picture/set', layer: layer.name, status: { state, problem, isCrowded } });
    }
  }

  /** @param {Layer} layer */
  async function load(layer) {
    const params = question(store.state, layer);
    const key = keyOf(store.state, layer);
    if (asked.get(layer.name) === key) {
      return;
    }
    asked.set(layer.name, key);
    const line = lines.get(layer.name) ?? newestOnly();
    lines.set(layer.name, line);
    problems.delete(layer.name);
    tell(layer, { isLoading: true });
    try {
      const got = await line.run((signal) => Promise.all([api.picture(layer.name, params, signal), layer.appendOnly && store.state.known === null ? api.corrections(layer.name, signal) : null]));
      if (got === undefined) {
        return;
      }
      const [answer, corrected] = got;
      pictures.set(layer.name, { ...readPicture(layer, answer), corrected: new Set(Object.keys(corrected ?? {})), question: key });
      store.dispatch({ type: 'data/as-of', dataAsOf: answer.dataAsOf });
    } catch (error) {
      if (isAbort(error)) {
        return;
      }
      asked.delete(layer.name);
      pictures.delete(layer.name);
      problems.set(layer.name, reasonOf(error));
    }
    tell(layer, { isNews: true });
    changed(layer.name);
  }

  /** @param {Layer} layer */
  function drop(layer) {
    if (pictures.delete(layer.name) || asked.has(layer.name)) {
      lines.get(layer.name)?.cancel();
      asked.delete(layer.name);
      problems.delete(layer.name);
      changed(layer.name);
    }
  }

  /** @param {(layer: Layer) => boolean} isMeant */
  function loadThose(isMeant) {
    const { catalog, shown, bounds, heldBack } = store.state;
    if (heldBack) {
      return;
    }
    for (const layer of bounds ? catalog.filter(isMeant) : []) {
      if (!shown.includes(layer.name)) {
        drop(layer);
      } else if (!comesInTiles(layer)) {
        void load(layer);
      } else if (!isTiled(layer) || tiled.isDense()) {
        drop(layer);
      } else if (tiled.isSettled() && !store.state.playing) {
        void load(layer);
      }
    }
  }

  const loadOthers = () => loadThose((layer) => layer.time !== 'event');
  const loadEvents = () => loadThose((layer) => layer.time === 'event');
  const soon = debounce(loadOthers, SOON_MS);
  const atRest = debounce(loadEvents, REST_MS);
  store.watch((s) => [s.bounds, s.period, s.shown, s.filters, s.text, s.cql, s.revision, s.known, s.touched, s.playing, s.heldBack], () => {
    soon();
    atRest();
  });

  return {
    /** @param {string} layer @returns {Picture|undefined} */
    find: (layer) => pictures.get(layer),
    all: () => store.state.catalog.flatMap((layer) => pictures.get(layer.name) ?? []),
    /** Whether a layer's picture is there, point by point, of just what the state says. @param {Layer} layer */
    isCurrent(layer) {
      const picture = pictures.get(layer.name);
      return picture !== undefined && picture.cells === null && picture.question === keyOf(store.state, layer);
    },
    /** Tiles came, or are drawn another way: tells how it stands and asks for what there is to name now. */
    follow() {
      for (const layer of store.state.catalog) {
        if (comesInTiles(layer) && store.state.shown.includes(layer.name)) {
          tell(layer);
        }
      }
      atRest();
    },
    retry() {
      loadOthers();
      loadEvents();
    },
  };
}

/** @param {State} state @param {Layer} layer */
function question(state, layer) {
  const [west, south, east, north] = /** @type {[number, number, number, number]} */ (state.bounds);
  const dx = (east - west) * 0.16;
  const dy = (north - south) * 0.16;
  return {
    bbox: bboxText(normalised([west - dx, south - dy, east + dx, north + dy])),
    // The server's cells are 16 pixels at its zoom: one more makes them as fine as our own bins.
    zoom: Math.min(20, Math.round(state.view?.zoom ?? 0) + (layer.geometry === 'point' ? 1 : 0)),
    datetime: datetimeOf(layer, state),
    filter: compileFilter(state, layer),
    'as-known-at': state.known,
    titles: true,
  };
}
