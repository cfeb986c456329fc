import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heightOf, highest, spansOf } from '../../main/web/time/histogram.js';
import { addDays, lengthInDays, toNumber } from '../../main/web/core/period.js';
import { ahead, localText } from '../../main/web/core/zone.js';
import { around, handlePositions, hourTicks, isMostlyWithoutHour, stepFor, ticks, timeScale, zoomed } from '../../main/web/time/scale.js';
import * as format from '../../main/web/core/format.js';

const limits = { start: '2023-07-01', end: '2026-06-30' };

test('the scale covers the mission from edge to edge and reads back its own days', () => {
  const scale = timeScale(limits, 1000);
  assert.equal(scale.toX('2023-07-01'), 0);
  assert.equal(scale.toEndX('2026-06-30'), 1000);
  for (const day of ['2023-07-01', '2024-02-29', '2026-06-30']) {
    assert.equal(scale.toDay((scale.toX(day) + scale.toEndX(day)) / 2), day);
  }
  assert.equal(scale.toDay(-50), '2023-07-01');
  assert.equal(scale.toDay(5000), '2026-06-30');
});

test('three years are shown by weeks on a wide screen and by months on a phone', () => {
  assert.equal(stepFor(1096, 1200), 'week');
  assert.equal(stepFor(1096, 350), 'month');
  assert.equal(stepFor(90, 1200), 'day');
});

test('the axis writes years as years and keeps its distance', () => {
  const list = ticks(limits, 1200);
  assert.deepEqual(list.filter((t) => t.says === 'year').map((t) => t.day), ['2024-01-01', '2025-01-01', '2026-01-01']);
  assert.ok(1200 / list.length > 55);
});

test('from two days to thirty years the bars are wide enough to see and the axis has room for its words', () => {
  for (const [first, days] of [['2026-06-29', 2], ['2026-06-01', 9], ['2026-01-01', 60], ['2025-01-01', 500], ['2016-07-01', 3652], ['1996-07-01', 10_957]]) {
    for (const width of [358, 800, 1250]) {
      const span = { start: first, end: addDays(first, days - 1) };
      const step = stepFor(days, width);
      assert.ok((width * { day: 1, week: 7, month: 30.4, year: 365 }[step]) / days >= 3, `${days} days on ${width} by ${step}`);
      const list = ticks(span, width);
      assert.ok(list.length > 0, `${days} days on ${width}`);
      for (let i = 1; i < list.length; i++) {
        assert.ok(timeScale(span, width).toX(list[i].day) - timeScale(span, width).toX(list[i - 1].day) > 55, `${days} days on ${width}: ${list[i].day}`);
      }
    }
  }
  assert.deepEqual(ticks({ start: '2026-06-29', end: '2026-06-30' }, 1250).map((t) => t.day), ['2026-06-29', '2026-06-30']);
});

test('the scale of the bars keeps their order, nothing at nothing and the highest at the top', () => {
  for (const scale of ['linear', 'sqrt', 'log']) {
    assert.equal(heightOf(0, 400, scale), 0);
    assert.equal(heightOf(400, 400, scale), 1);
    assert.ok(heightOf(3, 400, scale) < heightOf(30, 400, scale));
  }
  assert.ok(heightOf(3, 400, 'log') > heightOf(3, 400, 'sqrt') && heightOf(3, 400, 'sqrt') > heightOf(3, 400, 'linear'));
  assert.equal(highest([{ start: '', count: 0 }]), null);
  assert.equal(highest([{ start: 'a', count: 2 }, { start: 'b', count: 7 }]).start, 'b');
});

test('bars cover the mission without a gap', () => {
  const bars = [{ start: '2023-06-26T00:00:00Z', count: 1 }, { start: '2026-06-29T00:00:00Z', count: 2 }];
  assert.deepEqual(spansOf(bars, limits).map(({ first, last }) => [first, last]), [['2023-07-01', '2026-06-28'], ['2026-06-29', '2026-06-30']]);
});

test('hours stand on the axis by the clock that cuts them, with room for their words', () => {
  const zone = 'Europe/Athens';
  const local = (ms) => ms + ahead(zone, ms);
  const first = Date.parse('2026-10-24T21:00:00Z');
  const edges = Array.from({ length: 50 }, (_, i) => first + i * 3_600_000);
  const list = hourTicks(edges, local, 600);
  assert.deepEqual(list.filter(({ says }) => says === 'day').map(({ shown }) => new Date(shown).toISOString()), ['2026-10-25T00:00:00.000Z', '2026-10-26T00:00:00.000Z']);
  assert.ok(list.every(({ shown }) => new Date(shown).getUTCHours() % 6 === 0));
  assert.equal(new Set(hourTicks(edges, local, 5_000).map(({ at }) => at)).size, 49, 'an hour that is shown twice is there twice');
});

test('hours are told by the clock with what it is ahead, so that one shown twice is told apart', () => {
  const clock = (ms) => ahead('Europe/Athens', ms);
  const hour = (text) => format.clockHours(Date.parse(text), Date.parse(text) + 3_600_000, clock);
  assert.equal(hour('2026-10-24T22:00:00Z'), '25 Oct 2026 01:00 – 02:00 UTC+03:00');
  assert.notEqual(hour('2026-10-25T00:00:00Z'), hour('2026-10-25T01:00:00Z'));
  assert.equal(format.clockHours(Date.parse('2026-04-01T22:00:00Z'), Date.parse('2026-04-01T23:00:00Z'), (ms) => ahead('-03:30', ms)), '1 Apr 2026 18:30 – 19:30 UTC−03:30');
  assert.equal(localText(Date.parse('2026-10-25T00:30:00Z'), 3 * 3_600_000), '2026-10-25T03:30+03:00');
  assert.equal(localText(Date.parse('2026-10-25T00:30:00Z'), -3.5 * 3_600_000), '2026-10-24T21:00-03:30');
});

test('days are shown where most is known to the day only', () => {
  assert.equal(isMostlyWithoutHour({ count: 10, withoutHour: { count: 6 } }), true);
  assert.equal(isMostlyWithoutHour({ count: 10, withoutHour: { count: 5 } }), false);
  assert.equal(isMostlyWithoutHour({ count: 10 }), false);
});

test('a date is said with no more precision than it has', () => {
  assert.equal(format.span('2026-05-03T00:00:00Z', '2026-05-04T00:00:00Z', 'EXACT_DAY'), '3 May 2026');
  assert.equal(format.span('2026-05-03T14:20:00Z', '2026-05-03T15:05:00Z', 'EXACT_MINUTE'), '3 May 2026 14:20 – 15:05 UTC');
  assert.equal(format.span('2026-05-03T14:20:00Z', null, 'EXACT_MINUTE'), '3 May 2026 14:20 UTC');
  assert.equal(format.span('2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z', 'MONTH'), '1 May 2026 – 31 May 2026');
});

test('zooming keeps the day under the pointer and stays inside the mission', () => {
  const closer = zoomed(limits, limits, 0.5, '2024-12-30');
  assert.equal(lengthInDays(closer), 548);
  const at = (range) => (toNumber('2024-12-30') - toNumber(range.start)) / lengthInDays(range);
  assert.ok(Math.abs(at(closer) - at(limits)) < 0.01);
  assert.deepEqual(zoomed(closer, limits, 100, '2024-12-30'), limits);
  assert.equal(lengthInDays(zoomed(closer, limits, 0.0001, '2024-12-30')), 2);
});

test('the surroundings of a period hold it and end with the mission', () => {
  assert.deepEqual(around({ start: '2026-06-01', end: '2026-06-30' }, limits), { start: '2026-04-02', end: '2026-06-30' });
  assert.deepEqual(around({ start: '2026-06-01', end: '2026-06-02' }, limits), { start: '2026-05-30', end: '2026-06-04' });
});

test('the handles stand at the edges of a window, or a finger apart and inside the track', () => {
  assert.deepEqual(handlePositions(100, 300, 358, 44), [100, 300]);
  assert.deepEqual(handlePositions(100, 110, 358, 44), [83, 127]);
  assert.deepEqual(handlePositions(355, 358, 358, 44), [314, 358]);
  assert.deepEqual(handlePositions(0, 3, 358, 44), [0, 44]);
});
