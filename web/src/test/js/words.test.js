import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { locales } from '../../main/web/core/language.js';
import { pluralOf } from '../../main/web/words/plural.js';

const root = new URL('../../main/web/words/', import.meta.url);
const others = Object.keys(locales).filter((language) => language !== 'en');
/** Said in English by the server; LanguagesTest holds them against what it declares. */
const OF_THE_SERVER = 'analyses.js';
const files = async (language) => (await readdir(new URL(`${language}/`, root))).filter((file) => file !== OF_THE_SERVER).sort();
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
/** Names that are the same everywhere. */
const SHARED = ['UCDP GED', 'p, permutation', 'p, Gumbel', 'Page ↑', 'Page ↓', '< 1 min', 'WGS 84, Web Mercator.', 'POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))'];
const nothing = { missing: [], added: [] };

for (const language of others) {
  test(`${language} says everything that English says, and takes the same numbers and names`, async () => {
    assert.deepEqual(await files(language), await files('en'));
    for (const file of await files('en')) {
      assert.deepEqual(difference(shape(await load('en', file)), shape(await load(language, file))), nothing, `${language}/${file}`);
    }
  });
}

/** Words that no French, Spanish or Arabic sentence holds. */
const ENGLISH = /(?<!\p{L})(the|and|of|is|are|was|were|with|this|not|to|from|in|by|here)(?!\p{L})/iu;
/** What a person types in English, in whichever language he reads the page, because the server reads it. */
const TYPED = /«\s?5 km NE of\s?»|\u20665 km NE of\u2069/g;
const SAID = ['x', 3, 5, 7, 9];

/** What a leaf says, whatever it is told. @param {unknown} value @returns {string} */
function said(value) {
  if (typeof value !== 'function') {
    return String(value);
  }
  try {
    return String(value(...SAID.slice(0, value.length)));
  } catch {
    // What is told a list or a record says its words around it.
    return value.toString();
  }
}

const inEnglish = (tree) => [...leaves(tree)].filter(([name, , value]) => !name.startsWith('analysis.questions') && ENGLISH.test(said(value).replace(TYPED, ''))).map(([name]) => name);

/** One word may be the same in two languages, and so are signs. @param {string} text */
const sharesWord = (text) => !/\s/.test(text.trim()) || !/[a-z]{2}/i.test(text);

for (const language of others) {
  test(`${language} leaves nothing in English`, async () => {
    for (const file of await files(language)) {
      const english = new Map([...leaves(await load('en', file))].map(([name, , value]) => [name, value]));
      const tree = await load(language, file);
      assert.deepEqual(inEnglish(tree), [], `${language}/${file}`);
      const same = [...leaves(tree)].filter(([name, , value]) => typeof value === 'string' && value === english.get(name) && !sharesWord(value)).map(([name, , value]) => `${name}: ${value}`);
      assert.deepEqual(same.filter((line) => !SHARED.includes(line.slice(line.indexOf(': ') + 2))), [], `${language}/${file}`);
    }
  });
}

/** Sentences that stand whole in the sources of the analyses, as they are added to the caveats of a run. */
async function caveats() {
  const home = new URL('../../../../geodata/src/main/java/org/vigie/geodata/analysis/', import.meta.url);
  const names = (await readdir(home, { recursive: true })).filter((name) => name.endsWith('.java'));
  const sources = await Promise.all(names.map(async (name) => (await readFile(new URL(name, home), 'utf8')).replace(/"\s*\+\s*"/g, '')));
  return { all: sources.join('\n'), added: sources.flatMap((source) => [...source.matchAll(/(?:caveats\.add|\.caveat)\(\s*"([^"]*)"\s*\)/g)].map(([, sentence]) => sentence)) };
}

for (const language of others) {
  test(`${language} says every caveat that is a fixed sentence, and none that no analysis gives`, async () => {
    const { analyses } = await import(new URL(`${language}/${OF_THE_SERVER}`, root));
    const { all, added } = await caveats();
    assert.ok(added.length > 15, 'the sentences are found in the sources');
    assert.deepEqual(added.filter((sentence) => !(sentence in analyses.caveats)), []);
    assert.deepEqual(Object.keys(analyses.caveats).filter((sentence) => !all.includes(`"${sentence}"`)), []);
    assert.deepEqual(inEnglish(analyses.caveats).concat(inEnglish(analyses.processes)), []);
  });
}

test('a sentence left in English is found', async () => {
  const { live } = await load('fr', 'live.js');
  assert.deepEqual(inEnglish({ live: { ...live, show: 'Show the new version' } }), ['live.show']);
});

test('Arabic tells six forms of a number apart, French two, in which nought is one', () => {
  const days = { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' };
  const arabic = pluralOf(locales.ar);
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((n) => arabic(n, days)), ['لا أيام', 'يوم واحد', 'يومان', '3 أيام', '11 يومًا', '100 يوم']);
  const french = pluralOf(locales.fr);
  assert.deepEqual([0, 1, 2].map((n) => french(n, { one: '# jour', other: '# jours' })), ['0 jour', '1 jour', '2 jours']);
  const spanish = pluralOf(locales.es);
  assert.deepEqual([0, 1, 2].map((n) => spanish(n, { one: '# día', other: '# días' })), ['0 días', '1 día', '2 días']);
});

test('a word taken out, or one that forgets its number, is found', async () => {
  const whole = shape(await load('en', 'live.js'));
  const { live } = await load('en', 'live.js');
  const { show, ...rest } = live;
  assert.deepEqual(difference(whole, shape({ live: rest })), { missing: ['live.show: string'], added: [] });
  assert.deepEqual(difference(whole, shape({ live: { ...live, added: () => show } })), { missing: ['live.added: takes 2'], added: ['live.added: takes 0'] });
});
