// What a change means for what is on the screen.
// @ts-check

/** @typedef {{zoom: number, keys: string[]}} Tiles column/row of the web Mercator grid, rows from the north */
/** @typedef {{id: string, version: number}} Version */
/**
 * What happened to a layer, as the stream tells it; with `all` it was too much to tell one by one.
 *
 * @typedef {{layer: string, all?: boolean, added?: Version[], changed?: Version[], removed?: string[], tiles?: Tiles}} LayerChange
 */

const LAST_LATITUDE = 85.0511287798066;

/** @param {number} lat @param {number} n rows @returns {number} row, with its fraction */
function rowOf(lat, n) {
  const phi = (Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat)) * Math.PI) / 180;
  return ((1 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI) / 2) * n;
}

/**
 * Whether something in these tiles may be in the view, which may have been panned round the world.
 *
 * @param {Tiles} tiles
 * @param {[number, number, number, number]} view west, south, east, north in degrees
 */
export function meets({ zoom, keys }, [west, south, east, north]) {
  const n = 2 ** zoom;
  const first = Math.floor(((west + 180) / 360) * n);
  const last = Math.floor(((east + 180) / 360) * n);
  const top = Math.floor(rowOf(north, n));
  const bottom = Math.floor(rowOf(south, n));
  return keys.some((key) => {
    const [x, y] = key.split('/').map(Number);
    // The column as many times round the world as it takes to be the first one not west of the view.
    const beside = first + ((((x - first) % n) + n) % n);
    return beside <= last && y >= top && y <= bottom;
  });
}

/**
 * Whether something in these tiles may be in another tile, of whatever zoom.
 *
 * @param {Tiles} tiles
 * @param {{z: number, x: number, y: number}} tile
 */
export function meetsTile({ zoom, keys }, { z, x, y }) {
  const finest = Math.max(zoom, z);
  const [coarse, fine] = [2 ** (finest - zoom), 2 ** (finest - z)];
  return keys.some((key) => {
    const [column, row] = key.split('/').map(Number);
    return column * coarse < (x + 1) * fine && x * fine < (column + 1) * coarse && row * coarse < (y + 1) * fine && y * fine < (row + 1) * coarse;
  });
}

/**
 * The layers of which the view must be asked for anew.
 *
 * @param {LayerChange[]} changes
 * @param {[number, number, number, number]|null} view
 * @returns {string[]}
 */
export function touchedIn(changes, view) {
  return changes
    .filter(({ all, tiles }) => all || !tiles || (view !== null && meets(tiles, wider(view))))
    .map(({ layer }) => layer);
}

/** As much as pictures are asked for beyond the window. @param {[number, number, number, number]} view @returns {[number, number, number, number]} */
function wider([west, south, east, north]) {
  const dx = (east - west) * 0.16;
  const dy = (north - south) * 0.16;
  return [west - dx, south - dy, east + dx, north + dy];
}

/**
 * What became of one feature: its new version, 'gone', 'perhaps' when too much changed to say, or null.
 *
 * @param {LayerChange[]} changes
 * @param {{layer: string, id: string}} feature
 * @returns {number|'gone'|'perhaps'|null}
 */
export function changeOf(changes, { layer, id }) {
  const change = changes.find((each) => each.layer === layer);
  if (!change) {
    return null;
  }
  if (change.all) {
    return 'perhaps';
  }
  if (change.removed?.includes(id)) {
    return 'gone';
  }
  return [...(change.changed ?? []), ...(change.added ?? [])].find((each) => each.id === id)?.version ?? null;
}
