// What somebody says about a view: its name, a note, who is offered it.
// @ts-check
import { markName } from '../core/classification.js';
import { el } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
/** @typedef {import('./requests.js').Wish} Wish */

const say = words.saved;
const LEVELS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'];

/** The highest of several marks. @param {string[]} marks */
export const highest = (marks) => LEVELS[Math.max(0, ...marks.map((mark) => LEVELS.indexOf(mark)))];

/**
 * @param {object} given
 * @param {Wish} given.now what the fields hold at first
 * @param {string} given.clearance
 * @param {import('../core/types.js').Choice[]} given.compartments those that may be set
 * @param {boolean} given.mayShare
 * @param {() => boolean} given.isSearched whether what would be saved holds searched text
 * @param {string} given.submit
 * @param {(wish: Wish) => Promise<void>} given.save rejects with the server's words
 * @param {(() => void)|null} given.cancel
 * @param {string} given.id
 */
export function viewForm({ now, clearance, compartments, mayShare, isSearched, submit, save, cancel, id }) {
  const name = el('input', { id: `${id}-name`, type: 'text', maxlength: 100, required: true, dir: 'auto', value: now.name ?? '', autocomplete: 'off', 'data-testid': `${id}-name` });
  const note = el('textarea', { id: `${id}-note`, rows: 2, maxlength: 1000, dir: 'auto', 'data-testid': `${id}-note` });
  note.value = now.note ?? '';
  const share = el('input', { type: 'checkbox', checked: now.shared === true, 'data-testid': `${id}-share`, onchange: () => { problem.textContent = share.checked && isSearched() ? say.searched : ''; } });
  const start = el('input', { type: 'checkbox', checked: now.start === true, 'data-testid': `${id}-start` });
  const marks = el('select', { id: `${id}-marks`, 'data-testid': `${id}-marks` }, LEVELS.slice(0, LEVELS.indexOf(clearance) + 1).map((level) =>
    el('option', { value: level, selected: level === now.classification }, markName(level))));
  const offered = [...compartments, ...(now.compartments ?? []).filter((code) => !compartments.some((each) => each.code === code)).map((code) => ({ code, label: code }))];
  const boxes = offered.map(({ code }) => el('input', { type: 'checkbox', value: code, checked: now.compartments?.includes(code), 'data-testid': `${id}-compartment-${code}` }));
  const problem = el('p', { class: 'field-problem', role: 'alert', 'data-testid': `${id}-problem` });
  const button = el('button', { type: 'submit', class: 'button primary', 'data-testid': `${id}-save` }, submit);

  return el('form', { class: 'view-form', onsubmit: async (/** @type {Event} */ e) => {
    e.preventDefault();
    problem.textContent = name.value.trim() === '' ? say.nameMissing : share.checked && isSearched() ? say.searched : '';
    if (problem.textContent !== '') {
      name.focus();
      return;
    }
    button.disabled = true;
    try {
      await save({ name: name.value.trim(), note: note.value.trim(), shared: share.checked, start: start.checked, classification: marks.value, compartments: boxes.filter((box) => box.checked).map((box) => box.value) });
      name.value = '';
      note.value = '';
    } catch (error) {
      problem.textContent = say.notSaved(reasonOf(error));
    } finally {
      button.disabled = false;
    }
  } },
  el('div', { class: 'field' }, el('label', { for: `${id}-name` }, say.name), name),
  el('div', { class: 'field' }, el('label', { for: `${id}-note` }, say.note), note),
  el('div', { class: 'field' }, el('label', { for: `${id}-marks` }, say.marks), marks),
  boxes.length > 0 ? el('fieldset', { class: 'field view-compartments' }, el('legend', {}, say.compartments), offered.map(({ label }, i) => el('label', { class: 'check' }, boxes[i], el('span', {}, label)))) : null,
  mayShare ? el('label', { class: 'check' }, share, el('span', {}, say.share, el('small', { class: 'muted' }, say.shareHelp))) : null,
  el('label', { class: 'check' }, start, el('span', {}, say.start, el('small', { class: 'muted' }, say.startHelp))),
  problem,
  el('div', { class: 'detail-actions' }, button, cancel ? el('button', { type: 'button', class: 'button', onclick: cancel }, say.cancel) : null));
}
