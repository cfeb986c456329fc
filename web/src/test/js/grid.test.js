import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossing, figure, isMajor, linesOf, squaresOf, stepOf, zonesOf } from '../../main/web/grid/lines.js';
import { mgrs } from '../../main/web/core/mgrs.js';
import { latitudeOf, worldX, worldY } from '../../main/web/map/projection.js';

/** @param {[number, number, number, number]} degrees west, south, east, north @param {number} [zoom] */
const view = ([west, south, east, north], zoom = 9) => ({ box: [worldX(west), worldY(north), worldX(east), worldY(south)], scale: 256 * 2 ** zoom });

test('lines become finer the nearer one looks and are never too near to each other', () => {
  const at = (/** @type {number} */ zoom) => stepOf(view([20, 4, 21, 5], zoom));
  assert.deepEqual([3, 7, 10, 14].map(at), [null, 100_000, 10_000, 1_000]);
});

test('each zone has its own lines, which stop at its border', () => {
  const zones = zonesOf(view([5.5, 45, 6.5, 46]));
  assert.deepEqual(zones.map(({ cell }) => cell.zone), [31, 32]);
  assert.ok(Math.abs(zones[0].box[2] - worldX(6)) < 1e-12);
  const middle = (zones[0].box[1] + zones[0].box[3]) / 2;
  for (const line of linesOf(zones[0], 10_000).filter(({ axis }) => axis === 'northing')) {
    // Nothing of a northing of zone 31 is east of 6°.
    assert.ok(line.points[line.points.length - 2] < worldX(6.1));
  }
  assert.ok(linesOf(zones[0], 10_000).some((line) => line.axis === 'easting' && crossing(line, 'y', middle) !== null));
});

test('a line lies where its figures say', () => {
  const [zone] = zonesOf(view([20.2, 4.2, 20.8, 4.8]));
  for (const line of linesOf(zone, 10_000)) {
    const at = line.axis === 'easting' ? crossing(line, 'y', worldY(4.5)) : crossing(line, 'x', worldX(20.5));
    if (at === null) {
      continue;
    }
    const [lon, lat] = line.axis === 'easting' ? [at * 360 - 180, 4.5] : [20.5, latitudeOf(at)];
    const [, , easting, northing] = mgrs(lat, lon).split(' ');
    const metres = Number(line.axis === 'easting' ? easting : northing);
    const off = Math.min(...[0, 100_000].map((turn) => Math.abs(metres + turn - (line.value % 100_000 || 100_000))), Math.abs(metres - (line.value % 100_000)));
    assert.ok(off < 60, `${line.axis} ${line.value} is at ${metres}`);
    assert.equal(figure(line, 10_000), String((line.value / 10_000) % 10));
  }
});

test('lines of the south count to the equator from ten thousand kilometres', () => {
  const [south, north] = zonesOf(view([20, -0.5, 21, 0.5]));
  assert.ok(linesOf(south, 10_000).every(({ axis, value }) => axis === 'easting' || value > 9_000_000));
  assert.ok(linesOf(north, 10_000).every(({ axis, value }) => axis === 'easting' || value < 100_000));
  assert.ok(isMajor({ value: 10_000_000 }));
});

test('squares have the letters of the references in them', () => {
  const [zone] = zonesOf(view([20.2, 4.2, 20.8, 4.8]));
  const letters = new Set(squaresOf(zone).map(({ name }) => name));
  for (const [lat, lon] of [[4.3, 20.3], [4.7, 20.7]]) {
    assert.ok(letters.has(mgrs(lat, lon).split(' ')[1]));
  }
});

test('beyond the grid there is nothing', () => {
  assert.deepEqual(zonesOf(view([0, 84.5, 10, 85])), []);
});
