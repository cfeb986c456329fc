import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose } from '../../main/web/core/language.js';

test('what was chosen here before comes first', () => {
  assert.equal(choose('en', ['fr-FR']), 'en');
});

test('a system that speaks none of our languages reads English', () => {
  assert.equal(choose(null, ['xx-XX', 'yy']), 'en');
  assert.equal(choose('klingon', []), 'en');
});
