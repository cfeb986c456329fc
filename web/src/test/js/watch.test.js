import assert from 'node:assert/strict';
import { driftAt } from '../../main/web/watch/drift.js';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { readRef } from '../../main/web/watch/address.js';
import { sameView } from '../../main/web/watch/same-view.js';
import { inOrder, kindsOf, layersOf, toggled, unreadPlaces, withSeen } from '../../main/web/watch/report.js';

const change = (id, more) => ({ layer: 'incident', id, what: 'created', version: 1, at: '2026-06-30T10:00:00Z', place: [1, 2], seen: false, ...more });
const report = {
  since: '2026-06-30T00:00:00Z', dataAsOf: { sequence: 1, committedAt: '' }, until: 'u', mark: 'm', total: 4, unread: 3, crowded: [],
  layers: [
    { layer: 'report', changes: [change('r', { layer: 'report', seen: true })] },
    { layer: 'incident', changes: [change('mild', { severity: 1 }), change('grave', { severity: 5 }), change('newer', { severity: 1, at: '2026-06-30T11:00:00Z', place: undefined })] },
  ],
};

test('layers come as in the layer tree, in each the gravest first and then the newest', () => {
  const ordered = inOrder(report, ['incident', 'report']);
  assert.deepEqual(ordered.map(({ layer }) => layer), ['incident', 'report']);
  assert.deepEqual(ordered[0].changes.map(({ id }) => id), ['grave', 'newer', 'mild']);
  assert.deepEqual(inOrder(report, ['incident', 'report'], { kinds: [], layers: [], unread: true }).map(({ layer }) => layer), ['incident']);
});

test('what is seen is counted exactly, once, and in its version only', () => {
  const seen = withSeen(report, [{ layer: 'incident', id: 'grave', version: 1 }, { layer: 'incident', id: 'mild', version: 2 }]);
  assert.equal(seen.unread, 2);
  assert.equal(withSeen(seen, [{ layer: 'incident', id: 'grave', version: 1 }]).unread, 2);
  assert.equal(report.unread, 3, 'the report itself stays');
});

test('the map marks what is not seen, has a place and is of a layer that is on', () => {
  assert.deepEqual(unreadPlaces(report, ['incident', 'report']).map(({ id }) => id), ['mild', 'grave']);
  assert.deepEqual(unreadPlaces(report, ['report']), []);
  assert.deepEqual(unreadPlaces(null, ['incident']), []);
});

test('the reducer keeps the report and marks in it what was seen', () => {
  const state = reduce({ ...initialState, shift: report }, { type: 'shift/seen', seen: [{ layer: 'incident', id: 'grave', version: 1 }] });
  assert.equal(state.shift.unread, 2);
  assert.equal(reduce(initialState, { type: 'shift/seen', seen: [] }).shift, null);
});

test('an address tells a snapshot, a comparison, a moving period and a wall screen, and comes back the same', () => {
  const views = [{ name: 'North & east', address: '#v1/7/5/20/t=-7d&l=incident' }];
  const address = toAddress({ view: { zoom: 6, lat: 4, lng: 20 }, relative: { days: 7 }, shown: ['incident'], snapshot: { ref: 'S-7KQ4' },
    compare: { mode: 'swipe', b: '#v1/6/4/20/t=2026-01-01..2026-01-31' }, wall: { dwell: 30, views } });
  const shared = fromAddress(address);
  assert.deepEqual(shared.relative, { days: 7 });
  assert.equal(shared.period, undefined);
  assert.deepEqual(shared.snapshot, { ref: 'S-7KQ4' });
  assert.deepEqual(shared.compare, { mode: 'swipe', b: '#v1/6/4/20/t=2026-01-01..2026-01-31' });
  assert.deepEqual(shared.wall, { dwell: 30, views });
  assert.deepEqual(fromAddress('#v1////t=-2d&wall').wall, { dwell: 20, views: [] });
});

test('what makes no sense in an address is left out', () => {
  const shared = fromAddress('#v1////t=-0d&snap=S-1O&cmp=up~%23v1/&wall=1&b=x:javascript');
  assert.deepEqual([shared.relative, shared.snapshot, shared.compare, shared.wall], [null, null, null, { dwell: 20, views: [] }]);
});

test('a reference is understood as it is said', () => {
  assert.deepEqual(['s-7kq4', ' S-7KQ4 ', '7kq4', 'S7KQ4', 'S-1111', ''].map(readRef), ['S-7KQ4', 'S-7KQ4', 'S-7KQ4', 'S-7KQ4', null, null]);
});

test('two addresses show the same whatever the order of their layers and wherever one looks', () => {
  assert.ok(sameView('#v1/6/4/20/t=2026-01-01..2026-01-31&l=a,b', '#v1/9/5/21/t=2026-01-01..2026-01-31&l=b,a&known=2026-01-01T00:00:00Z'));
  assert.ok(!sameView('#v1/6/4/20/t=2026-01-01..2026-01-31&l=a,b', '#v1/6/4/20/t=2026-01-01..2026-01-30&l=a,b'));
});

test('going to another moment leaves the snapshot, opening one sets its moment', () => {
  const snapshot = { ref: 'S-7KQ4', dataAsOf: { sequence: 1, committedAt: '2026-06-30T10:00:00Z' } };
  const open = reduce(initialState, { type: 'snapshot/opened', snapshot, shared: { text: 'well' } });
  assert.deepEqual([open.known, open.text, open.snapshot], ['2026-06-30T10:00:00Z', 'well', snapshot]);
  assert.equal(reduce(open, { type: 'known/set', known: null }).snapshot, null);
});

test('a moving period stays moving until somebody sets another', () => {
  const period = { start: '2026-06-24', end: '2026-06-30' };
  const moving = reduce(initialState, { type: 'period/relative', relative: { days: 7 }, period });
  assert.deepEqual([moving.relative, moving.period], [{ days: 7 }, period]);
  assert.equal(reduce(moving, { type: 'period/set', period }).relative, null);
});

test('an answer that was on its way takes nothing back that was seen meanwhile, and a moved mark does', () => {
  const before = reduce({ ...initialState, shift: { ...report, markedAt: '2026-06-30T11:00:00Z' } }, { type: 'shift/seen', seen: [{ layer: 'incident', id: 'grave', version: 1 }] });
  assert.equal(reduce(before, { type: 'shift/set', shift: { ...report, markedAt: '2026-06-30T11:00:00Z' } }).shift.unread, 2);
  assert.equal(reduce(before, { type: 'shift/set', shift: { ...report, markedAt: '2026-06-30T12:00:00Z' } }).shift.unread, 3);
});

test('a wall screen moves by less than half a hundredth of its height, one small step at a time, and comes back', () => {
  const ring = Array.from({ length: 8 }, (_, i) => driftAt(i * 120_000));
  assert.equal(new Set(ring.map(String)).size, 8);
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % 8];
    assert.ok(x >= 0 && y >= 0 && x < 5 && y < 5 && Math.hypot(nextX - x, nextY - y) < 3);
  });
  assert.deepEqual(driftAt(8 * 120_000), driftAt(0));
});

test('what became worse comes first, then what is new, and each kind is counted', () => {
  const change = (id, what, severity) => ({ layer: 'incident', id, what, severity, version: 2, seen: false });
  const report = { layers: [{ layer: 'incident', changes: [change('a', 'gone', undefined), change('b', 'changed', 5), change('c', 'created', 4), change('d', 'worse', 2), change('e', 'created', 5)] }] };
  assert.deepEqual(inOrder(report, ['incident'])[0].changes.map(({ id }) => id), ['d', 'e', 'c', 'b', 'a']);
  assert.deepEqual(kindsOf(report), [['worse', 1], ['created', 2], ['changed', 1], ['gone', 1]]);
});

test('a report that was asked for before the mark was moved does not come back after it', () => {
  const after = reduce(initialState, { type: 'shift/set', shift: { ...report, markedAt: '2026-06-30T12:00:00Z', total: 0 } });
  assert.equal(reduce(after, { type: 'shift/set', shift: report }), after, 'from before there was a mark');
  assert.equal(reduce(after, { type: 'shift/set', shift: { ...report, markedAt: '2026-06-30T11:00:00Z' } }), after);
  assert.equal(reduce(after, { type: 'shift/set', shift: { ...report, markedAt: '2026-06-30T12:00:01Z' } }).shift.total, 4, 'also when it was moved back');
});

test('changes are chosen by kind, layer and whether they were seen, each counted in what else is chosen', () => {
  const mixed = { ...report, layers: [{ layer: 'report', changes: [change('r', { layer: 'report', seen: true })] },
    { layer: 'incident', changes: [change('a', { what: 'worse' }), change('b', { what: 'moved', seen: true }), change('c')] }] };
  const all = { kinds: [], layers: [], unread: false };
  assert.deepEqual(kindsOf(mixed, all), [['worse', 1], ['created', 2], ['moved', 1]]);
  assert.deepEqual(kindsOf(mixed, { ...all, kinds: ['worse'], unread: true }), [['worse', 1], ['created', 1], ['moved', 0]], 'what is chosen among stays to be chosen');
  assert.deepEqual(layersOf(mixed, ['incident', 'report'], { ...all, kinds: ['created'] }), [['incident', 1], ['report', 1]]);
  assert.deepEqual(inOrder(mixed, ['incident', 'report'], { kinds: ['created', 'moved'], layers: ['incident'], unread: true }).flatMap(({ changes }) => changes.map(({ id }) => id)), ['c']);
  assert.deepEqual(toggled(toggled(['a'], 'b'), 'a'), ['b']);
});

test('what is chosen among the changes stands in the address while they are open, and nothing that makes no sense', () => {
  const shiftChoice = { kinds: ['worse', 'moved'], layers: ['incident'], unread: true };
  assert.deepEqual(fromAddress(toAddress({ tool: 'shift', shiftChoice })).shiftChoice, shiftChoice);
  assert.equal(toAddress({ tool: 'print', shiftChoice }).includes('what='), false);
  assert.deepEqual(fromAddress('#v1////what=nonsense~~').shiftChoice, { kinds: [], layers: [], unread: false });
  const chosen = reduce(initialState, { type: 'shift/chosen', choice: { unread: true } });
  assert.deepEqual(chosen.shiftChoice, { kinds: [], layers: [], unread: true });
});
