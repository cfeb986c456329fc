import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from '../../main/web/core/state.js';
import { eventLayers, unsureCounts, unsureRequests } from '../../main/web/unsure/questions.js';
import { incident, road } from './layer.js';

const state = { ...initialState, catalog: [incident, road], shown: ['incident', 'road'], bounds: [-24, -12, -19, -9], period: { start: '2026-04-02', end: '2026-06-30' },
  filters: { incident: { type: { hide: ['RIOTS'] } } }, beyond: 5_000 };

test('only event layers that are on are asked about', () => {
  assert.deepEqual(eventLayers(state).map(({ name }) => name), ['incident']);
  assert.equal(unsureRequests({ ...state, shown: ['road'] }), null);
  assert.equal(unsureRequests({ ...state, bounds: null }), null);
});

test('the counts are of the conditions as they are, the legend with them', () => {
  const [all, beyond] = unsureRequests(state);
  const hidden = "(type IS NULL OR type NOT IN ('RIOTS'))";
  assert.deepEqual(all.layers, [{ name: 'incident', filter: hidden }]);
  assert.deepEqual(beyond.layers, [{ name: 'incident', filter: `(${hidden}) AND radius_m > 5000` }]);
  assert.equal(beyond.datetime, '2026-04-02/2026-06-30');
  assert.deepEqual(beyond.bbox, state.bounds);
});

test('an alternative of the expert cannot let others past the condition', () => {
  const [, beyond] = unsureRequests({ ...state, filters: {}, cql: { incident: 'severity = 5 OR severity = 1' } });
  assert.equal(beyond.layers[0].filter, '((severity = 5 OR severity = 1)) AND radius_m > 5000');
});

test('what was known at a past moment is asked as of then', () => {
  assert.equal(unsureRequests({ ...state, known: '2026-06-01T00:00:00Z' })[1]['as-known-at'], '2026-06-01T00:00:00Z');
  assert.ok(!('as-known-at' in unsureRequests(state)[0]));
});

test('figures add up over the layers', () => {
  assert.deepEqual(unsureCounts({ a: { count: 9, unmapped: 2 }, b: { count: 1, unmapped: 1 } }, { a: { count: 4, unmapped: 0 } }),
    { unmapped: 3, imprecise: 4, layers: { a: { unmapped: 2, imprecise: 4 }, b: { unmapped: 1, imprecise: 0 } } });
});
