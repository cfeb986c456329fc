import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromInput, isMoment, moved } from '../../main/web/core/known.js';
import { diff, metresBetween, restoring, stateAt } from '../../main/web/core/versions.js';

const versions = [
  { version: 3, operation: 'UPDATE', author: 'b', committedAt: '2026-01-03T00:00:00Z', changes: [{ property: 'killed', before: 2, after: null }, { property: 'status', before: 'REPORTED', after: 'TRIAGED' }] },
  { version: 2, operation: 'UPDATE', author: 'a', committedAt: '2026-01-02T00:00:00Z', changes: [{ property: 'severity', before: 2, after: 4 }] },
  { version: 1, operation: 'INSERT', author: 'a', committedAt: '2026-01-01T00:00:00Z', changes: [
    { property: 'severity', before: null, after: 2 }, { property: 'killed', before: null, after: 2 }, { property: 'status', before: null, after: 'REPORTED' }] },
];

test('each version is rebuilt from what was changed until then', () => {
  assert.deepEqual(stateAt(versions, 1), { severity: 2, killed: 2, status: 'REPORTED' });
  assert.deepEqual(stateAt(versions, 3), { severity: 4, status: 'TRIAGED' });
});

test('any two versions are compared by value, not by the order of members', () => {
  assert.deepEqual(diff(stateAt(versions, 1), stateAt(versions, 3)).map((d) => d.property), ['killed', 'severity', 'status']);
  assert.deepEqual(diff({ g: { a: 1, b: 2 } }, { g: { b: 2, a: 1 } }), []);
});

test('restoring brings back values, and leaves marks and the state of the workflow', () => {
  const now = { ...stateAt(versions, 3), classification: 'CONFIDENTIAL' };
  assert.deepEqual(restoring(now, { ...stateAt(versions, 1), classification: 'UNCLASSIFIED' }, 'status'), { properties: { killed: 2, severity: 2 } });
  assert.equal(restoring(now, now), null);
});

test('a change of place is told in metres', () => {
  const at = (lon, lat) => ({ type: 'Point', coordinates: [lon, lat] });
  assert.equal(Math.round(metresBetween(at(0, 0), at(0, 1)) / 100), 1112);
  assert.equal(metresBetween(at(0, 0), null), null);
});

test('a moment is a real one, and never ahead of now', () => {
  assert.ok(isMoment('2026-06-30T11:05:09.123456Z'));
  assert.ok(!isMoment('2026-13-30T11:05:09Z'));
  assert.ok(!isMoment('yesterday'));
  const now = Date.parse('2026-06-30T12:00:00Z');
  assert.equal(fromInput('2026-06-30T11:05', now), '2026-06-30T11:05:00Z');
  assert.equal(fromInput('2026-06-30T12:05', now), null);
  assert.equal(moved('2026-06-30T11:30:00Z', 24, now), '2026-06-30T12:00:00Z');
});
