// What the analyses say, in the language of this browser; fetched with their panel.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {import('./words.js').Translation<typeof import('./en/analysis.js').analysisWords>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{analysisWords: Words}>>} */
const languages = {
  en: () => import('./en/analysis.js'),
  fr: () => import('./fr/analysis.js'),
  es: () => import('./es/analysis.js'),
  ar: () => import('./ar/analysis.js'),
};

export const { analysisWords: words } = await languages[language]();
