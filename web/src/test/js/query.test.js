import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countRequests, currentQuery, normalised, visibleCount } from '../../main/web/core/query.js';
import { incident, road } from './layer.js';

const state = {
  catalog: [incident, road], bounds: [-22, -12, -20, -10], period: { start: '2026-01-01', end: '2026-01-31' },
  filters: { incident: { type: { hide: ['RIOTS'] } } }, text: '', cql: {},
  counts: { state: 'ready', layers: { incident: { count: 10, unmapped: 1, groups: { BATTLES: 6, RIOTS: 3 } } } },
};

test('timeless layers are not cut by the period', () => {
  const [timed, timeless] = countRequests(state);
  assert.equal(timed.datetime, '2026-01-01/2026-01-31');
  assert.deepEqual(timed.layers, [{ name: 'incident' }]);
  assert.equal(timeless.datetime, undefined);
  assert.deepEqual(timeless.layers, [{ name: 'road' }]);
});

test('the count of a layer leaves out the codes switched off', () => {
  assert.equal(visibleCount(state, incident), 7);
  assert.equal(visibleCount(state, road), null);
});

test('a tool asks with the period, filter and moment of knowledge of the picture', () => {
  assert.deepEqual(currentQuery({ ...state, known: '2026-01-20T08:00:00Z' }, 'incident'), {
    layer: 'incident', datetime: '2026-01-01/2026-01-31', filter: "(type IS NULL OR type NOT IN ('RIOTS'))", 'as-known-at': '2026-01-20T08:00:00Z',
  });
});

test('a view beyond the edge of the world is brought back, across the antimeridian if need be', () => {
  assert.deepEqual(normalised([170, -10, 190, 10]), [170, -10, -170, 10]);
  assert.deepEqual(normalised([-190, -10, -170, 10]), [170, -10, -170, 10]);
  assert.deepEqual(normalised([-300, -95, 300, 95]), [-180, -90, 180, 90]);
  assert.deepEqual(normalised([-22, -12, -20, -10]), [-22, -12, -20, -10]);
});
