import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNamed, isSettled } from '../../main/web/map/boundaries.js';

test('the boundary between Sudan and South Sudan is drawn broken, their others are not', () => {
  assert.equal(isSettled({ id: '729' }, { id: '728' }), false);
  assert.equal(isSettled({ id: '728' }, { id: '231' }), true);
});

test('lines of areas without a code and of undetermined status are drawn broken', () => {
  assert.equal(isSettled({ id: '688' }, {}), false);
  assert.equal(isSettled({ id: '504' }, { id: '732' }), false);
});

test('only countries and areas of the M49 list are named', () => {
  assert.equal(isNamed({ id: '140' }), true);
  assert.equal(isNamed({}), false);
  assert.equal(isNamed({ id: '158' }), false);
});
