// What the pages of accounts say, in the language of this browser.
// @ts-check
import { language } from '../core/language.js';

/** @type {Record<import('../core/language.js').Language, () => Promise<{words: typeof import('./en/accounts.js').words}>>} */
const languages = {
  en: () => import('./en/accounts.js'),
};

export const { words } = await languages[language]();
