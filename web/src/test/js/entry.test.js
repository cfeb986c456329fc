import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readValue, rawOf } from '../../main/web/forms/values.js';
import { drafts, mayLieOnDisk } from '../../main/web/entry/draft.js';
import { defaultsOf, enterable, firstFields, placeFields } from '../../main/web/entry/kinds.js';
import { compare, merge } from '../../main/web/entry/merge.js';
import { readDay, readMoment, readTyped } from '../../main/web/core/moment.js';
import { spanOf } from '../../main/web/entry/span.js';
import { newFeature, patchFrom, valuesOf } from '../../main/web/entry/outgoing.js';
import { chosen, classed, classOf, confirmed, hindrance, located, NOWHERE, offTheMap, surveyed, understood, widened } from '../../main/web/entry/place.js';

const now = new Date('2026-06-03T14:05:40Z');
const field = (/** @type {string} */ name, /** @type {object} */ more = {}) => ({ name, title: name, type: 'text', ...more });
const layer = (/** @type {object} */ more) => /** @type {any} */ ({
  name: 'incident', group: 'events', writable: true, geometryTypes: ['Point'], geometryRequired: false, groupedBy: 'type', titleProperty: 'title', severity: 'severity',
  defaultClassification: 'UNCLASSIFIED', symbol: { property: 'type' }, properties: [], ...more,
});
const report = layer({ name: 'report', titleProperty: 'headline', severity: null, groupedBy: 'channel', symbol: { property: 'channel' }, appendOnly: true, properties: [
  field('headline'), field('received_at', { type: 'timestamp', required: true }), field('channel', { type: 'code', required: true, choices: [{ code: 'WEB', label: 'Web form' }] }),
  field('source_identity', { protection: 'source-identity' }), field('raw_text', { type: 'long-text', required: true }), field('source_reliability'), field('info_credibility'), field('place_name'), field('coord_original'), field('exercise', { type: 'boolean' })] });
const spot = /** @type {any} */ ({ position: [-20.5, -10.25], text: '5 km NE of Aba', locationClass: 'VILLAGE', radiusM: 2000, reason: 'distance' });

test('a moment is read as people write it, in UTC', () => {
  const minute = (/** @type {string} */ at) => ({ at, precision: 'EXACT_MINUTE' });
  for (const [text, at] of [['2026-06-03 14:05', '2026-06-03T14:05'], ['2026-06-03T14:05Z', '2026-06-03T14:05'], ['14:05', '2026-06-03T14:05'], ['0030', '2026-06-03T00:30'],
    ['23:00', '2026-06-02T23:00'], ['031405ZJUN26', '2026-06-03T14:05'], ['20 min ago', '2026-06-03T13:45'], ['2h ago', '2026-06-03T12:05'], ['now', '2026-06-03T14:05'],
    ['2 Jun 2026 14:05', '2026-06-02T14:05'], ['12 September 2025, 9:30Z', '2025-09-12T09:30']]) {
    assert.deepEqual(readMoment(text, now), minute(`${at}:00.000Z`), text);
  }
  assert.deepEqual(readMoment('2026-06-01', now), { at: '2026-06-01T00:00:00.000Z', precision: 'EXACT_DAY' });
  for (const text of ['', 'yesterday-ish', '2026-02-30', '25:00', '2026-13-01', '320000ZJUN26', '12:71']) {
    assert.equal(readMoment(text, now), null, text);
  }
});

test('a day is read by the name of its month and never as two numbers that could be swapped', () => {
  for (const [text, locale] of [['2 Apr 2026', 'en'], ['2 avril 2026', 'fr'], ['2 avr. 2026', 'fr'], ['2 abril 2026', 'es'], ['2 أبريل 2026', 'ar'], ['021405ZAPR26', 'fr'], ['2026-4-2', 'en']]) {
    assert.equal(readDay(text, now, locale), '2026-04-02', text);
  }
  for (const text of ['04/02/2026', '02.04.2026', '2 Foo 2026', '31 Apr 2026', '']) {
    assert.equal(readDay(text, now), null, text);
  }
});

test('a field for a moment keeps the seconds that were typed', () => {
  assert.equal(readTyped('2026-06-01T14:05:09Z', now), '2026-06-01 14:05:09');
  assert.equal(readTyped('1h ago', now), '2026-06-03 13:05');
  assert.equal(readTyped('2026-02-30 14:05:09', now), null);
});

test('the span of an event covers what is not known of its time', () => {
  assert.deepEqual(spanOf('2026-06-03T14:05:00.000Z', 'EXACT_MINUTE'), { valid_from: '2026-06-03T14:05:00.000Z', valid_to: null });
  assert.deepEqual(spanOf('2026-06-03T14:05:00.000Z', 'EXACT_DAY'), { valid_from: '2026-06-03T00:00:00.000Z', valid_to: '2026-06-04T00:00:00.000Z' });
  assert.equal(spanOf('2024-02-10T00:00:00.000Z', 'MONTH').valid_to, '2024-03-01T00:00:00.000Z');
  assert.equal(spanOf('2024-02-10T00:00:00.000Z', 'YEAR').valid_from, '2024-01-01T00:00:00.000Z');
});

test('what was swapped or lies outside must be answered before it is sent', () => {
  const place = understood('-20.5 -10.25', { kind: 'coordinates', best: spot, warnings: [{ code: 'swapped', text: 'outside', instead: spot }, { code: 'reversed', text: 'read as lon, lat' }] });
  assert.equal(hindrance(place, false), 'unanswered');
  assert.deepEqual(place.notes, ['read as lon, lat']);
  assert.equal(hindrance(confirmed(place, 'swapped'), false), null);
  const elsewhere = surveyed(chosen(place, spot), { kind: 'point', best: spot, warnings: [{ code: 'outside', text: 'outside' }] });
  assert.equal(hindrance(elsewhere, false), 'unanswered', 'choosing another place does not answer that it lies outside');
  assert.equal(hindrance(surveyed(chosen(place, spot), { kind: 'point', best: spot }), false), null);
});

test('no place is sent only where the layer allows it and somebody says so', () => {
  assert.equal(hindrance(NOWHERE, false), 'none');
  assert.equal(hindrance({ ...NOWHERE, unknown: true }, false), null);
  assert.equal(hindrance({ ...NOWHERE, unknown: true }, true), 'noneRequired');
  assert.equal(hindrance(understood('nowhere', { kind: 'unknown', problem: { what: 'Not known', fix: 'Click' } }), false), 'notUnderstood');
  assert.equal(located({ ...NOWHERE, unknown: true }).geometry, null);
});

test('radius and class of a place follow each other', () => {
  const place = { ...NOWHERE, spot };
  assert.equal(widened(place, 40_000, 'by hand').spot?.locationClass, 'ADM2');
  assert.equal(classed(place, 'GPS', 'by hand').spot?.radiusM, 30);
  assert.equal(classOf(900_000, 'SITE'), 'COUNTRY');
  assert.equal(classOf(10, 'ROUTE_SEGMENT'), 'ROUTE_SEGMENT');
  assert.equal(hindrance(widened(place, 0, ''), false), 'radiusWrong');
});

test('a point of the map is no better known than the map shows it', () => {
  assert.deepEqual(offTheMap([1, 2], 3, null, 'map'), { position: [1, 2], text: '', radiusM: 250, reason: 'map', locationClass: 'SITE' });
  assert.equal(offTheMap([1, 2], 4_899, null, 'map').radiusM, 4_900);
  assert.equal(offTheMap([1, 2], 4_899, null, 'map').locationClass, 'NEAR_PLACE');
  const moved = offTheMap([1, 2], 40, { radiusM: 2_100, reason: 'distance' }, 'map');
  assert.deepEqual([moved.radiusM, moved.reason], [2_100, 'distance'], 'a nudge makes no place better known');
});

test('reports are offered first, and only what the caller may write', () => {
  const incident = layer({ workflow: { property: 'status', initial: 'REPORTED', reports: 'report' } });
  const names = enterable([incident, report, layer({ name: 'base', group: 'mission' }), layer({ name: 'patrol', writable: false }), layer({ name: 'hotspot', group: 'protection' }),
    layer({ name: 'road', geometryRequired: true, geometryTypes: ['LineString'] })]).map(({ name }) => name);
  assert.deepEqual(names, ['report', 'incident']);
});

test('a report asks for heading, text and grade; the page fills in the rest', () => {
  assert.deepEqual(firstFields(report), ['headline', 'raw_text', 'source_reliability', 'info_credibility']);
  assert.deepEqual(defaultsOf(report, now, true), { received_at: now.toISOString(), channel: 'WEB', exercise: true });
  assert.equal('exercise' in defaultsOf(report, now, false), false);
  assert.deepEqual(placeFields(report, { place_name: 'Aba', admin1: 'North' }, 'near Aba'), { coord_original: 'near Aba', place_name: 'Aba' });
});

/** @returns {any} */
function storage() {
  const kept = new Map();
  return { get length() { return kept.size; }, key: (/** @type {number} */ i) => [...kept.keys()][i], getItem: (/** @type {string} */ k) => kept.get(k) ?? null, setItem: (/** @type {string} */ k, /** @type {string} */ v) => kept.set(k, v), removeItem: (/** @type {string} */ k) => kept.delete(k) };
}
const draft = (/** @type {object} */ more = {}) => /** @type {any} */ ({ key: 'k', savedAt: now.toISOString(), fields: { headline: 'Shots' }, place: NOWHERE, time: { text: '', precision: '' }, marks: { classification: 'UNCLASSIFIED', compartments: [] }, base: null, ...more });

test('only what everybody may read is kept on the disk of the computer', () => {
  assert.equal(mayLieOnDisk(report, draft()), true);
  assert.equal(mayLieOnDisk(report, draft({ marks: { classification: 'CONFIDENTIAL', compartments: [] } })), false);
  assert.equal(mayLieOnDisk(report, draft({ marks: { classification: 'UNCLASSIFIED', compartments: ['POC'] } })), false);
  assert.equal(mayLieOnDisk(report, draft({ fields: { source_identity: 'somebody' } })), false);
  const coarse = layer({ generalisedCodes: ['CRSV'], properties: [field('flags', { type: 'codes', choices: [{ code: 'CRSV', label: 'Violence' }] })] });
  assert.equal(mayLieOnDisk(coarse, draft({ fields: { flags: ['CRSV'] } })), false);
  assert.equal(mayLieOnDisk(coarse, draft({ fields: { flags: [] } })), true);
});

test('a draft outlives the tab only when it may, leaves the disk when it is marked higher, and belongs to one person', () => {
  const tab = storage();
  const disk = storage();
  const mine = drafts({ tab, disk }, 'reporter');
  mine.keep('report', report, draft());
  assert.equal(drafts({ tab: storage(), disk }, 'reporter').find('report', now)?.key, 'k');
  mine.keep('report', report, draft({ marks: { classification: 'CONFIDENTIAL', compartments: [] } }));
  assert.equal(disk.length, 0);
  assert.equal(mine.find('report', now)?.key, 'k');
  assert.equal(drafts({ tab, disk }, 'viewer').find('report', now), null);
  assert.equal(tab.length, 0, 'the next person at the same tab finds nothing');
  mine.keep('report', report, draft());
  mine.forget('report');
  assert.equal(tab.length + disk.length, 0);
});

test('a spoilt or week-old draft is none', () => {
  const tab = storage();
  tab.setItem('vigie.draft.reporter.report', '{"key":1');
  const mine = drafts({ tab, disk: storage() }, 'reporter');
  assert.equal(mine.find('report', now), null);
  mine.keep('report', report, draft({ savedAt: '2026-05-01T00:00:00Z' }));
  assert.equal(mine.find('report', now), null);
});

test('of two edits each keeps what it alone changed; what both changed is asked', () => {
  const base = { title: 'a', severity: 1, status: 's', geometry: null };
  const theirs = { title: 'b', severity: 2, status: 's', geometry: null };
  const mine = { title: 'c', severity: 1, status: 't', geometry: null };
  assert.deepEqual(compare(base, theirs, mine), { conflicts: ['title'], theirsAlone: ['severity'] });
  assert.deepEqual(merge(base, theirs, mine, []), { title: 'c', severity: 2, status: 't', geometry: null });
  assert.deepEqual(merge(base, theirs, mine, ['title']), { title: 'b', severity: 2, status: 't', geometry: null });
  assert.deepEqual(compare(base, { ...theirs, title: 'c' }, mine).conflicts, [], 'the same change twice is no conflict');
});

const parts = (/** @type {object} */ more) => /** @type {any} */ ({ task: { alsoSent: { exercise: true } }, base: null, values: { title: 'Shots', severity: null }, place: { ...NOWHERE, spot }, isPlaceKept: false,
  time: { valid_from: '2026-06-03T14:05:00.000Z', valid_to: null, time_precision: 'EXACT_MINUTE' }, isTimeKept: false, marks: { classification: 'CONFIDENTIAL', compartments: ['POC'] }, ...more });

test('a new feature says place, time and marks, and nothing that was left empty', () => {
  assert.deepEqual(newFeature(parts({})), { geometry: { type: 'Point', coordinates: [-20.5, -10.25] }, properties: {
    title: 'Shots', exercise: true, location_class: 'VILLAGE', radius_m: 2000, valid_from: '2026-06-03T14:05:00.000Z', time_precision: 'EXACT_MINUTE', classification: 'CONFIDENTIAL', compartments: ['POC'] } });
});

test('an edit sends only what was touched, and what took three hours still does', () => {
  const values = { title: 'Shots', valid_from: '2026-06-03T10:00:17Z', valid_to: '2026-06-03T13:00:17Z', time_precision: 'EXACT_MINUTE', location_class: 'GPS', radius_m: 12.5, geometry: { type: 'Point', coordinates: [1.23456789, 2] } };
  const base = { tag: '"1"', values };
  assert.equal(patchFrom(values, valuesOf(parts({ base, values: { title: 'Shots' }, isPlaceKept: true, isTimeKept: true }))), null);
  assert.deepEqual(patchFrom(values, valuesOf(parts({ base, values: { title: 'More shots' }, isPlaceKept: true, isTimeKept: true }))), { properties: { title: 'More shots' } });
  assert.equal(valuesOf(parts({ base })).valid_to, '2026-06-03T17:05:00.000Z');
  assert.deepEqual(patchFrom(values, valuesOf(parts({ base, values: { title: 'Shots' }, place: { ...NOWHERE, unknown: true }, isTimeKept: true }))), { geometry: null, properties: { location_class: null, radius_m: null } });
});

test('the rows of a table are read cell by cell, and empty rows are none', () => {
  const table = /** @type {any} */ (field('casualties', { type: 'table', columns: [field('sex', { type: 'code' }), field('killed', { type: 'integer', minimum: 0 })] }));
  assert.deepEqual(readValue(table, [{ sex: 'F', killed: '2' }, { sex: ' ', killed: '' }]), { value: [{ sex: 'F', killed: 2 }] });
  assert.deepEqual(readValue(table, [{ sex: '', killed: '-1' }]), { reason: 'least', limit: 0 });
  assert.deepEqual(readValue(table, []), { value: null });
  assert.deepEqual(rawOf(table, [{ sex: 'F', killed: 2 }]), [{ sex: 'F', killed: '2' }]);
});

test('an entry of an open list may be typed by its label', () => {
  const open = /** @type {any} */ (field('subtype', { type: 'code', open: true, choices: [{ code: 'ARMED_CLASH', label: 'Armed clash' }] }));
  assert.deepEqual(readValue(open, 'armed clash'), { value: 'ARMED_CLASH' });
  assert.deepEqual(readValue(open, 'OWN_CODE'), { value: 'OWN_CODE' });
  assert.equal(rawOf(open, 'ARMED_CLASH'), 'Armed clash');
});
