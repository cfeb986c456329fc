import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patchOf, readValue, showValue } from '../../main/web/forms/values.js';
import { curveScale } from '../../main/web/analysis/curve.js';
import { highest, originOf } from '../../main/web/analysis/origin.js';

const property = (/** @type {object} */ more) => /** @type {any} */ ({ name: 'p', title: 'P', type: 'text', ...more });

test('an empty field is no value, or a fault where one is required', () => {
  assert.deepEqual(readValue(property({}), '  '), { value: null });
  assert.deepEqual(readValue(property({ required: true }), ''), { reason: 'required' });
  assert.deepEqual(readValue(property({ type: 'codes', required: true }), []), { reason: 'required' });
});

test('numbers keep to the declared limits and take a decimal comma', () => {
  const number = property({ type: 'number', minimum: 0, maximum: 7 });
  assert.deepEqual(readValue(number, '2,5'), { value: 2.5 });
  assert.deepEqual(readValue(number, '-1'), { reason: 'least', limit: 0 });
  assert.deepEqual(readValue(number, '8'), { reason: 'most', limit: 7 });
  assert.deepEqual(readValue(property({ type: 'integer' }), '2.5'), { reason: 'whole' });
  assert.deepEqual(readValue(property({ type: 'integer' }), 'many'), { reason: 'number' });
});

test('a moment is read as UTC and shown as it was read', () => {
  const moment = property({ type: 'timestamp' });
  assert.deepEqual(readValue(moment, '2026-03-01 10:30'), { value: '2026-03-01T10:30:00.000Z' });
  assert.equal(showValue(moment, '2026-03-01T10:30:00Z'), '2026-03-01 10:30');
  assert.deepEqual(readValue(property({ type: 'date' }), '2026-02-30'), { reason: 'day' });
});

test('a patch holds only what changed, and null for what was emptied', () => {
  assert.deepEqual(patchOf({ a: 1, b: ['x'], c: 'y' }, { a: 1, b: ['x'], c: null, d: 2, e: null }), { c: null, d: 2 });
});

test('the height of a distance on the curve reads back as that distance', () => {
  const { toY, toMetres } = curveScale([10, 100, 1_000, 50_000]);
  for (const metres of [10, 333, 50_000]) {
    assert.ok(Math.abs(toMetres(toY(metres)) / metres - 1) < 1e-9);
  }
});

test('a hotspot says how it was made and is never less protected than its events', () => {
  const origin = originOf(/** @type {any} */ ({ properties: { count: 12 } }), /** @type {any} */ ({ process: 'cluster-density', parameters: { epsM: 5000 }, inputs: { layer: 'incident' }, dataAsOf: { sequence: 7, committedAt: '2026-01-01T00:00:00Z' } }));
  assert.deepEqual(JSON.parse(String(origin.parameters)), { epsM: 5000 });
  assert.equal(origin.method, 'DBSCAN');
  assert.equal(origin.data_sequence, 7);
  assert.equal(highest('CONFIDENTIAL', 'UNCLASSIFIED'), 'CONFIDENTIAL');
  assert.equal(highest('CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'), 'STRICTLY_CONFIDENTIAL');
  assert.equal(highest('CONFIDENTIAL', undefined), 'CONFIDENTIAL');
});
