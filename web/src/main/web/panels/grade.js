// The grade of a source by the Admiralty scale: A to F for who said it, 1 to 6 for what was said, each in words.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

const SCALES = /** @type {const} */ ([
  { property: 'source_reliability', marks: ['A', 'B', 'C', 'D', 'E', 'F'], title: words.detail.reliability, meaning: words.reliability },
  { property: 'info_credibility', marks: ['1', '2', '3', '4', '5', '6'], title: words.detail.credibility, meaning: words.credibility },
]);

/** @param {Record<string, any>} values of a feature @returns {string} such as B2; empty when it is not graded */
export const gradeOf = (values) => SCALES.map(({ property }) => values[property] ?? '').join('');

/** @param {Record<string, any>} values @returns {string} what the grade means */
export const gradeText = (values) => SCALES.map(({ property, meaning }) => meaning[values[property]]).filter(Boolean).join(' · ');

/** @param {Record<string, any>} values @returns {HTMLElement|null} */
export function gradeNode(values) {
  if (gradeOf(values) === '') {
    return null;
  }
  return el('div', { class: 'grade', 'data-testid': 'detail-grade' }, SCALES.map(({ property, marks, title, meaning }) => {
    const own = String(values[property] ?? '');
    return el('div', { class: 'grade-scale' },
      el('span', { class: 'grade-title' }, title),
      el('bdi', { dir: 'ltr', class: 'grade-marks', 'aria-hidden': 'true' }, marks.map((mark) => el('i', { class: mark === own ? 'on' : '' }, mark))),
      el('span', { class: 'grade-meaning' }, own ? `${own} · ${meaning[own] ?? own}` : words.detail.notGraded));
  }));
}
