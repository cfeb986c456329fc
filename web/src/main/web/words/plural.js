// The form of a phrase that goes with a number, by the plural rules of the language.
// @ts-check
import { count } from '../core/format.js';
import { locale } from '../core/language.js';

/** The forms that a language tells apart; Arabic has all six. @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Forms */

/**
 * @param {string} locale BCP 47
 * @returns {(n: number, forms: Forms) => string} the form for n, its `#` replaced by the number; a form not given is `other`
 */
export function pluralOf(locale) {
  const rules = new Intl.PluralRules(locale);
  return (n, forms) => (forms[rules.select(n)] ?? forms.other).replaceAll('#', count(n));
}

export const plural = pluralOf(locale);
