// What the page says of what is kept locked, in the language of this browser; fetched when somebody looks at it.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/locked.js').lockedWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{lockedWords: Words}>>} */
const languages = {
  en: () => import('./en/locked.js'),
  fr: () => import('./fr/locked.js'),
  es: () => import('./es/locked.js'),
  ar: () => import('./ar/locked.js'),
};

export const { lockedWords: words } = await languages[language]();
