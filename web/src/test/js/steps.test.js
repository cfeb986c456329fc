import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, lengthInDays } from '../../main/web/core/period.js';
import { CHOICES, UNCHOSEN } from '../../main/web/core/slider.js';
import { faultOf, typedPeriod } from '../../main/web/time/dates.js';
import { isAtEnd, played, rewound, stepped } from '../../main/web/time/steps.js';

const limits = { start: '2023-07-01', end: '2026-06-30' };
const axis = { limits, bar: 'week' };
const slider = (choices) => ({ ...UNCHOSEN, ...choices });

test('months are as long as they are', () => {
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
  assert.equal(addMonths('2024-01-31', -2), '2023-11-30');
  assert.equal(addMonths('2023-12-15', 1), '2024-01-15');
});

test('left to itself a step goes by the length of the period and a frame by an eighth of it', () => {
  const quarter = { start: '2024-01-01', end: '2024-03-30' };
  assert.deepEqual(stepped(quarter, 1, slider({}), axis), { start: '2024-03-31', end: '2024-06-28' });
  assert.deepEqual(stepped(quarter, -1, slider({}), axis), { start: '2023-10-03', end: '2023-12-31' });
  assert.deepEqual(played(quarter, slider({}), axis), { start: '2024-01-12', end: '2024-04-10' });
});

const night = { start: '2024-03-04', end: '2024-03-05', from: '2024-03-04T18:00:00Z', to: '2024-03-05T06:00:00Z' };

test('a night steps by itself, or to the next night', () => {
  assert.deepEqual(stepped(night, 1, slider({}), axis), { start: '2024-03-05', end: '2024-03-05', from: '2024-03-05T06:00:00Z', to: '2024-03-05T18:00:00Z' });
  assert.deepEqual(stepped(night, -1, slider({ step: 'day' }), axis), { start: '2024-03-03', end: '2024-03-04', from: '2024-03-03T18:00:00Z', to: '2024-03-04T06:00:00Z' });
  assert.deepEqual(stepped(night, 1, slider({ step: 'month' }), axis).from, '2024-04-04T18:00:00Z');
  assert.deepEqual(played(night, slider({}), axis).from, '2024-03-04T20:00:00Z');
  assert.deepEqual(stepped(night, 1, slider({ window: 'cumulative' }), { limits, bar: '3-hours' }).to, '2024-03-05T09:00:00Z');
  assert.equal(isAtEnd({ start: '2026-06-30', end: '2026-06-30', from: '2026-06-30T01:00:00Z', to: '2026-06-30T02:00:00Z' }, limits), false);
  assert.deepEqual(rewound(night, slider({}), axis).from, '2023-07-01T00:00:00Z');
});

test('a period is typed as days, as moments or as one of each', () => {
  assert.deepEqual(typedPeriod({ start: '2024-03-04', end: '2024-03-05' }), { start: '2024-03-04', end: '2024-03-05' });
  assert.deepEqual(typedPeriod({ start: '2024-03-04 18:00', end: '2024-03-05 06:00' }), night);
  assert.deepEqual(typedPeriod({ start: '2024-03-04 18:00', end: '2024-03-05' }).to, '2024-03-06T00:00:00Z');
  assert.deepEqual(typedPeriod({ start: '2024-03-04 00:00', end: '2024-03-05 00:00' }), { start: '2024-03-04', end: '2024-03-04' });
  assert.equal(faultOf({ start: '2024-03-04 18:00', end: '2024-03-05' }, limits), null);
  assert.equal(faultOf({ start: '2024-03-04 18:00', end: '2026-07-01 00:00' }, limits), null, 'the end of the mission');
  assert.match(faultOf({ start: '2024-03-04 18:00', end: '2024-03-04 18:00' }, limits).text, /4 Mar 2024 18:00 UTC comes after/);
  assert.match(faultOf({ start: '2024-03-04 18:00', end: '2026-07-01 00:01' }, limits).text, /outside the mission/);
});

test('a chosen step holds for keys and for play alike', () => {
  const week = { start: '2024-03-04', end: '2024-03-10' };
  assert.deepEqual(stepped(week, 1, slider({ step: 'day' }), axis), { start: '2024-03-05', end: '2024-03-11' });
  assert.deepEqual(played(week, slider({ step: 'week' }), axis), { start: '2024-03-11', end: '2024-03-17' });
});

test('by the month whole months stay whole months and other periods keep their length', () => {
  const byMonth = slider({ step: 'month' });
  assert.deepEqual(stepped({ start: '2024-01-01', end: '2024-01-31' }, 1, byMonth, axis), { start: '2024-02-01', end: '2024-02-29' });
  assert.deepEqual(stepped({ start: '2024-02-01', end: '2024-02-29' }, 1, byMonth, axis), { start: '2024-03-01', end: '2024-03-31' });
  assert.deepEqual(stepped({ start: '2024-01-10', end: '2024-01-20' }, -1, byMonth, axis), { start: '2023-12-10', end: '2023-12-20' });
});

test('a growing period keeps its first day', () => {
  const growing = slider({ window: 'cumulative' });
  const begun = { start: '2024-01-01', end: '2024-01-31' };
  assert.deepEqual(stepped(begun, 1, growing, axis), { start: '2024-01-01', end: '2024-02-07' });
  assert.deepEqual(stepped(begun, 1, slider({ window: 'cumulative', step: 'month' }), axis), { start: '2024-01-01', end: '2024-02-29' });
  assert.deepEqual(stepped({ start: '2024-01-01', end: '2024-01-03' }, -1, growing, axis), { start: '2024-01-01', end: '2024-01-01' });
  assert.deepEqual(rewound({ start: '2024-01-01', end: '2026-06-30' }, growing, axis), { start: '2024-01-01', end: '2024-01-07' });
  assert.deepEqual(rewound({ start: '2024-01-01', end: '2026-06-30' }, slider({ window: 'cumulative', step: 'month' }), axis), { start: '2024-01-01', end: '2024-01-31' });
});

test('every film comes to the end of the mission and no frame leaves the mission', () => {
  for (const window of CHOICES.window) {
    for (const step of CHOICES.step) {
      for (const bar of ['day', 'week', 'month', 'year']) {
        const how = slider({ window, step });
        let period = rewound({ start: '2026-05-20', end: '2026-06-30' }, how, { limits, bar });
        let frames = 0;
        for (; !isAtEnd(period, limits); frames++) {
          const next = played(period, how, { limits, bar });
          assert.ok(next.start >= limits.start && next.end <= limits.end && next.end > period.end, `${window} ${step} ${bar}`);
          period = next;
          assert.ok(frames < 1200);
        }
        assert.equal(period.end, limits.end);
      }
    }
  }
});

test('a step inside the mission and back leads to where it began', () => {
  for (const window of CHOICES.window) {
    for (const step of CHOICES.step) {
      const begun = { start: '2024-05-01', end: '2024-05-31' };
      const how = slider({ window, step });
      assert.deepEqual(stepped(stepped(begun, 1, how, axis), -1, how, axis), begun, `${window} ${step}`);
    }
  }
  assert.equal(lengthInDays(stepped({ start: '2026-05-01', end: '2026-05-31' }, 1, slider({}), axis)), 31);
});

test('what is wrong with typed days is said with what to do', () => {
  assert.equal(faultOf({ start: '2024-01-01', end: '2024-01-01' }, limits), null);
  assert.match(faultOf({ start: '', end: '2024-01-01' }, limits).text, /first day is not a date\. Write 2026-04-02/);
  assert.match(faultOf({ start: '2024-01-01', end: '' }, limits).text, /last day is not a date\. Write 2026-04-02/);
  assert.match(faultOf({ start: '2024-02-01', end: '2024-01-01' }, limits).text, /1 Feb 2024 comes after 1 Jan 2024\. Give/);
  const late = faultOf({ start: '2024-02-01', end: '2027-01-01' }, limits);
  assert.equal(late.which, 'end');
  assert.match(late.text, /1 Jan 2027 is outside the mission\. Give a day from 1 Jul 2023 to 30 Jun 2026/);
});
