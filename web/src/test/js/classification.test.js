import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../main/web/core/api.js';
import { compartmentsOfPage, highest, markOfPage, partOf } from '../../main/web/core/classification.js';
import { UNCHOSEN } from '../../main/web/core/linked.js';
import { initialState, reduce } from '../../main/web/core/state.js';

const see = (state, part, mark) => reduce(state, { type: 'mark/seen', part, mark });

test('the highest of no marks is the lowest there is', () => {
  assert.equal(highest([]), 'UNCLASSIFIED');
  assert.equal(highest(['CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL', 'UNCLASSIFIED']), 'STRICTLY_CONFIDENTIAL');
});

test('a layer that is switched off no longer marks the page', () => {
  const on = see({ ...initialState, shown: ['incident'] }, 'picture:incident', 'CONFIDENTIAL');
  assert.equal(markOfPage(on), 'CONFIDENTIAL');
  assert.equal(markOfPage({ ...on, shown: [] }), 'UNCLASSIFIED');
});

test('the mark of a chosen feature goes with its panel, that of a figure stays', () => {
  const chosen = see({ ...initialState, selection: { layer: 'incident', id: '1' } }, 'detail', 'STRICTLY_CONFIDENTIAL');
  assert.equal(markOfPage(chosen), 'STRICTLY_CONFIDENTIAL');
  assert.equal(markOfPage({ ...chosen, selection: null }), 'UNCLASSIFIED');
  assert.equal(markOfPage(see({ ...chosen, selection: null }, 'counts', 'CONFIDENTIAL')), 'CONFIDENTIAL');
});

test('an answer that is lower than the one before lowers the page', () => {
  const high = see({ ...initialState, shown: ['incident'] }, 'picture:incident', 'STRICTLY_CONFIDENTIAL');
  assert.equal(markOfPage(see(high, 'picture:incident', 'UNCLASSIFIED')), 'UNCLASSIFIED');
});

test('every answer tells its mark', async () => {
  const seen = [];
  const answer = new Response('{}', { headers: { 'X-Classification': 'CONFIDENTIAL' } });
  await createApi(async () => answer, (path, mark) => seen.push([partOf(path), mark])).picture('ied-report', {});
  assert.deepEqual(seen, [['picture:ied-report', 'CONFIDENTIAL']]);
});

test('each request belongs to the part of the page that shows its answer', () => {
  assert.equal(partOf('/collections/incident/items/5b?f=json'), 'detail');
  assert.equal(partOf('/collections/incident'), null);
  assert.equal(partOf('/api/breakdown'), null);
  assert.equal(partOf('/api/mission'), null);
  assert.equal(partOf('/processes/clusters/execution'), 'tool');
  assert.equal(partOf('/api/histogram?layer=incident'), 'time');
});

test('the mark of a table goes when it is closed, and a lower list beside a higher one does not lower it', () => {
  const open = { ...initialState, linked: { ...UNCHOSEN, views: ['table', 'breakdown'] } };
  const seen = see(see(see(open, 'linked:table', 'UNCLASSIFIED'), 'linked:breakdown.type', 'STRICTLY_CONFIDENTIAL'), 'linked:breakdown.status', 'UNCLASSIFIED');
  assert.equal(markOfPage(seen), 'STRICTLY_CONFIDENTIAL');
  assert.equal(markOfPage({ ...seen, linked: { ...UNCHOSEN, views: ['table'] } }), 'UNCLASSIFIED');
  assert.equal(markOfPage({ ...seen, linked: null }), 'UNCLASSIFIED');
});

test('the compartments are those of the layers that are on, of the picture beside and of an open snapshot', () => {
  const counted = (of) => ({ state: 'ready', layers: {}, compartments: of });
  const page = { ...initialState, shown: ['poc-alert'], counts: counted({ 'poc-alert': ['POC'], source: ['HUMINT'] }) };
  assert.deepEqual(compartmentsOfPage(page), ['POC']);
  assert.deepEqual(compartmentsOfPage({ ...page, shown: [] }), [], 'a layer that is off marks nothing');
  assert.deepEqual(compartmentsOfPage({ ...page, other: { ...page, shown: ['source'] } }), ['HUMINT', 'POC']);
  assert.deepEqual(compartmentsOfPage({ ...initialState, snapshot: { ref: 'S-7KQ4', classification: 'CONFIDENTIAL', compartments: ['POC'] } }), ['POC']);
});

test('an open snapshot is as high as it was marked, whatever the caller sees of it', () => {
  assert.equal(markOfPage({ ...initialState, snapshot: { ref: 'S-7KQ4', classification: 'CONFIDENTIAL', compartments: [] } }), 'CONFIDENTIAL');
});
