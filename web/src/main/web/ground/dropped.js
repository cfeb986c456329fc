// What a file that was dropped may become, by its first bytes and its name. Pure.
// @ts-check

/** @typedef {'ground'|'features'|'either'|'part'|'unknown'} Fate either: somebody must say; part: of a Shapefile */
/** @typedef {{fate: Fate, mostly: 'points'|'lines'|null}} Recognised mostly: geometries of a GeoJSON file, as far as its beginning tells */

/** As much of a file as is looked at. */
export const HEAD_BYTES = 65_536;

const MAGIC = ['SQLite format 3\0', 'PMTiles', 'PK\u0003\u0004'];
const GROUND = /\.(pmtiles|mbtiles|gpkg|zip)$/i;
const PARTS = /\.(shp|dbf|shx|prj|cpg|sbn|sbx)$/i;
const FEATURES = /\.(csv|tsv|txt|geojsonl|ndjson)$/i;
const GEOJSON = /\.(geojson|json)$/i;

/** @param {string} name @param {string} head the first bytes, one character a byte @returns {Recognised} */
export function recognise(name, head) {
  if (MAGIC.some((magic) => head.startsWith(magic))) {
    return { fate: 'ground', mostly: null };
  }
  if (PARTS.test(name)) {
    return { fate: 'part', mostly: null };
  }
  const isObject = /^\s*\{/.test(head.replace(/^\u00ef\u00bb\u00bf/, ''));
  if (isObject && !/\.(geojsonl|ndjson)$/i.test(name) && (GEOJSON.test(name) || /"type"\s*:\s*"(Feature|FeatureCollection)"/.test(head))) {
    return { fate: 'either', mostly: mostlyOf(head) };
  }
  return { fate: GROUND.test(name) ? 'ground' : FEATURES.test(name) ? 'features' : 'unknown', mostly: null };
}

/** @param {string} head */
function mostlyOf(head) {
  const count = (/** @type {RegExp} */ pattern) => head.match(pattern)?.length ?? 0;
  const points = count(/"type"\s*:\s*"(Multi)?Point"/g);
  const others = count(/"type"\s*:\s*"(Multi)?(LineString|Polygon)"/g);
  return points + others === 0 ? null : points > others ? 'points' : 'lines';
}
