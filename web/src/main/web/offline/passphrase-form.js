// Where a passphrase is typed: once to unlock, twice to choose one.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/locked.js';
import { LEAST_LENGTH, weakness } from './lock.js';

/**
 * @param {{id: string, isNew?: boolean, act: string, use: (passphrase: string) => Promise<string>, beside?: HTMLElement}} of id: of its field; act: what the button says; use: says what is wrong, or nothing;
 *     beside: a button beside it
 * @returns {HTMLFormElement}
 */
export function passphraseForm({ id, isNew = false, act, use, beside }) {
  const field = (/** @type {string} */ name) => el('input', { id: name, type: 'password', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', dir: 'auto', required: true, 'data-testid': name, 'aria-describedby': `${id}-problem${isNew ? ` ${id}-rule` : ''}` });
  const [first, second] = [field(id), field(`${id}-again`)];
  const problem = el('p', { id: `${id}-problem`, class: 'field-problem', role: 'alert', 'data-testid': `${id}-problem` });
  const button = el('button', { type: 'submit', class: 'button primary', 'data-testid': `${id}-use`, 'data-needs-line': isNew }, act);
  const shown = el('input', { type: 'checkbox', onchange: () => {
    first.type = second.type = shown.checked ? 'text' : 'password';
  } });

  /** @param {string} text */
  function say(text) {
    fill(problem, text);
    first.setAttribute('aria-invalid', String(text !== ''));
    if (text) {
      first.focus();
      first.select();
    }
  }

  /** @returns {string} what is wrong with what was chosen */
  function wrong() {
    const weak = weakness(first.value);
    return weak === 'short' ? words.short(LEAST_LENGTH) : weak === 'same' ? words.same : first.value !== second.value ? words.differ : '';
  }

  async function submit() {
    const known = isNew ? wrong() : '';
    if (known || button.getAttribute('aria-busy') === 'true') {
      say(known);
      return;
    }
    say('');
    button.setAttribute('aria-busy', 'true');
    fill(button, words.working);
    try {
      const answer = await use(first.value);
      if (!answer) {
        first.value = second.value = '';
      }
      say(answer);
    } catch {
      say(words.failed);
    } finally {
      button.removeAttribute('aria-busy');
      fill(button, act);
    }
  }

  return el('form', { class: 'passphrase', novalidate: true, onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void submit(); } },
    el('div', { class: 'field' }, el('label', { for: id }, words.passphrase), first),
    isNew ? [el('p', { id: `${id}-rule`, class: 'muted' }, words.rule(LEAST_LENGTH)), el('div', { class: 'field' }, el('label', { for: `${id}-again` }, words.again), second)] : null,
    el('label', { class: 'switch' }, shown, ' ', words.show), problem,
    el('div', { class: 'notice-actions' }, button, beside));
}
