import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFilter } from '../../main/web/core/filter.js';
import { incident } from './layer.js';

test('a condition of all layers holds for each, and hours for events alone', () => {
  const place = "S_INTERSECTS(geom, area('circle:1,2,300'))";
  const night = "(timeOfDay(valid_from, time_precision, '+01:00') >= '18:00' OR timeOfDay(valid_from, time_precision, '+01:00') < '06:00')";
  const state = { filters: {}, text: '', cql: { '*': `${place} AND ${night}`, incident: 'severity > 2' } };
  assert.equal(compileFilter(state, incident), `(severity > 2) AND (${place} AND ${night})`);
  assert.equal(compileFilter(state, { ...incident, name: 'base', time: 'none' }), place);
  assert.equal(compileFilter({ ...state, cql: { '*': night } }, { ...incident, name: 'base', time: 'state' }), null);
  assert.equal(compileFilter({ ...state, cql: { '*': `${place} OR ${night}` } }, { ...incident, name: 'base', time: 'none' }), null);
  assert.equal(compileFilter(state, { ...incident, name: 'road', group: 'reference' }), null);
});
