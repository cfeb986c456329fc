import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi, newestOnly, Problem, toQuery } from '../../main/web/core/api.js';
import { reasonOf } from '../../main/web/core/reason.js';

test('an answer that was overtaken is thrown away, even when it comes last', async () => {
  const line = newestOnly();
  let answerFirst;
  const first = line.run(() => new Promise((resolve) => { answerFirst = resolve; }));
  const second = line.run(async () => 'second');
  assert.equal(await second, 'second');
  answerFirst('first');
  assert.equal(await first, undefined);
});

test('starting a request aborts the one before', () => {
  const line = newestOnly();
  let signal;
  void line.run((s) => { signal = s; return new Promise(() => {}); });
  void line.run(async () => 1);
  assert.equal(signal.aborted, true);
});

test('a failure of the newest request is told, one that was overtaken is not', async () => {
  const line = newestOnly();
  let failFirst;
  const first = line.run(() => new Promise((_, reject) => { failFirst = reject; }));
  const second = line.run(async () => { throw new Problem({ status: 500 }); });
  await assert.rejects(second, Problem);
  failFirst(new Error('late'));
  assert.equal(await first, undefined);
});

test('a problem body becomes an error in its own words', async () => {
  const body = JSON.stringify({ title: 'Bad filter', detail: 'There is no property colour.', errors: [{ field: 'filter' }] });
  const api = createApi(async () => new Response(body, { status: 400, headers: { 'content-type': 'application/problem+json' } }));
  await assert.rejects(api.mission(), (error) => error.status === 400 && error.message === 'There is no property colour.' && error.errors[0].field === 'filter');
});

test('a server that is not there is said to be so', async () => {
  const api = createApi(async () => { throw new TypeError('Failed to fetch'); });
  await assert.rejects(api.layers(), (error) => error.status === 0 && /cannot be reached/.test(error.message));
});

test('parameters are escaped and empty ones are left out', () => {
  assert.equal(toQuery({ filter: "a = 'b&c'", bbox: null, zoom: 0, text: '' }), "?filter=a%20%3D%20'b%26c'&zoom=0");
});

test('who signs out drops what is under way and asks nothing more', async () => {
  const asked = [];
  const api = createApi((path, { signal, method }) => new Promise((resolve, reject) => {
    asked.push(path);
    signal.addEventListener('abort', () => reject(signal.reason));
    if (method === 'DELETE') {
      resolve(new Response(null, { status: 204 }));
    }
  }));
  const slow = api.layers();
  await api.signOut();
  await assert.rejects(slow, { name: 'AbortError' });
  await assert.rejects(api.layers(), { name: 'AbortError' });
  assert.deepEqual(asked, ['/api/layers', '/api/session']);
});

test('who could not sign out goes on working', async () => {
  let isThere = false;
  const api = createApi(async () => {
    if (!isThere) {
      throw new TypeError('Failed to fetch');
    }
    return new Response('{"layers": []}', { headers: { 'content-type': 'application/json' } });
  });
  await assert.rejects(api.signOut(), (error) => error.status === 0);
  isThere = true;
  assert.deepEqual(await api.layers(), []);
});

test('a request that its caller gives up is given up', async () => {
  const api = createApi((path, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))));
  const given = new AbortController();
  const asked = api.counts({}, given.signal);
  given.abort();
  await assert.rejects(asked, { name: 'AbortError' });
});

test('an answer without words of its own is said in ours, with what to do', async () => {
  const answer = (status) => createApi(async () => new Response('<h1>nginx</h1>', { status, statusText: 'English', headers: { 'content-type': 'text/html' } })).mission();
  const said = { 403: /keeps the accounts/, 404: /not there/, 413: /smaller/, 429: /Wait/, 500: /tell whoever/, 502: /Try again/, 503: /Try again/, 504: /Try again/, 418: /HTTP 418/ };
  for (const [status, words] of Object.entries(said)) {
    await assert.rejects(answer(Number(status)), (error) => error.status === Number(status) && words.test(error.message), status);
  }
});

test('an answer that was cut off, or that is somebody else\'s, never came to the server\'s end', async () => {
  const answer = (body, type) => createApi(async () => new Response(body, { headers: { 'content-type': type } })).layers();
  await assert.rejects(answer('{"layers": [', 'application/json'), (error) => error.status === 0 && /cut off/.test(error.message));
  await assert.rejects(answer('<html>Sign in to the network</html>', 'text/html; charset=utf-8'), (error) => error.status === 0 && /network/.test(error.message));
});

test('a question that nobody answers is given up after a minute, a change is not', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const api = createApi((path, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))));
  const asked = [api.layers(), api.counts({})];
  let isOver = false;
  api.post('/api/snapshots', {}).finally(() => { isOver = true; }).catch(() => {});
  const refused = asked.map((question) => assert.rejects(question, (error) => error.status === 0 && /a minute/.test(error.message)));
  t.mock.timers.tick(60_000);
  await Promise.all(refused);
  assert.equal(isOver, false);
});

test('a person never reads the browser\'s own words', async (t) => {
  t.mock.method(console, 'error', () => {});
  assert.equal(reasonOf(new Problem({ status: 400, detail: 'No.', errors: [{ field: 'ref', what: 'is taken', fix: 'choose another' }] })), 'ref: is taken. choose another');
  assert.match(reasonOf(new TypeError('Failed to fetch dynamically imported module: http://x/y.js')), /part of this page/);
  assert.match(reasonOf(new TypeError('network error')), /cut off/);
  assert.match(reasonOf(new DOMException('Document is not focused.', 'NotAllowedError')), /browser did not allow/);
  assert.equal(console.error.mock.callCount(), 0);
  assert.match(reasonOf(new TypeError('x is undefined')), /Load it anew/);
  assert.equal(console.error.mock.callCount(), 1, 'a mistake of ours is there for whoever mends it');
});
