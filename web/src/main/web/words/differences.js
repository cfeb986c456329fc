// What the page says of differences between two pictures, in the language of this browser; fetched when somebody compares.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/differences.js').differenceWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{differenceWords: Words}>>} */
const languages = {
  en: () => import('./en/differences.js'),
  fr: () => import('./fr/differences.js'),
  es: () => import('./es/differences.js'),
  ar: () => import('./ar/differences.js'),
};

export const { differenceWords: words } = await languages[language]();
