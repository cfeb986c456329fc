import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (name) => readFileSync(new URL(`../../main/web/${name}`, import.meta.url), 'utf8');
const toolKeys = [...read('tools/tools.js').matchAll(/^ +\{ id: ([\w']+).*?\bkey: '(.)'/gm)].map(([, id, key]) => ({ id, key }));
const pageKeys = [...read('panels/keys.js').matchAll(/\{ id: '(\w+)'[^\n]*?keys: \[([^\n]*?)\](?:, act|[^\n]*?act:)/g)]
  .flatMap(([, id, list]) => [...list.matchAll(/'([^']+)'|'(\[)'/g)].map(([, key]) => ({ id, key })));

/** Keys that two things answer to. */
const twice = (keys) => keys.filter(({ key }, i) => keys.findIndex((each) => each.key === key) !== i).map(({ id, key }) => `${id}: ${key}`);

test('no two tools, and no tool and the page, answer to the same key', () => {
  assert.ok(toolKeys.length > 6 && pageKeys.length > 8);
  assert.deepEqual(twice([...pageKeys, ...toolKeys]), []);
});

test('a key that is given twice is found', () => {
  assert.deepEqual(twice([...pageKeys, { id: 'other', key: 'l' }]), ['other: l']);
});
