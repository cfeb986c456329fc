import assert from 'node:assert/strict';
import { test } from 'node:test';
import { following } from '../../main/web/core/period.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { createReader } from '../../main/web/live/events.js';
import { changeOf, meets, touchedIn } from '../../main/web/live/touched.js';

test('events come whole out of pieces that end anywhere', () => {
  const text = 'retry: 1000\n\nid: abc\nevent: changes\ndata: {"a":"é"}\n\n:\n\nevent: stale\ndata: {}\n\n';
  for (let size = 1; size < text.length; size += 1) {
    const heard = [];
    const read = createReader((event) => heard.push(event));
    for (let i = 0; i < text.length; i += size) {
      read(text.slice(i, i + size));
    }
    assert.deepEqual(heard, [
      { id: 'abc', name: 'changes', data: '{"a":"é"}' },
      { id: null, name: 'stale', data: '{}' },
    ]);
  }
});

test('an event that was cut off does not count', () => {
  const heard = [];
  createReader((event) => heard.push(event))('id: abc\nevent: changes\ndata: {}\n');
  assert.deepEqual(heard, []);
});

test('a tile is in the view wherever the view was panned to', () => {
  const tiles = { zoom: 10, keys: ['541/638'] }; // 10.5 E, 40.5 S
  assert.ok(meets(tiles, [10, -41, 11, -40]));
  assert.ok(meets(tiles, [370, -41, 371, -40]));
  assert.ok(meets(tiles, [-350, -41, -349, -40]));
  assert.ok(meets(tiles, [-180, -90, 180, 90]));
  assert.ok(!meets(tiles, [12, -41, 13, -40]));
  assert.ok(!meets(tiles, [10, 40, 11, 41]));
  assert.ok(meets({ zoom: 0, keys: ['0/0'] }, [12, -41, 13, -40]));
});

test('only layers with something in the view are asked for again', () => {
  const near = { layer: 'incident', added: [{ id: '1', version: 1 }], tiles: { zoom: 10, keys: ['541/638'] } };
  const crowded = { layer: 'patrol', all: true };
  assert.deepEqual(touchedIn([near, crowded], [10, -41, 11, -40]), ['incident', 'patrol']);
  assert.deepEqual(touchedIn([near, crowded], [100, 10, 101, 11]), ['patrol']);
});

test('what became of one feature', () => {
  const changes = [
    { layer: 'incident', added: [{ id: 'a', version: 1 }], changed: [{ id: 'b', version: 4 }], removed: ['c'] },
    { layer: 'report', all: true },
  ];
  assert.equal(changeOf(changes, { layer: 'incident', id: 'b' }), 4);
  assert.equal(changeOf(changes, { layer: 'incident', id: 'c' }), 'gone');
  assert.equal(changeOf(changes, { layer: 'incident', id: 'd' }), null);
  assert.equal(changeOf(changes, { layer: 'report', id: 'd' }), 'perhaps');
  assert.equal(changeOf(changes, { layer: 'patrol', id: 'd' }), null);
});

test('the last seven days move on with the mission, chosen days stay', () => {
  const before = { start: '2024-01-01', end: '2025-03-01' };
  const now = { start: '2024-01-01', end: '2025-03-04' };
  assert.deepEqual(following({ start: '2025-02-23', end: '2025-03-01' }, before, now), { start: '2025-02-26', end: '2025-03-04' });
  assert.deepEqual(following(before, before, now), now);
  const chosen = { start: '2025-02-20', end: '2025-03-01' };
  assert.equal(following(chosen, before, now), chosen);
});

test('a change raises only the layers that it touches', () => {
  const changes = [{ layer: 'incident', all: true }];
  const next = reduce({ ...initialState, touched: { patrol: 3 } }, { type: 'live/changed', changes, touched: ['incident'] });
  assert.deepEqual(next.touched, { patrol: 3, incident: 1 });
  assert.equal(next.revision, initialState.revision);
  assert.equal(next.live.changes, changes);
});
