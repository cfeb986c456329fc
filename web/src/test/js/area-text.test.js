import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extentOf, isSame, readArea } from '../../main/web/accounts/area-text.js';

const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] };

test('an area is read from GeoJSON: a geometry, a feature, a collection of one', () => {
  assert.deepEqual(readArea(JSON.stringify(square)), { area: square });
  assert.deepEqual(readArea(JSON.stringify({ type: 'Feature', properties: {}, geometry: square })), { area: square });
  assert.deepEqual(readArea(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: square }] })), { area: square });
  assert.deepEqual(readArea(JSON.stringify({ type: 'FeatureCollection', features: [] })), { fault: 'several' });
});

test('an area is read from WKT, with holes, parts, heights and the reference system that it may name', () => {
  assert.deepEqual(readArea('POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))'), { area: square });
  assert.deepEqual(readArea(' srid=4326;polygon((0 0 5,1 0 5,1 1 5,0 1 5,0 0 5)) '), { area: square });
  const many = readArea('MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5)), ((-9.5 -8, -9 -8, -9 -7, -9.5 -8)))');
  assert.ok('area' in many);
  assert.equal(many.area.coordinates.length, 2);
  assert.deepEqual(extentOf(many.area), [-9.5, -8, 4, 4]);
});

test('what is no area is refused with the reason', () => {
  for (const [text, fault] of [
    ['  ', 'empty'], ['{"type": ', 'json'], ['somewhere north', 'wkt'], ['POINT (1 2)', 'kind'], ['{"type": "Point", "coordinates": [1, 2]}', 'kind'],
    ['POLYGON ((0 0, 1 0, 1 1, 0 1))', 'open'], ['POLYGON ((0 0, 1 0, 0 0))', 'positions'], ['POLYGON ((0 0, 200 0, 1 1, 0 0))', 'range'],
    ['POLYGON ((0 0, alert(1), 1 1, 0 0))', 'wkt'], ['POLYGON ((0 0, 1, 1 1, 0 0))', 'positions'], ['POLYGON ((0 0, 1 0, 1 1, 0 0)', 'wkt'],
    ['{"type": "MultiPolygon", "coordinates": []}', 'positions'], ['{"type": "Polygon", "coordinates": [[["0", 0], [1, 0], [1, 1], ["0", 0]]]}', 'positions'],
  ]) {
    assert.deepEqual(readArea(text), { fault }, text);
  }
});

test('an area is known again after it came back from the server', () => {
  const back = { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0.0000001], [1, 1], [0, 1], [0, 0]]]] };
  assert.ok(isSame(/** @type {any} */ (square), /** @type {any} */ (back)));
  assert.ok(!isSame(/** @type {any} */ (square), /** @type {any} */ ({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [1, 1], [0, 1], [0, 0]]] })));
});
