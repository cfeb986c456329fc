// In which language this browser reads the page. Changing it loads the page anew: every word and number is made once.
// @ts-check

/** @typedef {keyof typeof locales} Language */

/**
 * Languages of the page and how `Intl` writes their numbers and dates: British English, as the United Nations do. Arabic
 * is written with the digits of coordinates, MGRS and references, so that a figure is the same wherever it is read or typed.
 */
export const locales = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-ca-gregory-nu-latn' };

/** As each calls itself. @type {Record<Language, string>} */
export const names = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

/** The server reads it too, for the pages that it writes itself. */
const COOKIE = 'vigie-language';

/** @type {Language} */
export const language = choose(globalThis.document?.cookie ?? '', globalThis.document?.documentElement.lang ?? '');

/** The locale that numbers, dates and plurals follow. */
export const locale = locales[language];

export const direction = language === 'ar' ? 'rtl' : 'ltr';

// The server has written both, but a page kept for the time without network may be of another language.
if (globalThis.document) {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

/** @param {Language} wanted */
export function switchLanguage(wanted) {
  document.cookie = `${COOKIE}=${wanted}; Path=/; Max-Age=${365 * 24 * 60 * 60}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
  location.reload();
}

/**
 * @param {string} cookies as the document has them
 * @param {string} served the language in which the server wrote the page
 * @returns {Language}
 */
export function choose(cookies, served) {
  const kept = cookies.split('; ').find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  const known = [kept, served].find((tag) => tag !== undefined && Object.hasOwn(locales, tag));
  return /** @type {Language} */ (known ?? 'en');
}
