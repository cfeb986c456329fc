import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fromAddress } from '../../main/web/core/address.js';
import { geodesics } from '../../main/web/tools/measure/geodesics.js';
import { legOf } from '../../main/web/tools/measure/line-table.js';
import { groundLine, readRings, ringLine, ringsText, spokeLines } from '../../main/web/tools/measure/rings.js';
import { toUtm } from '../../main/web/core/utm.js';
import { angleText, lengthText, readRadii } from '../../main/web/tools/measure/units.js';

const require = createRequire(new URL('../../../target/npm/', import.meta.url));
const ground = geodesics(require('geographiclib-geodesic').Geodesic.WGS84);
const decimal = (/** @type {number} */ n, /** @type {number} */ digits) => String(Number(n.toFixed(digits)));

test('lengths and directions are said as they are read', () => {
  assert.equal(lengthText(85.25, 'km', decimal), '85.3 m');
  assert.equal(lengthText(12_345, 'km', decimal), '12.35 km');
  assert.equal(lengthText(1_852, 'nm', decimal), '1 NM');
  assert.equal(angleText(7.46, 'degrees'), '007.5°');
  assert.equal(angleText(359.97, 'degrees'), '000.0°', 'no bearing of 360');
  assert.equal(angleText(45, 'mils'), '0800 mil');
  assert.equal(angleText(359.99, 'mils'), '0000 mil');
});

test('radii are read with any divider, sorted, and refused when one is none', () => {
  assert.deepEqual(readRadii('25, 5;10  5', 'km'), [5_000, 10_000, 25_000]);
  assert.deepEqual(readRadii('1', 'nm'), [1_852]);
  for (const text of ['', 'five', '0', '-5', '5000', '1 2 3 4 5 6 7 8 9 10 11 12 13']) {
    assert.equal(readRadii(text, 'km'), null, text);
  }
});

test('rings come back from the address; what is none is none', () => {
  const id = '0b0f4c9e-7a47-4a51-9c28-0d2f7f9f3a11';
  for (const rings of [{ centre: { position: [20.5, -4.25] }, radii: [500, 10_000.5], every: 30 }, { centre: { layer: 'base', id }, radii: [5_000], every: 0 }]) {
    assert.deepEqual(readRings(ringsText(/** @type {any} */ (rings))), rings);
    assert.equal(fromAddress(`#v1/7/1/2/r=${ringsText(/** @type {any} */ (rings))}`)?.rings, ringsText(/** @type {any} */ (rings)));
  }
  for (const text of ['', '20,4', '20,4:', '20,4:5', '20,95:500:0', '20,4:900,500:0', '20,4:500:7', 'a/b/c:500:0', '20,4:500,,900:0', '20,4:x:0']) {
    assert.equal(readRings(text), null, text);
  }
});

test('every point of a ring is at its range, and a line of bearing ends on the last ring', () => {
  const centre = /** @type {[number, number]} */ ([-21.5, -11]);
  for (const at of ringLine(ground, centre, 25_000)) {
    assert.ok(Math.abs(ground.leg(centre, at).metres - 25_000) < 1e-3);
  }
  const spokes = spokeLines(ground, centre, { centre: { position: centre }, radii: [5_000, 25_000], every: 90 });
  assert.deepEqual(spokes.map(({ bearing }) => bearing), [0, 90, 180, 270]);
  for (const { bearing, line } of spokes) {
    const leg = ground.leg(centre, line[line.length - 1]);
    assert.ok(Math.abs(leg.metres - 25_000) < 1e-3 && Math.abs(((leg.bearing - bearing + 540) % 360) - 180) < 1e-6);
  }
});

test('a long leg is drawn as it runs on the ground, also across the 180th meridian', () => {
  const line = groundLine(ground, [170, 60], [-150, 60]);
  assert.ok(line.length > 10 && Math.max(...line.map(([, lat]) => lat)) > 61, 'north of its parallel');
  assert.ok(line.every(([lon], i) => i === 0 || Math.abs(lon - line[i - 1][0]) < 20), 'without a jump');
});

test('a grid bearing is that which the grid coordinates of both ends have', () => {
  for (let i = 0; i < 60; i++) {
    const from = /** @type {[number, number]} */ ([12.1 + ((i * 0.97) % 5.8), -70 + ((i * 7.3) % 140)]);
    const to = ground.reached(from, (i * 47) % 360, 500);
    const [a, b] = [toUtm(from[0], from[1], 33), toUtm(to[0], to[1], 33)];
    const south = 10_000_000 * (Number(from[1] < 0) - Number(to[1] < 0));
    const drawn = (Math.atan2(b.easting - a.easting, b.northing - a.northing + south) * 180) / Math.PI;
    const said = Number(legOf(ground, from, to, { length: 'km', angle: 'degrees' }).grid.slice(0, -1));
    assert.ok(Math.abs(((said - drawn + 540) % 360) - 180) < 0.07, `${from}: ${said} for ${drawn}`);
  }
  assert.equal(legOf(ground, [20, 85], [21, 85], { length: 'km', angle: 'degrees' }).grid, '–', 'no grid beyond 84 degrees');
});
