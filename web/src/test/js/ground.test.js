import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedGround, shownGround } from '../../main/web/core/arrangement.js';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { isLoading } from '../../main/web/core/query.js';
import { fromAbove, movedBy, withGround } from '../../main/web/ground/choice.js';
import { recognise } from '../../main/web/ground/dropped.js';
import { kindOf, schemaOf } from '../../main/web/ground/kind.js';
import { alongCourse, letter, letteringOf } from '../../main/web/ground/lettering.js';
import { nameOf } from '../../main/web/ground/name.js';
import { areaKinds, areaStyle, lineKinds, lineStyle } from '../../main/web/ground/style.js';
import { readGroundTile } from '../../main/web/ground/tile.js';
import { questionOf } from '../../main/web/offline/remembering.js';

const basemap = (id, order, more = {}) => ({ id, title: id, attribution: `by ${id}`, kind: 'vector', order, shown: true, state: 'ready', classification: 'UNCLASSIFIED', layers: [], ...more });
const basemaps = [basemap('roads', 1), basemap('relief', 0, { shown: false }), basemap('town', 2, { state: 'preparing' })];
const state = { ...initialState, basemaps };
const ids = (list) => list.map(({ id }) => id);

test('what is on for everybody is drawn until somebody chooses, from the bottom and only when it is ready', () => {
  assert.deepEqual(ids(shownGround(state)), ['roads']);
  assert.deepEqual(ids(shownGround({ ...state, ground: ['town', 'roads', 'relief'] })), ['relief', 'roads']);
  assert.deepEqual(shownGround({ ...state, ground: [] }), []);
});

test('switching one makes the choice one’s own', () => {
  assert.deepEqual(withGround(state, 'relief', true), ['roads', 'relief', 'town']);
  assert.deepEqual(withGround(state, 'roads', false), ['town']);
});

test('a basemap moves by one place and stops at the ends', () => {
  assert.deepEqual(ids(fromAbove(basemaps)), ['town', 'roads', 'relief']);
  assert.deepEqual(movedBy(basemaps, 'relief', 1), [{ id: 'roads', order: 0 }, { id: 'relief', order: 1 }]);
  assert.deepEqual(movedBy(basemaps, 'relief', -1), []);
  assert.deepEqual(movedBy(basemaps, 'town', 1), []);
});

test('the choice is in the address, none at all as well, and an address of before says nothing of it', () => {
  assert.deepEqual(fromAddress(toAddress({ view: null, ground: [] })).ground, []);
  assert.equal(fromAddress('#v1/8/0/0/l=incident').ground, null);
});

test('the other picture of a comparison lies on the same ground and keeps the opacity of its own layers', () => {
  const first = { ...state, ground: ['relief'], opacity: { 'ground:relief': 40, incident: 10 } };
  const other = reduce({ ...initialState, opacity: { base: 70 } }, { type: 'ground/followed', of: first });
  assert.deepEqual([other.ground, other.basemaps, other.opacity], [['relief'], basemaps, { base: 70, 'ground:relief': 40 }]);
});

test('a picture is not there before its ground is', () => {
  assert.equal(isLoading(state), true);
  const drawn = reduce(state, { type: 'picture/set', layer: 'ground:roads', status: { state: 'failed', problem: 'no' } });
  assert.equal(isLoading(drawn), false);
  assert.deepEqual(ids(failedGround(drawn)), ['roads']);
});

test('pictures that were asked for over a bad line are of that view alone', () => {
  const asked = reduce({ ...state, low: true }, { type: 'ground/asked' });
  assert.equal(asked.groundAsked, true);
  assert.equal(reduce(asked, { type: 'view/moved', view: { lat: 0, lng: 0, zoom: 5 }, bounds: [0, 0, 1, 1] }).groundAsked, false);
});

test('tiles and the list of basemaps are kept for when there is no line, as the server allows', async () => {
  for (const path of ['/basemaps', '/basemaps/1/tiles/3/2/1?v=9']) {
    assert.equal(await questionOf(path, {}), path);
  }
  assert.equal(await questionOf('/basemaps/1', { method: 'PATCH', body: '{}' }), null);
});

for (const [schema, layer, geometry, properties, expected] of [
  ['Protomaps', 'roads', 'line', { kind: 'highway', kind_detail: 'motorway' }, 'road-0'],
  ['Protomaps', 'roads', 'line', { 'pmap:kind': 'minor_road' }, 'road-3'],
  ['Protomaps', 'roads', 'line', { kind: 'rail' }, 'rail-0'],
  ['Protomaps', 'roads', 'line', { kind: 'ferry' }, null],
  ['Protomaps', 'earth', 'area', { kind: 'earth' }, 'land-0'],
  ['Protomaps', 'water', 'area', { kind: 'ocean' }, 'water-0'],
  ['Protomaps', 'water', 'line', { kind: 'stream' }, 'river-1'],
  ['Protomaps', 'landuse', 'area', { kind: 'national_park' }, 'green-0'],
  ['Protomaps', 'boundaries', 'line', { kind: 'country', disputed: true }, 'disputed-0'],
  ['Protomaps', 'boundaries', 'line', { kind: 'country' }, 'boundary-0'],
  ['Protomaps', 'places', 'point', { kind: 'locality', kind_detail: 'town' }, 'place-2'],
  ['Protomaps', 'places', 'point', { kind: 'locality', kind_detail: 'village', population: 40_000 }, 'place-2'],
  ['Protomaps', 'pois', 'point', { kind: 'cafe' }, null],
  ['OpenMapTiles', 'transportation', 'line', { class: 'primary' }, 'road-1'],
  ['OpenMapTiles', 'transportation', 'line', { class: 'track' }, 'road-4'],
  ['OpenMapTiles', 'waterway', 'line', { class: 'river' }, 'river-0'],
  ['OpenMapTiles', 'landcover', 'area', { class: 'wood' }, 'green-0'],
  ['OpenMapTiles', 'landuse', 'area', { class: 'residential' }, 'urban-0'],
  ['OpenMapTiles', 'boundary', 'line', { admin_level: 4, disputed: 0 }, 'boundary-1'],
  ['OpenMapTiles', 'boundary', 'line', { admin_level: 2, maritime: 1 }, null],
  ['OpenMapTiles', 'place', 'point', { class: 'city', capital: 2 }, 'place-0'],
  ['OpenMapTiles', 'place', 'point', { class: 'country' }, 'region-0'],
  ['Shortbread', 'streets', 'line', { kind: 'residential' }, 'road-3'],
  ['Shortbread', 'streets', 'line', { kind: 'narrow_gauge', rail: true }, 'rail-0'],
  ['Shortbread', 'water_polygons', 'area', { kind: 'water' }, 'water-0'],
  ['Shortbread', 'place_labels', 'point', { kind: 'village' }, 'place-3'],
  ['Natural Earth', 'ne_10m_roads', 'line', { featurecla: 'Road', type: 'Secondary Highway' }, 'road-1'],
  ['Natural Earth', 'ne_10m_rivers_lake_centerlines', 'line', { featurecla: 'Lake Centerline' }, 'river-0'],
  ['Natural Earth', 'ne_10m_admin_0_boundary_lines_land', 'line', { FEATURECLA: 'Disputed (please verify)' }, 'disputed-0'],
  ['Natural Earth', 'ne_10m_populated_places', 'point', { FEATURECLA: 'Admin-0 capital', POP_MAX: 900 }, 'place-0'],
  ['OpenStreetMap', 'lines', 'line', { highway: 'unclassified' }, 'road-3'],
  ['OpenStreetMap', 'multipolygons', 'area', { natural: 'wood' }, 'green-0'],
  ['one’s own', 'Routes_Secteur_Est', 'line', { NOM: 'Piste de Tavu' }, 'road-2'],
  ['one’s own', 'Rivières', 'line', {}, 'river-0'],
  ['one’s own', 'sector_limits', 'line', {}, 'boundary-1'],
  ['one’s own', 'طرق', 'line', {}, 'road-2'],
  ['one’s own', 'whatever', 'line', { id: 4 }, 'line-0'],
  ['one’s own', 'whatever', 'area', {}, 'area-0'],
  ['one’s own', 'whatever', 'point', {}, 'spot-0'],
]) {
  test(`${schema}: ${layer} with ${JSON.stringify(properties)} is ${expected ?? 'left out'}`, () => {
    const kind = kindOf(layer, geometry, properties);
    assert.equal(kind && `${kind.kind}-${kind.rank}`, expected);
    const isStyled = kind === null || (geometry === 'line' ? lineKinds.includes(expected) : geometry === 'area' ? areaKinds.includes(kind.kind) || lineKinds.includes(expected) : letteringOf({ ...kind, text: 'x' }) !== null);
    assert.ok(isStyled, 'what is recognised is drawn');
  });
}

test('a schema is known by the layers that it alone has', () => {
  assert.equal(schemaOf(['earth', 'water', 'roads', 'places']), 'Protomaps');
  assert.equal(schemaOf(['transportation', 'place', 'water']), 'OpenMapTiles');
  assert.equal(schemaOf(['streets', 'place_labels']), 'Shortbread');
  assert.equal(schemaOf(['ne_10m_roads']), 'Natural Earth');
  assert.equal(schemaOf(['Routes_Secteur_Est']), null);
});

test('lines grow with the zoom up to a limit, small ones come late, and every kind has a place in the drawing', () => {
  assert.equal(lineStyle('road-3', 8), null);
  assert.ok(lineStyle('road-0', 12).width > lineStyle('road-0', 6).width);
  assert.equal(lineStyle('road-0', 40).width, lineStyle('road-0', 60).width);
  assert.ok(lineStyle('boundary-0', 5).dash.length > 0);
  assert.ok(lineStyle('disputed-0', 5).dash.length > 0);
  assert.ok(lineKinds.indexOf('road-0') > lineKinds.indexOf('road-4'), 'the important roads lie above');
  assert.equal(areaStyle('building', 10), null);
});

test('names come in the reader’s language, else as they are there; roads without one by their number', () => {
  assert.equal(nameOf({ name: 'Galieth', 'name:ar': 'غاليث' }, 'ar'), 'غاليث');
  assert.equal(nameOf({ name: 'Galieth', 'name:ar': ' ' }, 'ar'), 'Galieth');
  assert.equal(nameOf({ NOM: 'Lac Sorel' }, 'fr'), 'Lac Sorel');
  assert.equal(nameOf({ ref: 'N1' }, 'en', true), 'N1');
  assert.equal(nameOf({ ref: 'N1', name: 7 }, 'en'), '');
});

const feature = (type, properties, ...parts) => ({ type, properties, loadGeometry: () => parts.map((part) => part.map(([x, y]) => ({ x, y }))) });

test('a tile is read into lines and areas by kind, whatever unit it has, and names with their places in the world', () => {
  const tile = readGroundTile([
    { name: 'roads', extent: 512, features: [feature(2, { kind: 'highway', name: 'North Road' }, [[0, 256], [512, 256]])] },
    { name: 'places', extent: 4096, features: [feature(1, { kind: 'city', name: 'Galieth' }, [[2048, 2048]]), feature(1, { kind: 'city', name: 'beyond the edge' }, [[4100, 10]])] },
    { name: 'water', extent: 4096, features: [feature(3, { kind: 'lake', name: 'Oru' }, [[100, 100], [300, 100], [300, 300], [100, 300]]), feature(3, { kind: 'lake', name: 'cut' }, [[-50, 0], [100, 0], [100, 90]])] },
    { name: 'pois', extent: 4096, features: [feature(1, { kind: 'cafe', name: 'left out' }, [[1, 1]])] },
  ], { z: 1, x: 1, y: 0 }, 'en');
  assert.deepEqual([...tile.lines.get('road-0')[0]], [0, 2048, 4096, 2048]);
  assert.equal(tile.areas.get('water').length, 2);
  const galieth = tile.names.find(({ text }) => text === 'Galieth');
  assert.deepEqual([galieth.x, galieth.y], [0.75, 0.25]);
  assert.deepEqual(tile.names.map(({ text }) => text).sort(), ['Galieth', 'North Road', 'Oru']);
});

test('a feature that is nothing we know leaves the rest of its tile', () => {
  const tile = readGroundTile([{ name: 'x', extent: 4096, features: [feature(0, {}), feature(2, {}), feature(2, {}, [[0, 0], [5, 5]])] }], { z: 0, x: 0, y: 0 }, 'en');
  assert.equal(tile.lines.get('line-0').length, 1);
});

const frame = { zoom: 12, scale: 1000, width: 1000, height: 1000, toX: (x) => x * 1000, toY: (y) => y * 1000 };
const name = (kind, rank, text, x, y, line = null) => ({ kind, rank, text, x, y, size: 0, line });
const widthOf = (text) => text.length * 7;
const written = (names, taken = []) => letter(frame, [{ names, shift: 0 }], widthOf, taken).map(({ label }) => label.text);

test('a name is written along the straight part of its road, never upside down, and not where the road is too short or bent', () => {
  assert.deepEqual(alongCourse([0, 0, 100, 0], 50), { x: 50, y: 0, angle: 0 });
  assert.equal(alongCourse([100, 0, 0, 0], 50).angle, 0);
  assert.equal(alongCourse([0, 0, 100, 0], 150), null);
  assert.equal(alongCourse([0, 0, 20, 0, 20, 20, 0, 20, 0, 40, 20, 40], 60), null);
});

test('the important name is written first, a lesser one that would lie on it is left out', () => {
  assert.deepEqual(written([name('place', 4, 'Hamlet', 0.5, 0.5), name('place', 0, 'Capital', 0.5, 0.5), name('road', 0, 'N1', 0.1, 0.1, Float64Array.of(0.1, 0.1, 0.3, 0.1))]), ['Capital', 'Hamlet', 'N1']);
  assert.deepEqual(written([0, 1, 2, 3, 4, 5, 6, 7].map((n) => name('spot', 0, `Site ${n}`, 0.5, 0.5))).length < 8, true);
});

test('what the mission’s own layers name is not named twice, and their names are not written over', () => {
  const taken = [{ text: 'Galieth', x: 505, y: 490, width: 50, height: 14 }];
  assert.deepEqual(written([name('place', 0, 'Galieth', 0.5, 0.5)], taken), []);
  const [label] = letter(frame, [{ names: [name('place', 0, 'Oru', 0.5, 0.497)], shift: 0 }], widthOf, taken);
  assert.ok(label.x + label.label.width <= 505, 'it steps to the other side');
});

test('the same name in two tiles is written once, far away again', () => {
  assert.deepEqual(written([name('place', 1, 'Kelittu', 0.2, 0.2), name('place', 1, 'Kelittu', 0.21, 0.2), name('place', 1, 'Kelittu', 0.8, 0.8)]), ['Kelittu', 'Kelittu']);
});

test('what a dropped file may become is told by its first bytes before its name', () => {
  assert.equal(recognise('city.txt', 'SQLite format 3\0…').fate, 'ground');
  assert.equal(recognise('x', 'PMTiles\u0003').fate, 'ground');
  assert.equal(recognise('roads.zip', 'PK\u0003\u0004…').fate, 'ground');
  assert.equal(recognise('incidents.csv', 'ref,title').fate, 'features');
  assert.equal(recognise('reports.ndjson', '{"type":"Feature"}').fate, 'features');
  assert.equal(recognise('roads.shp', '\0\0\u0027\n').fate, 'part');
  assert.equal(recognise('orders.pdf', '%PDF-1.7').fate, 'unknown');
});

test('a GeoJSON file may be either; what it mostly holds is told', () => {
  const of = (...types) => `{"type":"FeatureCollection","features":[${types.map((type) => `{"type":"Feature","geometry":{"type":"${type}","coordinates":[]}}`)}]}`;
  assert.deepEqual(recognise('roads.geojson', of('LineString', 'MultiLineString', 'Point')), { fate: 'either', mostly: 'lines' });
  assert.deepEqual(recognise('events.json', of('Point', 'Point', 'Polygon')), { fate: 'either', mostly: 'points' });
  assert.deepEqual(recognise('no-extension', `\u00ef\u00bb\u00bf${of()}`), { fate: 'either', mostly: null });
});
