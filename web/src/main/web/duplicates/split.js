// Reports that belong to another event leave an incident for one of their own.
// @ts-check
import { el, fill } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { words as say } from '../words/duplicates.js';
import { words } from '../words/words.js';
import { workflow } from '../workflow/requests.js';
import { duplicates } from './requests.js';

/**
 * @param {HTMLElement} desk
 * @param {{api: import('../core/api.js').Api}} context
 * @param {import('./requests.js').Seen} feature
 * @param {{split: () => void, close: () => void}} then
 */
export async function splitForm(desk, { api }, feature, then) {
  try {
    const { reports, version } = await workflow(api).situation(feature.layer, feature.id);
    const title = el('input', { required: true, maxlength: 200, 'aria-label': say.splitTitle, placeholder: say.splitTitle, 'data-testid': 'split-title' });
    const message = el('div', { role: 'alert' });
    const form = el('form', { class: 'inbox-form', onsubmit: submit }, el('p', { class: 'muted' }, say.splitIntro),
      reports.length < 2 ? el('p', {}, words.workflow.noReports) : reports.map(({ report }) => el('label', {}, el('input', { type: 'checkbox', name: 'report', value: report.id }), ' ', [report.ref, report.title].filter(Boolean).join(' · '))),
      title, message,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'submit', class: 'button small primary', disabled: reports.length < 2, 'data-testid': 'split-save', 'data-needs-line': true }, say.splitSave),
        el('button', { type: 'button', class: 'button small', onclick: then.close }, say.cancel)));
    fill(desk, form);
    title.focus();

    /** @param {Event} event */
    async function submit(event) {
      event.preventDefault();
      try {
        await duplicates(api).split({ ...feature, version }, new FormData(form).getAll('report').map(String), { title: title.value });
        then.split();
      } catch (error) {
        fill(message, el('p', { class: 'notice is-problem' }, `${say.refused}. ${reasonOf(error)}`));
      }
    }
  } catch (error) {
    fill(desk, failure(words.workflow.notLoaded, error, () => void splitForm(desk, { api }, feature, then)));
  }
}
