// Why it was not kept, and the way on. What was typed stays in the form, and its key with it: sending
// again cannot make it twice.
// @ts-check
import { el } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';

const say = words.entry.failed;

/**
 * @param {any} error
 * @param {import('../forms/form.js').LayerForm} form
 * @param {{again: () => void, asNew: (() => void)|null}} ways
 */
export function failureNode(error, form, { again, asNew }) {
  if (error.status === 400 && form.refuse(error.errors)) {
    return null;
  }
  const isUsed = error.status === 409 && asNew !== null;
  const said = error.status === 0 ? say.unreachable : error.status === 503 ? say.busy : error.status === 401 ? say.signedOut : isUsed ? say.used : `${say.other}. ${reasonOf(error)}`;
  return el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'entry-failed' }, el('p', {}, said),
    el('button', { type: 'button', class: 'button small', 'data-testid': 'entry-again', onclick: isUsed ? asNew : again }, isUsed ? say.asNew : say.again));
}
