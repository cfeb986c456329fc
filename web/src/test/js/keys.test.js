import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isChord, pressedKey } from '../../main/web/core/shortcuts.js';

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

test('an Arabic keyboard has the keys of the sheet where their Latin letters are printed', () => {
  const arabic = (key, code, shiftKey = false) => pressedKey({ key, code, shiftKey });
  assert.deepEqual([arabic('ى', 'KeyN'), arabic('ح', 'KeyP'), arabic('ئ', 'KeyZ'), arabic('٠', 'Digit0')], ['n', 'p', 'z', '0']);
  assert.deepEqual([arabic('ظ', 'Slash'), arabic('؟', 'Slash', true), arabic('ج', 'BracketLeft'), arabic('د', 'BracketRight')], ['/', '?', '[', ']']);
});

test('a keyboard that writes Latin letters is heard by what it writes, wherever the key is', () => {
  assert.equal(pressedKey({ key: 'A', code: 'KeyQ', shiftKey: true }), 'a');
  assert.equal(pressedKey({ key: 'Escape', code: 'Escape', shiftKey: false }), 'Escape');
  assert.equal(pressedKey({ key: undefined, code: '', shiftKey: false }), '', 'a form filled in by the browser tells of a key without a name');
});

test('a bracket that is written with AltGr is no command to the browser', () => {
  const press = (modifiers, altGraph) => ({ ctrlKey: false, metaKey: false, altKey: false, ...modifiers, getModifierState: () => altGraph });
  assert.equal(isChord(press({ ctrlKey: true, altKey: true }, true)), false);
  assert.equal(isChord(press({ ctrlKey: true }, false)), true);
  assert.equal(isChord(press({}, false)), false);
});
