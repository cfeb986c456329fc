import assert from 'node:assert/strict';
import test from 'node:test';
import { missionNow } from '../../main/web/core/clock.js';

test('in an exercise whose clock stands still it is always that moment', () => {
  assert.equal(missionNow({ standsAt: '2026-06-30T23:59:00Z' }).toISOString(), '2026-06-30T23:59:00.000Z');
});

test('elsewhere it is now', () => {
  const before = Date.now();
  assert.ok(missionNow({}).getTime() >= before && missionNow(null).getTime() <= Date.now());
});
