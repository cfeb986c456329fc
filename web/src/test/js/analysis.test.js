import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResult } from '../../main/web/analysis/execution.js';
import { ordered } from '../../main/web/analysis/findings-list.js';
import { boundsOf, classOf, linesToRows, valueAt } from '../../main/web/analysis/grid-classes.js';
import { entryOf, hotOf } from '../../main/web/analysis/legend.js';
import { figuresOf, seedText, selectionText, settingsOf } from '../../main/web/analysis/note-rows.js';
import { overlapOf } from '../../main/web/analysis/overlap.js';
import { byQuestion } from '../../main/web/analysis/process.js';
import { factsOf, titled, unitText, valueText } from '../../main/web/analysis/properties.js';
import { curveOf, matrixOf } from '../../main/web/analysis/tables.js';

/** @type {any} */
const hot = { title: 'Hot and cold', property: 'bin', entries: [
  { value: '3', label: 'hot, 99 %', tone: 'HOT_STRONG' }, { value: '0', label: 'neither', tone: 'NEUTRAL' }, { value: null, label: 'not known', tone: 'UNKNOWN' }] };
/** @type {any} */
const steps = { title: 'Events', property: 'count', entries: [{ from: null, below: 5, label: 'fewer than 5', tone: 'STEP_1' }, { from: 5, below: null, label: '5 and more', tone: 'STEP_2' }] };
/** @param {object} properties @param {number} [west] @returns {any} */
const cell = (properties, west = 0) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] } });

test('a finding is in the class of its word or of its number, and what has no value is unknown', () => {
  assert.equal(entryOf(hot, cell({ bin: 3 }))?.tone, 'HOT_STRONG');
  assert.equal(entryOf(hot, cell({ bin: '0' }))?.tone, 'NEUTRAL');
  assert.equal(entryOf(hot, cell({}))?.tone, 'UNKNOWN');
  assert.equal(entryOf(steps, cell({ count: 4 }))?.tone, 'STEP_1');
  assert.equal(entryOf(steps, cell({ count: 5 }))?.tone, 'STEP_2');
  assert.equal(entryOf(undefined, cell({ count: 5 })), null);
});

test('where anything can be hot, only that counts for an overlap', () => {
  assert.equal(hotOf(hot, [cell({ bin: 3 }), cell({ bin: 0 }), cell({})]).areas.length, 1);
  assert.equal(hotOf(steps, [cell({ count: 1 }), cell({ count: 9 })]).areas.length, 2);
});

test('half of each of two squares lies in both: a third of what either covers', () => {
  const overlap = overlapOf([cell({}, 0)], [cell({}, 0.5)]);
  assert.ok(Math.abs((overlap?.jaccard ?? 0) - 1 / 3) < 0.01);
  assert.ok(Math.abs((overlap?.ofA ?? 0) - 0.5) < 0.01);
  assert.ok(Math.abs((overlap?.kmA ?? 0) / 12_308 - 1) < 0.01, 'a degree square at the equator');
  assert.equal(overlapOf([cell({}, 0)], [cell({}, 0), cell({}, 0)])?.jaccard, 1, 'an area that is there twice is there once');
  assert.equal(overlapOf([cell({}, 0)], []), null);
});

test('bounds of a surface are round, rise, and leave something above the highest', () => {
  assert.deepEqual(boundsOf([0, 0.3, 7, null]), [0.03, 0.1, 0.3, 1, 3]);
  assert.deepEqual(boundsOf([0, null]), []);
  const bounds = boundsOf([0, 0.3, 7]);
  assert.deepEqual([7, 0.3, 0.03, 0.01, null].map((value) => classOf(bounds, value)), [4, 2, 0, -1, -1]);
});

test('lines of the picture follow the latitudes of the map and not those of the grid', () => {
  const grid = { name: 'g', title: '', unit: '', west: 0, north: 60, degreesPerColumn: 1, degreesPerRow: 10, columns: 1, values: [1, 2, 3, 4, 5, 6] };
  const rows = [...linesToRows(grid, 60)];
  assert.ok(rows.filter((row) => row === 0).length > rows.filter((row) => row === 5).length, 'ten degrees in the north are longer');
  assert.deepEqual([...new Set(rows)], [0, 1, 2, 3, 4, 5]);
  assert.equal(valueAt(grid, 55, 0.5), 1);
  assert.equal(valueAt(grid, 55, 360.5 - 720), 1, 'the map may have been panned round the world');
  assert.equal(valueAt(grid, 61, 0.5), null);
});

test('rows that are every pair of two bands are a matrix, rows in rising order a curve', () => {
  const columns = ['space', 'time', 'observed', 'ratio'].map((name) => ({ name, title: name, unit: '' }));
  const matrix = matrixOf({ name: 'm', title: '', columns, rows: [['0 m', '0–7 d', 3, 2.5], ['0 m', '8–14 d', 2, 1], ['1 km', '0–7 d', 4, 1.5], ['1 km', '8–14 d', 0, 0]] });
  assert.deepEqual(matrix?.cells, [[2.5, 1], [1.5, 0]]);
  assert.equal(matrix?.column.name, 'ratio');
  const weeks = { name: 'w', title: '', columns: [{ name: 'start', title: '', unit: '' }, { name: 'count', title: 'Events', unit: '' }], rows: Array.from({ length: 9 }, (_, i) => [`2026-01-0${i + 1}`, i]) };
  assert.deepEqual(curveOf(weeks)?.lines, [[0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  assert.equal(matrixOf(weeks), null);
});

test('every process but echo stands under a question, one that nobody knows under the last', () => {
  const listed = byQuestion(['echo', 'hexagon-counts', 'cluster-density', 'new-one'].map((id) => ({ id, title: id, description: '' })));
  assert.deepEqual(listed.map(([, found]) => found.map(({ id }) => id)), [['cluster-density', 'hexagon-counts'], ['new-one']]);
});

test('names and numbers are said with their units', () => {
  assert.deepEqual(titled('widthKm'), { title: 'Width', unit: 'km' });
  assert.equal(valueText('areaKm2', 12.34), '12.34 km²');
  assert.equal(valueText('stability', 0.954), '95 %');
  assert.equal(valueText('pPerm', 0.0004), 'below 0.001');
  assert.equal(valueText('category', 'NEW_HOT_SPOT'), 'New hot spot');
  assert.equal(unitText('d'), 'days');
  assert.deepEqual([titled('seen7Days').title, valueText('seen7Days', 0.323)], ['Share seen in 7 days', '32 %']);
  assert.deepEqual(factsOf({ hotspot: '5c0e47c8-373a-3209-965d-43da62c91aaa', groups: {}, count: 4 }), [['Events', '4']]);
});

test('findings are sorted with what has no figure last, chances from the smallest', () => {
  const findings = [{ q: 0.2, z: 1 }, { z: 5 }, { q: 0.01, z: 2 }].map((p) => cell(p));
  assert.deepEqual(ordered(findings, 'q'), [2, 0, 1]);
  assert.deepEqual(ordered(findings, 'z'), [1, 2, 0]);
  assert.deepEqual(ordered(findings, ''), [0, 1, 2]);
});

/** @returns {any} */
const result = () => ({ type: 'FeatureCollection', classification: 'CONFIDENTIAL', features: [cell({ count: 3, name: '=HYPERLINK("x")' })],
  diagnostics: { n: 10, used: 8, dropped: [{ reason: 'no position', n: 2 }], parameters: { epsM: 5000, seed: 7 }, reasons: { epsM: 'the bend of the curve' }, caveats: ['Few events.'], method: 'M', process: 'p', version: '1',
    inputs: { layer: 'incident', datetime: '2026-01-01/2026-03-31' }, dataAsOf: { sequence: 12, committedAt: '2026-04-01T00:00:00Z' } } });

test('an answer with several outputs is one result', () => {
  const grids = [{ name: 'density' }];
  assert.equal(readResult({ areas: result(), grids }).grids, grids);
  assert.deepEqual(readResult(result()).tables, []);
  assert.throws(() => readResult({}));
});

test('the note gives every setting with its reason, and figures without what has a place of its own', () => {
  const process = /** @type {any} */ ({ inputs: { epsM: { title: 'Distance', schema: { 'x-unit': 'm' } } } });
  assert.deepEqual(settingsOf(readResult(result()), process), [
    { title: 'Distance', value: '5,000 m', why: 'the bend of the curve' }, { title: 'Seed', value: '7', why: 'as set' }]);
  const given = readResult(result());
  given.diagnostics.halfJaccard = 0.5;
  assert.deepEqual(figuresOf(given), [['Half jaccard', '0.5']]);
  assert.ok(seedText(given).includes('Seed 7'));
  assert.equal(selectionText(given, 'Incidents'), 'Incidents · 2026-01-01/2026-03-31');
});
