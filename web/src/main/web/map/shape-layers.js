// Lines and areas that have a time, such as tracks of patrols: fetched once as vector tiles of more time
// than the period, so that moving the period draws and does not ask.
// @ts-check
import { highest } from '../core/classification.js';
import { compileFilter } from '../core/filter.js';
import { hasShapeTiles } from '../core/query.js';
import { featuresOf } from '../lib/vector-tile.js';
import { meetsTile } from '../live/touched.js';
import { EventGrid } from './event-grid.js';
import { HeldTiles, MOST_TOGETHER } from './held-tiles.js';
import { periodTest } from './period-test.js';
import { worldX, worldY } from './projection.js';
import { composeShapes, tilesOf } from './shape-scene.js';
import { pointsOf, readShapeTile } from './shape-tile.js';
import { blocksOf, OF_PERIOD, periodAlone } from './time-blocks.js';
import { unreachable } from '../words/lost.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {import('./shape-scene.js').Sheet} Sheet */
/** @typedef {import('./shape-tile.js').ShapeTile} ShapeTile */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** @param {State} state @returns {Layer[]} */
const layersOf = ({ catalog, shown }) => catalog.filter((layer) => hasShapeTiles(layer) && shown.includes(layer.name));

/** @param {import('./event-grid.js').Coords} coords */
const keyOf = ({ z, x, y }) => `${z}/${x}/${y}`;

/** All conditions but the period and the legend's switches. @param {State} state @param {Layer} layer */
const conditionsOf = (state, layer) => ({ filter: compileFilter(state, layer, { withoutSymbol: true }), 'as-known-at': state.known });

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {string} pane
 * @param {() => void} changed told when there is something else to draw, or its state is another
 * @param {import('./first-look.js').FirstLook} first
 */
export function createShapeLayers(store, api, pane, changed, first) {
  /** Up to which zoom a layer has more than a tile holds, with which conditions. @type {Map<string, {conditions: string, zoom: number}>} */
  const crowded = new Map();
  /** @type {{frame: Frame, layers: Map<string, ReturnType<typeof composeShapes>>}|null} */
  let composed = null;
  const zoomNow = () => Math.round(store.state.view?.zoom ?? 0);

  /** @type {HeldTiles<ShapeTile & {isOfPeriod: boolean}>} */
  const tiles = new HeldTiles(api.vectorTile, (bytes, name, coords, block) => {
    const layer = /** @type {Layer} */ (store.state.catalog.find((each) => each.name === name));
    return { ...readShapeTile(layer, coords, featuresOf(bytes, name)), isOfPeriod: block.days === OF_PERIOD };
  }, came, (isNeeded) => !store.state.heldBack && (isNeeded || !store.state.low), MOST_TOGETHER);
  const grid = new EventGrid(pane, {
    hold: (coords, done) => tiles.hold(coords, keyOf(coords), { done }),
    release: (coords) => tiles.release(coords, keyOf(coords)),
  });

  /** @param {Layer} layer */
  function isCrowded(layer) {
    const known = crowded.get(layer.name);
    return known !== undefined && zoomNow() <= known.zoom && known.conditions === JSON.stringify(conditionsOf(store.state, layer));
  }

  function ask() {
    const { period, mission } = store.state;
    if (!mission) {
      return;
    }
    tiles.ask(new Map(layersOf(store.state).map((layer) => {
      const params = conditionsOf(store.state, layer);
      // A layer may have too much for a tile of any longer time.
      const blocks = first.isOn() || isCrowded(layer) ? periodAlone(period) : blocksOf(period, mission.time).filter(({ isNeeded }) => isNeeded);
      return [layer.name, { key: JSON.stringify([params, blocks[0].days, period.from, period.to]), params, blocks }];
    })));
  }

  function came() {
    composed = null;
    for (const layer of layersOf(store.state)) {
      const { marks, pending } = tiles.status(layer.name);
      if (marks.length > 0) {
        store.dispatch({ type: 'mark/seen', part: `picture:${layer.name}`, mark: highest(marks) });
      }
      if (pending === 0 && !isCrowded(layer) && inView(layer).some(({ crowds, isOfPeriod }) => crowds && !isOfPeriod)) {
        // Counts have no time: they are honest only when they are of the very period.
        crowded.set(layer.name, { conditions: JSON.stringify(conditionsOf(store.state, layer)), zoom: zoomNow() });
        queueMicrotask(ask);
      }
    }
    changed();
  }

  /** @param {Layer} layer */
  function inView(layer) {
    const [west, south, east, north] = store.state.bounds ?? [0, 0, 0, 0];
    return tilesOf([worldX(west), worldY(north), worldX(east), worldY(south)], zoomNow())
      .flatMap((coords) => tiles.shown(layer.name, coords) ?? []).flatMap(({ tile }) => tile ?? []);
  }

  /** @param {Frame} frame @param {Layer} layer */
  function sceneOf(frame, layer) {
    composed = composed?.frame === frame ? composed : { frame, layers: new Map() };
    const scene = composed.layers.get(layer.name) ?? composeShapes(frame, layer, (coords) => {
      const held = tiles.shown(layer.name, coords);
      return held?.some(({ tile }) => tile?.crowds && !tile.isOfPeriod) ? null : held;
    });
    composed.layers.set(layer.name, scene);
    return scene;
  }

  store.watch((s) => [s.period, s.mission, s.shown, s.catalog, s.filters, s.text, s.cql, s.known, Math.round(s.view?.zoom ?? 0)], ask);
  store.watch((s) => s.live, ({ changes }) => {
    for (const { layer, all, tiles: touched } of changes) {
      tiles.refresh(layer, (coords) => all === true || !touched || meetsTile(touched, coords));
    }
  });
  store.watch((s) => [s.heldBack, s.low], () => tiles.retry());
  store.watch((s) => s.lostSince !== null, (isLost) => isLost && tiles.giveUp(unreachable));
  store.watch((s) => s.revision, () => layersOf(store.state).forEach(({ name }) => tiles.refresh(name, () => true, { isCut: true })));
  first.whenOver(ask);
  ask();

  return {
    grid,
    status: tiles.status.bind(tiles),
    retry: () => tiles.retry(),
    isSettled: () => layersOf(store.state).every(({ name }) => tiles.status(name).pending === 0),
    /** Whether a layer is drawn as counts. @param {string} name */
    isCrowded: (name) => layersOf(store.state).some((layer) => layer.name === name && inView(layer).some(({ crowds, isOfPeriod }) => crowds && isOfPeriod)),
    /** What covers a view of the layers that are on. @param {Frame} frame @returns {Sheet[]} */
    sheets: (frame) => layersOf(store.state).flatMap((layer) => sceneOf(frame, layer).sheets),
    /** Those of a layer's features that are points, of the period. @param {Frame|null} frame @param {Layer} layer @returns {Picture|undefined} */
    picture(frame, layer) {
      if (!frame || !store.state.shown.includes(layer.name)) {
        return undefined;
      }
      const isIn = periodTest(layer, store.state.period);
      const spots = sceneOf(frame, layer).spots.filter(({ start, end }) => isIn(start, end));
      return { layer, count: spots.length, shapes: [], cells: null, points: pointsOf(spots) };
    },
  };
}
