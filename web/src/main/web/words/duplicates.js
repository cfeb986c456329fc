// What is said about duplicates, merges and splits, in the language of this browser; fetched with the first record that is opened.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/duplicates.js').duplicateWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{duplicateWords: Words}>>} */
const languages = {
  en: () => import('./en/duplicates.js'),
  fr: () => import('./fr/duplicates.js'),
  es: () => import('./es/duplicates.js'),
  ar: () => import('./ar/duplicates.js'),
};

export const { duplicateWords: words } = await languages[language]();
