import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromServer, isDay, lastDays, lengthInDays, move, previous, resize, toDatetime } from '../../main/web/core/period.js';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { periodOf } from '../../main/web/core/relative.js';
import { missionZone } from '../../main/web/core/zone.js';

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

test('hours go on with the clock in steps of five minutes and hold what has just come', () => {
  const now = new Date('2026-06-30T23:59:00Z');
  assert.deepEqual(periodOf({ hours: 6 }, now, '-01:00'), { start: '2026-06-30', end: '2026-06-30', from: '2026-06-30T17:55:00Z', to: '2026-07-01T00:00:00Z' });
  assert.deepEqual(periodOf({ days: 2 }, now, '-01:00'), { start: '2026-06-29', end: '2026-06-30' });
  assert.equal(toDatetime(periodOf({ hours: 24 }, now, '+00:00')), '2026-06-29T23:55:00Z/2026-07-01T00:00:00Z');
  assert.deepEqual(previous(periodOf({ hours: 1 }, now, '+00:00')), { start: '2026-06-30', end: '2026-06-30', from: '2026-06-30T21:50:00Z', to: '2026-06-30T22:55:00Z' });
});

test('since a time of day is since the mission last had it, on both sides of a change of its clock', () => {
  const since = (now, zone) => periodOf({ since: '06:00' }, new Date(now), zone).from;
  assert.equal(since('2026-06-30T23:59:00Z', '-01:00'), '2026-06-30T07:00:00Z');
  assert.equal(since('2026-06-30T06:59:00Z', '-01:00'), '2026-06-29T07:00:00Z');
  assert.equal(since('2026-03-28T12:00:00Z', 'Europe/Athens'), '2026-03-28T04:00:00Z');
  assert.equal(since('2026-03-29T12:00:00Z', 'Europe/Athens'), '2026-03-29T03:00:00Z');
  assert.equal(since('2026-03-29T02:59:00Z', 'Europe/Athens'), '2026-03-28T04:00:00Z');
});

test('a period of hours is in the address, as it goes on or as it was', () => {
  for (const relative of [{ hours: 6 }, { days: 7 }, { since: '06:00' }]) {
    assert.deepEqual(fromAddress(toAddress({ relative })).relative, relative);
  }
  const period = periodOf({ hours: 6 }, new Date('2026-06-30T03:00:00Z'), '+00:00');
  assert.deepEqual(fromAddress(toAddress({ period })).period, period);
  assert.equal(fromAddress('#v1////t=-0h').relative, null);
  assert.equal(missionZone({ timeZone: 'Z' }), '+00:00');
  assert.equal(missionZone({ timeZone: 'Asia/Beirut' }), 'Asia/Beirut');
});
