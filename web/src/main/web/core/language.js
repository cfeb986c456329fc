// In which language this browser reads the page. Changing it loads the page anew: every word and number is made once.
// @ts-check

/** @typedef {keyof typeof locales} Language */

/** Languages of the page and how `Intl` writes their numbers and dates: British English, as the United Nations do. */
export const locales = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-ca-gregory-nu-latn' };

const KEPT = 'vigie.language';

/** @type {Language} */
export const language = choose(
  globalThis.localStorage?.getItem(KEPT) ?? null,
  globalThis.localStorage ? navigator.languages : [],
);

/** The locale that numbers, dates and plurals follow. */
export const locale = locales[language];

/** @param {Language} wanted */
export function switchLanguage(wanted) {
  localStorage.setItem(KEPT, wanted);
  location.reload();
}

/**
 * @param {string|null} kept what was chosen here before
 * @param {readonly string[]} preferred what the system prefers, best first
 * @returns {Language}
 */
export function choose(kept, preferred) {
  const known = [kept, ...preferred].map((tag) => tag?.split('-')[0] ?? '').find((tag) => tag in locales);
  return /** @type {Language} */ (known ?? 'en');
}
