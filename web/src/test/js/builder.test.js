import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { areaText, readArea } from '../../main/web/core/area.js';
import { createStore } from '../../main/web/core/store.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { describe } from '../../main/web/query/describe.js';
import { describeQuery, fileAddress } from '../../main/web/query/file.js';
import { complete, OPERATORS, queryable, queryables, rowFor } from '../../main/web/query/queryables.js';
import { choicesOf } from '../../main/web/query/place-choices.js';
import { readCql } from '../../main/web/query/read.js';
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
  assert.match(describe({ op: 'hours', from: '18:00', to: '06:00', zone: '+01:00' }, null, [], {}), /18:00–06:00.*\+01:00/);
  assert.match(describe({ op: 'inside', area: 'circle:1,2,25000' }, null, [], {}), /25 km/);
  const either = { op: 'any', parts: [{ op: 'least', property: 'killed_best', value: 2 }, { op: 'days', days: [1, 6], zone: 'Europe/Athens' }] };
  assert.match(describe(either, incident, [], {}), /≥ 2.*Mon, Sat \(Athens\)/);
  assert.match(describe({ op: 'any', parts: [...either.parts, either] }, incident, [], {}), /3/);
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

test('stretches of one road are one choice by its name, villages of one name are two', () => {
  const line = (id, name) => ({ id, geometry: { type: 'LineString', coordinates: [[1, 2], [3, 4]] }, properties: { name } });
  const roads = choicesOf({ name: 'road', titleProperty: 'name' }, [line('a', 'RN 2'), line('b', 'RN 2'), line('c', 'RN 21')]);
  assert.deepEqual(roads.map(({ name, stretches, kind }) => [name, stretches, kind]), [['RN 2', 2, 'line'], ['RN 21', 1, 'line']]);
  const village = (id) => ({ id, geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name: 'Bir' } });
  assert.deepEqual(choicesOf({ name: 'place', titleProperty: 'name' }, [village('a'), village('b'), { ...village('c'), geometry: null }]).map(({ name }) => name), ['a', 'b']);
});

test('what is near a thing on record is said with its name, and comes back from text and address', () => {
  const near = 'near:road/RN 2, nord,2000';
  assert.deepEqual(readArea(near), { kind: 'near', layer: 'road', name: 'RN 2, nord', metres: 2000 });
  assert.equal(areaText(readArea(near)), near);
  assert.equal(readArea('near:road/RN 2'), null);
  assert.match(describe({ op: 'inside', area: near }, null, [], {}), /^within 2 km of RN 2, nord$/);
  const id = '0b5e0000-0000-4000-8000-000000000001';
  assert.match(describe({ op: 'outside', area: `feature:hotspot/${id}` }, null, [{ name: 'hotspot', title: 'Hotspots' }], {}), /^not in a record of Hotspots$/);
  assert.match(describe({ op: 'inside', area: `near:base/${id},10000` }, null, [], { [`base/${id}`]: 'TOB Kanda' }), /^within 10 km of TOB Kanda$/);
  const text = writeCql({ op: 'all', parts: [{ op: 'inside', area: "near:road/Route de l'Est,500" }] });
  assert.deepEqual(readCql(text).parts, [{ op: 'inside', area: "near:road/Route de l'Est,500" }]);
  assert.equal(fromAddress(toAddress({ area: 'near:road/RN 2 & A#1 100%,2000' })).area, 'near:road/RN 2 & A#1 100%,2000');
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
