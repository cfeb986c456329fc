import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryFor } from '../../main/web/tools/menu-keys.js';

const titles = ['Print', 'Émettre', 'Grid', 'Go to'];

test('arrows go round, Home and End to the ends', () => {
  assert.equal(entryFor(titles, 3, 'ArrowDown'), 0);
  assert.equal(entryFor(titles, 0, 'ArrowUp'), 3);
  assert.equal(entryFor(titles, -1, 'ArrowDown'), 0);
  assert.equal(entryFor(titles, -1, 'ArrowUp'), 3);
  assert.equal(entryFor(titles, 2, 'Home'), 0);
  assert.equal(entryFor(titles, 1, 'End'), 3);
});

test('a letter goes to the next entry that begins with it, typed large or small', () => {
  assert.equal(entryFor(titles, 0, 'g'), 2);
  assert.equal(entryFor(titles, 2, 'G'), 3);
  assert.equal(entryFor(titles, 3, 'g'), 2);
  assert.equal(entryFor(titles, 0, 'é'), 1);
  assert.equal(entryFor(titles, 0, 'z'), -1);
});

test('a key that means nothing here, and an empty menu, go nowhere', () => {
  assert.equal(entryFor(titles, 1, ' '), -1);
  assert.equal(entryFor(titles, 1, 'Enter'), -1);
  assert.equal(entryFor([], -1, 'ArrowDown'), -1);
});
