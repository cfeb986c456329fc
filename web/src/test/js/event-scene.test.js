import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeEventTile } from '../../main/web/map/event-tile.js';
import { composeScene } from '../../main/web/map/event-scene.js';
import { blocksOf } from '../../main/web/map/time-blocks.js';
import { meetsTile } from '../../main/web/live/touched.js';
import { cellTile, rawTile } from './event-tile-bytes.js';

const LAYER = { name: 'incident' };
/** A view of exactly one tile of zoom 4, or of four. */
const frame = (side = 1) => ({ zoom: 4, box: [5 / 16, 6 / 16, (5 + side - 0.01) / 16, (6 + side - 0.01) / 16] });
const scene = (tiles, view = frame()) => composeScene(view, [LAYER], (_layer, { z, x, y }) => {
  const bytes = tiles[`${z}/${x}/${y}`];
  return bytes === undefined ? null : [{ tile: bytes && decodeEventTile(bytes), since: -Infinity }];
});
/** Columns and rows of the bins that have something. */
const bins = ({ sources, columns }) => sources.flatMap(({ at }) => [...at].filter((bin) => bin >= 0).map((bin) => [bin % columns, Math.floor(bin / columns)]));

test('events of neighbouring tiles stand in the bins of one grid', () => {
  const point = rawTile([{ x: 64, y: 128 }]);
  const composed = scene({ '4/5/6': point, '4/6/6': point, '4/5/7': cellTile([{ row: 2, column: 1 }]), '4/6/7': null }, frame(2));
  assert.deepEqual([composed.columns, composed.rows], [128, 128]);
  assert.deepEqual(bins(composed), [[1, 2], [65, 2], [1, 66]]);
});

test('until a tile comes its part of the coarser one is shown and no other', () => {
  const coarser = rawTile([{ x: 2048 + 33, y: 5 }, { x: 100, y: 5 }, { x: 4000, y: 4000 }]);
  assert.deepEqual(bins(scene({ '3/2/3': coarser })), [[1, 0]]);
});

test('a cell of a coarser tile covers the bins that it covers there', () => {
  const { sources: [{ at, wide, part }] } = scene({ '3/2/3': cellTile([{ row: 1, column: 33 }]) });
  assert.deepEqual([at[0] % 64, Math.floor(at[0] / 64), wide, part], [2, 2, 2, 0.25]);
});

test('a cell larger than the whole tile covers all of it and no more', () => {
  const { sources: [{ at, wide, part }] } = scene({ '0/0/0': cellTile([{ row: 6, column: 5 }], { cell: 256 }) });
  assert.deepEqual([at[0], wide, part], [0, 64, 1 / 4096]);
});

test('until a coarser tile comes the finer ones are shown', () => {
  const finer = cellTile([{ row: 10, column: 63 }]);
  const composed = scene({ '5/10/12': finer, '5/11/13': finer });
  assert.deepEqual(bins(composed), [[31, 5], [63, 37]]);
  assert.equal(composed.sources[0].wide, 1);
});

test('a tile that is there and empty hides what the coarser one knew', () => {
  assert.deepEqual(bins(scene({ '4/5/6': null, '3/2/3': rawTile([{ x: 2100, y: 5 }]) })), []);
});

const MISSION = { start: '2024-01-01', end: '2026-12-31' };

test('a period that is a good part of the mission asks for all time', () => {
  assert.deepEqual(blocksOf({ start: '2026-01-01', end: '2026-06-30' }, MISSION), [{ datetime: null, from: -Infinity, days: 0, isNeeded: true }]);
});

test('a short period asks for a block of eight of it at least, and for the next one before it is needed', () => {
  const middle = blocksOf({ start: '2026-01-10', end: '2026-01-16' }, MISSION);
  assert.equal(middle.filter(({ isNeeded }) => isNeeded).length, 1);
  assert.equal(middle[0].days, 64);
  let crossings = 0;
  for (let day = 1; day <= 28; day++) {
    const text = String(day).padStart(2, '0');
    const blocks = blocksOf({ start: `2026-02-${text}`, end: `2026-02-${text}` }, MISSION);
    assert.ok(blocks.length <= 2 && blocks[0].days === 8);
    assert.ok(blocks.some(({ datetime, isNeeded }) => isNeeded && datetime.slice(0, 10) <= `2026-02-${text}` && `2026-02-${text}` <= datetime.slice(11)));
    crossings += blocks.length - 1;
  }
  // The day before and the day after each of four borders.
  assert.equal(crossings, 8);
});

test('a mission that grows by a day asks for the same tiles as before', () => {
  const period = { start: '2026-03-01', end: '2026-03-14' };
  assert.deepEqual(blocksOf(period, MISSION), blocksOf(period, { ...MISSION, end: '2027-01-01' }));
});

test('a change meets the tile it lies in and those above and below it', () => {
  const touched = { zoom: 10, keys: ['541/638'] };
  assert.ok(meetsTile(touched, { z: 10, x: 541, y: 638 }));
  assert.ok(meetsTile(touched, { z: 8, x: 135, y: 159 }));
  assert.ok(meetsTile(touched, { z: 11, x: 1083, y: 1276 }));
  assert.ok(!meetsTile(touched, { z: 10, x: 542, y: 638 }));
  assert.ok(!meetsTile(touched, { z: 11, x: 1084, y: 1276 }));
  assert.ok(!meetsTile(touched, { z: 8, x: 135, y: 160 }));
});

test('of a tile with coarse cells its quarters are drawn, but only when all four are there', () => {
  const coarse = cellTile([{ row: 0, column: 0 }], { cell: 256 });
  const quarter = cellTile([{ row: 4, column: 2 }]);
  const three = { '4/5/6': coarse, '5/10/12': quarter, '5/11/12': null, '5/10/13': quarter };
  assert.equal(scene(three).sources[0].wide, 4);
  const four = scene({ ...three, '5/11/13': quarter });
  assert.deepEqual(bins(four), [[1, 2], [1, 34], [33, 34]]);
  assert.ok(four.sources.every(({ wide, part }) => wide === 1 && part === 1));
});
