import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alphaOf, rankIn, treeOf, withGroupAt, withLayerAt, withOpacity } from '../../main/web/core/arrangement.js';
import { fromAddress, toAddress } from '../../main/web/core/address.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { incident } from './layer.js';

const catalog = [['incident', 'events'], ['report', 'events'], ['ied', 'events'], ['patrol', 'operations'], ['base', 'operations'], ['place', 'reference']]
  .map(([name, group]) => ({ ...incident, name, group }));
const names = (order) => treeOf(catalog, order).map(({ group, layers }) => [group, layers.map(({ name }) => name)]);
const state = { ...initialState, catalog };

test('without an order the tree is the catalogue', () => {
  assert.deepEqual(names([]), [['events', ['incident', 'report', 'ied']], ['operations', ['patrol', 'base']], ['reference', ['place']]]);
});

test('a layer moves within its group and stops at its ends', () => {
  assert.deepEqual(names(withLayerAt(catalog, [], 'report', 0))[0], ['events', ['report', 'incident', 'ied']]);
  assert.deepEqual(names(withLayerAt(catalog, [], 'incident', 9))[0], ['events', ['report', 'ied', 'incident']]);
  assert.deepEqual(withLayerAt(catalog, [], 'incident', -1), []);
});

test('a group moves with all its layers', () => {
  const order = withGroupAt(catalog, withLayerAt(catalog, [], 'base', 0), 'operations', 0);
  assert.deepEqual(names(order), [['operations', ['base', 'patrol']], ['events', ['incident', 'report', 'ied']], ['reference', ['place']]]);
});

test('moved back, there is nothing to share', () => {
  const there = withGroupAt(catalog, [], 'operations', 0);
  assert.deepEqual(withGroupAt(catalog, there, 'operations', 1), []);
});

test('a layer that an order of elsewhere does not name stands after its neighbour of the catalogue', () => {
  assert.deepEqual(names(['ied', 'incident', 'gone', 'base']), [['events', ['ied', 'incident', 'report']], ['operations', ['patrol', 'base']], ['reference', ['place']]]);
});

test('what the tree has above is drawn over the others', () => {
  const rank = rankIn(state);
  assert.ok(rank(catalog[0]) > rank(catalog[1]));
  assert.ok(rank(catalog[2]) > rank(catalog[5]));
  const moved = rankIn(reduce(state, { type: 'layer/moved', layer: 'report', to: 0 }));
  assert.ok(moved(catalog[1]) > moved(catalog[0]));
});

test('opacity is per cent between nothing and all, and all is not kept', () => {
  assert.deepEqual(withOpacity({ base: 20 }, 'incident', 33.4), { base: 20, incident: 33 });
  assert.deepEqual(withOpacity({ base: 20 }, 'base', 100), {});
  assert.deepEqual(withOpacity({}, 'base', -4), { base: 0 });
  assert.equal(alphaOf({ opacity: { base: 25 } }, 'base'), 0.25);
  assert.equal(alphaOf({ opacity: {} }, 'base'), 1);
});

test('order and opacity are in the address, and only when somebody changed them', () => {
  assert.ok(!toAddress(state).includes('z='));
  const changed = reduce(reduce(state, { type: 'group/moved', group: 'operations', to: 0 }), { type: 'opacity/set', layer: 'base', percent: 40 });
  const read = fromAddress(toAddress(changed));
  assert.deepEqual(read.order, changed.order);
  assert.deepEqual(read.opacity, { base: 40 });
  const restored = reduce(changed, { type: 'layers/restored' });
  assert.deepEqual([restored.order, restored.opacity], [[], {}]);
});

test('an address with nonsense for opacity is read without it', () => {
  assert.deepEqual(fromAddress('#v1/8/0/0/y.base=much&y.incident=50&y.patrol=-3').opacity, { incident: 50 });
});
