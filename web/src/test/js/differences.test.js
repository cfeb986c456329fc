import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { partOf } from '../../main/web/core/classification.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { boxOf, isAbsent, kindOf, laterOf, pictureB, placeOn, requestOf, squaresOf, stepFrom, stepsOf, toldOf, totalsOf } from '../../main/web/watch/differences.js';
import { following } from '../../main/web/print/sheet-store.js';

const layer = (name, more) => ({ name, title: name, group: 'events', time: 'event', geometry: 'point', properties: [], symbol: { property: null, marks: {}, other: {} }, ...more });
const catalog = [layer('incident'), layer('base', { time: 'none', group: 'reference' }), layer('patrol')];
const b = '#v1/8/4/20/t=2026-06-01..2026-06-30&l=incident,base&known=2026-06-20T00:00:00Z';
const state = { ...initialState, catalog, view: { zoom: 8.25, lat: 4, lng: 20 }, bounds: [19, 3, 21, 5], period: { start: '2026-06-01', end: '2026-06-30' }, shown: ['incident', 'base', 'patrol'], compare: { mode: 'side', b } };

const a = (more) => ({ place: [20, 4], severity: 2, ...more });
const moved = { id: 'm', what: 'changed', changes: ['place'], a: a(), b: a({ place: [20.5, 4.5] }) };
const features = { onlyA: 1, onlyB: 400, changed: 1, same: 7, differences: [{ id: 'n', what: 'b', b: a() }, moved] };
const cells = { side: 0.5, cells: [{ west: 19, south: 3, a: 4, b: 4 }, { west: 20, south: 3, a: 9, b: 2 }] };
const layers = [{ name: 'incident', a: 9, b: 408, crowded: false, features }, { name: 'patrol', a: 13, b: 6, crowded: false, cells }];

test('both pictures are asked for in one window, each with its own period, moment and filter; not the ground, nor what is on in one alone', () => {
  const body = requestOf(state);
  assert.deepEqual(body.bbox, [19, 3, 21, 5]);
  assert.equal(body.zoom, 6);
  assert.deepEqual(body.a.map(({ name }) => name), ['incident']);
  assert.deepEqual(body.b.map(({ name }) => name), ['incident']);
  assert.equal(body.a[0]['as-known-at'], undefined);
  assert.equal(body.b[0]['as-known-at'], '2026-06-20T00:00:00Z');
  assert.equal(body.a[0].datetime, body.b[0].datetime);
  assert.equal(requestOf({ ...state, shown: ['patrol'] }), null);
  assert.equal(requestOf({ ...state, bounds: null }), null);
  assert.equal(pictureB(state).known, '2026-06-20T00:00:00Z');
});

test('a difference is of the kind that weighs most, and is drawn where each picture has it', () => {
  assert.equal(kindOf({ id: 'x', what: 'a', a: a() }, 'a'), 'a');
  assert.equal(kindOf({ id: 'x', what: 'changed', changes: ['severity', 'place'], a: a(), b: a({ severity: 4 }) }, 'b'), 'worse');
  assert.equal(kindOf({ id: 'x', what: 'changed', changes: ['severity'], a: a({ severity: 4 }), b: a() }, 'a'), 'worse', 'as time goes, whichever is the later');
  assert.equal(kindOf({ id: 'x', what: 'changed', changes: ['severity'], a: a(), b: a({ severity: 1 }) }, 'b'), 'better');
  assert.equal(kindOf(moved, 'b'), 'moved');
  assert.equal(kindOf({ id: 'x', what: 'changed', changes: ['state'], a: a(), b: a() }, 'b'), 'changed');
  assert.deepEqual(placeOn(moved, 'a'), [20, 4]);
  assert.deepEqual(placeOn(moved, 'b'), [20.5, 4.5]);
  assert.deepEqual(placeOn(features.differences[0], 'a'), [20, 4], 'where the other one has it');
  assert.equal(isAbsent(features.differences[0], 'a'), true);
  assert.equal(isAbsent(moved, 'a'), false);
});

test('one walks through features as they came, then through cells by how much they differ, round the ends', () => {
  const steps = stepsOf(layers);
  assert.deepEqual(steps.map(({ key }) => key), ['incident/n', 'incident/m', '20,3']);
  assert.equal(stepFrom(steps, null, 1), 'incident/n');
  assert.equal(stepFrom(steps, null, -1), '20,3');
  assert.equal(stepFrom(steps, '20,3', 1), 'incident/n');
  assert.equal(stepFrom(steps, 'incident/n', -1), '20,3');
  assert.equal(stepFrom([], null, 1), null);
  assert.deepEqual(boxOf(steps[1]), [20, 4, 20.5, 4.5], 'both places');
  assert.deepEqual(boxOf(steps[2]), [20, 3, 20.5, 3.5]);
  assert.equal(boxOf({ key: 'k', layer: 'incident', difference: { id: 'k', what: 'a', a: { title: 'no place' } } }), null);
});

test('counts are of all, also of what is not told one by one; cells of several layers add up', () => {
  assert.deepEqual(totalsOf(layers), { onlyA: 1, onlyB: 400, changed: 1, same: 7 });
  assert.deepEqual(toldOf(layers), { all: 402, told: 2 });
  const two = squaresOf([layers[1], { ...layers[1], name: 'incident' }]);
  assert.deepEqual(two.map(({ west, a: inA, b: inB }) => [west, inA, inB]), [[20, 18, 4], [19, 8, 8]]);
});

test('which picture is known later says what is new', () => {
  assert.equal(laterOf(state), 'a', 'now is later than any moment');
  assert.equal(laterOf({ ...state, known: '2026-06-10T00:00:00Z' }), 'b');
  assert.equal(laterOf({ ...state, known: '2026-06-20T00:00:00Z' }), null);
});

test('a walk remembers where it began, and ends where it began or where somebody went himself', () => {
  const begun = reduce(state, { type: 'differences/walked', key: 'incident/n' });
  const on = reduce({ ...begun, view: { zoom: 10, lat: 1, lng: 1 } }, { type: 'differences/walked', key: 'incident/m' });
  assert.deepEqual(on.walk, { key: 'incident/m', home: state.view });
  const back = reduce(on, { type: 'differences/left' });
  assert.deepEqual([back.view, back.walk], [state.view, null]);
  const away = reduce(on, { type: 'differences/walked', key: null });
  assert.deepEqual([away.view, away.walk], [on.view, null]);
  assert.equal(reduce(away, { type: 'differences/walked', key: null }), away);
  assert.deepEqual(reduce({ ...on, differences: { state: 'ready', layers } }, { type: 'compare/set', compare: null }).differences, null);
});

test('an address tells that the differences are shown alone; a sheet shows everything', () => {
  const compare = { mode: 'swipe', b: '#v1/8/1/2/l=incident', only: true };
  assert.deepEqual(fromAddress(toAddress({ compare })).compare, compare);
  assert.deepEqual(fromAddress(toAddress({ compare: { mode: 'a', b: compare.b } })).compare, { mode: 'a', b: compare.b });
  assert.equal(fromAddress('#v1////cmp=.only~%23v1%2F').compare, null);
  assert.equal(following(state, { ...state, compare }).compare.only, false);
  assert.equal(partOf('/api/comparison'), 'comparison');
});
