// The Military Grid Reference System (NGA.STND.0037) between 80° south and 84° north: zones with their exceptions for
// Norway and Svalbard, bands, 100 km squares. The polar grids are another projection and are left out.
// @ts-check
import { toUtm } from './utm.js';

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const COLUMNS = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'];
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';
const SQUARE = 100_000;
export const SOUTH_END = -80;
export const NORTH_END = 84;

/** A zone within a band, bounded by meridians and parallels. */
/** @typedef {{zone: number, band: string, west: number, south: number, east: number, north: number}} Cell degrees */

const wrapped = (/** @type {number} */ lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** Whether the grid reaches so far. @param {number} lat */
export const isInGrid = (lat) => lat >= SOUTH_END && lat <= NORTH_END;

/** @param {number} lat between the ends of the grid */
const bandOf = (lat) => BANDS[Math.min(BANDS.length - 1, Math.floor((lat - SOUTH_END) / 8))];

/** Zones of a band from west to east, where they are not six degrees wide: the west of Norway and Svalbard. */
const WIDE = /** @type {Record<string, [number, number, number][]>} */ ({
  V: [[31, 0, 3], [32, 3, 12]],
  X: [[31, 0, 9], [33, 9, 21], [35, 21, 33], [37, 33, 42]],
});

/** @param {string} band @param {number} lon degrees @returns {{zone: number, west: number, east: number}} */
function column(band, lon) {
  const at = wrapped(lon);
  const exception = (WIDE[band] ?? []).find(([, west, east]) => at >= west && at < east);
  if (exception) {
    const [zone, west, east] = exception;
    return { zone, west, east };
  }
  const zone = Math.min(60, Math.floor((at + 180) / 6) + 1);
  return { zone, west: zone * 6 - 186, east: zone * 6 - 180 };
}

/** @param {number} lon @param {number} lat between the ends of the grid @returns {Cell} */
export function cellOf(lon, lat) {
  const band = bandOf(lat);
  const south = SOUTH_END + 8 * BANDS.indexOf(band);
  return { ...column(band, lon), band, south, north: band === 'X' ? NORTH_END : south + 8 };
}

/**
 * The cells that meet a box; their longitudes go on beyond 180° as those of the box do.
 *
 * @param {[number, number, number, number]} box west, south, east, north in degrees
 * @returns {Cell[]}
 */
export function cellsIn([west, south, east, north]) {
  const cells = [];
  for (let lat = Math.max(south, SOUTH_END); lat < Math.min(north, NORTH_END);) {
    let next = lat;
    for (let lon = west; lon < east;) {
      const cell = cellOf(lon, lat);
      // A step of rounding below the border of a cell must not give it once more.
      const turns = Math.round((lon - wrapped(lon)) / 360) * 360;
      cells.push({ ...cell, west: cell.west + turns, east: cell.east + turns });
      lon = cell.east + turns > lon ? cell.east + turns : lon + 1e-9;
      next = cell.north;
    }
    lat = next > lat ? next : north;
  }
  return cells;
}

/** The two letters of a 100 km square. @param {number} zone @param {number} easting @param {number} northing metres of any point in it */
export function squareOf(zone, easting, northing) {
  const row = Math.floor(northing / SQUARE) + (zone % 2 === 0 ? 5 : 0);
  return `${COLUMNS[(zone - 1) % 3][Math.floor(easting / SQUARE) - 1] ?? ''}${ROWS[((row % 20) + 20) % 20]}`;
}

/**
 * @param {number} lat
 * @param {number} lon
 * @param {number} [digits] of each half: 5 for a metre, 4 for ten, …
 * @returns {string|null} like 34N DK 12345 67890, the square that the place lies in; null beyond the grid
 */
export function mgrs(lat, lon, digits = 5) {
  if (!isInGrid(lat)) {
    return null;
  }
  const { zone, band } = cellOf(lon, lat);
  const { easting, northing } = toUtm(lon, lat, zone);
  const part = (/** @type {number} */ metres) => String(Math.floor((metres % SQUARE) / 10 ** (5 - digits))).padStart(digits, '0');
  return [`${zone}${band}`, squareOf(zone, easting, northing), ...(digits > 0 ? [part(easting), part(northing)] : [])].join(' ');
}
