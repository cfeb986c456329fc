import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, columnsOf, downloadAddress, stepFor, sumRows } from '../../main/web/analysis/figures.js';

test('a change from nothing has no percentage, and its interval has no end', () => {
  assert.deepEqual(changeOf(12, 0, { low: 2.4, high: null, p: 0.0005 }), { difference: 12, percent: null, chance: false, small: true });
});

test('a change is said to be perhaps chance when one rate for both is within the interval', () => {
  assert.deepEqual(changeOf(15, 20, { ratio: 0.75, low: 0.36, high: 1.54, p: 0.5 }), { difference: -5, percent: -25, chance: true, small: false });
  assert.equal(changeOf(40, 9, { ratio: 4.4, low: 2.1, high: 10.4, p: 0.00001 }).chance, false);
  assert.equal(changeOf(7, 7, { ratio: 1, low: 0.3, high: 3.3, p: 1 }).chance, false);
});

test('low, best and high estimates make one row', () => {
  const layer = /** @type {any} */ ({ sums: ['killed_low', 'killed_best', 'killed_high', 'injured'], properties: [{ name: 'killed_best', title: 'Killed' }, { name: 'injured', title: 'Injured' }] });
  assert.deepEqual(sumRows(layer, { killed_low: 1, killed_best: 2, killed_high: 5, injured: 7 }), [
    { name: 'killed_best', title: 'Killed', value: 2, low: 1, high: 5 },
    { name: 'injured', title: 'Injured', value: 7, low: null, high: null },
  ]);
});

test('a download names area, filter and period', () => {
  const query = { layer: 'incident', datetime: '2026-01-01T00:00:00Z/..', filter: "a = 'x' OR b = 'y'" };
  const address = new URL(downloadAddress(query, 'circle:20.5,4.3,25000', '1,2,3,4', 'csv'), 'http://host');
  assert.equal(address.searchParams.get('area'), 'circle:20.5,4.3,25000');
  assert.equal(address.searchParams.get('bbox'), null, 'the area stands for the window');
  assert.equal(address.searchParams.get('filter'), "a = 'x' OR b = 'y'");
  assert.equal(address.searchParams.get('datetime'), '2026-01-01T00:00:00Z/..');
});

test('columns are measured against the tallest, also when all are empty', () => {
  assert.deepEqual(columnsOf([{ start: 'a', count: 2 }, { start: 'b', count: 4 }]).map((c) => c.share), [0.5, 1]);
  assert.equal(columnsOf([{ start: 'a', count: 0 }])[0].share, 0);
});

test('the step of the columns grows with the period', () => {
  assert.deepEqual([7, 90, 365, 4000].map(stepFor), ['day', 'week', 'month', 'year']);
});
