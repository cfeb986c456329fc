import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = dirname(fileURLToPath(import.meta.url));
const page = resolve(tests, '../../main/web');

/** @param {string} folder @returns {string[]} */
const modulesIn = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).map((name) => join(folder, name));

/** What each module takes from others by name; '*' is all of it. What is fetched later is taken by names that stand somewhere else in the module. */
function imports(modules) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map();
  for (const [path, text] of modules) {
    const take = (from, names) => {
      const module = resolve(dirname(path), from);
      taken.set(module, new Set([...(taken.get(module) ?? []), ...names]));
    };
    for (const [, what, from] of text.matchAll(/\b(?:import|export)\s+([^;'"]*?)\s+from\s+'(\.[^']+)'/g)) {
      take(from, what.includes('*') ? ['*'] : what.match(/\w+/g) ?? []);
    }
    for (const [, from] of text.matchAll(/\bimport\('(\.[^']+)'\)/g)) {
      take(from, text.match(/\b\w+\b/g) ?? []);
    }
  }
  return taken;
}

/** @param {[string, string][]} modules paths and their text */
function unused(modules) {
  const taken = imports(modules);
  return modules.flatMap(([path, text]) => [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm)]
    .map(([, name]) => name)
    .filter((name) => path.startsWith(page) && !taken.get(path)?.has('*') && !taken.get(path)?.has(name))
    .map((name) => `${relative(page, path)}: ${name}`));
}

const read = [...modulesIn(page), ...modulesIn(tests)].map((path) => /** @type {[string, string]} */ ([path, readFileSync(path, 'utf8')]));

test('what a module offers is taken by another one or held by a test', () => {
  assert.ok(read.length > 300);
  assert.deepEqual(unused(read), []);
});

test('what nobody takes is found', () => {
  const made = /** @type {[string, string][]} */ ([[join(page, 'a.js'), 'export const one = 1;\nexport function two() {}\n'], [join(page, 'b.js'), "import { one as first } from './a.js';\n"]]);
  assert.deepEqual(unused(made), ['a.js: two']);
});
