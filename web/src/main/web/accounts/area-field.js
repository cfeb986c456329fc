// Choosing an area of responsibility: none, one of the administrative areas, or an outline of one's own.
// @ts-check
import { el, fill } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/accounts.js';
import { areaMap } from './area-map.js';
import { readArea } from './area-text.js';
import { field } from './parts.js';
import { extentText, placeOf, provinces } from './places.js';

/** @typedef {import('./area-text.js').Area} Area */
/** @typedef {import('./places.js').Place} Place */

/**
 * @param {Area|null} current
 * @param {Promise<Place[]>} coming
 * @returns {{node: HTMLElement, read: () => {area: Area|null}|null}} read gives null when what is there is no area, and says so
 */
export function areaField(current, coming) {
  /** @type {Place[]} */
  let places = [];
  const shown = el('div', { 'aria-live': 'polite', 'data-testid': 'area-shown' });
  const choice = el('select', { onchange: () => draw(), 'data-testid': 'area-choice' });
  const text = el('textarea', { rows: '4', spellcheck: 'false', placeholder: words.areaExample, oninput: () => draw(), 'data-testid': 'area-text' });
  const pasted = field(words.areaPaste, text);
  const options = () => {
    const chosen = choice.value;
    fill(choice, el('option', { value: '' }, words.wholeMission), el('option', { value: 'paste' }, words.ownOutline),
      [...new Set(places.map((place) => place.level))].map((level) => el('optgroup', { label: words.level(level) },
        places.filter((place) => place.level === level).map((place) => el('option', { value: place.id }, place.name)))));
    choice.value = chosen;
  };
  const wanted = () => {
    if (choice.value === '') {
      return { area: null };
    }
    return choice.value === 'paste' ? readArea(text.value) : { area: /** @type {Place} */ (places.find((place) => place.id === choice.value)).area };
  };
  function draw() {
    pasted.hidden = choice.value !== 'paste';
    text.removeAttribute('aria-invalid');
    const found = wanted();
    if ('fault' in found) {
      fill(shown, found.fault === 'empty' ? '' : complaint(found.fault));
    } else if (found.area) {
      const name = placeOf(found.area, places)?.name ?? words.ownOutline;
      fill(shown, areaMap(found.area, provinces(places), name), el('p', { class: 'muted', 'data-testid': 'area-extent' }, `${name}: `, el('bdi', { dir: 'ltr' }, extentText(found.area))));
    } else {
      fill(shown);
    }
  }
  const complaint = (/** @type {import('./area-text.js').AreaFault} */ fault) => el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'area-problem' }, words.areaFaults[fault]);
  const status = el('p', { class: 'muted' }, words.loading);
  options();
  if (current) {
    choice.value = 'paste';
    text.value = JSON.stringify(current);
  }
  draw();
  void coming.then((read) => {
    places = read;
    const known = current && choice.value === 'paste' && text.value === JSON.stringify(current) ? placeOf(current, places) : null;
    options();
    if (known) {
      choice.value = known.id;
    }
    fill(status, places.length === 0 ? words.noPlaces : words.areaHelp);
    draw();
  }, (problem) => fill(status, words.placesAway(reasonOf(problem))));
  return {
    node: el('fieldset', {}, el('legend', {}, words.area), field(words.areaChoice, choice), pasted, status, shown),
    read() {
      const found = wanted();
      if ('area' in found) {
        return found;
      }
      fill(shown, complaint(found.fault));
      text.setAttribute('aria-invalid', 'true');
      text.focus();
      return null;
    },
  };
}
