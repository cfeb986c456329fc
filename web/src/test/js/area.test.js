import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { areaText, readArea } from '../../main/web/core/area.js';
import { cover, handlesOf, isWrong, midpointsOf, round, sizeOf } from '../../main/web/tools/shape.js';
import { distanceMetres, signedArea } from '../../main/web/tools/ring.js';

const line = /** @type {[number, number][]} */ ([[20, 5], [20.3, 5], [20.3, 5.4]]);
const corridor = /** @type {const} */ ({ kind: 'corridor', line, halfWidth: 2_000 });
const circle = /** @type {const} */ ({ kind: 'circle', centre: /** @type {[number, number]} */ ([20, 5]), radius: 12_345.6 });
const polygon = /** @type {const} */ ({ kind: 'polygon', parts: [[/** @type {[number, number][]} */ ([[0, 0], [1, 0], [1, 1]])]] });
const holed = /** @type {const} */ ({ kind: 'polygon', parts: [[[[0, 0], [4, 0], [4, 4]], [[2, 1], [3, 1], [3, 2]]], [[[6, 0], [7, 0], [7, 1]]]] });
const named = /** @type {const} */ ({ kind: 'feature', layer: 'admin-area', id: '0b0f4c9e-7a47-4a51-9c28-0d2f7f9f3a11' });

test('every area comes back from its text and from the address', () => {
  for (const area of [corridor, circle, polygon, holed, named]) {
    assert.deepEqual(readArea(areaText(/** @type {any} */ (area))), area);
    const state = /** @type {any} */ ({ filters: {}, area: areaText(/** @type {any} */ (area)) });
    assert.equal(fromAddress(toAddress(state))?.area, state.area);
  }
});

test('an address from before there were circles still holds its polygon', () => {
  assert.equal(fromAddress('#v1/7/1/2/a=0_0,1_0,1_1,0_0')?.area, areaText(polygon));
});

test('what is no area is none', () => {
  for (const text of ['', 'circle:1,2', 'circle:1,2,-5', 'circle:1,2,x', 'circle:1,,3', 'circle:1,95,100', 'corridor:1,2,3', 'polygon:1,2,3,4', 'polygon:!0,0,1,0,1,1', 'polygon:0,0,1,0,1,1;', 'feature:incident', 'feature:a/b/c', 'square:1,2,3', '1_2,3_4']) {
    assert.equal(readArea(text), null, text);
    assert.equal(fromAddress(`#v1/7/1/2/a=${text}`)?.area ?? null, null, text);
  }
});

test('the rings that show a corridor run one way and reach its width', () => {
  const rings = cover(corridor);
  assert.equal(rings.length, 5);
  assert.ok(rings.every((ring) => signedArea(ring) < 0));
  const band = rings[3];
  assert.ok(Math.abs(distanceMetres(band[0], band[3]) - 4_000) < 20);
});

test('a circle is changed by its centre and its edge, within what the server takes', () => {
  const [centre, rim] = handlesOf(circle);
  assert.deepEqual(centre.move([21, 6]), { ...circle, centre: [21, 6] });
  assert.ok(Math.abs(distanceMetres(circle.centre, rim.at) - circle.radius) < 1);
  assert.equal(/** @type {any} */ (rim.move([20, 5])).radius, 10);
  assert.equal(/** @type {any} */ (rim.move([80, 5])).radius, 1_000_000);
  assert.deepEqual(midpointsOf(circle), []);
});

test('a corridor keeps two positions, gets new ones and another width', () => {
  const handles = handlesOf(corridor);
  assert.equal(handles.length, 4);
  const shorter = /** @type {any} */ (handles[1].remove());
  assert.deepEqual(shorter.line, [line[0], line[2]]);
  assert.deepEqual(handlesOf(shorter)[0].remove(), shorter);
  assert.ok(Math.abs(distanceMetres([20.15, 5], handles[3].at) - 2_000) < 1);
  const wider = /** @type {any} */ (handles[3].move([20.15, 5.09]));
  assert.ok(Math.abs(wider.halfWidth - 10_000) < 50);
  assert.equal(/** @type {any} */ (midpointsOf(corridor)[1].insert([20.4, 5.2])).line.length, 4);
});

test('only an outline can cross itself, and sizes are said in words', () => {
  assert.equal(isWrong({ kind: 'polygon', parts: [[[[0, 0], [1, 1], [1, 0], [0, 1]]]] }), true);
  assert.equal(isWrong(corridor), false);
  assert.equal(sizeOf(holed), '9 corners, 2 parts, 1 hole');
  assert.match(sizeOf(circle), /12 km/);
  assert.match(sizeOf(corridor), /2 km to each side/);
});

test('a first width is a round number', () => {
  assert.deepEqual([14, 16, 34, 36, 74, 80, 1_234].map(round), [10, 20, 20, 50, 50, 100, 1_000]);
});
