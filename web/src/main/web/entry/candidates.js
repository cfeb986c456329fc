// The places that a text may mean, worked from the text field by arrow keys and Enter.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
/** @typedef {import('./place.js').Spot} Spot */

const say = words.entry.where;

/** @param {HTMLInputElement} input @param {(spot: Spot) => void} choose */
export function candidateList(input, choose) {
  const list = el('div', { id: 'entry-candidates', role: 'listbox', 'aria-label': say.candidates, class: 'candidates', 'data-testid': 'where-candidates', hidden: true });
  /** @type {Spot[]} */
  let spots = [];
  let at = -1;

  /** @param {number} next */
  function mark(next) {
    at = next;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    input.setAttribute('aria-activedescendant', at < 0 ? '' : `entry-candidate-${at}`);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  input.addEventListener('keydown', (e) => {
    if (spots.length === 0 || e.ctrlKey || e.metaKey) {
      return;
    }
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      mark((at + (e.key === 'ArrowDown' ? 1 : spots.length - 1)) % spots.length);
    } else if (e.key === 'Enter') {
      e.preventDefault();
      choose(spots[Math.max(at, 0)]);
    }
  });

  return {
    node: list,
    /** One candidate is the place itself: there is nothing to choose. @param {Spot[]} candidates @param {Spot|null} now */
    show(candidates, now) {
      spots = candidates.length > 1 ? candidates : [];
      list.hidden = spots.length === 0;
      input.setAttribute('aria-expanded', String(spots.length > 0));
      fill(list, spots.map((spot, i) => el('div', { role: 'option', id: `entry-candidate-${i}`, class: 'candidate', 'data-testid': 'where-candidate', 'aria-selected': 'false', onclick: () => choose(spot) },
        el('span', {}, spot.text), spot.detail ? el('span', { class: 'muted' }, spot.detail) : null)));
      mark(spots.findIndex((spot) => spot.text === now?.text && spot.position.join() === now.position.join()));
    },
  };
}
