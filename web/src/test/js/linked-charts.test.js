import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsOf, clicked, countable, isOn, usualBreakdowns } from '../../main/web/linked/bars.js';
import { besideOf, bucketsOf, earlier, frameOf, frameText, groupsOf, ofGroup, shifted, spanned, stepOf } from '../../main/web/linked/buckets.js';
import { chosenOf, extended, withClock, withoutClock } from '../../main/web/linked/clock.js';
import { daysOf, matrixOf, matrixScene, ordered } from '../../main/web/linked/matrix-table.js';
import { csvText, sceneText, stamped, ticksTo, wrap } from '../../main/web/linked/scene.js';
import { bucketAt, LEFT, seriesScene } from '../../main/web/linked/series-scene.js';
import { incident } from './layer.js';

const colours = { text: '#111', muted: '#777', ground: '#fff', line: '#ccc', accent: '#08c', series: ['#1', '#2', '#3', '#4', '#5', '#6', '#7', '#8'] };
const ratio = { ratio: 1, low: 0.5, high: 2, p: 0.6 };
const answer = { count: 9, rows: [{ value: 'BATTLES', count: 5, previous: 10, change: ratio }, { value: '', count: 3, previous: 0, change: { low: 0.4, p: 0.25 } }, { value: 'RIOTS', count: 1, previous: 1, change: ratio }], others: { values: 4, count: 2, previous: 1, change: ratio } };

test('those without a value and all others stand at the end, and the longest of both periods is the measure', () => {
  const bars = barsOf(answer, undefined);
  assert.deepEqual(bars.map(({ value }) => value), ['BATTLES', 'RIOTS', '', null]);
  assert.deepEqual([bars[0].share, bars[0].previousShare], [0.5, 1]);
  assert.equal(bars[0].change.small, true);
  assert.equal(bars[0].change.chance, true);
  assert.equal(bars[1].change.chance, false, 'no change needs no warning');
});

test('a bar that the filter leaves out is still there, but off', () => {
  assert.deepEqual(barsOf(answer, { in: ['RIOTS'] }).map(({ isOn: on }) => on), [false, true, false, false]);
  assert.deepEqual(barsOf(answer, { hide: ['RIOTS'] }).map(({ isOn: on }) => on), [true, false, true, true]);
  assert.equal(isOn({ min: 3 }, '2'), false);
  assert.equal(isOn({ min: 3 }, ''), false);
});

test('a click chooses one, the same click again all, with Shift one more or one less', () => {
  const all = ['A', 'B', 'C', ''];
  assert.deepEqual(clicked(undefined, 'A', false, all), { in: ['A'] });
  assert.equal(clicked({ in: ['A'] }, 'A', false, all), null);
  assert.deepEqual(clicked({ in: ['A'] }, 'B', false, all), { in: ['B'] });
  assert.deepEqual(clicked({ in: ['A'] }, '', true, all), { in: ['A', ''] });
  assert.deepEqual(clicked({ hide: ['A'] }, 'B', true, all), { in: ['C', ''] });
  assert.equal(clicked({ in: ['A'] }, 'A', true, all), null);
  assert.deepEqual(clicked({ in: ['Z'] }, 'A', true, all), { in: ['Z', 'A'] }, 'what has no bar stays chosen');
});

test('titles are not counted, types and severity are', () => {
  assert.deepEqual(countable(incident).map(({ name }) => name), ['summary', 'type', 'status', 'severity']);
  assert.deepEqual(usualBreakdowns(incident), ['type', 'severity', 'status']);
});

test('first and last periods that the days cut are known not to be whole', () => {
  const buckets = bucketsOf([{ start: '2026-03-30', count: 2 }, { start: '2026-04-06', count: 3 }, { start: '2026-04-13', count: 1 }], 'week', { start: '2026-04-01', end: '2026-04-15' });
  assert.deepEqual(buckets.map(({ first, last, isWhole }) => [first, last, isWhole]), [['2026-04-01', '2026-04-05', false], ['2026-04-06', '2026-04-12', true], ['2026-04-13', '2026-04-15', false]]);
  assert.deepEqual(bucketsOf([{ start: '2024-02-01T00:00:00Z', count: 1 }], 'month', { start: '2024-02-01', end: '2024-02-29' })[0].isWhole, true);
});

test('what began before the days shown is no bar of theirs', () => {
  const buckets = bucketsOf([{ start: '2026-03-01', count: 3, byGroup: { a: 3 } }, { start: '2026-04-01', count: 5, byGroup: { a: 5 } }], 'month', { start: '2026-04-01', end: '2026-04-30' });
  assert.deepEqual(buckets.map(({ isEarlier }) => isEarlier), [true, false]);
  assert.deepEqual(earlier(buckets), { count: 3, byGroup: { a: 3 } });
});

test('the span stays while the period lies in it, and follows when it does not', () => {
  const period = { start: '2026-05-01', end: '2026-05-31' };
  assert.deepEqual(frameOf('2026-04-01..2026-06-30', period), { start: '2026-04-01', end: '2026-06-30' });
  assert.equal(frameOf('2026-04-01..2026-05-15', period), period);
  assert.equal(frameOf('', period), period);
});

test('compared is what is as long and just before, or a year before', () => {
  const frame = { start: '2024-02-28', end: '2024-02-29' };
  assert.deepEqual(besideOf(frame, 'previous'), { start: '2024-02-26', end: '2024-02-27' });
  assert.deepEqual(besideOf(frame, 'year'), { start: '2023-02-28', end: '2023-02-28' });
  assert.equal(besideOf(frame, 'none'), null);
  const before = besideOf(frame, 'previous');
  const [bucket, ...others] = bucketsOf([{ start: '2024-02-26', count: 1 }, { start: '2024-02-27', count: 1 }, { start: '2024-02-28', count: 1 }, { start: '2024-02-29', count: 1 }, { start: '2024-03-01', count: 1 }], 'day', { start: '2024-02-26', end: '2024-03-01' });
  assert.deepEqual([shifted([bucket], before, frame)[0].first, spanned([bucket, others[3]], 1, 0)], ['2024-02-28', { start: '2024-02-26', end: '2024-03-01' }]);
});

test('periods are as long as can be told apart, and a chosen length holds', () => {
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-30' }), 'day');
  assert.equal(stepOf('auto', { start: '2020-01-01', end: '2026-06-30' }), 'month');
  assert.equal(stepOf('week', { start: '2026-06-01', end: '2026-06-30' }), 'week');
  assert.equal(stepOf('day', { start: '1990-01-01', end: '2026-06-30' }), 'week');
});

test('a night is shown by the hour, a week by three, a fortnight by six and more by days', () => {
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-02' }), 'hour');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-02', from: '2026-06-01T18:00:00Z', to: '2026-06-02T06:00:00Z' }), 'hour');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-03' }), '3-hours');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-07' }), '3-hours');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-08' }), '6-hours');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-14' }), '6-hours');
  assert.equal(stepOf('auto', { start: '2026-06-01', end: '2026-06-15' }), 'day');
  assert.equal(stepOf('hour', { start: '2026-01-01', end: '2026-04-30' }), 'hour');
  assert.equal(stepOf('hour', { start: '2026-01-01', end: '2026-06-30' }), '3-hours', 'more than some thousand bars are a longer step');
  assert.equal(stepOf('3-hours', { start: '2020-01-01', end: '2026-06-30' }), 'day');
});

test('hours that are brushed over are the period, and whole days of them are days', () => {
  const hours = bucketsOf([['2026-03-28T22:00:00Z', '2026-03-29T00:00:00Z'], ['2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z'], ['2026-03-29T01:00:00Z', '2026-03-30T00:00:00Z']].map(([start, end]) => ({ start, end, whole: true, count: 1, byGroup: {} })), '3-hours', { start: '2026-03-28', end: '2026-03-29' });
  assert.deepEqual(spanned(hours, 1, 0), { start: '2026-03-28', end: '2026-03-29', from: '2026-03-28T22:00:00Z', to: '2026-03-29T01:00:00Z' });
  assert.deepEqual(spanned(hours, 1, 2), { start: '2026-03-29', end: '2026-03-29' });
  const period = spanned(hours, 1, 1);
  assert.deepEqual(frameOf('2026-03-28T22:00:00Z..2026-03-29T03:00:00Z', period), { start: '2026-03-28', end: '2026-03-29', from: '2026-03-28T22:00:00Z', to: '2026-03-29T03:00:00Z' });
  assert.equal(frameOf('2026-03-29T00:30:00Z..2026-03-29T03:00:00Z', period), period, 'half an hour of it lies outside');
  assert.equal(frameText({ start: '2026-03-29', end: '2026-03-29' }), '2026-03-29..2026-03-29');
});

test('rare groups are told together and nothing is lost', () => {
  const buckets = [{ first: '', last: '', isWhole: true, count: 15, byGroup: { a: 1, b: 5, c: 4, d: 3, '': 2 } }];
  const groups = groupsOf(buckets, [], 3);
  assert.deepEqual(groups, [{ value: 'b', count: 5 }, { value: 'c', count: 4 }, { value: null, count: 6 }]);
  const told = groups.map(({ value }) => value);
  assert.equal(told.reduce((sum, value) => sum + ofGroup(buckets[0], value, told), 0), 15);
  assert.deepEqual(groupsOf(buckets, ['c', 'a'], 24).map(({ value }) => value), ['c', 'a', 'b', 'd', ''], 'the order of the symbols comes first');
});

test('bars stand on the ground, their heights are their counts and the axis ends above the highest', () => {
  const buckets = bucketsOf([{ start: '2026-04-01', count: 4, byGroup: { a: 3, b: 1 } }, { start: '2026-04-02', count: 2, byGroup: { a: 2 } }], 'day', { start: '2026-04-01', end: '2026-04-02' });
  const scene = seriesScene({ buckets, beside: [], frame: { start: '2026-04-01', end: '2026-04-02' }, period: { start: '2026-04-02', end: '2026-04-02' }, groups: [{ value: 'a', colour: 'red' }, { value: 'b', colour: 'blue' }], form: 'stacked', tickText: ({ day }) => day, local: null, hourText: () => '', numberText: String }, 300, 200, colours);
  const bars = scene.shapes.filter(({ kind }) => kind === 'rect');
  assert.equal(bars.length, 3);
  assert.ok(Math.abs(bars[0].height / bars[1].height - 3) < 1e-6);
  assert.ok(Math.abs(bars[0].y + bars[0].height - 180) < 1e-6 && Math.abs(bars[1].y + bars[1].height - bars[0].y) < 1e-6);
  assert.deepEqual([bars[0].opacity, bars[2].opacity], [0.3, 1]);
  assert.equal(bucketAt(buckets, { start: '2026-04-01', end: '2026-04-02' }, LEFT + 5, 300), 0);
  assert.equal(bucketAt(buckets, { start: '2026-04-01', end: '2026-04-02' }, 290, 300), 1);
  assert.deepEqual(ticksTo(7, 4), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticksTo(0, 4), [0, 1]);
});

test('days, hours and months are in their order and without gaps, none stated comes last', () => {
  const two = [{ value: '2026-02', count: 1 }, { value: '', count: 4 }, { value: '2025-12', count: 2 }];
  assert.deepEqual(ordered('month', two).map(({ value, count }) => `${value} ${count}`), ['2025-12 2', '2026-01 0', '2026-02 1', ' 4']);
  assert.equal(ordered('weekday', []).length, 7);
  assert.equal(ordered('hour', [{ value: '', count: 1 }]).length, 25);
  assert.deepEqual(ordered('month', []), []);
  assert.deepEqual(ordered('type', [{ value: '', count: 9 }, { value: 'A', count: 1 }]).map(({ value }) => value), ['A', '']);
  assert.deepEqual(daysOf('2024-02'), { start: '2024-02-01', end: '2024-02-29' });
});

test('a matrix has a cell for every pair, and a single one is seen beside hundreds', () => {
  const matrix = matrixOf({ count: 101, rows: [{ value: 'A', count: 100 }, { value: 'B', count: 1 }], columns: [{ value: 'x', count: 101 }], cells: [{ row: 'A', column: 'x', count: 100 }, { row: 'B', column: 'x', count: 1 }], leftOut: { rows: 0, columns: 0 } }, 'type', 'status');
  assert.deepEqual(matrix.rows.map(({ cells }) => cells[0]), [{ count: 100, weight: 1 }, { count: 1, weight: 0.1 }]);
  const scene = matrixScene(matrix, { row: (v) => v, column: (v) => v, total: 'Total' }, colours);
  assert.ok(scene.shapes.some((shape) => shape.kind === 'text' && shape.text === '100'));
});

test('a file says what it is of, what was asked and how it is marked, and its texts cannot be markup', () => {
  const text = sceneText(stamped({ width: 300, height: 50, shapes: [{ kind: 'path', d: 'M1 2L3 4', stroke: '#000' }] }, { title: 'A <b>', mark: 'CONFIDENTIAL', lines: ['CQL2: a < 1 AND "b"'] }, colours), { ground: '#fff', title: 'A <b>' });
  assert.match(text, /A &lt;b&gt;/);
  assert.match(text, /CQL2: a &lt; 1 AND &quot;b&quot;/);
  assert.equal(text.match(/>CONFIDENTIAL</g).length, 2);
  assert.match(text, /M13 54L15 56/);
  assert.doesNotMatch(text, /<b>/);
});

test('figures as CSV quote what must be and are no formulas', () => {
  assert.equal(csvText([['a,b', 1], ['=2+2', null]], ['Data as of now']), '# Data as of now\r\n"a,b",1\r\n\'=2+2,\r\n');
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
});

test('days and hours of the matrix are conditions by one clock, and others stay as they are', () => {
  const zone = '-01:00';
  const one = withClock(withClock("severity >= 3", 'weekday', ['5'], zone), 'hour', ['22', '23', '00'], zone);
  assert.equal(one, "severity >= 3 AND dayOfWeek(valid_from, time_precision, '-01:00') IN (5) AND (timeOfDay(valid_from, time_precision, '-01:00') >= '22:00' OR timeOfDay(valid_from, time_precision, '-01:00') < '01:00')");
  assert.deepEqual(chosenOf(one, 'weekday', zone), ['5']);
  assert.deepEqual(chosenOf(one, 'hour', zone), ['22', '23', '00']);
  assert.deepEqual(chosenOf(one, 'hour', '+00:00'), [], 'those of another clock are other conditions');
  assert.equal(withoutClock(one, ['weekday', 'hour'], zone), 'severity >= 3');
  assert.equal(withoutClock('a = 1 OR b = 2', ['hour'], zone), 'a = 1 OR b = 2');
  assert.equal(withClock('a = 1 OR b = 2', 'weekday', ['1'], zone), "(a = 1 OR b = 2) AND dayOfWeek(valid_from, time_precision, '-01:00') IN (1)");
});

test('a stretch of hours grows to the clicked one on the shorter way, and ends with it', () => {
  assert.deepEqual(extended('hour', ['22', '23'], '01'), ['22', '23', '00', '01']);
  assert.deepEqual(extended('hour', ['06'], '04'), ['04', '05', '06']);
  assert.deepEqual(extended('hour', ['04', '05', '06'], '06'), ['04', '05']);
  assert.deepEqual(extended('hour', ['04', '05', '06'], '04'), ['05', '06']);
  assert.deepEqual(extended('hour', ['04'], '04'), []);
  assert.deepEqual(extended('weekday', ['2'], '6'), ['2', '6']);
  assert.deepEqual(extended('weekday', ['2', '6'], '2'), ['6']);
});
