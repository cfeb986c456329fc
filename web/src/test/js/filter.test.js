import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCondition, compileFilter, compileText } from '../../main/web/core/filter.js';
import { incident } from './layer.js';

const state = (change) => ({ filters: {}, text: '', cql: {}, ...change });

test('no condition gives no filter', () => {
  assert.equal(compileFilter(state({}), incident), null);
});

test('codes switched off keep the features that have no code', () => {
  assert.equal(compileCondition('type', { hide: ['RIOTS'] }), "(type IS NULL OR type NOT IN ('RIOTS'))");
});

test('switching off the rest leaves only features with a code', () => {
  assert.equal(compileCondition('type', { hide: [''] }), 'type IS NOT NULL');
  assert.equal(compileCondition('type', { hide: ['', 'RIOTS'] }), "(type IS NOT NULL AND type NOT IN ('RIOTS'))");
});

test('conditions of several kinds are joined by AND', () => {
  const filters = { incident: { status: { in: ['VERIFIED', 'TRIAGED'] }, severity: { min: 3 } } };
  assert.equal(compileFilter(state({ filters }), incident), "status IN ('VERIFIED', 'TRIAGED') AND severity >= 3");
});

test('a condition on a property that the layer lacks is left out', () => {
  assert.equal(compileFilter(state({ filters: { incident: { colour: { in: ['RED'] } } } }), incident), null);
});

test('a search word with quotes and wildcards is searched for as it stands', () => {
  assert.equal(compileText({ ...incident, properties: [incident.properties[0]] }, "O'Neil 100%_\\"), "(CASEI(title) LIKE CASEI('%O''Neil 100\\%\\_\\\\%'))");
});

test('an expert condition cannot break out of its place among the others', () => {
  const cql = { incident: "type = 'A' OR type = 'B'" };
  const filters = { incident: { severity: { min: 4 } } };
  assert.equal(compileFilter(state({ cql, filters }), incident), "(type = 'A' OR type = 'B') AND severity >= 4");
});

test('the legend counts without its own switches but with every other condition', () => {
  const filters = { incident: { type: { hide: ['RIOTS'] }, severity: { min: 2 } } };
  assert.equal(compileFilter(state({ filters }), incident, { withoutSymbol: true }), 'severity >= 2');
});

test('searching for events leaves the ground in its place', () => {
  assert.match(compileFilter(state({ text: 'market' }), incident), /market/);
  assert.equal(compileFilter(state({ text: 'market' }), { ...incident, name: 'place', group: 'reference' }), null);
});
