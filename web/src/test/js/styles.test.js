import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const FOLDER = new URL('../../main/web/styles/', import.meta.url);
/** Paper is measured in millimetres, and has colours of its own. */
const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css') && name !== 'tokens.css' && name !== 'print.css');
const tokens = readFileSync(new URL('tokens.css', FOLDER), 'utf8');
const named = (prefix) => new Set([...tokens.matchAll(new RegExp(`--${prefix}[\\w-]*: (\\d+px);`, 'g'))].map(([, value]) => value));

/** @returns {{at: string, property: string, value: string}[]} */
function declarations(text, name) {
  const bare = text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...bare.matchAll(/(?<![\w-])([a-z-]+):\s*([^;{}]+)[;}]/g)].map((found) => ({ at: `${name}:${bare.slice(0, found.index).split('\n').length}`, property: found[1], value: found[2] }));
}

const wrongIn = (text, name) => declarations(text, name).flatMap(({ at, property, value }) => {
  const given = value.match(/(?<![\w.-])\d*\.?\d+(?:px|rem)\b/g) ?? [];
  const bad = property === 'font-size' ? given
    : /radius$/.test(property) ? given.filter((each) => each !== '1px')
    : /^(row-|column-)?gap$|^(padding|margin)(-|$)/.test(property) ? given.filter((each) => named('space').has(each)) : [];
  return bad.map((each) => `${at} ${property}: ${each}`);
});

test('sizes of type, corners and the steps of space are tokens, so that they change everywhere at once', () => {
  assert.ok(sheets.length > 10 && named('space').size >= 7);
  assert.deepEqual(sheets.flatMap((name) => wrongIn(readFileSync(new URL(name, FOLDER), 'utf8'), name)), []);
});

test('a size that was written out is found, whatever stands around it', () => {
  const text = '.a { color: red; padding: 3px 8px }\n.b { gap: calc(4px + 1em); font-size: 1.1rem; border-radius: 5px; margin: 0 var(--space-2) }';
  assert.deepEqual(wrongIn(text, 'x.css'), ['x.css:1 padding: 8px', 'x.css:2 gap: 4px', 'x.css:2 font-size: 1.1rem', 'x.css:2 border-radius: 5px']);
});
