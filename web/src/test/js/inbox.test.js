import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, keyOf, meaningOf, stepOf } from '../../main/web/workflow/keys.js';

test('every step has a key that leads back to it', () => {
  for (const to of ['TRIAGED', 'CORROBORATING', 'VERIFIED', 'REFUTED', 'UNVERIFIABLE', 'CLOSED']) {
    assert.equal(stepOf(keyOf(to)), to);
    assert.deepEqual(meaningOf(keyOf(to)), { step: to });
  }
});

test('no key means two things', () => {
  const meanings = [...'abcdefghijklmnopqrstuvwxyz'].map(meaningOf).filter(Boolean).map((m) => JSON.stringify(m));
  assert.equal(new Set(meanings).size, meanings.length);
});

test('a state that only a merge reaches has no key', () => {
  assert.equal(keyOf('MERGED'), null);
});

test('a key that means nothing is left to others', () => {
  assert.equal(meaningOf('q'), null);
  assert.equal(meaningOf('Escape'), null);
});

test('waiting is told in the two largest units', () => {
  assert.equal(duration(20), '< 1 min');
  assert.equal(duration(61), '1 min');
  assert.equal(duration(3_600), '1 h');
  assert.equal(duration(5_400), '1 h 30 min');
  assert.equal(duration(86_400), '24 h');
  assert.equal(duration(180_000), '2 d 2 h');
  assert.equal(duration(7 * 86_400), '7 d');
});
