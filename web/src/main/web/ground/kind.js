// What a feature of a vector tile is on a map, whichever schema its tiles follow: Protomaps, OpenMapTiles, Shortbread, Natural Earth,
// tags of OpenStreetMap, or a file of the mission's own, of which at least the geometry is known. Pure.
// @ts-check

/** @typedef {'area'|'line'|'point'} Geometry */
/** @typedef {{kind: string, rank: number}} Kind kind: a key of style.js or labels.js; rank: 0 for the most important */

/** What a word says of a feature, the first that fits. @typedef {[RegExp, string, number]} Rule */

/** @type {Rule[]} */
const LINES = [
  [/^(ferry|cable_car|gondola|aerialway|power|pipeline)/, 'none', 0],
  [/(^|_)(rail|railway|railroad|train|tram|light_rail|subway|narrow_gauge|monorail)s?(_|$)|chemin_de_fer|ferrocarril/, 'rail', 0],
  [/^(motorway|highway|trunk|freeway|expressway|major_highway|beltway)/, 'road', 0],
  [/^(primary|major_road|secondary_highway|main|national|paved)/, 'road', 1],
  [/^(secondary|tertiary|medium_road|regional|unclassified_road)/, 'road', 2],
  [/^(minor|residential|unclassified|living_street|service|street|local|busway|other)/, 'road', 3],
  [/^(track|path|footway|pedestrian|cycleway|bridleway|steps|piste|trail)/, 'road', 4],
  [/^(river|fleuve|rio|canal|lake_centerline)/, 'river', 0],
  [/^(stream|drain|ditch|wadi|intermittent|waterway|brook|tidal_channel)/, 'river', 1],
  [/disput|claim|verify|breakaway|line_of_control|indefinite|unrecognized/, 'disputed', 0],
  [/^(country|national_boundary|international|admin.?0)|international/, 'boundary', 0],
  [/^(region|state|province|admin.?1)/, 'boundary', 1],
  [/^(county|district|locality|admin)/, 'boundary', 2],
  [/coast/, 'none', 0],
];

/** @type {Rule[]} */
const AREAS = [
  [/^(ocean|sea|water|lake|river|riverbank|pond|reservoir|basin|lagoon|dock|playa|stream|canal|swimming|bay|strait|fjord|glacier_lake)/, 'water', 0],
  [/^(earth|land$|landmass|continent|island|country$)/, 'land', 0],
  [/wood|forest|scrub|grass|park|nature|meadow|heath|orchard|vineyard|farm|garden|green|crop|tree|reserve|wetland|swamp|marsh|mangrove|allotments|cemetery|golf|pitch|for[eê]t|bosque/, 'green', 0],
  [/sand|desert|beach|bare|rock|scree|dune|shingle/, 'sand', 0],
  [/ice|glacier|snow/, 'ice', 0],
  [/residential|urban|commercial|industrial|retail|settlement|built|suburb|city|town|military|school|hospital|university|aerodrome|airport|quarry|camp/, 'urban', 0],
  [/^building/, 'building', 0],
];

/** @type {Rule[]} */
const PLACES = [
  [/capital|admin.?0/, 'place', 0],
  [/^(country|continent)/, 'region', 0],
  [/^(state|region|province)/, 'region', 1],
  [/^(city|metropolis)/, 'place', 1],
  [/^(town|municipality|populated)/, 'place', 2],
  [/^village/, 'place', 3],
  [/^(hamlet|locality|suburb|neighbo|quarter|isolated|farm|settlement|camp|place)/, 'place', 4],
  [/peak|volcano|summit|mountain|hill/, 'peak', 0],
  [/ocean|sea$|lake|bay|water|lagoon|reservoir|strait/, 'water-name', 0],
];

/** What the name of a layer or file says, where the features say nothing. @type {[RegExp, Partial<Record<Geometry, Kind>>][]} */
const LAYERS = [
  [/building/, { area: { kind: 'building', rank: 0 } }],
  [/bound|border|admin|front|limit|l[ií]mite/, { line: { kind: 'boundary', rank: 1 }, area: { kind: 'outline', rank: 0 } }],
  [/rail|transit/, { line: { kind: 'rail', rank: 0 } }],
  [/road|street|highway|transport|route|carreter|camino|piste|track|طرق|طريق/, { line: { kind: 'road', rank: 2 } }],
  [/waterway|river|stream|rivi|rio|hydro|water_lines|نهر|أنهار|wadi/, { line: { kind: 'river', rank: 0 }, area: { kind: 'water', rank: 0 } }],
  [/water|lake|ocean|sea|lac|lago|بحير/, { area: { kind: 'water', rank: 0 }, line: { kind: 'river', rank: 0 }, point: { kind: 'water-name', rank: 0 } }],
  [/earth|^land$/, { area: { kind: 'land', rank: 0 } }],
  [/landcover|wood|forest|park|natural|vegetation/, { area: { kind: 'green', rank: 0 } }],
  [/landuse|urban|built/, { area: { kind: 'urban', rank: 0 } }],
  [/place|town|city|cities|village|settlement|localit|ville|pueblo|مدن|قرى/, { point: { kind: 'place', rank: 3 } }],
  [/peak|mountain/, { point: { kind: 'peak', rank: 0 } }],
];

/** Where the schemas say what a feature is, the most telling first. */
const WORDS = ['kind_detail', 'pmap:kind_detail', 'class', 'subclass', 'kind', 'pmap:kind', 'highway', 'waterway', 'railway', 'natural', 'place', 'landuse', 'leisure', 'boundary', 'featurecla', 'fclass', 'FEATURECLA', 'type', 'TYPE'];

/** Layers of labels for lines, points and areas that are drawn elsewhere, and what only clutters a situation map. */
const LEFT_OUT = /^(poi|pois|housenumber|addresses|mountain_peak_area|public_transport|sites|aerodrome_label|physical_line|dam_|pier_|street_polygons|bridges|ferries|aerialways|boundary_labels|streets_polygons_labels)/;

/** @param {unknown} value */
const word = (value) => String(value).toLowerCase().trim().replaceAll(/[\s-]+/g, '_');

/**
 * @param {string} layer name of the layer in the tile
 * @param {Geometry} geometry
 * @param {Record<string, any>} properties
 * @returns {Kind|null} null for what is not drawn
 */
export function kindOf(layer, geometry, properties) {
  const name = word(layer);
  if (LEFT_OUT.test(name) || properties.maritime === 1 || properties.maritime === true) {
    return null;
  }
  if (geometry === 'line' && isBoundary(name, properties)) {
    return boundaryOf(properties);
  }
  if (geometry === 'line' && (properties.rail === true || properties.rail === 1)) {
    return { kind: 'rail', rank: 0 };
  }
  const rules = geometry === 'line' ? LINES : geometry === 'area' ? AREAS : PLACES;
  for (const value of WORDS.flatMap((key) => (properties[key] === undefined || properties[key] === null || properties[key] === '' ? [] : [word(properties[key])]))) {
    const rule = rules.find(([pattern]) => pattern.test(value));
    if (rule) {
      return rule[1] === 'none' ? null : ranked({ kind: rule[1], rank: rule[2] }, properties);
    }
  }
  const known = LAYERS.find(([pattern]) => pattern.test(name))?.[1][geometry];
  return known ? ranked(known, properties) : { kind: { area: 'area', line: 'line', point: 'spot' }[geometry], rank: 0 };
}

/** @param {string} layer @param {Record<string, any>} properties */
const isBoundary = (layer, properties) => properties.admin_level !== undefined || /^boundar/.test(layer) || properties.boundary === 'administrative';

/** @param {Record<string, any>} properties @returns {Kind} */
function boundaryOf(properties) {
  const said = WORDS.map((key) => word(properties[key] ?? '')).join(' ');
  if ([1, true, '1', 'true', 'yes'].includes(properties.disputed) || /disput|claim|breakaway|line_of_control|indefinite|verify/.test(said)) {
    return { kind: 'disputed', rank: 0 };
  }
  const level = Number(properties.admin_level ?? properties['pmap:min_admin_level'] ?? NaN);
  if (Number.isFinite(level)) {
    return { kind: 'boundary', rank: level <= 2 ? 0 : level <= 4 ? 1 : 2 };
  }
  return { kind: 'boundary', rank: /country|international|admin_?0/.test(said) ? 0 : /county|district|admin_?[2-9]/.test(said) ? 2 : 1 };
}

/** A place that has many people is as important as that, whatever it is called. @param {Kind} kind @param {Record<string, any>} properties @returns {Kind} */
function ranked(kind, properties) {
  if (kind.kind !== 'place') {
    return kind;
  }
  if ([1, 2, '2', 'yes', true].includes(properties.capital)) {
    return { ...kind, rank: 0 };
  }
  const people = Number(properties.population ?? properties.POP_MAX ?? properties.pop_max ?? NaN);
  return Number.isFinite(people) && people > 0 ? { ...kind, rank: Math.min(kind.rank, people >= 300_000 ? 1 : people >= 20_000 ? 2 : people >= 2_000 ? 3 : 4) } : kind;
}

/** Schemas by layers that only they have. @type {[string, string[]][]} */
const SCHEMAS = [
  ['Protomaps', ['earth', 'roads', 'places']],
  ['OpenMapTiles', ['transportation', 'place']],
  ['Shortbread', ['streets', 'place_labels']],
];

/** The schema that tiles follow, by the names of their layers; null for files of one's own. @param {string[]} layers @returns {string|null} */
export function schemaOf(layers) {
  const found = SCHEMAS.find(([, needed]) => needed.every((layer) => layers.includes(layer)));
  return found?.[0] ?? (layers.some((layer) => /^ne_\d+m_/.test(layer)) ? 'Natural Earth' : null);
}
