import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../main/web/core/api.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { createStore } from '../../main/web/core/store.js';
import { EventRefinement } from '../../main/web/map/event-refinement.js';
import { decodeEventTile } from '../../main/web/map/event-tile.js';
import { firstLook } from '../../main/web/map/first-look.js';
import { HeldTiles } from '../../main/web/map/held-tiles.js';
import { periodAlone } from '../../main/web/map/time-blocks.js';
import { cellTile, rawTile } from './event-tile-bytes.js';

const AT = { z: 4, x: 5, y: 6 };
const ALL = { datetime: null, from: -Infinity, days: 0, isNeeded: true };
const question = (key, blocks = [ALL]) => new Map([['incident', { key, params: { filter: key }, blocks }]]);
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });

/** A server of tiles that answers when it is told to. */
function server() {
  const asked = [];
  const fetch = (layer, at, params, signal) => new Promise((resolve, reject) => {
    const answer = (bytes, tag = `"${asked.length}"`) => { resolve({ bytes, tag, mark: 'UNCLASSIFIED' }); return settled(); };
    const fail = (message) => { reject(new Problem({ status: 503, detail: message })); return settled(); };
    asked.push({ layer, key: `${at.zoom}/${at.column}/${at.row}`, params, signal, answer, fail });
  });
  return { asked, fetch };
}

test('what is shown stays until all that replaces it has come', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  assert.equal(tiles.shown('incident', AT), null);
  await asked[0].answer(rawTile([{}, {}]));
  assert.equal(tiles.shown('incident', AT)[0].tile.n, 2);
  const blocks = [{ datetime: 'x', from: 0, days: 8, isNeeded: true }, { datetime: 'y', from: 8, days: 8, isNeeded: true }];
  tiles.ask(question('b', blocks));
  await asked[1].answer(rawTile([{}]));
  assert.equal(tiles.shown('incident', AT)[0].tile.n, 2);
  assert.equal(tiles.status('incident').pending, 1);
  await asked[2].answer(null);
  assert.deepEqual(tiles.shown('incident', AT).map(({ tile, since }) => [tile?.n, since]), [[1, -Infinity], [undefined, 8]]);
});

test('the same question asks for nothing, another one stops what is under way', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  tiles.ask(question('a'));
  assert.equal(asked.length, 1);
  tiles.ask(question('b'));
  assert.equal(asked.length, 2);
  assert.ok(asked[0].signal.aborted);
  await asked[0].answer(rawTile([{}, {}]));
  assert.equal(tiles.shown('incident', AT), null);
});

test('a change asks again for the tiles that it touches, once more when it comes while one is asked for', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  tiles.hold({ ...AT, x: 6 }, 'grid');
  await asked[0].answer(rawTile([{}]));
  await asked[1].answer(rawTile([{}]));
  tiles.refresh('incident', ({ x }) => x === 5);
  tiles.refresh('incident', ({ x }) => x === 5);
  assert.deepEqual(asked.slice(2).map(({ key }) => key), ['4/5/6']);
  assert.equal(tiles.shown('incident', AT)[0].tile.n, 1);
  await asked[2].answer(rawTile([{}, {}]));
  assert.equal(asked.length, 4);
  await asked[3].answer(rawTile([{}, {}, {}]));
  assert.equal(tiles.shown('incident', AT)[0].tile.n, 3);
});

test('after the line was cut nobody waits for answers that never come', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles((...args) => Promise.race([fetch(...args), new Promise((_, reject) => {
    args[3].addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  })]), decodeEventTile, () => {});
  tiles.ask(question('a'));
  for (let x = 0; x < 4; x++) {
    tiles.hold({ ...AT, x }, 'grid');
  }
  tiles.giveUp('The server cannot be reached.');
  assert.equal(tiles.status('incident').problem, 'The server cannot be reached.');
  tiles.refresh('incident', () => true, { isCut: true });
  await settled();
  assert.equal(asked.length, 8);
  assert.ok(asked.slice(0, 4).every(({ signal }) => signal.aborted));
  for (const { answer } of asked.slice(4)) {
    await answer(null);
  }
  assert.deepEqual(tiles.status('incident'), { pending: 0, problem: null, marks: ['UNCLASSIFIED', 'UNCLASSIFIED', 'UNCLASSIFIED', 'UNCLASSIFIED'] });
});

test('what has not changed is not decoded again', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  await asked[0].answer(rawTile([{}]), '"same"');
  const before = tiles.shown('incident', AT)[0].tile;
  tiles.refresh('incident', () => true);
  await asked[1].answer(rawTile([{}]), '"same"');
  assert.equal(tiles.shown('incident', AT)[0].tile, before);
});

test('a failure is told with its reason, leaves what was shown and is asked for again', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  let isDone = false;
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid', { done: () => { isDone = true; } });
  await asked[0].fail('The server is busy.');
  assert.deepEqual(tiles.status('incident'), { pending: 0, problem: 'The server is busy.', marks: [] });
  assert.ok(!isDone, 'the grid would let go of what it shows meanwhile');
  tiles.retry();
  await asked[1].answer(rawTile([{}]));
  assert.deepEqual(tiles.status('incident'), { pending: 0, problem: null, marks: ['UNCLASSIFIED'] });
  assert.ok(isDone);
});

test('bytes that are no tile are a failure of the layer', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  await asked[0].answer(Uint8Array.of(9).buffer);
  assert.match(tiles.status('incident').problem, /Load it anew/);
});

test('no more than four are asked for at once, the block that is only near after all others', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a', [{ datetime: 'now', from: 0, days: 8, isNeeded: true }, { datetime: 'near', from: 8, days: 8, isNeeded: false }]));
  for (let x = 0; x < 5; x++) {
    tiles.hold({ ...AT, x }, 'grid');
  }
  assert.equal(asked.length, 4);
  const before = asked.filter(({ params }) => params.datetime === 'near').length;
  for (let i = 0; i < 6; i++) {
    await asked[i].answer(null);
  }
  assert.deepEqual([before, asked.length], [0, 10]);
  assert.ok(asked.slice(0, 5).every(({ params }) => params.datetime === 'now'));
});

test('a tile that nobody needs is let go, one that is in the view twice only after the second', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  tiles.ask(question('a'));
  tiles.hold(AT, '5');
  tiles.hold({ ...AT, x: 5 + 16 }, '21');
  assert.equal(asked.length, 1);
  await asked[0].answer(rawTile([{}]));
  tiles.release(AT, '5');
  assert.equal(tiles.shown('incident', { ...AT, x: 21 })[0].tile.n, 1);
  tiles.release({ ...AT, x: 21 }, '21');
  assert.equal(tiles.shown('incident', AT), null);
});

test('a tile with coarse cells or steps is followed by its quarters, and they go with it', async () => {
  const { asked, fetch } = server();
  const tiles = new HeldTiles(fetch, decodeEventTile, () => {});
  const refinement = new EventRefinement(tiles);
  tiles.ask(question('a'));
  tiles.hold(AT, 'grid');
  await asked[0].answer(cellTile([{}], { cell: 128, unit: 86_400 }));
  refinement.follow([AT], ['incident'], 90 * 86_400);
  assert.deepEqual(asked.slice(1).map(({ key }) => key), ['5/10/12', '5/11/12', '5/10/13', '5/11/13']);
  for (const { answer } of asked.slice(1)) {
    await answer(cellTile([{}], { cell: 128, unit: 86_400 }));
  }
  refinement.follow([AT], ['incident'], 90 * 86_400);
  assert.equal(asked.length, 5, 'cells of 128 are half as large there');
  refinement.follow([AT], ['incident'], 3_600);
  assert.equal(asked.length, 9, 'a step of a day is longer than an hour');
  refinement.follow([], ['incident'], 3_600);
  assert.equal(tiles.shown('incident', { z: 5, x: 10, y: 12 }), null);
  assert.notEqual(tiles.shown('incident', AT), null);
});

test('over a slow line the first picture is that of its period alone, and what moving the period needs comes when it stands', () => {
  const store = createStore(reduce, { ...initialState, shown: ['incident'], counts: { ...initialState.counts, state: 'loading' } });
  const [slow, fast] = [firstLook(store, true), firstLook(store, false)];
  const over = [];
  slow.whenOver(() => over.push('slow'));
  fast.whenOver(() => over.push('fast'));
  const { datetime, isNeeded } = periodAlone({ start: '2026-04-02', end: '2026-06-30' })[0];
  assert.deepEqual([datetime, isNeeded, slow.isOn(), fast.isOn()], ['2026-04-02/2026-06-30', true, true, false]);
  store.dispatch({ type: 'picture/set', layer: 'incident', status: { state: 'loading' } });
  store.dispatch({ type: 'counts/set', counts: { ...initialState.counts, state: 'ready' } });
  assert.deepEqual(over, []);
  store.dispatch({ type: 'picture/set', layer: 'incident', status: { state: 'ready' } });
  assert.deepEqual([over, slow.isOn()], [['slow'], false]);
  store.dispatch({ type: 'picture/set', layer: 'incident', status: { state: 'loading' } });
  assert.equal(slow.isOn(), false);
});
