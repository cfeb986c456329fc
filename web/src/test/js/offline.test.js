import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptAnswers } from '../../main/web/offline/kept.js';
import { byteMeter } from '../../main/web/offline/meter.js';
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
  const kept = keptAnswers(storage(), () => now);
  await kept.keep('/api/events/a', said('secret', ''));
  await kept.keep('/api/events/b', said('open', 'key 60'));
  assert.equal(await kept.find('/api/events/a'), null);
  assert.equal(await (await kept.find('/api/events/b')).response.text(), 'open');
  now = 61_000;
  assert.equal(await kept.find('/api/events/b'), null);
});

test('what was kept under another key is deleted before anything is kept under this one', async () => {
  const disk = storage();
  const kept = keptAnswers(disk);
  await kept.keep('/api/counts?asked=1', said('hers', 'hers 60'));
  await kept.keep('/api/counts?asked=2', said('his', 'his 60'));
  assert.deepEqual([...disk.caches.keys()], ['vigie-kept-his']);
  assert.equal(await kept.find('/api/counts?asked=1'), null);
});

test('nothing that is still on its way is kept after the session', async () => {
  const disk = storage();
  const kept = keptAnswers(disk);
  const late = new Response(new ReadableStream({ async pull(stream) { await kept.clear(); stream.enqueue(new TextEncoder().encode('late')); stream.close(); } }), { headers: { 'x-keep-offline': 'key 60' } });
  await kept.keep('/api/events/a', late);
  assert.equal(disk.caches.size, 0);
  await kept.keep('/api/events/a', said('later', 'key 60'));
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
  let answer = async () => said('then', 'key 60');
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

const change = { kind: 'change', layer: 'report', properties: { title: 'mine' }, target: { id: '1', tag: '"1"', base: { title: 'old' } }, link: null };
const failing = (status, now) => ({ change: async () => { throw Object.assign(new Error('no'), { status }); }, find: async () => ({ tag: '"2"', properties: now, geometry: null }) });

test('an edit whose answer was lost is known again; one that met another waits for a person', async () => {
  assert.deepEqual(await attempt(failing(412, { title: 'mine' }), change, async () => {}), { now: 'sent' });
  assert.deepEqual(await attempt(failing(412, { title: 'theirs' }), change, async () => {}), { now: 'conflict' });
});

test('a line, a server and a session that are not there are waited for; a refusal is told', async () => {
  for (const status of [0, 401, 429, 503]) {
    assert.deepEqual(await attempt(failing(status, {}), change, async () => {}), { now: 'later' });
  }
  assert.deepEqual(await attempt(failing(403, {}), change, async () => {}), { now: 'refused', problem: 'no' });
});
