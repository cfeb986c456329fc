import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptAnswers } from '../../main/web/offline/kept.js';
import { ITERATIONS, makeLock, openLock, reader, sealer, weakness } from '../../main/web/offline/lock.js';
import { lockedAnswers } from '../../main/web/offline/locked.js';
import { remembering } from '../../main/web/offline/remembering.js';

const PASSPHRASE = 'lamp orchard seven ferry quill';
const FEW = 1_000;
const utf8 = (text) => new TextEncoder().encode(text);

/** As much of the disk as is used; `raw` is every byte that lies there, as text. */
function disk() {
  let lock = null;
  const [heads, bodies] = [new Map(), new Map()];
  const text = (value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? Buffer.from(value).toString('latin1')
    : typeof value === 'object' && value !== null ? Object.entries(value).map(([name, part]) => `${name}=${text(part)}`).join(' ') : String(value));
  return {
    there: { heads, bodies },
    raw: () => [lock, ...heads.values(), ...bodies.values()].map(text).join('\n'),
    lock: async () => lock,
    begin: async (made) => { lock = made; heads.clear(); bodies.clear(); },
    ids: async () => [...heads.keys()],
    heads: async () => [...heads.values()],
    body: async (id) => bodies.get(id),
    put: async (head, sealed) => {
      if (lock?.id !== head.lockId) {
        return false;
      }
      heads.set(head.id, head);
      bodies.set(head.id, sealed);
      return true;
    },
    remove: async (ids) => ids.forEach((id) => { heads.delete(id); bodies.delete(id); }),
    removeAll: () => { lock = null; heads.clear(); bodies.clear(); },
  };
}

/** What one page has of it, and what it was told. */
function page(on, now = Date.now) {
  const told = [];
  const locked = lockedAnswers(on, (state) => told.push(state), now);
  return { locked, told };
}

const answer = (text) => ({ status: 200, headers: { 'x-classification': 'CONFIDENTIAL' }, bytes: utf8(text).buffer });
const leave = { key: 'k1', seconds: 60 };

test('a passphrase of few or of repeated characters is refused; whichever keyboard writes it, it is the same', async () => {
  assert.equal(weakness('eleven char'), 'short');
  assert.equal(weakness('            a b c d e            '), 'short');
  assert.equal(weakness('abababababababab'), 'same');
  assert.equal(weakness(PASSPHRASE), null);
  const { lock } = await makeLock('forêt lointaine, été'.normalize('NFC'), 'k1', FEW);
  assert.notEqual(await openLock(lock, ' forêt lointaine, été'.normalize('NFD')), null);
});

test('a guess costs what OWASP asks for, and the key that reads cannot be taken out of the page', async () => {
  assert.equal(ITERATIONS, 600_000);
  const { lock, reading } = await makeLock(PASSPHRASE, 'k1');
  assert.equal(lock.iterations, ITERATIONS);
  await assert.rejects(crypto.subtle.exportKey('pkcs8', reading));
  await assert.rejects(crypto.subtle.exportKey('pkcs8', await openLock(lock, PASSPHRASE)));
  assert.notDeepEqual(lock.salt, (await makeLock(PASSPHRASE, 'k1', FEW)).lock.salt);
});

test('the wrong passphrase opens nothing, and neither does a lock that was given another key', async () => {
  const { lock } = await makeLock(PASSPHRASE, 'k1', FEW);
  assert.equal(await openLock(lock, `${PASSPHRASE}!`), null);
  assert.equal(await openLock({ ...lock, key: 'k2' }, PASSPHRASE), null);
});

test('what is locked is read with what it is bound to alone, and never twice under one vector', async () => {
  const { lock, reading } = await makeLock(PASSPHRASE, 'k1', FEW);
  const { once, seal } = await sealer(lock);
  const [one, other] = [await seal(utf8('secret'), utf8('question')), await seal(utf8('secret'), utf8('question'))];
  assert.notDeepEqual(one.iv, other.iv);
  const read = reader(lock, reading);
  assert.equal(new TextDecoder().decode(await read(once, one, utf8('question'))), 'secret');
  await assert.rejects(read(once, one, utf8('other question')));
  await assert.rejects(read(once, { ...one, iv: other.iv }, utf8('question')));
  assert.equal((await seal(utf8('a'), utf8(''))).bytes.byteLength, (await seal(utf8('a'.repeat(3_000)), utf8(''))).bytes.byteLength, 'lengths are told in steps');
});

test('a page keeps locked without the passphrase, and finds only with it', async () => {
  const on = disk();
  await page(on).locked.setUp(PASSPHRASE, 'k1');
  const next = page(on);
  await next.locked.keep('/api/events/incident/5/1/2', answer('an ambush'), leave);
  assert.equal(await next.locked.find('/api/events/incident/5/1/2'), null);
  assert.deepEqual(next.told, ['sealed']);
  assert.equal(await next.locked.unlock('not the passphrase'), false);
  assert.equal(await next.locked.find('/api/events/incident/5/1/2'), null);
  assert.equal(await next.locked.unlock(PASSPHRASE), true);
  const { response } = await next.locked.find('/api/events/incident/5/1/2');
  assert.equal(await response.text(), 'an ambush');
  assert.equal(response.headers.get('x-classification'), 'CONFIDENTIAL');
  assert.equal(await next.locked.find('/api/events/incident/5/1/3'), null);
});

test('neither the answer nor its question nor its mark is to be read from the disk', async () => {
  const on = disk();
  const { locked } = page(on);
  await locked.setUp(PASSPHRASE, 'k1');
  await locked.keep('/api/events/incident/5/1/2', answer('an ambush'), leave);
  assert.ok(on.raw().includes('k1'), 'the search finds what lies open');
  for (const word of ['ambush', '/api/', 'incident', 'CONFIDENTIAL', PASSPHRASE, 'orchard']) {
    assert.ok(!on.raw().includes(word), word);
  }
});

test('of two answers to a question the newer is found, and what is over is not', async () => {
  const on = disk();
  let now = 1_000;
  await page(on).locked.setUp(PASSPHRASE, 'k1');
  for (const text of ['old', 'new']) {
    now += 10;
    await page(on, () => now).locked.keep('/api/counts?asked=1', answer(text), leave);
  }
  assert.equal(on.there.heads.size, 2, 'by two pages, neither of which could read');
  const { locked } = page(on, () => now);
  await locked.unlock(PASSPHRASE);
  assert.equal(await (await locked.find('/api/counts?asked=1')).response.text(), 'new');
  assert.equal(on.there.heads.size, 1);
  now += 60_000;
  assert.equal(await locked.find('/api/counts?asked=1'), null);
});

test('what was exchanged on the disk is nobody’s answer', async () => {
  const on = disk();
  const { locked } = page(on);
  await locked.setUp(PASSPHRASE, 'k1');
  await locked.keep('/a', answer('of a'), leave);
  await locked.keep('/b', answer('of b'), leave);
  const [a, b] = [...on.there.bodies.keys()];
  on.there.bodies.set(a, on.there.bodies.get(b));
  assert.equal(await locked.find('/a'), null);
  assert.equal(await (await locked.find('/b')).response.text(), 'of b');
});

test('nothing is kept under the key of another session, nor under a lock that is gone', async () => {
  const on = disk();
  const { locked, told } = page(on);
  await locked.setUp(PASSPHRASE, 'k1');
  await locked.keep('/a', answer('x'), { key: 'k2', seconds: 60 });
  assert.equal(on.there.heads.size, 0);
  on.removeAll();
  await locked.keep('/a', answer('x'), leave);
  assert.equal(on.there.heads.size, 0);
  assert.equal(told.at(-1), 'none');
});

/** A store of what lies open, and one of what lies locked, as the page has them. */
function both() {
  const opened = new Map();
  const storage = {
    keys: async () => [...opened.keys()],
    delete: async (name) => opened.delete(name),
    open: async (name) => {
      const answers = opened.get(name) ?? new Map();
      opened.set(name, answers);
      return { put: async (q, r) => { answers.set(q, r); }, match: async (q) => answers.get(q)?.clone(), keys: async () => [...answers.keys()], delete: async (q) => answers.delete(q) };
    },
  };
  const on = disk();
  const { locked } = page(on);
  const calls = [];
  const lock = {
    there: async () => ((await locked.look()) ? locked : null), missed: () => calls.push('missed'),
    setUp: (passphrase, key) => locked.setUp(passphrase, key), remove: async () => { calls.push('removed'); on.removeAll(); locked.forget(); },
  };
  return { kept: keptAnswers(storage, lock), on, calls };
}

const said = (text, keep, status = 200) => new Response(text, { status, headers: keep ? { 'x-keep-offline': keep } : {} });

test('the server says how each answer lies: open, locked, or not at all', async () => {
  const { kept, on, calls } = both();
  await kept.keep('/a', said('confidential', 'k1 60 locked'));
  assert.equal(await kept.find('/a'), null);
  assert.deepEqual(calls, ['missed'], 'nothing is locked here, and that is told');
  assert.equal(await kept.lock.setUp(PASSPHRASE), true);
  await kept.keep('/a', said('confidential', 'k1 60 locked'));
  await kept.keep('/b', said('open', 'k1 60 open'));
  await kept.keep('/c', said('for few', ''));
  assert.equal(await (await kept.find('/a')).response.text(), 'confidential');
  assert.equal(await (await kept.find('/b')).response.text(), 'open');
  assert.equal(await kept.find('/c'), null);
  assert.equal(on.there.heads.size, 1);
});

test('an older answer is not found in place of one that may lie there locked alone, or not at all', async () => {
  const { kept } = both();
  await kept.keep('/a', said('before', 'k1 60 open'));
  await kept.keep('/b', said('before', 'k1 60 open'));
  await kept.lock.setUp(PASSPHRASE);
  await kept.keep('/c', said('before', 'k1 60 locked'));
  await kept.keep('/a', said('now', 'k1 60 locked'));
  await kept.keep('/b', said('now', ''));
  await kept.keep('/c', said('now', ''));
  assert.equal(await (await kept.find('/a')).response.text(), 'now');
  assert.equal(await kept.find('/b'), null);
  assert.equal(await kept.find('/c'), null);
});

test('another session, or other rights, delete what is locked with its lock; so does signing out', async () => {
  const { kept, on, calls } = both();
  await kept.keep(null, said('', 'k1 60 open'));
  await kept.lock.setUp(PASSPHRASE);
  await kept.keep('/a', said('x', 'k1 60 locked'));
  await kept.keep(null, said('', 'k2 60 open'));
  assert.equal(await on.lock(), null);
  assert.equal(on.there.heads.size, 0);
  await kept.lock.setUp(PASSPHRASE);
  await kept.clear();
  assert.equal(await on.lock(), null);
  assert.deepEqual(calls, ['removed', 'removed']);
  assert.equal(await kept.lock.setUp(PASSPHRASE), false, 'nothing is begun after the session');
});

test('what the page holds comes whole once it is to be locked, and is asked about again afterwards', async () => {
  const { kept } = both();
  const asked = [];
  const send = remembering(async (_path, init) => {
    const held = new Headers(init.headers).get('if-none-match');
    asked.push(held);
    return held ? said(null, '', 304) : said('tile', 'k1 60 locked');
  }, kept, { isLost: () => false, remembered() {} });
  const TILE = '/api/events/incident/5/1/2';
  const ask = () => send(TILE, { headers: { 'if-none-match': '"1"' } });
  await ask();
  await kept.keep(null, said('', 'k1 60 open'));
  await kept.lock.setUp(PASSPHRASE);
  await ask();
  while (await kept.lacks(TILE)) {
    await new Promise((done) => { setTimeout(done, 5); });
  }
  await ask();
  assert.deepEqual(asked, ['"1"', null, '"1"']);
});
