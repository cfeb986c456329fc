import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { coordinates, gridDigits, NOTATIONS } from '../../main/web/core/coordinates.js';
import { cellOf, cellsIn, mgrs, squareOf } from '../../main/web/core/mgrs.js';
import { convergence, fromUtm, toUtm } from '../../main/web/core/utm.js';

/** The same file that the server's own reader is held to. */
const values = readFileSync(new URL('../../../../geodata/src/test/resources/org/vigie/geodata/geo/mgrs.csv', import.meta.url), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(','));

test('the page and the server name the same square of a metre', () => {
  assert.ok(values.length >= 90);
  for (const [lon, lat, expected] of values) {
    assert.equal(mgrs(Number(lat), Number(lon)).replaceAll(' ', ''), expected, `${lon},${lat}`);
  }
});

test('UTM there and back is the same place to a tenth of a millimetre', () => {
  for (const [lonText, latText] of values) {
    const [lon, lat] = [Number(lonText), Number(latText)];
    const { zone } = cellOf(lon, lat);
    const { easting, northing } = toUtm(lon, lat, zone);
    const back = fromUtm(easting, northing, zone, lat < 0);
    assert.ok(Math.abs(back[0] - lon) < 1e-9 && Math.abs(back[1] - lat) < 1e-9, `${lon},${lat} ${back}`);
  }
});

test('grid north leans away from the central meridian and is true on it', () => {
  assert.equal(convergence(27, 5, 35), 0);
  assert.ok(convergence(29, 45, 35) > 1.41 && convergence(29, 45, 35) < 1.42);
  assert.ok(convergence(29, -45, 35) < 0);
});

test('a place is said in every notation with its hemisphere, seconds and minutes never sixty', () => {
  assert.equal(coordinates(-11.2, -21.4, { digits: 1, as: 'decimal' }), '11.2° S, 21.4° W');
  assert.equal(coordinates(4.36, 378.56, { digits: 2, as: 'decimal' }), '4.36° N, 18.56° E');
  assert.equal(coordinates(-5.39999999, 26.4869, { as: 'dms' }), '5° 24′ 00.0″ S, 26° 29′ 12.8″ E');
  assert.equal(coordinates(-5.39999999, 26.4869, { as: 'ddm' }), '5° 24.000′ S, 26° 29.214′ E');
  assert.equal(coordinates(5.3998, 26.4869, { as: 'mgrs' }), '35N MF 43155 96881');
  assert.equal(coordinates(-33.8568, 151.2153, { as: 'utm' }), '56H 334900 E 6252288 N');
});

test('no notation says more than is known', () => {
  assert.equal(gridDigits(5), 5);
  assert.equal(coordinates(5.3998, 26.4869, { as: 'mgrs', digits: 4 }), '35N MF 4315 9688');
  assert.equal(coordinates(5.3998, 26.4869, { as: 'utm', digits: 4 }), '35N 443150 E 596880 N');
  assert.equal(coordinates(5.3998, 26.4869, { as: 'dms', digits: 4 }), '5° 23′ 59″ N, 26° 29′ 13″ E');
});

test('at the poles there is no square and the notation falls back to degrees', () => {
  assert.equal(mgrs(84.01, 10), null);
  assert.equal(mgrs(-80.01, 10), null);
  for (const as of NOTATIONS) {
    assert.match(coordinates(89, 10, { as }), /89/);
  }
});

test('the west of Norway and Svalbard have wider zones', () => {
  const zones = (/** @type {[number, number, number, number]} */ box) => cellsIn(box).map(({ zone, band, west, east }) => `${zone}${band} ${west} ${east}`);
  assert.deepEqual(zones([1, 60, 13, 61]), ['31V 0 3', '32V 3 12', '33V 12 18']);
  assert.deepEqual(zones([1, 75, 41, 76]), ['31X 0 9', '33X 9 21', '35X 21 33', '37X 33 42']);
  assert.deepEqual(zones([1, 50, 7, 51]), ['31U 0 6', '32U 6 12']);
});

test('a view across the date line goes on with the first zone', () => {
  assert.deepEqual(cellsIn([175, 1, 185, 2]).map(({ zone, west, east }) => [zone, west, east]), [[60, 174, 180], [1, 180, 186]]);
  assert.equal(cellsIn([-180, -90, 180, 90]).length, 60 * 20 - 3);
});

test('letters of squares follow the zone', () => {
  assert.equal(squareOf(31, 166_021, 1), 'AA');
  assert.equal(squareOf(32, 500_000, 1), 'NF');
});
