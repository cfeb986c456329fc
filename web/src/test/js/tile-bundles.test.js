import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlingTiles } from '../../main/web/core/tile-bundles.js';

const TILE = '/api/events/incident/6/';
const text = (value) => { const bytes = new TextEncoder().encode(value); return [bytes.length & 255, bytes.length >> 8, ...bytes]; };

/** A bundle as the server writes it. @param {{status?: number, mark?: string, kept?: number, tag: string, bytes?: number[]}[]} parts */
const bundle = (parts, key = 'key 60') => Uint8Array.from([1, ...text(key), ...parts.flatMap(({ status = 200, mark = 'UNCLASSIFIED', kept = 1, tag, bytes = [] }) =>
  [status & 255, status >> 8, kept, ...text(mark), ...text(tag), bytes.length, 0, 0, 0, ...bytes])]);

/** A line that answers as it is told, one answer after the other. @param {(Uint8Array|Response)[]} answers */
function line(...answers) {
  const asked = [];
  const send = async (path, init) => {
    asked.push({ path: decodeURIComponent(path), init });
    const answer = answers.shift();
    return answer instanceof Response ? answer : new Response(answer);
  };
  return { asked, fetch: bundlingTiles(send) };
}

const bytesOf = async (answer) => [...new Uint8Array(await answer.arrayBuffer())];

test('tiles that are wanted at the same moment come in one answer, each as its own address would have said', async () => {
  const { asked, fetch } = line(bundle([{ tag: '"a"', bytes: [1, 2] }, { status: 204, tag: '"b"' }, { mark: 'CONFIDENTIAL', kept: 0, tag: '"c"', bytes: [3] }, { mark: 'CONFIDENTIAL', kept: 2, tag: '"d"', bytes: [4] }]));
  const [first, second, third, fourth] = await Promise.all([fetch(`${TILE}31/35?filter=x`), fetch(`${TILE}31/36?filter=x`), fetch(`${TILE}32/35?filter=x`), fetch(`${TILE}32/36?filter=x`)]);
  assert.deepEqual(asked.map(({ path }) => path), ['/api/events/incident/6?filter=x&tiles=31/35,31/36,32/35,32/36']);
  assert.deepEqual(await bytesOf(first), [1, 2]);
  assert.equal(first.headers.get('etag'), '"a"');
  assert.equal(first.headers.get('x-keep-offline'), 'key 60 open');
  assert.equal(first.headers.get('content-type'), 'application/vnd.vigie.event-tile');
  assert.equal(second.status, 204);
  assert.deepEqual([third.headers.get('x-classification'), third.headers.get('x-keep-offline')], ['CONFIDENTIAL', null]);
  assert.equal(fourth.headers.get('x-keep-offline'), 'key 60 locked');
});

test('tiles of another zoom, question or layer come in another answer, and everything else as it is asked for', async () => {
  const one = bundle([{ tag: '"a"' }]);
  const { asked, fetch } = line(new Response('counts'), one, one, one);
  await Promise.all([fetch('/api/counts', { method: 'POST' }), fetch(`${TILE}31/35`), fetch('/api/events/incident/7/1/1'), fetch('/collections/patrol/tiles/WebMercatorQuad/6/31/35?datetime=2026')]);
  assert.deepEqual(asked.map(({ path }) => path),
    ['/api/counts', '/api/events/incident/6?tiles=31/35', '/api/events/incident/7?tiles=1/1', '/collections/patrol/tiles/WebMercatorQuad/6?datetime=2026&tiles=31/35']);
});

test('of what is there it is asked whether it is still right, and it is given again when it is', async () => {
  const { asked, fetch } = line(bundle([{ tag: '"a"', bytes: [1] }]), bundle([{ status: 304, tag: '"a"' }]), bundle([{ status: 304, tag: '"a"' }]), bundle([{ tag: '"b"', bytes: [2] }]));
  await fetch(`${TILE}31/35`);
  const again = await fetch(`${TILE}31/35`);
  assert.equal(asked[1].path, '/api/events/incident/6?tiles=31/35&held="a"');
  assert.deepEqual([again.status, await bytesOf(again)], [200, [1]]);
  assert.equal((await fetch(`${TILE}31/35`, { headers: { 'if-none-match': '"a"' } })).status, 304);
  assert.deepEqual(await bytesOf(await fetch(`${TILE}31/35`, { headers: { 'if-none-match': '"a"' } })), [2]);
});

test('a tile is there as soon as its bytes are, before those that follow', async () => {
  /** @type {any} */
  let controller;
  const { fetch } = line(new Response(new ReadableStream({ start: (given) => { controller = given; } })));
  let heard = 0;
  const [first, second] = [fetch(`${TILE}31/35`), fetch(`${TILE}31/36`, { heard: () => { heard++; } })];
  const bytes = bundle([{ tag: '"a"', bytes: [1, 2, 3] }, { tag: '"b"', bytes: [4] }]);
  for (const byte of bytes.subarray(0, bytes.length - 1)) {
    await new Promise((resolve) => { setTimeout(resolve); });
    controller.enqueue(Uint8Array.of(byte));
  }
  assert.deepEqual(await bytesOf(await first), [1, 2, 3]);
  assert.ok(heard > 50, 'the line is not silent while bytes come');
  controller.close();
  await assert.rejects(second, TypeError);
});

test('what the server refuses is refused to all, and a line that is gone is gone for all', async () => {
  const { fetch } = line(new Response('{"detail":"no"}', { status: 400, headers: { 'content-type': 'application/problem+json' } }));
  const refused = await Promise.all([fetch(`${TILE}31/35`), fetch(`${TILE}31/36`)]);
  assert.deepEqual(await Promise.all(refused.map(async (answer) => [answer.status, (await answer.json()).detail])), [[400, 'no'], [400, 'no']]);
  const broken = bundlingTiles(async () => { throw new TypeError('no line'); });
  const lost = [broken(`${TILE}31/35`), broken(`${TILE}31/36`)];
  await Promise.all(lost.map((tile) => assert.rejects(tile, /no line/)));
});

test('a bundle goes on while somebody waits for one of its tiles, and is stopped when nobody does', async () => {
  /** @type {AbortSignal|undefined} */
  let signal;
  const fetch = bundlingTiles((_path, init) => new Promise((_resolve, reject) => {
    signal = init?.signal ?? undefined;
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  }));
  const [one, two] = [new AbortController(), new AbortController()];
  const tiles = [fetch(`${TILE}31/35`, { signal: one.signal }), fetch(`${TILE}31/36`, { signal: two.signal })];
  const ended = Promise.all(tiles.map((tile) => assert.rejects(tile, { name: 'AbortError' })));
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  one.abort();
  assert.equal(signal?.aborted, false);
  two.abort();
  assert.equal(signal?.aborted, true);
  await ended;
});

test('no more than so many tiles are in a bundle, and no more than so many bundles under way', async () => {
  const asked = [];
  const fetch = bundlingTiles((path) => { asked.push(path); return new Promise(() => {}); });
  for (let layer = 0; layer < 6; layer++) {
    for (let column = 0; column < 65; column++) {
      void fetch(`/api/events/layer-${layer}/9/1/${column}`);
    }
  }
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  assert.equal(asked.length, 4);
  assert.ok(asked.every((path) => path.split('tiles=')[1].split(',').length === 64));
});
