import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { locales } from '../../main/web/core/language.js';

const root = new URL('../../main/web/words/', import.meta.url);
const others = Object.keys(locales).filter((language) => language !== 'en');
const files = async (language) => (await readdir(new URL(`${language}/`, root))).sort();
const load = async (language, file) => Object.assign({}, ...Object.values(await import(new URL(`${language}/${file}`, root))));

/** Every name of a tree of words with what stands there: a text, or how many things are put into one. */
function* leaves(tree, path = '') {
  for (const [name, value] of Object.entries(tree)) {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'object' && value !== null) {
      yield* leaves(value, here);
    } else {
      yield [here, typeof value === 'function' ? `takes ${value.length}` : typeof value, value];
    }
  }
}

const shape = (tree) => [...leaves(tree)].map(([name, kind]) => `${name}: ${kind}`).sort();
const difference = (one, other) => ({ missing: one.filter((name) => !other.includes(name)), added: other.filter((name) => !one.includes(name)) });
const nothing = { missing: [], added: [] };

for (const language of others) {
  test(`${language} says everything that English says, and takes the same numbers and names`, async () => {
    assert.deepEqual(await files(language), await files('en'));
    for (const file of await files('en')) {
      assert.deepEqual(difference(shape(await load('en', file)), shape(await load(language, file))), nothing, `${language}/${file}`);
    }
  });
}

test('a word taken out, or one that forgets its number, is found', async () => {
  const whole = shape(await load('en', 'live.js'));
  const { live } = await load('en', 'live.js');
  const { show, ...rest } = live;
  assert.deepEqual(difference(whole, shape({ live: rest })), { missing: ['live.show: string'], added: [] });
  assert.deepEqual(difference(whole, shape({ live: { ...live, added: () => show } })), { missing: ['live.added: takes 2'], added: ['live.added: takes 0'] });
});
