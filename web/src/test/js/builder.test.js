import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from '../../main/web/core/store.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { describe } from '../../main/web/query/describe.js';
import { describeQuery, fileAddress } from '../../main/web/query/file.js';
import { offsetOf } from '../../main/web/query/offset.js';
import { complete, OPERATORS, queryable, queryables, rowFor } from '../../main/web/query/queryables.js';
import { fewer } from '../../main/web/query/simpler.js';
import { writeCql } from '../../main/web/query/write.js';
import { keepUndo } from '../../main/web/query/undo.js';
import { incident } from './layer.js';

test('every property that can be asked for has operators, and a row that is not filled in is not written', () => {
  const { every, own } = queryables(incident);
  assert.ok(own.length > 0 && every.length > 0);
  for (const of of [...every, ...own]) {
    assert.ok(OPERATORS[of.kind].length > 0, of.name);
    const first = rowFor(OPERATORS[of.kind][0], of);
    assert.equal(writeCql(complete({ op: 'all', parts: [first] })), first.op === 'is' ? `${of.name} = TRUE` : '', of.name);
  }
});

test('what kind of values a row has survives another operator where it fits', () => {
  const of = { name: 'killed_best', title: 'Killed', kind: 'number', choices: [], isOpen: false };
  const between = rowFor('between', of, { op: 'least', property: 'killed_best', value: 3 });
  assert.equal(between.low, 3);
  assert.equal(rowFor('most', of, { ...between, high: 9 }).value, 3);
  const text = { ...of, name: 'title', kind: 'text' };
  assert.deepEqual(rowFor('not-in', text, { op: 'contains', property: 'title', value: 'a' }).values, ['a']);
});

test('a condition is said in words', () => {
  assert.match(describe({ op: 'hours', from: '18:00', to: '06:00', offset: '+01:00' }, null, []), /18:00–06:00.*\+01:00/);
  assert.match(describe({ op: 'inside', area: 'circle:1,2,25000' }, null, []), /25 km/);
  const either = { op: 'any', parts: [{ op: 'least', property: 'killed_best', value: 2 }, { op: 'days', days: [1, 6], offset: '+00:00' }] };
  assert.match(describe(either, incident, []), /≥ 2.*Mon, Sat/);
  assert.match(describe({ op: 'any', parts: [...either.parts, either] }, incident, []), /3/);
});

test('a file is asked for with the query of the picture and says it in words', () => {
  const state = { ...initialState, catalog: [incident], cql: { '*': 'radius_m <= 500', incident: 'severity >= 2' }, period: { start: '2026-01-01', end: '2026-01-31' } };
  const query = { layer: 'incident', datetime: '2026-01-01/2026-01-31', filter: '(severity >= 2)', 'as-known-at': null, area: 'circle:1,2,300' };
  const said = describeQuery(state, query);
  assert.match(said, /500/);
  const address = new URL(fileAddress(query, 'csv', said), 'http://x');
  assert.equal(address.searchParams.get('title'), said);
  assert.equal(address.searchParams.get('standing'), 'yes');
  assert.equal(address.searchParams.get('area'), 'circle:1,2,300');
  assert.equal(address.searchParams.get('as-known-at'), null);
});

test('a road keeps its ends and its bends with few positions', () => {
  const road = Array.from({ length: 500 }, (_, i) => [i / 100, i < 250 ? i / 100 : (500 - i) / 100]);
  const few = fewer(road, 10);
  assert.equal(few.length <= 10, true);
  assert.deepEqual([few[0], few.at(-1)], [road[0], road.at(-1)]);
  assert.ok(few.some(([lon]) => Math.abs(lon - 2.5) < 0.05), 'the bend');
  assert.deepEqual(fewer(road.slice(0, 2), 10), road.slice(0, 2));
});

test('mission time is at first that of the longitude', () => {
  assert.equal(offsetOf([14, 2, 28, 11]), '+01:00');
  assert.equal(offsetOf([-24, -14, -18, -8]), '-01:00');
  assert.equal(offsetOf([-75, 18, -71, 20]), '-05:00');
  assert.equal(offsetOf([170, -20, -170, 0]), '+12:00');
});

test('the last changes of the query are taken back one by one', () => {
  const store = createStore(reduce, { ...initialState, catalog: [incident] });
  const past = keepUndo(store, () => {});
  assert.equal(past.can(), false);
  store.dispatch({ type: 'cql/set', layer: 'incident', text: 'severity >= 2' });
  store.dispatch({ type: 'text/set', text: 'market' });
  store.dispatch({ type: 'filters/cleared' });
  past.undo();
  assert.equal(store.state.text, 'market');
  past.undo();
  past.undo();
  assert.deepEqual(store.state.cql, {});
  assert.equal(past.can(), false);
});
