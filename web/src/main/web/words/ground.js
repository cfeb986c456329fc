// What the page says of basemaps, in the language of this browser; fetched when there is one, or somebody asks for them.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/ground.js').groundWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{groundWords: Words}>>} */
const languages = {
  en: () => import('./en/ground.js'),
  fr: () => import('./fr/ground.js'),
  es: () => import('./es/ground.js'),
  ar: () => import('./ar/ground.js'),
};

export const { groundWords: words } = await languages[language]();
