// The steps that lead on from a state as buttons, and the reason where one is needed.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
import { keyOf } from './keys.js';
/** @typedef {import('./requests.js').Step} Step */

const say = words.workflow;

/** @param {Step} step */
export const nameOf = (step) => (step.needsReason ? say.reopen : say.step[step.to] ?? step.label);

/**
 * @param {Step[]} steps
 * @param {(step: Step) => void} take
 */
export function stepButtons(steps, take) {
  return steps.map((step) => el('button', {
    type: 'button', class: 'button small', 'data-testid': `step-${step.to}`, 'aria-disabled': step.allowed ? null : 'true', title: step.why ?? null,
    onclick: () => take(step),
  }, nameOf(step), keyOf(step.to) ? el('kbd', { 'aria-hidden': 'true' }, keyOf(step.to)) : null));
}

/**
 * Asks why, then goes on.
 *
 * @param {HTMLElement} parent
 * @param {(reason: string) => void} then
 * @param {() => void} close
 */
export function askWhy(parent, then, close) {
  const input = el('input', { 'aria-label': say.reason, 'data-testid': 'step-reason', autocomplete: 'off', required: true });
  fill(parent, el('form', { class: 'inbox-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); then(input.value.trim()); },
    onkeydown: (/** @type {KeyboardEvent} */ e) => {
      e.stopPropagation();
      if (e.key === 'Escape') {
        e.preventDefault();
        close();
      }
    } },
  el('div', { class: 'field' }, el('label', {}, say.reasonNeeded, input)),
  el('div', { class: 'detail-actions' },
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'step-confirm' }, say.confirm),
    el('button', { type: 'button', class: 'button', onclick: close }, say.cancel))));
  input.focus();
}
