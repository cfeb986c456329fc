import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { continuous, isCut, wrapped } from '../../main/web/tools/outline/antimeridian.js';
import { overlays } from '../../main/web/tools/outline/overlay.js';
import { boxOfParts, cornerCount, flatArea, fromGeometry, holeCount, inserted, inside, moved, removed, toGeometry, withoutRing } from '../../main/web/tools/outline/parts.js';
import { splitAlong } from '../../main/web/tools/outline/split.js';
import { wrongs } from '../../main/web/tools/outline/validity.js';

const require = createRequire(new URL('../../../target/npm/', import.meta.url));
const { joined, without } = overlays(require('polyclip-ts'));
const square = /** @type {[number, number][]} */ ([[0, 0], [4, 0], [4, 4], [0, 4]]);
const hole = /** @type {[number, number][]} */ ([[1, 1], [3, 1], [3, 3], [1, 3]]);
const holed = [[square, hole]];
const beside = [[/** @type {[number, number][]} */ ([[6, 0], [8, 0], [8, 4], [6, 4]])]];
const close = (a, b, what) => assert.ok(Math.abs(a - b) < 1e-4 * Math.max(1, Math.abs(b)), `${what}: ${a} for ${b}`);

/** Runs a promise for many areas; the seed is told when one does not hold. */
function forMany(check, from = 0) {
  const first = Number(process.env.SEED ?? Date.now() % 1_000_000);
  for (let seed = first; seed < first + (process.env.SEED ? 1 : 120); seed++) {
    try {
      check(areaOf(dice(seed + from)), dice(seed + 77));
    } catch (error) {
      error.message = `SEED=${seed}: ${error.message}`;
      throw error;
    }
  }
}

/** Mulberry32. */
function dice(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const star = (roll, [x, y], size) => {
  const n = 7 + Math.floor(roll() * 12);
  return Array.from({ length: n }, (_, i) => {
    const [angle, r] = [(2 * Math.PI * i) / n, size * (0.6 + 0.4 * roll())];
    return [Number((x + r * Math.cos(angle)).toFixed(6)), Number((y + r * Math.sin(angle)).toFixed(6))];
  });
};

/** Two parts side by side, one with up to two holes. */
function areaOf(roll) {
  const holes = Math.floor(roll() * 3);
  return [
    [star(roll, [20, 5], 2), ...Array.from({ length: holes }, (_, i) => star(roll, [19.5 + i, 5], 0.4))],
    ...(roll() < 0.5 ? [[star(roll, [25, 5], 1.5)]] : []),
  ];
}

const lineAcross = (roll) => [17, 19 + 2 * roll(), 21 + 2 * roll(), 28].map((lon) => [lon, 4.6 + 0.8 * roll()]);

test('corners of every part and hole are moved, added and removed; three always stay', () => {
  const at = { part: 0, ring: 1, corner: 2 };
  assert.deepEqual(moved(holed, at, [2.5, 2.5])[0][1][2], [2.5, 2.5]);
  assert.deepEqual(moved(holed, at, [2.5, 2.5])[0][0], square);
  assert.equal(inserted(holed, at, [3.2, 2])[0][1].length, 5);
  assert.equal(removed(removed(holed, at), at)[0][1].length, 3);
  assert.deepEqual(withoutRing(holed, at), [[square]]);
  assert.deepEqual(withoutRing([...holed, ...beside], { part: 0, ring: 0, corner: 0 }), beside, 'a part goes with its holes');
});

test('an area goes to GeoJSON and back with its parts and holes', () => {
  const area = [...holed, ...beside];
  const geometry = toGeometry(area);
  assert.equal(geometry.type, 'MultiPolygon');
  const back = fromGeometry(geometry);
  assert.equal(holeCount(back), 1);
  assert.equal(flatArea(back), 16 - 4 + 8);
  assert.equal(toGeometry(holed).type, 'Polygon');
  assert.equal(fromGeometry({ type: 'Point', coordinates: [0, 0] }), null);
});

test('what cannot be saved is told with the reason and the place', () => {
  assert.deepEqual(wrongs([...holed, ...beside]), []);
  assert.deepEqual(wrongs([[[[0, 0], [2, 2], [2, 0], [0, 2]]]]), [{ reason: 'crosses', at: [1, 1] }]);
  assert.equal(wrongs([[[[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]]]])[0].reason, 'crosses', 'a corner on a side of its own ring');
  assert.equal(wrongs([[[[0, 0], [4, 0], [2, 0], [2, 3]]]])[0].reason, 'crosses', 'a spike');
  assert.equal(wrongs([[square, [[9, 9], [10, 9], [10, 10]]]])[0].reason, 'outside');
  assert.equal(wrongs([[square, [[3, 1], [5, 1], [5, 3]]]])[0].reason, 'crosses');
  assert.equal(wrongs([[square], [hole]])[0].reason, 'overlap');
  assert.deepEqual(wrongs([...holed, [[[1.5, 1.5], [2, 1.5], [2, 2]]]]), [], 'an island in a hole');
  assert.deepEqual(wrongs([[square], [[[4, 4], [6, 4], [6, 6]]]]), [], 'parts that touch with a corner');
  assert.equal(wrongs([[square], [[[4, 0], [6, 0], [6, 4], [4, 4]]]])[0].reason, 'crosses', 'parts that share a side are one part');
  assert.equal(wrongs([[[[0, 0], [1, 1], [1, 1]]]])[0].reason, 'few');
});

test('a line through a hole gives two pieces without a hole; one that ends inside gives none', () => {
  const halves = splitAlong(holed, [[-1, 2], [5, 2]]);
  assert.equal(halves.length, 2);
  assert.equal(holeCount(halves), 0);
  assert.deepEqual(halves.map((piece) => flatArea([piece])), [6, 6]);
  assert.equal(splitAlong(holed, [[-1, 2], [0.5, 2]]).length, 1);
  assert.equal(splitAlong(holed, [[-1, 0.5], [5, 0.5]]).find((piece) => piece.length === 2)?.length, 2, 'a hole beside the line stays');
});

test('a line from corner to corner, or along a side, cuts as one would expect', () => {
  assert.equal(splitAlong([[square]], [[0, 0], [4, 4]]).length, 2);
  assert.equal(splitAlong([[square]], [[0, 0], [4, 0]]).length, 1);
  assert.equal(splitAlong([[square]], [[0, 0], [2, 0], [2, 4]]).length, 2);
  assert.equal(splitAlong([[square]], [[-1, 1], [3, 1], [3, -1]]).length, 2, 'a corner is cut off');
});

test('pieces add up, are valid, and joined again are the area, whatever is cut', () => {
  forMany((area, roll) => {
    const pieces = splitAlong(area, lineAcross(roll));
    assert.ok(pieces.length > area.length, 'the line cuts');
    pieces.forEach((piece) => assert.deepEqual(wrongs([piece]), []));
    close(pieces.reduce((sum, piece) => sum + flatArea([piece]), 0), flatArea(area), 'sum of the pieces');
    const whole = joined(...pieces.map((piece) => [piece]));
    close(flatArea(whole), flatArea(area), 'joined again');
    assert.equal(holeCount(whole.filter((part) => flatArea([part]) > 1e-3)), holeCount(area), 'holes');
    close(flatArea(without(area, whole)), 0, 'what was lost');
  });
});

test('what is cut out and what is left add up to the area', () => {
  forMany((area, roll) => {
    const cut = [[star(roll, [19 + 2 * roll(), 5], 1)]];
    const left = without(area, cut);
    close(flatArea(left) + flatArea(without(area, left)), flatArea(area), 'sum');
    assert.deepEqual(wrongs(left), []);
    close(flatArea(joined(area, cut)), flatArea(left) + flatArea(cut), 'joined');
  }, 1_000);
});

test('an area across the 180th meridian is cut there to be sent and whole again to be drawn', () => {
  forMany((area) => {
    const across = area.map((part) => part.map((ring) => ring.map(([lon, lat]) => [Number((lon + 159.5).toFixed(6)), lat])));
    const sent = wrapped(across);
    const box = boxOfParts(sent);
    assert.ok(box.west >= -180 && box.east <= 180 && isCut(sent));
    assert.deepEqual(wrongs(sent), []);
    close(flatArea(sent), flatArea(across), 'cut');
    const whole = continuous(sent, { joined, without });
    close(flatArea(whole), flatArea(across), 'whole again');
    assert.equal(holeCount(whole), holeCount(across));
    assert.equal(whole.length, across.length);
  }, 2_000);
  assert.deepEqual(wrapped([[[[539, 0], [540, 0], [540, 1]]]]), [[[[179, 0], [180, 0], [180, 1]]]], 'a map that was turned around the world');
  assert.deepEqual(wrapped(holed), holed);
});

test('inside is not in a hole', () => {
  assert.equal(inside([0.5, 0.5], holed), true);
  assert.equal(inside([2, 2], holed), false);
  assert.equal(cornerCount(holed), 8);
});

test('a border of thousands of corners is looked at while it is dragged', () => {
  const many = [[Array.from({ length: 4_000 }, (_, i) => [20 + Math.cos((Math.PI * i) / 2_000), 5 + Math.sin((Math.PI * i) / 2_000)])]];
  assert.deepEqual(wrongs(many), []);
});
