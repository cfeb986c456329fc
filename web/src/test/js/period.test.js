import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromServer, isDay, lastDays, lengthInDays, move, previous, resize, toDatetime } from '../../main/web/core/period.js';

const limits = { start: '2023-07-01', end: '2026-06-30' };

test('a period of one day has the length one', () => {
  assert.equal(lengthInDays({ start: '2026-02-28', end: '2026-02-28' }), 1);
});

test('the last ninety days end with the mission and are ninety', () => {
  const period = lastDays(90, limits);
  assert.deepEqual(period, { start: '2026-04-02', end: '2026-06-30' });
  assert.equal(lengthInDays(period), 90);
});

test('a preset longer than the mission stops at its start', () => {
  assert.deepEqual(lastDays(5000, limits), limits);
});

test('a moved period keeps its length and stays inside the limits', () => {
  const period = { start: '2026-04-02', end: '2026-06-30' };
  assert.deepEqual(move(period, 30, limits), period);
  assert.deepEqual(move(period, -90, limits), { start: '2026-01-02', end: '2026-04-01' });
  assert.deepEqual(move(period, -100_000, limits), { start: '2023-07-01', end: '2023-09-28' });
});

test('the edges of a period never cross', () => {
  const period = { start: '2026-04-02', end: '2026-04-10' };
  assert.deepEqual(resize(period, 'start', '2026-05-01', limits), { start: '2026-04-10', end: '2026-04-10' });
  assert.deepEqual(resize(period, 'end', '2026-03-01', limits), { start: '2026-04-02', end: '2026-04-02' });
});

test('the previous period ends the day before and is as long', () => {
  assert.deepEqual(previous({ start: '2026-03-01', end: '2026-03-31' }), { start: '2026-01-29', end: '2026-02-28' });
});

test('the last day is whole in what the server is asked', () => {
  assert.equal(toDatetime({ start: '2026-03-01', end: '2026-03-31' }), '2026-03-01/2026-03-31');
});

test('an end at midnight is the first moment outside, an end in the day is inside', () => {
  assert.deepEqual(fromServer({ start: '2023-07-01T00:00:00Z', end: '2026-07-01T00:00:00Z' }), limits);
  assert.deepEqual(fromServer({ start: '2023-07-01T00:00:00Z', end: '2026-06-30T23:59:59Z' }), limits);
  assert.deepEqual(fromServer(limits), limits);
});

test('a day that no calendar has is no day', () => {
  assert.equal(isDay('2026-02-29'), false);
  assert.equal(isDay('2024-02-29'), true);
  assert.equal(isDay('2024-2-9'), false);
  assert.equal(isDay(''), false);
});
