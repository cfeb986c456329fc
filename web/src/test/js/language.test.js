import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { choose, locales, names } from '../../main/web/core/language.js';

test('what was chosen in this browser comes before the language of the page', () => {
  assert.equal(choose('vigie-device=x; vigie-language=ar; other=fr', 'fr'), 'ar');
  assert.equal(choose('vigie-device=x', 'fr'), 'fr');
});

test('a language that the page does not have is English', () => {
  assert.equal(choose('vigie-language=klingon', ''), 'en');
  assert.equal(choose('vigie-language=toString', 'constructor'), 'en');
  assert.equal(choose('not-vigie-language=fr', 'xx'), 'en');
});

test('every language has a name, numbers and pages', async () => {
  const pages = JSON.parse(await readFile(new URL('../../../build/page-words.json', import.meta.url)));
  assert.deepEqual(Object.keys(names), Object.keys(locales));
  assert.deepEqual(Object.keys(pages), Object.keys(locales));
  for (const words of Object.values(pages)) {
    assert.deepEqual(Object.keys(words), Object.keys(pages.en));
  }
});

test('Arabic is written with the digits of a coordinate and the months of the Gregorian calendar', () => {
  assert.equal(new Intl.NumberFormat(locales.ar).format(1234), '1,234');
  assert.match(new Intl.DateTimeFormat(locales.ar, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date('2026-06-03T00:00Z')), /^3\D+2026$/);
});
