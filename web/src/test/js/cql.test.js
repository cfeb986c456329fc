import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCql } from '../../main/web/query/read.js';
import { rowsOf, withNode, added } from '../../main/web/query/tree.js';
import { writeCql } from '../../main/web/query/write.js';

const seed = Number(process.env.VIGIE_SEED ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);

/** A small generator of numbers, so that a failure can be repeated. */
function randomOf(start) {
  let state = start >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const TEXTS = ["O'Neil", '100%_', 'back\\slash', '', 'AND', "' OR TRUE", 'سوق', 'naïve 🚧', '(', "a''b", 'x"y'];
const NAMES = ['type', 'killed_best', 'AND', 'with space', 'flags', 'date', 'quo"te', 'Ünit'];
const ZONES = ['+01:00', '-03:30', '+00:00', 'Asia/Beirut', 'America/Argentina/Buenos_Aires'];

function generator(random) {
  const one = (/** @type {any[]} */ list) => list[random(list.length)];
  const property = () => one(NAMES);
  const values = () => Array.from({ length: 1 + random(3) }, () => one(TEXTS));
  const number = () => (random(2) ? random(100) - 50 : (random(1000) - 500) / 8);
  const hour = () => `${String(random(24)).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}`;
  const rows = [
    () => ({ op: one(['in', 'not-in', 'has', 'has-none']), property: property(), values: values() }),
    () => ({ op: one(['contains', 'lacks']), property: property(), value: one(TEXTS.filter((text) => text !== '')) }),
    () => ({ op: 'is', property: property(), value: random(2) === 0 }),
    () => ({ op: one(['equals', 'least', 'most']), property: property(), value: number() }),
    () => ({ op: 'between', property: property(), low: number(), high: number() }),
    () => ({ op: one(['since', 'before']), property: property(), ...one([{ type: 'DATE', value: '2026-03-01' }, { type: 'TIMESTAMP', value: '2026-03-01T04:05:06Z' }]) }),
    () => ({ op: one(['empty', 'filled']), property: property() }),
    () => ({ op: one(['inside', 'outside']), area: one(['circle:20.5,-4.25,2500', 'feature:admin-area/0b-1', 'polygon:1,2,3,4,5,6']) }),
    () => ({ op: 'hours', from: hour(), to: hour(), zone: one(ZONES) }),
    () => ({ op: 'days', days: [...new Set([1 + random(7), 1 + random(7)])].sort(), zone: one(ZONES) }),
    () => ({ op: 'expert', text: one(["title LIKE 'n_%'", 'NOT (killed_best > 2)', 'T_AFTER(valid_from, DATE(\'2026-01-01\'))', 'year(valid_from) = 2026', 'S_WITHIN(geom, BBOX(1, 2, 3, 4))', "killed_best + 2 > 3"]) }),
  ];
  const node = (/** @type {number} */ depth, /** @type {string} */ within) => {
    if (depth === 0 || random(3) > 0) {
      return one(rows)();
    }
    return group(depth - 1, within === 'all' ? 'any' : 'all');
  };
  const group = (/** @type {number} */ depth, /** @type {string} */ op) => ({ op, parts: Array.from({ length: 2 + random(3) }, () => node(depth, op)) });
  return () => group(3, one(['all', 'any']));
}

test('every tree of the builder is read back from its text as it was', () => {
  const next = generator(randomOf(seed));
  for (let i = 0; i < 2000; i++) {
    const tree = next();
    assert.deepEqual(readCql(writeCql(tree)), tree, `seed ${seed}, tree ${i}: ${writeCql(tree)}`);
  }
});

test('a text that was read and written means what it did: written again it is the same', () => {
  const next = generator(randomOf(seed + 1));
  for (let i = 0; i < 500; i++) {
    const text = writeCql(next());
    const roomy = text.replaceAll(' AND ', '\n  and ').replaceAll(' IN ', '  in ');
    assert.equal(writeCql(readCql(text)), text);
    assert.equal(readCql(roomy).op, readCql(text).op, `seed ${seed}: ${roomy}`);
  }
});

test('text typed by hand becomes rows, in whatever case and with whatever parentheses', () => {
  assert.deepEqual(readCql("type = 'BATTLES' and (killed_best >= 3)"), { op: 'all', parts: [
    { op: 'in', property: 'type', values: ['BATTLES'] }, { op: 'least', property: 'killed_best', value: 3 }] });
  assert.deepEqual(readCql("killed_best between 1 and 4 or title is not null"), { op: 'any', parts: [
    { op: 'between', property: 'killed_best', low: 1, high: 4 }, { op: 'filled', property: 'title' }] });
  assert.deepEqual(readCql("(type NOT IN ('A') OR type IS NULL)").parts.map((part) => part.op), ['expert', 'empty']);
  assert.deepEqual(readCql("((type is null or not type in ('A')))").parts, [{ op: 'not-in', property: 'type', values: ['A'] }]);
});

test('what the builder has no row for is kept letter for letter', () => {
  const strange = "type = 'A' AND  T_DURING( valid_from ,INTERVAL('2026-01-01','..') )  AND severity >= 2";
  const tree = readCql(strange);
  assert.deepEqual(rowsOf(tree).map((row) => row.op), ['in', 'expert', 'least']);
  assert.equal(tree.parts[1].text, "T_DURING( valid_from ,INTERVAL('2026-01-01','..') )");
  const without = withNode(tree, [0], null);
  assert.equal(writeCql(without), "T_DURING( valid_from ,INTERVAL('2026-01-01','..') ) AND severity >= 2");
});

test('what is no CQL2 is one expert condition and breaks nothing', () => {
  for (const text of ["title = 'unfinished", '(((', 'a AND', 'AND', ')(', '§', 'x = = 2', "IN ('A')", 'BETWEEN', '()']) {
    const tree = readCql(text);
    assert.ok(rowsOf(tree).some((row) => row.op === 'expert'), text);
    assert.doesNotThrow(() => writeCql(tree));
  }
  assert.deepEqual(readCql('  '), { op: 'all', parts: [] });
});

test('nights go over midnight and hours of the day do not', () => {
  const night = { op: 'hours', from: '18:00', to: '06:00', zone: '+01:00' };
  assert.equal(writeCql(night), "(timeOfDay(valid_from, time_precision, '+01:00') >= '18:00' OR timeOfDay(valid_from, time_precision, '+01:00') < '06:00')");
  assert.match(writeCql({ ...night, from: '06:00', to: '18:00' }), / AND /);
  assert.equal(rowsOf(readCql(writeCql(night).replace(' OR ', ' AND '))).every((row) => row.op === 'expert'), true);
});

test('rows are added to a group and taken out of it, and an empty group goes', () => {
  const row = { op: 'empty', property: 'a' };
  const tree = { op: 'all', parts: [row, { op: 'any', parts: [row] }] };
  assert.equal(added(tree, [1], row).parts[1].parts.length, 2);
  assert.deepEqual(withNode(tree, [1, 0], null), { op: 'all', parts: [row] });
  assert.deepEqual(withNode(withNode(tree, [1], null), [0], null), { op: 'all', parts: [] });
});
