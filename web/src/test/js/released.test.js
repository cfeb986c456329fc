import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableOf, yearsOf } from '../../main/web/analysis/released-table.js';

const released = {
  name: 'poc-alert', title: 'POC alerts', by: 'Province', below: 5, before: '2026-03',
  cells: [
    { area: 'Sud', month: '2026-02', atLeast: 10 },
    { area: 'Nord', month: '2025-12', atLeast: 5 },
    { area: 'Nord', month: '2026-01', atLeast: 15 },
  ],
};

test('a year shows the months that are counted, every area, and adds up only what is told', () => {
  assert.deepEqual(tableOf(released, '2026'), {
    months: ['2026-01', '2026-02'],
    rows: [{ area: 'Nord', figures: [15, null], atLeast: 15 }, { area: 'Sud', figures: [null, 10], atLeast: 10 }],
    columns: [15, 10],
    atLeast: 25,
  });
  assert.equal(tableOf(released, '2025').months.length, 12);
});

test('years come newest first, also one in which nothing is told', () => {
  assert.deepEqual(yearsOf(released), ['2026', '2025']);
  assert.deepEqual(yearsOf({ ...released, before: '2027-01', cells: [] }), ['2026']);
});
