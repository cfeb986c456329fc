// What event tiles are asked for, from the state: which layers, which conditions, which time; and which of
// them again when something changed.
// @ts-check
import { highest } from '../core/classification.js';
import { lengthInDays } from '../core/period.js';
import { isTiled, tileConditions } from '../core/query.js';
import { meetsTile } from '../live/touched.js';
import { EventGrid } from './event-grid.js';
import { EventRefinement } from './event-refinement.js';
import { decodeEventTile } from './event-tile.js';
import { HeldTiles, MOST_TOGETHER } from './held-tiles.js';
import { blocksOf, periodAlone } from './time-blocks.js';
import { unreachable } from '../words/lost.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** @param {State} state @returns {Layer[]} */
export const tiledLayers = ({ catalog, shown }) => catalog.filter((layer) => isTiled(layer) && shown.includes(layer.name));

/** @param {State} state @param {boolean} isFirst @returns {Map<string, import('./held-tiles.js').Question>} */
function questions(state, isFirst) {
  const { period, mission } = state;
  const blocks = !mission ? [] : isFirst ? periodAlone(period) : blocksOf(period, mission.time);
  return new Map(tiledLayers(state).map((layer) => {
    const params = tileConditions(state, layer);
    // Blocks of another length replace what is shown; those beside it join it.
    return [layer.name, { key: JSON.stringify([params, blocks[0]?.days, period.from, period.to]), params, blocks }];
  }));
}

/** @param {import('./event-grid.js').Coords} coords */
const keyOf = ({ z, x, y }) => `${z}/${x}/${y}`;

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {string} pane
 * @param {() => void} changed told when there is something else to draw, or its state is another
 * @param {import('./first-look.js').FirstLook} first
 */
export function createEventLayers(store, api, pane, changed, first) {
  const tiles = new HeldTiles(api.eventTile, decodeEventTile, () => {
    for (const layer of tiledLayers(store.state)) {
      const { marks } = tiles.status(layer.name);
      if (marks.length > 0) {
        store.dispatch({ type: 'mark/seen', part: `picture:${layer.name}`, mark: highest(marks) });
      }
    }
    refine();
    changed();
  }, (isNeeded) => !store.state.heldBack && (isNeeded || !store.state.low), MOST_TOGETHER);
  /** Tiles of the view. @type {Map<string, import('./event-grid.js').Coords>} */
  const roots = new Map();
  const grid = new EventGrid(pane, {
    hold(coords, done) {
      roots.set(keyOf(coords), coords);
      tiles.hold(coords, keyOf(coords), { done });
    },
    release(coords) {
      roots.delete(keyOf(coords));
      tiles.release(coords, keyOf(coords));
    },
  });
  const refinement = new EventRefinement(tiles);
  const refine = () => refinement.follow(store.state.low ? [] : roots.values(), tiledLayers(store.state).map(({ name }) => name), lengthInDays(store.state.period) * 86_400);

  store.watch((s) => [s.period, s.mission, s.shown, s.catalog, s.filters, s.text, s.cql, s.known], () => {
    tiles.ask(questions(store.state, first.isOn()));
    refine();
  });
  first.whenOver(() => tiles.ask(questions(store.state, false)));
  store.watch((s) => s.live, ({ changes }) => {
    for (const { layer, all, tiles: touched } of changes) {
      tiles.refresh(layer, (coords) => all === true || !touched || meetsTile(touched, coords));
    }
  });
  store.watch((s) => [s.heldBack, s.low], () => {
    tiles.retry();
    refine();
  });
  store.watch((s) => s.lostSince !== null, (isLost) => isLost && tiles.giveUp(unreachable));
  // What this page changed itself; or the line was lost and is there again.
  store.watch((s) => s.revision, () => tiledLayers(store.state).forEach(({ name }) => tiles.refresh(name, () => true, { isCut: true })));
  tiles.ask(questions(store.state, first.isOn()));

  return {
    grid,
    shown: tiles.shown.bind(tiles),
    status: tiles.status.bind(tiles),
    isSettled: () => tiledLayers(store.state).every(({ name }) => tiles.status(name).pending === 0),
    retry: () => tiles.retry(),
  };
}
