import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { compileCondition } from '../../main/web/core/filter.js';
import { linkedParts, ofLayer, toggledView, UNCHOSEN } from '../../main/web/core/linked.js';
import { initialState } from '../../main/web/core/state.js';
import { columnsOf, nextSort, shownColumns, sortOf, usualColumns } from '../../main/web/linked/columns.js';
import { arrived, asTabs, backward, cursor, forward, moved, offset, START } from '../../main/web/linked/pages.js';
import { withRecords } from '../../main/web/linked/records.js';
import { currentLayer, question, recordsOf, scopeOf, tabCounts } from '../../main/web/linked/question.js';
import { incident, road } from './layer.js';

const state = (change) => ({ ...initialState, catalog: [incident, road], shown: ['incident', 'road'], bounds: [-22, -12, -21, -11], period: { start: '2026-04-01', end: '2026-06-30' }, linked: UNCHOSEN, ...change });

test('nothing of a closed panel is in the address, and of an open one only what was chosen', () => {
  assert.deepEqual(linkedParts(null), []);
  assert.deepEqual(linkedParts(UNCHOSEN), [['', 'table']]);
  assert.match(toAddress({ linked: { ...UNCHOSEN, scope: 'everywhere' } }), /x=table&x\.scope=everywhere/);
});

test('views and choices that are none are left out of an address', () => {
  assert.deepEqual(fromAddress('#v1/8/0/0/x=table,globe&x.scope=moon&x.sort=-severity').linked, { ...UNCHOSEN, sort: '-severity' });
  assert.equal(fromAddress('#v1/8/0/0/x=globe').linked, null);
  assert.equal(fromAddress('#v1/8/0/0/').linked, null);
});

test('the last view that is closed closes the panel', () => {
  assert.deepEqual(toggledView(UNCHOSEN, 'matrix').views, ['table', 'matrix']);
  assert.equal(toggledView(UNCHOSEN, 'table'), null);
  assert.deepEqual(toggledView(null, 'series').views, ['series']);
});

test('another layer forgets the order and properties of the one before', () => {
  assert.equal(ofLayer({ ...UNCHOSEN, layer: 'incident', sort: 'severity' }, 'road').sort, '');
  const same = { ...UNCHOSEN, layer: 'road', sort: 'name' };
  assert.equal(ofLayer(same, 'road'), same);
});

test('the question is that of the map, without the conditions a chart leaves open', () => {
  const filters = { incident: { type: { in: ['RIOTS'] }, status: { in: ['VERIFIED'] } } };
  assert.deepEqual(question(state({ filters }), incident, { without: ['type'] }), {
    layer: 'incident', bbox: '-22,-12,-21,-11', area: null, datetime: '2026-04-01/2026-06-30', filter: "status IN ('VERIFIED')", 'as-known-at': null,
  });
});

test('what has no place is asked for without a window', () => {
  const asked = question(state({ linked: { ...UNCHOSEN, scope: 'unplaced' }, text: '' }), incident);
  assert.equal(asked.bbox, null);
  assert.equal(asked.filter, 'geom IS NULL');
  assert.match(question(state({ linked: { ...UNCHOSEN, scope: 'unplaced' }, cql: { incident: 'a = 1 OR b = 2' } }), incident).filter, /^\(\(a = 1 OR b = 2\)\) AND geom IS NULL$/);
});

test('an area that is not drawn any more is no scope', () => {
  assert.equal(scopeOf(state({ linked: { ...UNCHOSEN, scope: 'area' } })), 'view');
  assert.equal(question(state({ linked: { ...UNCHOSEN, scope: 'area' }, area: 'circle:1,2,300' }), incident).area, 'circle:1,2,300');
});

test('incidents come first while they are on, and a tab of a hidden layer is not kept', () => {
  assert.equal(currentLayer(state({})).name, 'incident');
  assert.equal(currentLayer(state({ shown: ['road'] })).name, 'road');
  assert.equal(currentLayer(state({ shown: [] })), null);
});

test('layers without a time are counted without the period', () => {
  const [timed, timeless] = tabCounts(state({}));
  assert.deepEqual(timed.layers, [{ name: 'incident' }]);
  assert.equal(timed.datetime, '2026-04-01/2026-06-30');
  assert.deepEqual([timeless.layers, timeless.datetime], [[{ name: 'road' }], undefined]);
});

test('a layer shows what it is, when and which type before anything else', () => {
  assert.deepEqual(usualColumns(incident).slice(0, 4), ['title', 'when', 'type', 'status']);
  assert.ok(columnsOf(incident).some(({ id }) => id === 'position'));
  assert.deepEqual(shownColumns(incident, ['status', 'gone']).map(({ id }) => id), ['status']);
  assert.ok(shownColumns(incident, ['gone']).length > 3);
  assert.ok(!columnsOf(road).some(({ id }) => id === 'when'));
});

test('newest first unless somebody chose what the layer has', () => {
  assert.equal(sortOf(incident, ''), '-valid_from');
  assert.equal(sortOf(incident, '-severity'), '-severity');
  assert.equal(sortOf(incident, 'nonsense'), '-valid_from');
  assert.equal(sortOf(road, ''), '');
  assert.deepEqual([nextSort('', 'severity', false), nextSort('severity', 'severity', false), nextSort('-severity', 'severity', false)], ['severity', '-severity', '']);
  assert.equal(nextSort('valid_from', 'valid_from', true), '');
});

test('pages are walked by the links of the server, and back by those passed', () => {
  const first = arrived(START, { numberMatched: 250, links: [{ rel: 'self', href: 'http://h/x' }, { rel: 'next', href: 'http://h/collections/incident/items?cursor=a%2Bb&f=json' }] });
  const second = forward(first);
  assert.deepEqual([cursor(second), offset(second), first.total], ['a+b', 100, 250]);
  const last = arrived(second, { numberMatched: 250, links: [] });
  assert.equal(forward(last), last);
  assert.deepEqual([cursor(backward(last)), backward(backward(last)).trail.length], [null, 1]);
});

test('keys lead through the grid, over its ends to other pages, and right is left in Arabic', () => {
  const grid = { rows: 100, columns: 5, reach: 10, ctrl: false, rtl: false };
  assert.deepEqual(moved({ row: 0, column: 0 }, 'ArrowUp', grid), { row: -1, column: 0, page: 0 });
  assert.deepEqual(moved({ row: 99, column: 0 }, 'ArrowDown', grid), { row: 99, column: 0, page: 1 });
  assert.equal(moved({ row: 99, column: 0 }, 'PageDown', grid).page, 1);
  assert.deepEqual(moved({ row: 95, column: 0 }, 'PageDown', grid), { row: 99, column: 0, page: 0 });
  assert.equal(moved({ row: 0, column: 0 }, 'PageUp', grid).page, -1);
  assert.equal(moved({ row: 5, column: 4 }, 'ArrowRight', grid).column, 4);
  assert.equal(moved({ row: 5, column: 2 }, 'ArrowRight', { ...grid, rtl: true }).column, 1);
  assert.deepEqual(moved({ row: 50, column: 2 }, 'Home', { ...grid, ctrl: true }), { row: 0, column: 0, page: 0 });
  assert.deepEqual(moved({ row: 50, column: 2 }, 'End', grid), { row: 50, column: 4, page: 0 });
  assert.equal(moved({ row: 0, column: 0 }, 'x', grid), null);
});

test('what is copied has one line a row whatever the texts hold', () => {
  assert.equal(asTabs([['a', 'b'], ['one\ttwo\nthree', 'c']]), 'a\tb\none two three\tc');
});

test('codes of every type of property are written as CQL2 has them, and none is one', () => {
  assert.equal(compileCondition('status', { in: ['A', ''] }), "(status IS NULL OR status IN ('A'))");
  assert.equal(compileCondition('status', { in: [''] }), 'status IS NULL');
  assert.equal(compileCondition('severity', { in: ['3', '4'] }, 'integer'), 'severity IN (3, 4)');
  assert.equal(compileCondition('claimed', { in: ['true'] }, 'boolean'), 'claimed IN (TRUE)');
  assert.equal(compileCondition('flags', { in: ['CRSV', "O'"] }, 'codes'), "A_OVERLAPS(flags, ('CRSV', 'O'''))");
});

test('rows leave out what was merged, as the counts do, unless the filter asks for it', () => {
  const layer = { ...incident, workflow: { property: 'status', initial: 'REPORTED', merged: 'MERGED' } };
  assert.equal(recordsOf(question(state({}), layer), layer).filter, "(status IS NULL OR status <> 'MERGED')");
  const asked = question(state({ filters: { incident: { status: { in: ['MERGED'] } } } }), layer);
  assert.equal(recordsOf(asked, layer), asked);
});

test('marked rows are a condition, in place of rows that were chosen before', () => {
  const ids = ['0193a1de-0000-7000-8000-000000000001', '0193a1de-0000-7000-8000-000000000002'];
  const one = withRecords("type IN ('RIOTS')", ids.slice(0, 1));
  assert.equal(one, `type IN ('RIOTS') AND id IN ('${ids[0]}')`);
  assert.equal(withRecords(one, ids), `type IN ('RIOTS') AND id IN ('${ids.join("', '")}')`);
  assert.equal(withRecords("a = 'x' OR b = 'y'", ids.slice(1)), `(a IN ('x') OR b IN ('y')) AND id IN ('${ids[1]}')`);
});
