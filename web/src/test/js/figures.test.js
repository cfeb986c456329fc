import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, columnsOf, downloadAddress, insideText, stepFor, sumRows } from '../../main/web/analysis/figures.js';

test('a change from nothing has no percentage', () => {
  assert.deepEqual(changeOf(12, 0), { difference: 12, percent: null, small: true });
});

test('small numbers on either side are said to be small', () => {
  assert.equal(changeOf(40, 9).small, true);
  assert.equal(changeOf(40, 20).small, false);
  assert.deepEqual(changeOf(15, 20), { difference: -5, percent: -25, small: false });
});

test('low, best and high estimates make one row', () => {
  const layer = /** @type {any} */ ({ sums: ['killed_low', 'killed_best', 'killed_high', 'injured'], properties: [{ name: 'killed_best', title: 'Killed' }, { name: 'injured', title: 'Injured' }] });
  assert.deepEqual(sumRows(layer, { killed_low: 1, killed_best: 2, killed_high: 5, injured: 7 }), [
    { name: 'killed_best', title: 'Killed', value: 2, low: 1, high: 5 },
    { name: 'injured', title: 'Injured', value: 7, low: null, high: null },
  ]);
});

test('a download names area, filter and period, each bracketed so that OR cannot leak out', () => {
  const area = /** @type {any} */ ({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] });
  const address = new URL(downloadAddress({ layer: 'incident', datetime: '2026-01-01T00:00:00Z/..', filter: "a = 'x' OR b = 'y'" }, area, null, 'csv'), 'http://host');
  assert.equal(address.searchParams.get('filter'), "(S_INTERSECTS(geom,POLYGON((0 0,1 0,1 1,0 0)))) AND (a = 'x' OR b = 'y')");
  assert.equal(address.searchParams.get('datetime'), '2026-01-01T00:00:00Z/..');
  assert.equal(insideText({ type: 'MultiPolygon', coordinates: [area.coordinates] }), 'S_INTERSECTS(geom,MULTIPOLYGON(((0 0,1 0,1 1,0 0))))');
});

test('columns are measured against the tallest, also when all are empty', () => {
  assert.deepEqual(columnsOf([{ start: 'a', count: 2 }, { start: 'b', count: 4 }]).map((c) => c.share), [0.5, 1]);
  assert.equal(columnsOf([{ start: 'a', count: 0 }])[0].share, 0);
});

test('the step of the columns grows with the period', () => {
  assert.deepEqual([7, 90, 365, 4000].map(stepFor), ['day', 'week', 'month', 'year']);
});
