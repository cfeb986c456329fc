import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intensity, ramp } from '../../main/web/map/density.js';
import { distanceTo, isInside, pointsAt } from '../../main/web/map/hit.js';
import { centroid } from '../../main/web/map/names.js';
import { stacks } from '../../main/web/map/pictures.js';
import { place } from '../../main/web/map/placement.js';
import { latitudeOf, pixelsOf, toPaths, worldX, worldY } from '../../main/web/map/projection.js';
import { listShapes, outline } from '../../main/web/map/shapes.js';

test('a single event stands well above nothing however many there are elsewhere', () => {
  assert.equal(intensity(0, 5000), 0);
  assert.equal(intensity(1, 5000), 0.25);
  assert.equal(intensity(5000, 5000), 1);
  assert.equal(intensity(1, 1), 0.25);
});

test('the ramp begins and ends with its stops', () => {
  const colours = ramp(['#000000', '#ff0000', '#ffffff']);
  assert.equal(colours[0], 'rgb(0 0 0)');
  assert.equal(colours[255], 'rgb(255 255 255)');
});

test('the nearest of several points comes first and the far ones not at all', () => {
  assert.deepEqual(pointsAt([10, 12, 40], [10, 10, 10], 11.5, 10, 5), [1, 0]);
});

test('inside a ring is inside, inside its hole is not', () => {
  const rings = toPaths({ type: 'Polygon', coordinates: [
    [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]] });
  assert.equal(isInside(rings, worldX(2), worldY(2)), true);
  assert.equal(isInside(rings, worldX(5), worldY(5)), false);
  assert.equal(isInside(rings, worldX(11), worldY(5)), false);
});

test('the distance to a track is to its nearest stretch and not to its nearest vertex', () => {
  assert.equal(distanceTo([{ points: Float64Array.of(0, 0, 10, 0), closed: false }], 5, 3), 3);
});

test('of two labels on one spot the more important is written and the other moves aside', () => {
  const label = (rank, x) => ({ rank, x, y: 50, width: 40, height: 12, gap: 5 });
  const placed = place([label(2, 52), label(1, 50)], { width: 200, height: 100 });
  assert.equal(placed[0].label.rank, 1);
  assert.equal(placed.length, 2);
  const [a, b] = placed;
  assert.ok(a.x + 40 <= b.x || b.x + 40 <= a.x || a.y + 12 <= b.y || b.y + 12 <= a.y);
});

test('a label that fits nowhere is left out', () => {
  const label = { rank: 1, x: 50, y: 50, width: 90, height: 12, gap: 0 };
  assert.equal(place([label, { ...label, rank: 2 }], { width: 100, height: 100 }).length, 1);
});

test('latitude survives the projection and back', () => {
  for (const lat of [-85, -11.2, 0, 4.361, 60]) {
    assert.ok(Math.abs(latitudeOf(worldY(lat)) - lat) < 1e-9);
  }
  assert.equal(worldX(-180), 0);
  assert.ok(Number.isFinite(worldY(90)));
});

test('a kilometre takes more pixels far from the equator', () => {
  assert.ok(Math.abs(pixelsOf(1000, 60, 10) / pixelsOf(1000, 0, 10) - 2) < 1e-9);
});

test('every shape has an outline of its own and an unknown one is a circle', () => {
  assert.equal(new Set(listShapes().map(outline)).size, listShapes().length);
  assert.equal(outline('no such shape'), outline('circle'));
});

test('a ring across the antimeridian does not run round the world', () => {
  const [ring] = toPaths({ type: 'Polygon', coordinates: [[[179, -16], [-179, -16], [-179, -17], [179, -17], [179, -16]]] });
  assert.ok(ring.box[2] - ring.box[0] < 0.01);
});

test('events of exactly one place are one stack and neighbours are not', () => {
  assert.deepEqual([...stacks(Float64Array.of(1, 1, 1, 2), Float64Array.of(5, 5, 6, 5))], [0, 0, 2, 3]);
});

test('a name stands at the centre of mass, also of a small area far from the origin', () => {
  const [x, y] = centroid(Float64Array.of(0.4, 0.5, 0.400002, 0.5, 0.400002, 0.500001, 0.4, 0.500001, 0.4, 0.5));
  assert.ok(Math.abs(x - 0.400001) < 1e-12 && Math.abs(y - 0.5000005) < 1e-12);
});
