// What stands on the situation map on paper and beside it, in the language of this browser; fetched with its desk.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/print.js').printWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{printWords: Words}>>} */
const languages = {
  en: () => import('./en/print.js'),
  fr: () => import('./fr/print.js'),
  es: () => import('./es/print.js'),
  ar: () => import('./ar/print.js'),
};

export const { printWords: words } = await languages[language]();
