import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi, Problem } from '../../main/web/core/api.js';
import { diskMark } from '../../main/web/core/classification.js';
import { keptAnswers } from '../../main/web/offline/kept.js';
import { byteMeter } from '../../main/web/offline/meter.js';
import { queueFile } from '../../main/web/offline/queue-file.js';
import { questionOf, remembering } from '../../main/web/offline/remembering.js';
import { attempt, mayLieOnDisk } from '../../main/web/offline/sending.js';

/** As much of the browser's storage of answers as is used. */
function storage() {
  const caches = new Map();
  return {
    caches,
    keys: async () => [...caches.keys()],
    delete: async (name) => caches.delete(name),
    open: async (name) => {
      const answers = caches.get(name) ?? new Map();
      caches.set(name, answers);
      return {
        put: async (question, response) => { answers.set(question, response); },
        match: async (question) => answers.get(question)?.clone(),
        keys: async () => [...answers.keys()],
        delete: async (question) => answers.delete(question),
      };
    },
  };
}

const said = (text, keep) => new Response(text, { headers: keep ? { 'x-keep-offline': keep } : {} });

test('only what the server says may be kept is kept, and no longer than it says', async () => {
  let now = 0;
  const kept = keptAnswers(storage(), null, () => now);
  await kept.keep('/api/events/a', said('secret', ''));
  await kept.keep('/api/events/b', said('open', 'key 60 open'));
  assert.equal(await kept.find('/api/events/a'), null);
  assert.equal(await (await kept.find('/api/events/b')).response.text(), 'open');
  now = 61_000;
  assert.equal(await kept.find('/api/events/b'), null);
});

test('what was kept under another key is deleted before anything is kept under this one', async () => {
  const disk = storage();
  const kept = keptAnswers(disk);
  await kept.keep('/api/counts?asked=1', said('hers', 'hers 60 open'));
  await kept.keep('/api/counts?asked=2', said('his', 'his 60 open'));
  assert.deepEqual([...disk.caches.keys()], ['vigie-kept-his']);
  assert.equal(await kept.find('/api/counts?asked=1'), null);
});

test('nothing that is still on its way is kept after the session', async () => {
  const disk = storage();
  const kept = keptAnswers(disk);
  const late = new Response(new ReadableStream({ async pull(stream) { await kept.clear(); stream.enqueue(new TextEncoder().encode('late')); stream.close(); } }), { headers: { 'x-keep-offline': 'key 60 open' } });
  await kept.keep('/api/events/a', late);
  assert.equal(disk.caches.size, 0);
  await kept.keep('/api/events/a', said('later', 'key 60 open'));
  assert.equal(disk.caches.size, 0);
});

test('single features and sessions are no question that is kept; a question by POST is kept by its content', async () => {
  assert.equal(await questionOf('/collections/incident/items/1', {}), null);
  assert.equal(await questionOf('/api/session', {}), null);
  assert.equal(await questionOf('/api/counts', { method: 'DELETE' }), null);
  const one = await questionOf('/api/counts', { method: 'POST', body: '{"a":1}' });
  assert.notEqual(one, await questionOf('/api/counts', { method: 'POST', body: '{"a":2}' }));
  assert.equal(one, await questionOf('/api/counts', { method: 'POST', body: '{"a":1}' }));
});

test('without a line the answer of before is given and said to be so; a refusal is not covered up', async () => {
  const kept = keptAnswers(storage());
  let answer = async () => said('then', 'key 60 open');
  const remembered = [];
  const send = remembering(() => answer(), kept, { isLost: () => false, remembered: (at) => remembered.push(at) });
  await send('/api/events/a');
  await new Promise((done) => { setTimeout(done, 5); });
  answer = async () => { throw new TypeError('no line'); };
  assert.equal(await (await send('/api/events/a')).text(), 'then');
  assert.equal(remembered.length, 1);
  await assert.rejects(send('/api/events/other'), /no line/);
  answer = async () => new Response('', { status: 403 });
  assert.equal((await send('/api/events/a')).status, 403);
});

test('a page that began without a line finds kept answers to what is asked by POST, and sends nothing without its proof', async () => {
  const sent = [];
  let isBack = false;
  let isLost = false;
  const browser = async (path, { headers, cache } = {}) => {
    sent.push([path, headers['x-csrf-token'], cache]);
    if (!isBack || cache === 'only-if-cached') {
      throw new TypeError('no line');
    }
    return path === '/api/session' ? Response.json({ csrfToken: 'proof' }) : Response.json({ asked: 'now' });
  };
  const kept = keptAnswers(storage());
  await kept.keep(await questionOf('/api/counts', { method: 'POST', body: '{"layers":[]}' }), said('{"asked":"then"}', 'key 60 open'));
  const api = createApi(remembering(browser, kept, { isLost: () => false, remembered() {} }));
  api.beginsWithoutProof(() => isLost);
  assert.deepEqual(await api.counts({ layers: [] }), { asked: 'then' });
  await assert.rejects(api.counts({ layers: [1] }), { title: 'unreachable' });
  assert.deepEqual(sent.filter(([path, , cache]) => path !== '/api/session' && cache !== 'only-if-cached'), []);
  isLost = true;
  sent.length = 0;
  assert.deepEqual(await api.counts({ layers: [] }), { asked: 'then' });
  assert.deepEqual(sent.filter(([path]) => path === '/api/session'), []);
  [isLost, isBack] = [false, true];
  sent.length = 0;
  assert.deepEqual(await api.counts({ layers: [] }), { asked: 'now' });
  assert.deepEqual(sent.map(([path, proof]) => [path, proof]), [['/api/session', undefined], ['/api/counts', 'proof']]);
});

test('the meter forgets of the minute and never of the whole', () => {
  const meter = byteMeter(100);
  meter.add(10, 0);
  meter.add(5, 50_000);
  assert.deepEqual(meter.read(59_000), { all: 115, minute: 15 });
  assert.deepEqual(meter.read(61_000), { all: 115, minute: 5 });
});

const layer = { name: 'report', title: 'Report', titleProperty: 'title', properties: [{ name: 'source', protection: 'source-identity' }], generalisedCodes: ['SEXUAL_VIOLENCE'] };

test('an entry lies on the disk only when everybody of the mission might read it', () => {
  assert.equal(mayLieOnDisk(layer, { title: 'x', classification: 'UNCLASSIFIED' }), true);
  assert.equal(mayLieOnDisk(layer, { title: 'x', classification: 'CONFIDENTIAL' }), false);
  assert.equal(mayLieOnDisk(layer, { compartments: ['CHILD'] }), false);
  assert.equal(mayLieOnDisk(layer, { source: 'a name' }), false);
  assert.equal(mayLieOnDisk(layer, { types: ['SEXUAL_VIOLENCE'] }), false);
});

const server = { link: async () => ({ id: '' }), step: async () => { throw Object.assign(new Error('no'), { status: 412 }); } };
const change = { kind: 'change', layer: 'report', properties: { title: 'mine' }, target: { id: '1', tag: '"1"', base: { title: 'old' } }, link: null, step: null };
const failing = (status, now) => ({ change: async () => { throw new Problem({ status, detail: 'no' }); }, find: async () => ({ tag: '"2"', properties: now, geometry: null }) });

test('an edit whose answer was lost is known again; one that met another waits for a person', async () => {
  assert.deepEqual(await attempt(failing(412, { title: 'mine' }), change, server), { now: 'sent', tag: '"2"' });
  assert.deepEqual(await attempt(failing(412, { title: 'theirs' }), change, server), { now: 'conflict' });
});

test('a line, a server and a session that are not there are waited for; a refusal is told', async () => {
  for (const status of [0, 401, 429, 502, 503, 504]) {
    assert.deepEqual(await attempt(failing(status, {}), change, server), { now: 'later' });
  }
  assert.deepEqual(await attempt(failing(403, {}), change, server), { now: 'refused', problem: 'no' });
});

test('a deletion that found nothing is done; one that met a change, and a step that met one, wait for a person', async () => {
  const deletion = { ...change, kind: 'remove', properties: change.target.base };
  const removing = (status) => ({ remove: async () => { throw Object.assign(new Error('no'), { status }); }, find: async () => ({ tag: '"2"', properties: { title: 'theirs' }, geometry: null }) });
  assert.deepEqual(await attempt(removing(404), deletion, server), { now: 'sent', tag: null });
  assert.deepEqual(await attempt(removing(412), deletion, server), { now: 'conflict' });
  const step = { ...change, kind: 'step', properties: {}, target: { id: '1', tag: '"3"', base: {} }, step: { to: 'VERIFIED', label: 'Verify', reason: '', property: 'status' } };
  assert.deepEqual(await attempt(failing(412, { status: 'VERIFIED' }), step, server), { now: 'sent', tag: '"2"' });
  assert.deepEqual(await attempt(failing(412, { status: 'CLOSED' }), step, server), { now: 'conflict' });
  const asked = [];
  assert.deepEqual(await attempt({}, step, { ...server, step: async (...said) => { asked.push(said); return { version: 4 }; } }), { now: 'sent', tag: '"4"' });
  assert.deepEqual(asked, [[{ layer: 'report', id: '1' }, 3, 'VERIFIED', '']]);
});

test('where the mission lets confidential answers lie on its disks, entries may too, but never what a compartment keeps', () => {
  assert.equal(mayLieOnDisk(layer, { classification: 'CONFIDENTIAL' }, 'CONFIDENTIAL'), true);
  assert.equal(mayLieOnDisk(layer, { classification: 'STRICTLY_CONFIDENTIAL' }, 'CONFIDENTIAL'), false);
  assert.equal(mayLieOnDisk(layer, { classification: 'UNCLASSIFIED', compartments: ['CHILD'] }, 'CONFIDENTIAL'), false);
  assert.equal(diskMark({ offlineClassification: 'none' }), 'UNCLASSIFIED');
  assert.equal(diskMark(null), 'UNCLASSIFIED');
});

test('the file of what was not sent has every entry whole, with what was to be done and why it was refused', () => {
  const made = { id: 'key', kind: 'create', layer: 'report', title: 'A', queuedAt: '2026-05-01T10:00:00Z', state: 'refused', problem: 'no such code', geometry: { type: 'Point', coordinates: [20, 5] }, properties: { title: 'A', classification: 'CONFIDENTIAL' }, target: null, link: null, step: null };
  const changed = { ...made, kind: 'change', properties: { title: 'B', geometry: { type: 'Point', coordinates: [21, 6] } }, geometry: null, target: { id: '7', tag: '"3"', base: {} } };
  const catalog = [{ name: 'report', defaultClassification: 'CONFIDENTIAL' }];
  const of = { mission: 'EXERCISE', username: 'adviser', at: '2026-05-01T12:34:56.000Z', catalog };
  const { name, text } = queueFile([made, changed], of);
  assert.equal(JSON.parse(queueFile([changed], of).text).classification, 'CONFIDENTIAL', 'by its layer');
  assert.equal(JSON.parse(queueFile([changed], { ...of, catalog: [] }).text).classification, 'STRICTLY_CONFIDENTIAL', 'unknown');
  assert.equal(name, 'unsent-202605011234.geojson');
  const file = JSON.parse(text);
  assert.equal(file.classification, 'CONFIDENTIAL');
  assert.deepEqual(file.features.map(({ geometry }) => geometry.coordinates), [[20, 5], [21, 6]]);
  assert.equal(file.features[0]['vigie:unsent'].problem, 'no such code');
  assert.equal(file.features[1]['vigie:unsent'].version, '"3"');
});
