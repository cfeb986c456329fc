import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf } from '../../main/web/search/box.js';
import { compassPoint, fit, hasFigures, wholeDegrees } from '../../main/web/search/text.js';

test('a title is found by the beginnings of its words, whatever case and accents', () => {
  assert.equal(fit('úlorek', 'Ulorek'), 3);
  assert.equal(fit('med', 'Medical facilities'), 2);
  assert.equal(fit('fac med', 'Medical facilities'), 1);
  assert.equal(fit('edical', 'Medical facilities'), 0);
  assert.equal(fit('', 'Medical facilities'), 0);
});

test('why a text is no coordinate is told only where it looks like one', () => {
  for (const text of ['99N 400E', '5.3998, 26.4869', '10 53 34 S 21 28 22 W', '27L VH 48 95', '12 km NE of Nowhere']) {
    assert.ok(hasFigures(text), text);
  }
  for (const text of ['MIMAR-2023-000171', 'market', 'R24']) {
    assert.ok(!hasFigures(text), text);
  }
});

test('directions have three figures and a point of the compass', () => {
  assert.deepEqual([0, Math.PI / 2, -Math.PI / 2, Math.PI, -0.001].map(wholeDegrees), [0, 90, 270, 180, 0]);
  assert.deepEqual([0, Math.PI / 4, -Math.PI / 2, -0.3].map(compassPoint), [0, 1, 6, 0]);
});

test('the box of a place has the metres asked for around it, also far north', () => {
  const [west, south, east, north] = boxOf({ type: 'Point', coordinates: [20, 60] }, 11_132);
  assert.ok(Math.abs(north - 60.1) < 1e-9 && Math.abs(south - 59.9) < 1e-9);
  assert.ok(Math.abs(east - 20.2) < 1e-3 && Math.abs(west - 19.8) < 1e-3);
  assert.deepEqual(boxOf({ type: 'Polygon', coordinates: [[[1, 2], [5, 2], [5, 7], [1, 2]]] }, 0), [1, 2, 5, 7]);
});
