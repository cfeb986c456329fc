// What must be answered before a place is taken: a wrong place is worse than a question.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';
import { confirmed } from './place.js';
/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('./place.js').Spot} Spot */
/** @typedef {{set: (place: Place) => void, survey: (spot: Spot) => void, change: () => void}} Answers */

const say = words.entry.where;

/** @param {Place} place @param {Answers} answers @returns {HTMLElement[]} */
export function questionNodes(place, answers) {
  return [
    ...place.questions.map((question) => el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': `where-ask-${question.code}` },
      el('p', {}, question.text), el('div', { class: 'notice-actions' }, choices(place, question, answers)))),
    ...place.notes.map((note) => el('p', { class: 'notice quiet' }, note)),
  ];
}

/** @param {Place} place @param {import('./place.js').Warning} question @param {Answers} answers @returns {HTMLElement[]} */
function choices(place, { code, instead }, { set, survey, change }) {
  const yes = () => set(confirmed(place, code));
  const { spot } = place;
  switch (code) {
    case 'swapped':
      return [
        ...(instead ? [button('exchange', say.exchange(instead.text), () => survey(instead))] : []),
        button('keep', say.keep, yes)];
    case 'outside':
      return [button('nevertheless', say.nevertheless, yes), button('change', say.change, change)];
    case 'ambiguous':
      return []; // the list below is the answer
    default:
      return [...(spot ? [button('confirm', say.confirm(spot.text), yes)] : []), button('change', say.change, change)];
  }
}

/** @param {string} id @param {string} text @param {() => void} onclick */
const button = (id, text, onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': `where-${id}`, onclick }, text);
