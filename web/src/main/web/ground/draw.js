// The basemaps of one map: those that are on, one above the other, and their names in one layer over all of them.
// @ts-check
import { alphaOf, groundKey, shownGround } from '../core/arrangement.js';
import { CanvasLayer } from '../map/canvas-layer.js';
import { paintNames } from './names.js';
import { groundSheet } from './sheet.js';
import { unreachable } from '../words/lost.js';
/** @typedef {import('./sheet.js').GroundSheet} GroundSheet */

/**
 * @param {import('leaflet').Map} map with panes for basemaps and their names
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {{palette: () => import('../map/palette.js').Palette, density?: number, taken: () => import('./lettering.js').Taken[]}} hooks density: of a sheet that is
 *     printed; taken: where the mission's own names are
 * @returns {{retry: () => void, namesMoved: () => void}} namesMoved: to be told when the mission's own names were written anew
 */
export function drawGround(map, store, api, { palette, density, taken }) {
  /** @type {Map<string, GroundSheet>} by id and version */
  const sheets = new Map();
  const isPaper = density !== undefined;
  // Over a bad line pictures are fetched when somebody asks for them; a sheet was asked for.
  const mayAsk = (/** @type {import('../core/types.js').Basemap} */ { kind }) => isPaper || !store.state.low || (kind === 'raster' ? store.state.groundAsked : !store.state.heldBack);
  const all = () => [...sheets.values()];
  const names = new CanvasLayer('ground-names', (frame) => paintNames(frame, all().flatMap((sheet) => sheet.names()), palette(), taken()), { density });
  names.addTo(map);
  let wasTaken = '';

  function changed() {
    names.redraw();
    tell();
  }

  function tell() {
    for (const sheet of sheets.values()) {
      const { pending, problem } = sheet.status();
      const status = /** @type {import('../core/types.js').PictureStatus} */ (pending > 0 ? { state: 'loading' } : problem ? { state: 'failed', problem } : { state: 'ready' });
      const known = store.state.pictures[sheet.key];
      if (known?.state !== status.state || known.problem !== status.problem) {
        store.dispatch({ type: 'picture/set', layer: sheet.key, status });
      }
    }
    const waiting = all().filter(({ basemap }) => basemap.kind === 'raster' && !mayAsk(basemap)).map((sheet) => sheet.waiting());
    const held = waiting.reduce((sum, { tiles, bytes }) => ({ tiles: sum.tiles + tiles, bytes: sum.bytes + bytes }), { tiles: 0, bytes: 0 });
    if (held.tiles !== (store.state.groundHeld?.tiles ?? 0)) {
      store.dispatch({ type: 'ground/held', held: held.tiles > 0 ? held : null });
    }
  }

  function show() {
    const on = shownGround(store.state);
    const keys = new Map(on.map((basemap) => [`${basemap.id} ${basemap.tiles}`, basemap]));
    for (const [key, sheet] of sheets) {
      if (!keys.has(key)) {
        sheet.remove();
        sheets.delete(key);
      }
    }
    for (const [key, basemap] of keys) {
      if (!sheets.has(key)) {
        sheets.set(key, groundSheet(map, api, basemap, { palette, density, mayAsk, changed }));
      }
    }
    on.forEach(({ id }, order) => {
      all().find(({ basemap }) => basemap.id === id)?.show({ order, opacity: alphaOf(store.state, groundKey(id)), isDimmed: store.state.theme === 'dark' && !isPaper });
    });
    changed();
  }

  const stops = [
    store.watch((s) => [s.basemaps, s.ground, s.opacity], show),
    store.watch((s) => s.theme, () => { all().forEach((sheet) => sheet.redraw()); show(); }),
    store.watch((s) => [s.heldBack, s.low, s.groundAsked], () => { all().forEach((sheet) => sheet.retry()); tell(); }),
    store.watch((s) => s.lostSince !== null, (isLost) => all().forEach((sheet) => (isLost ? sheet.giveUp(unreachable) : sheet.retry()))),
  ];
  map.on('unload', () => stops.forEach((stop) => stop()));
  show();

  return {
    retry: () => all().forEach((sheet) => sheet.retry()),
    namesMoved() {
      const now = taken().map(({ text, x, y }) => `${text} ${Math.round(x)} ${Math.round(y)}`).join();
      if (now !== wasTaken) {
        wasTaken = now;
        names.redraw();
      }
    },
  };
}
