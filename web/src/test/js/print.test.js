import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metresPerPixel, ratioOf, roundRatio, scaleBar, sizeOf, zoomFor } from '../../main/web/print/paper.js';
import { conditionsAsCql, conditionsInWords } from '../../main/web/print/conditions.js';
import { legendOf } from '../../main/web/print/legend.js';
import { marginFigures } from '../../main/web/print/margin.js';
import { following } from '../../main/web/print/sheet-store.js';
import { initialState } from '../../main/web/core/state.js';
import { worldX, worldY } from '../../main/web/map/projection.js';

const property = { name: 'type', title: 'Type', type: 'code', choices: [{ code: 'RIOTS', label: 'Riots' }, { code: 'CRIME', label: 'Crime' }] };
const mark = { colour: '#123456', shape: 'circle' };
const incident = {
  name: 'incident', title: 'Incidents', description: '', group: 'events', geometry: 'point', time: 'event', groupedBy: 'type', titleProperty: 'title', severity: 'severity', sums: [], source: '',
  symbol: { property: 'type', marks: { RIOTS: mark, CRIME: mark }, other: mark }, properties: [property, { name: 'severity', title: 'Severity', type: 'integer' }, { name: 'title', title: 'Title', type: 'text' }],
};
const base = { ...incident, name: 'base', title: 'Bases', group: 'operations', time: 'state', symbol: { property: null, marks: {}, other: mark }, properties: [] };
const road = { ...base, name: 'road', title: 'Roads', group: 'reference', geometry: 'line', time: 'none' };
const counts = { state: 'ready', layers: { incident: { count: 12, unmapped: 0, groups: { RIOTS: 7, CRIME: 3, '': 2 } }, base: { count: 0, unmapped: 0, groups: {} }, road: { count: 4, unmapped: 0, groups: {} } } };
const state = { ...initialState, catalog: [incident, base, road], shown: ['incident', 'base', 'road'], counts, period: { start: '2026-01-01', end: '2026-01-31' } };

test('sheets have the sizes of ISO 216', () => {
  assert.deepEqual(sizeOf('a4', 'landscape'), [297, 210]);
  assert.deepEqual(sizeOf('a3', 'portrait'), [297, 420]);
});

test('a scale and its zoom are the same thing', () => {
  for (const lat of [0, 5.4, -45, 70]) {
    assert.ok(Math.abs(ratioOf(zoomFor(250_000, lat), lat) - 250_000) < 1e-3);
  }
  // 256 pixels round the equator, 96 of them to the inch.
  assert.ok(Math.abs(metresPerPixel(0, 0) - 156_543.034) < 0.01);
  assert.ok(Math.abs(ratioOf(0, 0) - 591_658_711) < 10);
});

test('a round scale never shows less than was asked for', () => {
  assert.equal(roundRatio(260_001), 300_000);
  assert.equal(roundRatio(250_000.4), 250_000);
  assert.equal(roundRatio(9_300_000), 10_000_000);
  for (let ratio = 10_000; ratio < 2e7; ratio *= 1.07) {
    assert.ok(roundRatio(ratio) >= ratio * 0.9999 && roundRatio(ratio) <= ratio * 1.35, String(ratio));
  }
});

test('the parts of the scale bar are round and have room', () => {
  for (const perPx of [3, 66, 420, 1170]) {
    const { part, px } = scaleBar(perPx, 180);
    assert.ok(px * 4 <= 180.001 && px * 4 > 70, String(perPx));
    assert.match(String(part), /^(1|2|5|25)0*$/);
    assert.ok(Math.abs(part / perPx - px) < 1e-9);
  }
});

test('the legend has what is there and no more, with its counts', () => {
  const { groups, empty, ground } = legendOf(state);
  assert.deepEqual(groups.map(({ layer, count, rows }) => [layer.name, count, rows.map((row) => [row.label, row.count])]), [['incident', 12, [['Riots', 7], ['Crime', 3], ['Other', 2]]]]);
  assert.deepEqual(empty.map(({ name }) => name), ['base']);
  assert.deepEqual(ground.map(({ name }) => name), ['road']);
});

test('what the legend of the page switched off is not in that of the sheet', () => {
  const { groups } = legendOf({ ...state, filters: { incident: { type: { hide: ['RIOTS', ''] } } } });
  assert.deepEqual([groups[0].count, groups[0].rows.map(({ label }) => label)], [3, ['Crime']]);
});

test('every condition on what is shown is said in full, and as CQL2', () => {
  const narrowed = { ...state, text: 'road', filters: { incident: { type: { hide: ['RIOTS'] }, severity: { min: 3 } }, other: { x: { min: 1 } } }, cql: { incident: "title = 'x'" } };
  assert.deepEqual(conditionsInWords(narrowed), ['mentions “road”', 'Incidents: Type other than Riots', 'Incidents: Severity at least 3', 'Incidents: a condition of its own, see CQL2']);
  const [[layer, text]] = conditionsAsCql(narrowed);
  assert.equal(layer, 'incident');
  for (const part of ["(title = 'x')", "type NOT IN ('RIOTS')", 'severity >= 3', '%road%']) {
    assert.ok(text.includes(part), part);
  }
  assert.deepEqual(conditionsInWords({ ...narrowed, shown: ['base'] }), ['mentions “road”']);
});

test('figures stand at all four margins, where the lines meet them', () => {
  const box = /** @type {[number, number, number, number]} */ ([worldX(20.2), worldY(4.8), worldX(20.8), worldY(4.2)]);
  const scale = 256 * 2 ** 10;
  const figures = marginFigures({ box, scale });
  for (const edge of ['top', 'bottom', 'left', 'right']) {
    const some = figures.filter((each) => each.edge === edge);
    assert.ok(some.length >= 5, edge);
    assert.ok(some.every(({ at, text }) => at >= 0 && at <= (box[2] - box[0]) * scale + 1 && /^\d$/.test(text)), edge);
  }
});

test('the sheet follows what the page shows, not where it looks nor what it has open', () => {
  const sheet = { ...initialState, view: { lat: 1, lng: 2, zoom: 9 }, marks: { counts: 'CONFIDENTIAL' }, grid: true };
  const page = { ...state, view: { lat: 5, lng: 5, zoom: 5 }, selection: { layer: 'incident', id: 'x' }, tool: 'print', marks: { tool: 'STRICTLY_CONFIDENTIAL' }, theme: 'dark' };
  const now = following(sheet, page);
  assert.deepEqual([now.view, now.marks, now.grid, now.selection, now.tool, now.theme, now.period], [sheet.view, sheet.marks, true, null, null, 'light', page.period]);
});
