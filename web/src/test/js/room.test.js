import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCrowded } from '../../main/web/panels/room.js';

/** What a window of a width answers to the media queries. */
const window = (/** @type {number} */ width) => (/** @type {string} */ query) =>
  [...query.matchAll(/\((min|max)-width: (\d+)px\)/g)].every(([, end, px]) => (end === 'min' ? width >= Number(px) : width <= Number(px)));

const one = { tool: 'area', selection: null };
const both = { tool: 'area', selection: { layer: 'base', id: '1' } };

test('the layers make room where the map would be a slit, and nowhere else', () => {
  for (const [width, forOne, forBoth] of [[390, false, false], [820, true, true], [1024, true, true], [1366, false, false], [1600, false, true], [1920, false, false]]) {
    assert.equal(isCrowded(one, window(width)), forOne, `one panel at ${width}`);
    assert.equal(isCrowded(both, window(width)), forBoth, `two panels at ${width}`);
    assert.equal(isCrowded({ tool: null, selection: null }, window(width)), false, `none at ${width}`);
  }
});
