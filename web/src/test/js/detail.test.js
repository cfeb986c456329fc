import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAround } from '../../main/web/core/period.js';

test('the days about an event reach as far before its begin as after its end', () => {
  assert.deepEqual(daysAround({ from: '2026-06-27T14:48:00Z', to: '2026-06-28T01:00:00Z' }, 7), { start: '2026-06-20', end: '2026-07-05' });
  assert.deepEqual(daysAround({ from: '2026-03-01', to: null }, 1), { start: '2026-02-28', end: '2026-03-02' });
});

test('what has no time has no days about it', () => {
  assert.equal(daysAround({ from: null, to: null }, 7), null);
});
