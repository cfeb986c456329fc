import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BESIDE, decodeEventTile, EventTileError } from '../../main/web/map/event-tile.js';
import { eachInSpan } from '../../main/web/map/event-window.js';
import { cellTile, rawTile } from './event-tile-bytes.js';

const DAY = 86_400;
const shares = (tile, from, to, since = -Infinity) => {
  const found = [];
  eachInSpan(tile, { from, to }, since, (i, share) => found.push([i, share]));
  return found;
};
const rowsIn = (...args) => shares(...args).map(([i]) => i);

test('single events are read with their times, durations, places, categories and severities', () => {
  const tile = decodeEventTile(rawTile([
    { x: 0, y: 4095, c: 1 }, { t: 5, d: 300, x: 65, y: 64, c: 0, s: 5 }, { t: 70_000, x: 4095, y: 0, c: 2, s: 3 }],
  { codes: ['', 'BATTLES', 'Überfall'], untimed: 1, base: 1_000 }));
  assert.deepEqual([...tile.times], [0, 5, 70_000]);
  assert.deepEqual([...tile.durations], [0, 300, 0]);
  assert.deepEqual(tile.codes, ['', 'BATTLES', 'Überfall']);
  assert.deepEqual([...tile.categories], [1, 0, 2]);
  assert.deepEqual([...tile.severities], [0, 5, 3]);
  assert.deepEqual([...tile.bins], [63 * 64, 64 + 1, 63]);
  assert.deepEqual([tile.isRaw, tile.untimed, tile.base, tile.longest, tile.binsWide], [true, 1, 1_000, 300, 1]);
});

test('an event beside the tile is left to the tile beside', () => {
  const tile = decodeEventTile(rawTile([{ x: -1, y: 5 }, { x: 5, y: 4096 }, { x: 4095, y: 0 }], { total: 1 }));
  assert.deepEqual([...tile.bins], [BESIDE, BESIDE, 63]);
});

test('counts by cell and step are read, whatever the size of the cells', () => {
  const rows = [{ t: 0, row: 1, column: 2, n: 300 }, { t: 0, row: 3, column: 0 }, { t: 2, row: 0, column: 1, c: 1, s: 4 }];
  const fine = decodeEventTile(cellTile(rows));
  assert.deepEqual([...fine.bins], [64 + 2, 3 * 64, 1]);
  assert.deepEqual([...fine.counts], [300, 1, 1]);
  assert.deepEqual([...fine.times], [0, 0, 2]);
  const coarse = decodeEventTile(cellTile(rows, { cell: 256 }));
  assert.equal(coarse.binsWide, 4);
  assert.deepEqual([...coarse.bins], [4 * 64 + 8, 12 * 64, 4]);
});

test('a tile without rows is a tile', () => {
  assert.equal(decodeEventTile(rawTile([], { codes: [] })).n, 0);
});

test('what is not whole, or of another version, is refused and not guessed at', () => {
  const good = new Uint8Array(rawTile([{ t: 5, x: 1, y: 1 }, { t: 300, x: 2, y: 2, c: 1 }]));
  decodeEventTile(good.slice().buffer);
  for (let length = 0; length < good.length; length++) {
    assert.throws(() => decodeEventTile(good.slice(0, length).buffer), EventTileError, `cut to ${length}`);
  }
  assert.throws(() => decodeEventTile(Uint8Array.from([...good, 0]).buffer), /left over/);
  assert.throws(() => decodeEventTile(rawTile([], { version: 2 })), /version 2, expected 1/);
  assert.throws(() => decodeEventTile(rawTile([{ c: 7 }])), /category/);
  assert.throws(() => decodeEventTile(rawTile([], { kind: 2 })), /kind 2/);
  assert.throws(() => decodeEventTile(cellTile([], { cell: 32 })), /cells of 32/);
  assert.throws(() => decodeEventTile(cellTile([], { cell: 96 })), /cells of 96/);
  assert.throws(() => decodeEventTile(cellTile([{ row: 64 }])), /cell 4096/);
  assert.throws(() => decodeEventTile(cellTile([{ n: 0 }])), /count of 0/);
  assert.throws(() => decodeEventTile(rawTile([{ t: 3 }], { untimed: 1 })), /untimed/);
  assert.throws(() => decodeEventTile(rawTile([], { unit: 0 })), /head/);
});

test('changed bytes never do more than be refused', () => {
  const good = new Uint8Array(cellTile([{ t: 1, n: 200 }, { t: 4, row: 9, c: 1, s: 2 }]));
  let random = 42;
  for (let round = 0; round < 2_000; round++) {
    const bytes = good.slice();
    random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[random % bytes.length] = (random >> 8) & 255;
    try {
      decodeEventTile(bytes.buffer);
    } catch (error) {
      assert.ok(error instanceof EventTileError, `round ${round}: ${error}`);
    }
  }
});

test('the rows of a period are those that began in it or still went on, and no others are touched', () => {
  const tile = decodeEventTile(rawTile([
    {}, { t: 10, d: 1000 }, { t: 99 }, { t: 100 }, { t: 150, d: 2 }, { t: 199 }, { t: 200 }], { unit: 60, untimed: 1 }));
  assert.deepEqual(rowsIn(tile, 100 * 60, 200 * 60), [0, 1, 3, 4, 5]);
  assert.deepEqual(rowsIn(tile, 5_000 * 60, 6_000 * 60), [0]);
  assert.deepEqual(rowsIn(tile, 0, 10 * 60), [0]);
});

test('of a step of time the share counts that lies in the period', () => {
  const tile = decodeEventTile(cellTile([{ t: 0, n: 7 }, { t: 1, n: 7 }, { t: 2, n: 7 }], { unit: 7 * DAY }));
  assert.deepEqual(shares(tile, 7 * DAY, 14 * DAY), [[1, 1]]);
  const found = shares(tile, 6 * DAY, 15 * DAY);
  assert.deepEqual(found.map(([i]) => i), [0, 1, 2]);
  assert.deepEqual(found.map(([, share]) => Math.round(share * 7)), [1, 7, 1]);
  assert.deepEqual(shares(tile, 8 * DAY, 9 * DAY).map(([i, share]) => [i, Math.round(share * 7)]), [[1, 1]]);
});

test('what the block of time before has already is not told twice', () => {
  const tile = decodeEventTile(rawTile([{}, { t: 90, d: 50 }, { t: 120 }], { unit: 60, untimed: 1 }));
  assert.deepEqual(rowsIn(tile, 0, 1_000 * 60), [0, 1, 2]);
  assert.deepEqual(rowsIn(tile, 0, 1_000 * 60, 100 * 60), [2]);
});
