import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, reduce } from '../../main/web/core/state.js';
import { debounce, oneAtATime } from '../../main/web/core/dom.js';
import { createStore } from '../../main/web/core/store.js';
import { incident, road } from './layer.js';

const start = { ...initialState, catalog: [incident, road], shown: ['incident'] };

test('switching a code off and on again leaves no trace', () => {
  const off = reduce(start, { type: 'code/toggled', layer: 'incident', property: 'type', code: 'RIOTS' });
  assert.deepEqual(off.filters, { incident: { type: { hide: ['RIOTS'] } } });
  assert.deepEqual(reduce(off, { type: 'code/toggled', layer: 'incident', property: 'type', code: 'RIOTS' }).filters, {});
});

test('only one code, asked twice, brings all back', () => {
  const action = { type: 'code/only', layer: 'incident', property: 'type', codes: ['BATTLES', 'RIOTS', ''], code: 'RIOTS' };
  const only = reduce(start, action);
  assert.deepEqual(only.filters, { incident: { type: { hide: ['BATTLES', ''] } } });
  assert.deepEqual(reduce(only, action).filters, {});
});

test('layers keep the order of the tree however they are switched on', () => {
  const none = reduce(start, { type: 'layers/shown', names: ['incident', 'road'], on: false });
  const road1 = reduce(none, { type: 'layers/shown', names: ['road'], on: true });
  assert.deepEqual(reduce(road1, { type: 'layers/shown', names: ['incident'], on: true }).shown, ['incident', 'road']);
});

test('an address that names a layer this mission lacks shows the others', () => {
  const next = reduce(start, { type: 'address/opened', shared: { shown: ['ufo', 'road'], selection: { layer: 'ufo', id: '1' } } });
  assert.deepEqual(next.shown, ['road']);
  assert.equal(next.selection, null);
});

test('what was opened last is in front, and closing it leaves the other', () => {
  const chosen = reduce(start, { type: 'selection/set', selection: { layer: 'incident', id: '1' } });
  const both = reduce(chosen, { type: 'tool/set', tool: 'inbox' });
  assert.equal(both.front, 'tool');
  assert.equal(reduce(both, { type: 'selection/set', selection: { layer: 'incident', id: '2' } }).front, 'detail');
  assert.equal(reduce(both, { type: 'selection/set', selection: null }).front, 'tool');
  assert.equal(reduce(both, { type: 'front/set', front: 'detail' }).tool, 'inbox');
});

test('data never grow older', () => {
  const newer = reduce(start, { type: 'data/as-of', dataAsOf: { sequence: 7, committedAt: 'b' } });
  assert.equal(reduce(newer, { type: 'data/as-of', dataAsOf: { sequence: 6, committedAt: 'a' } }), newer);
});

test('an action nobody knows is an error and not silence', () => {
  assert.throws(() => reduce(start, { type: 'typo/set' }), /no such action: typo\/set/);
});

test('a watcher hears of its part alone, with what was before', () => {
  const store = createStore(reduce, start);
  const heard = [];
  store.watch((s) => s.text, (now, before) => heard.push([before, now]));
  store.dispatch({ type: 'panel/set', panel: 'filters' });
  store.dispatch({ type: 'text/set', text: 'market' });
  assert.deepEqual(heard, [['', 'market']]);
});

test('what a watcher dispatches comes after what it was told', () => {
  const store = createStore(reduce, start);
  const heard = [];
  store.watch((s) => s.text, (text) => { if (text === 'a') store.dispatch({ type: 'text/set', text: 'b' }); });
  store.watch((s) => s.text, (text) => heard.push(text));
  store.dispatch({ type: 'text/set', text: 'a' });
  assert.deepEqual(heard, ['a', 'b']);
});

test('who is stopped while others are told hears nothing more', () => {
  const store = createStore(reduce, start);
  const heard = [];
  store.watch((s) => s.text, () => stop());
  const stop = store.watch((s) => s.text, (text) => heard.push(text));
  store.dispatch({ type: 'text/set', text: 'a' });
  assert.deepEqual(heard, []);
});

test('what was to be answered once a burst is over is not when it is called off', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const heard = [];
  const soon = debounce((text) => heard.push(text), 100, 400);
  soon('a');
  soon.cancel();
  t.mock.timers.tick(1_000);
  assert.deepEqual(heard, []);
  soon('b');
  t.mock.timers.tick(1_000);
  assert.deepEqual(heard, ['b']);
});

test('who presses again while it is on its way asks for nothing more, and may ask again afterwards', async () => {
  /** @type {(() => void)[]} */
  const open = [];
  let times = 0;
  const save = oneAtATime(() => { times++; return new Promise((resolve) => { open.push(() => resolve(times)); }); });
  const first = save();
  const second = save();
  assert.equal(times, 1);
  open[0]();
  assert.deepEqual(await Promise.all([first, second]), [1, 1]);
  const failing = oneAtATime(async () => { times++; throw new Error('refused'); });
  await assert.rejects(failing());
  await assert.rejects(failing());
  assert.equal(times, 3, 'what failed may be tried again');
});
