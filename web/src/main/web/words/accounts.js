// What the pages of accounts say, in the language of this browser.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/accounts.js').words>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{words: Words}>>} */
const languages = {
  en: () => import('./en/accounts.js'),
  fr: () => import('./fr/accounts.js'),
  es: () => import('./es/accounts.js'),
  ar: () => import('./ar/accounts.js'),
};

export const { words } = await languages[language]();
