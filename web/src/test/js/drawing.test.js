import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapTo, targetOf } from '../../main/web/tools/outline/snap.js';
import { unfinished } from '../../main/web/tools/unfinished.js';

const district = targetOf({ id: 'a', layer: 'admin-area', title: 'Haut', parts: [[[[20, 5], [21, 5], [21, 6], [20, 6]], [[20.4, 5.4], [20.6, 5.4], [20.5, 5.6]]]] });

test('a corner sticks to a corner before a border, within reach only', () => {
  assert.deepEqual(snapTo([district], [20.01, 5.01], 0.05), { at: [20, 5], kind: 'corner', title: 'Haut' });
  const border = snapTo([district], [20.5, 5.02], 0.05);
  assert.equal(border?.kind, 'border');
  assert.ok(Math.abs(border.at[0] - 20.5) < 1e-9 && Math.abs(border.at[1] - 5) < 1e-9);
  assert.equal(snapTo([district], [20.5, 5.2], 0.05), null);
  assert.equal(snapTo([district], [25, 5], 0.05), null);
});

test('a corner sticks to holes, and to the nearest of several areas', () => {
  assert.deepEqual(snapTo([district], [20.405, 5.395], 0.02)?.at, [20.4, 5.4]);
  const other = targetOf({ id: 'b', layer: 'admin-area', title: 'Bas', parts: [[[[20.01, 4], [20.5, 4.99], [20.01, 4.99]]]] });
  assert.equal(snapTo([district, other], [20.012, 4.991], 0.05)?.title, 'Bas');
});

function tab() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return /** @type {any} */ ({ get length() { return kept.size; }, key: (i) => [...kept.keys()][i] ?? null, getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) });
}

const drawing = (key, savedAt = '2026-05-01T10:00:00.000Z') => ({ key, savedAt, shape: null, of: null, values: { name: 'EXERCISE' } });
const NOW = new Date('2026-05-02T00:00:00Z');

test('what was drawn is offered again, newest first, until it is saved or discarded', () => {
  const storage = tab();
  const kept = unfinished(storage, 'adviser', 'hotspot');
  kept.keep(drawing('one'));
  kept.keep(drawing('two', '2026-05-01T11:00:00.000Z'));
  assert.deepEqual(unfinished(storage, 'adviser', 'hotspot').list(NOW).map(({ key }) => key), ['two', 'one']);
  kept.forget('two');
  assert.deepEqual(kept.list(NOW).map(({ key }) => key), ['one']);
  assert.deepEqual(kept.list(new Date('2026-06-01T00:00:00Z')), [], 'what is a month old is not offered');
});

test('nobody finds what another person drew on the same computer', () => {
  const storage = tab();
  unfinished(storage, 'adviser', 'hotspot').keep(drawing('one'));
  const other = unfinished(storage, 'analyst', 'hotspot');
  assert.deepEqual(other.list(NOW), []);
  assert.equal(storage.length, 0, 'it is gone');
});

test('what is no drawing is none', () => {
  const storage = tab();
  storage.setItem('vigie.drawing.adviser.hotspot.x', '{"savedAt": 5}');
  storage.setItem('vigie.drawing.adviser.hotspot.y', 'not json');
  assert.deepEqual(unfinished(storage, 'adviser', 'hotspot').list(NOW), []);
});

test('a drawing lies on the disk, where it outlives the browser, only while it may', () => {
  const disk = tab();
  let may = true;
  const kept = unfinished(tab(), 'adviser', 'hotspot', { storage: disk, may: () => may });
  kept.keep(drawing('one'));
  assert.deepEqual(unfinished(tab(), 'adviser', 'hotspot', { storage: disk, may: () => may }).list(NOW).map(({ key }) => key), ['one'], 'in another tab');
  assert.deepEqual(kept.list(NOW).length, 1, 'told once');
  may = false;
  kept.keep(drawing('one'));
  assert.equal(disk.length, 0);
  assert.equal(kept.list(NOW).length, 1);
});
