import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodTest } from '../../main/web/map/period-test.js';
import { composeShapes, tilesOf, wholeOf } from '../../main/web/map/shape-scene.js';
import { cellDegrees, linesWithin, readShapeTile } from '../../main/web/map/shape-tile.js';

const seconds = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;
const patrol = { name: 'patrol', time: 'event', geometry: 'line', symbol: { property: 'result', marks: {}, other: {} } };
const feature = (type, lines, properties) => ({ type, properties, loadGeometry: () => lines.map((line) => line.map(([x, y]) => ({ x, y }))) });
const line = (points, id = 'a') => feature(2, [points], { id, title: 'Patrol', result: 'PARTIAL', start: 5, end: 9 });
const tile = (coords, features) => readShapeTile(patrol, coords, { extent: 4096, features });
const lengthOf = (lines) => lines.reduce((sum, points) => sum + points.slice(1).reduce((s, [x, y], i) => s + Math.hypot(x - points[i][0], y - points[i][1]), 0), 0);

test('an event is of the days it touches, and an event without an end of the day it starts', () => {
  const isIn = periodTest(patrol, { start: '2026-02-01', end: '2026-02-28' });
  assert.ok(isIn(seconds('2026-02-28') + 86_399, null));
  assert.ok(!isIn(seconds('2026-03-01'), null));
  assert.ok(!isIn(seconds('2026-01-31'), null));
  assert.ok(isIn(seconds('2026-01-20'), seconds('2026-02-01') + 1));
  assert.ok(!isIn(seconds('2026-01-20'), seconds('2026-02-01')), 'an end is the first moment outside');
});

test('a state without an end holds until further notice, one without a start since ever', () => {
  const isIn = periodTest({ ...patrol, time: 'state' }, { start: '2026-02-01', end: '2026-02-28' });
  assert.ok(isIn(seconds('2024-01-01'), null));
  assert.ok(isIn(null, null));
  assert.ok(!isIn(seconds('2026-03-01'), null));
  assert.ok(!isIn(null, seconds('2026-02-01')));
  assert.ok(periodTest({ ...patrol, time: 'none' }, { start: '2026-02-01', end: '2026-02-28' })(seconds('2020-01-01'), seconds('2020-01-02')));
});

test('a tile says what the map needs, in fractions of the world', () => {
  const { shapes, spots, crowds, box } = tile({ z: 2, x: 1, y: 2 }, [line([[0, 0], [2048, 4096]]), feature(1, [[[1024, 1024]]], { id: 'p', severity: 3, start: 7 })]);
  assert.deepEqual(box, [0.25, 0.5, 0.5, 0.75]);
  assert.deepEqual({ ...shapes[0], paths: 0 }, { id: 'a', title: 'Patrol', group: 'PARTIAL', start: 5, end: 9, isArea: false, paths: 0 });
  assert.deepEqual([...shapes[0].paths[0].points], [0.25, 0.5, 0.375, 0.75]);
  assert.deepEqual([spots[0].x, spots[0].y, spots[0].severity, spots[0].group, spots[0].end], [0.3125, 0.5625, 3, '', null]);
  assert.equal(crowds, null);
  assert.deepEqual(tile({ z: 0, x: 0, y: 0 }, [feature(1, [[[2048, 2048]]], { count: 70 })]).crowds, [{ x: 0.5, y: 0.5, n: 70 }]);
  assert.equal(cellDegrees(box), 360 / 4 / 64);
});

test('the edges along which a tile cuts an area are not drawn', () => {
  const [whole] = tile({ z: 3, x: 2, y: 2 }, [feature(3, [[[-128, -128], [4224, -128], [4224, 4224], [-128, 4224], [-128, -128]]], { id: 'a' })]).shapes;
  assert.deepEqual(linesWithin(whole.paths[0]), []);
  const [part] = tile({ z: 0, x: 0, y: 0 }, [feature(3, [[[2048, -128], [4224, -128], [4224, 4224], [2048, 4224], [2048, -128]]], { id: 'a' })]).shapes;
  assert.deepEqual(linesWithin(part.paths[0]), [[[0.5, 1], [0.5, 0]]]);
});

test('what neighbouring tiles have of a track is the track, nothing twice and nothing missing', () => {
  const seed = Number(process.env.VIGIE_SEED ?? Date.now() % 1e9);
  let state = seed;
  const random = () => { state = (state * 1_103_515_245 + 12_345) % 2 ** 31; return state / 2 ** 31; };
  for (let round = 0; round < 200; round++) {
    const points = Array.from({ length: 2 + Math.floor(random() * 12) }, () => [Math.floor(random() * 8192), Math.floor(random() * 8192)]);
    const parts = [0, 1].flatMap((y) => [0, 1].map((x) => tile({ z: 1, x, y }, [line(points.map(([px, py]) => [px - 4096 * x, py - 4096 * y]))])));
    const found = lengthOf(parts.flatMap(({ shapes }) => shapes[0].paths.flatMap(linesWithin)));
    const expected = lengthOf([points.map(([x, y]) => [x / 8192, y / 8192])]);
    assert.ok(Math.abs(found - expected) < 1e-9, `seed ${seed}, round ${round}: ${found} for ${expected}`);
  }
});

const frame = { box: [0.05, 0.05, 0.95, 0.45], zoom: 1.2 };
const held = (...tiles) => tiles.map((each) => ({ tile: each, since: -Infinity }));

test('a feature that two tiles have a part of is one feature', () => {
  const tiles = { '0/0': tile({ z: 1, x: 0, y: 0 }, [line([[4000, 10], [4224, 10]])]), '1/0': tile({ z: 1, x: 1, y: 0 }, [line([[-128, 10], [90, 10]]), line([[5, 5], [9, 9]], 'b')]) };
  const { sheets } = composeShapes(frame, patrol, ({ z, x, y }) => (z === 1 ? held(tiles[`${x}/${y}`]) : null));
  assert.deepEqual(sheets.map(({ box }) => box), [[0, 0, 0.5, 0.5], [0.5, 0, 1, 0.5]]);
  const whole = wholeOf(sheets[0].shapes[0], sheets);
  assert.equal(whole.paths.length, 2);
  assert.ok(Math.abs(lengthOf(whole.paths.flatMap(linesWithin)) - 186 / 8192) < 1e-12);
});

test('what lies in two blocks of time is there once', () => {
  const twice = [line([[10, 10], [20, 20]])];
  const { sheets } = composeShapes(frame, patrol, ({ z, x }) => (z === 1 && x === 0 ? held(tile({ z, x, y: 0 }, twice), tile({ z, x, y: 0 }, [...twice, line([[1, 1], [2, 2]], 'b')])) : null));
  assert.deepEqual(sheets[0].shapes.map(({ id }) => id), ['a', 'b']);
});

test('a coarser tile stands in for one that has not come, only where that is missing', () => {
  const coarse = tile({ z: 0, x: 0, y: 0 }, [line([[0, 0], [4096, 4096]])]);
  const { sheets } = composeShapes(frame, patrol, ({ z, x }) => (z === 0 ? held(coarse) : z === 1 && x === 0 ? held(tile({ z, x, y: 0 }, [])) : null));
  assert.deepEqual(sheets.map(({ box, shapes }) => [box, shapes.length]), [[[0, 0, 0.5, 0.5], 0], [[0.5, 0, 1, 0.5], 1]]);
});

test('a view that was panned round the world shows the tiles of the world it is in', () => {
  assert.deepEqual(tilesOf([1.05, 0.05, 1.45, 0.45], 1), [{ z: 1, x: 2, y: 0 }]);
  const { sheets } = composeShapes({ box: [1.05, 0.05, 1.45, 0.45], zoom: 1 }, patrol, () => held(tile({ z: 1, x: 0, y: 0 }, [line([[0, 0], [9, 9]])])));
  assert.deepEqual([sheets[0].shift, sheets[0].box], [1, [1, 0, 1.5, 0.5]]);
});
