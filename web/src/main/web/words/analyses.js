// What the server declares of its analyses, in the language of this browser. The English is the server's own and is not kept twice.
// @ts-check
import { language } from '../core/language.js';

/** @typedef {{title: string, description: string, labels?: Record<string, string>}} InputWords labels: by the code of a choice */
/** @typedef {{title: string, description: string, inputs: Record<string, InputWords>}} AnalysisWords */
/** @typedef {{processes: Record<string, AnalysisWords>, caveats: Record<string, string>}} DeclaredWords caveats: by the sentence of the server */

/** @type {Record<Exclude<import('../core/language.js').Language, 'en'>, () => Promise<{analyses: DeclaredWords}>>} */
const languages = {
  fr: () => import('./fr/analyses.js'),
  es: () => import('./es/analyses.js'),
  ar: () => import('./ar/analyses.js'),
};

/** @type {DeclaredWords|null} null in English */
export const analyses = language === 'en' ? null : (await languages[language]()).analyses;
