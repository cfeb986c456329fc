// Everything the page says, in the language of this browser; only that language is fetched.
// @ts-check
import { language } from '../core/language.js';

/** @type {Record<import('../core/language.js').Language, () => Promise<{words: typeof import('./en/page.js').words}>>} */
const languages = {
  en: () => import('./en/page.js'),
};

export const { words } = await languages[language]();
