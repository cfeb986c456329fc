import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { isMilitary, symbolsOf } from '../../main/web/core/symbols.js';
import { initialState, reduce } from '../../main/web/core/state.js';
import { siteRadius } from '../../main/web/map/marks.js';
import { symbolHeight } from '../../main/web/map/military.js';

const ms = createRequire(new URL('../../../target/npm/', import.meta.url))('milsymbol');
const layers = new URL('../../../../geodata/src/main/resources/org/vigie/geodata/layers/', import.meta.url);
const codes = readdirSync(layers).flatMap((file) => [...readFileSync(new URL(file, layers), 'utf8').matchAll(/^ +([\w-]+): +[\w-]+ [\w-]+ (\d{20})/gm)].map(([, name, sidc]) => [`${file} ${name}`, sidc]));

test('every military symbol that a layer declares is one that can be drawn, of a friend', () => {
  assert.ok(codes.length > 20);
  for (const [where, sidc] of codes) {
    assert.equal(new ms.Symbol(sidc).isValid(), true, `${where}: ${sidc}`);
    assert.equal(sidc[3], '3', where);
  }
});

test('a code of nothing is not drawn', () => {
  assert.equal(new ms.Symbol('10031000009999990000').isValid(), false);
});

test('the duty officer begins with military symbols, others with plain icons, and everybody may choose', () => {
  const as = (role) => ({ ...initialState, session: { roles: [role] } });
  assert.equal(symbolsOf(as('duty-officer')), 'military');
  assert.equal(symbolsOf(as('protection-adviser')), 'plain');
  assert.equal(symbolsOf(reduce(as('duty-officer'), { type: 'symbols/set', symbols: 'plain' })), 'plain');
  assert.equal(isMilitary(as('duty-officer')), false);
  assert.equal(isMilitary(reduce(as('duty-officer'), { type: 'symbols/ready' })), true);
});

test('where the whole mission is in view a base is hardly higher than an event, and near by its symbol can be read', () => {
  for (const zoom of [5, 6, 7, 8]) {
    assert.ok(symbolHeight(siteRadius(zoom)) <= 12, `at zoom ${zoom}`);
  }
  assert.ok(symbolHeight(siteRadius(10)) > 22);
});
