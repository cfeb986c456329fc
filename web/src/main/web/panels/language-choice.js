// The languages of the page, each by the name it gives itself.
// @ts-check
import { el } from '../core/dom.js';
import { language, names, switchLanguage } from '../core/language.js';
/** @typedef {import('../core/language.js').Language} Language */

/** @param {string} label @returns {HTMLElement} */
export const languageChoice = (label) => el('div', { class: 'languages', role: 'group', 'aria-label': label },
  /** @type {[Language, string][]} */ (Object.entries(names)).map(([tag, name]) => el('button', {
    type: 'button', lang: tag, 'aria-pressed': String(tag === language), 'data-testid': `language-${tag}`, onclick: () => tag !== language && switchLanguage(tag),
  }, name)));
