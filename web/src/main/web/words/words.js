// Everything the page says, in the language of this browser; only that language is fetched.
// @ts-check
import { language } from '../core/language.js';

/**
 * What a language must hold to stand beside English: the same names, and what takes a number or a name takes it too.
 *
 * @template T
 * @typedef {T extends (...given: infer A) => string ? (...given: A) => string : T extends string ? string : T extends object ? {[K in keyof T]: Translation<T[K]>} : T} Translation
 */
/** @typedef {Translation<typeof import('./en/page.js').words>} Words */

/** @type {Record<import('../core/language.js').Language, () => Promise<{words: Words}>>} */
const languages = {
  en: () => import('./en/page.js'),
  fr: () => import('./fr/page.js'),
  es: () => import('./es/page.js'),
  ar: () => import('./ar/page.js'),
};

export const { words } = await languages[language]();
