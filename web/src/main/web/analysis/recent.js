// What was run before, also before the page was loaded anew: each can be opened again or removed.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { failure } from '../panels/layers.js';
import { words as say } from '../words/analysis.js';
/** @typedef {import('./execution.js').Job} Job */

/**
 * @param {ReturnType<typeof import('./execution.js').executions>} runs
 * @param {{title: (process: string) => string, open: (job: Job) => void}} actions
 */
export function recentRuns(runs, { title, open }) {
  const list = el('ul', { class: 'recent-runs' });
  const node = el('details', { class: 'choices', 'data-testid': 'recent-runs' }, el('summary', {}, say.recent), list);

  async function load() {
    try {
      show(await runs.list());
    } catch (error) {
      fill(list, el('li', {}, failure(say.recentFailed, error, () => void load())));
    }
  }

  /** @param {Job[]} jobs */
  function show(jobs) {
    fill(list, jobs.length === 0 ? el('li', { class: 'muted' }, say.recentNone) : jobs.map(row));
  }

  /** @param {Job} job */
  function row(job) {
    const name = title(job.processID ?? '');
    const when = job.created ? format.moment(job.created) : '';
    const status = say.statuses[job.status] ?? job.status;
    const text = el('span', { class: 'recent-text' }, el('strong', {}, name), el('span', { class: 'muted' }, `${when} · ${status}${job.status === 'running' && job.progress !== undefined ? ` ${job.progress} %` : ''}`));
    const remove = async () => { await runs.dismiss(job.jobID).catch(() => undefined); await load(); };
    return el('li', { 'data-status': job.status },
      job.status === 'successful' ? el('button', { type: 'button', class: 'list-row', 'data-testid': 'recent-open', 'aria-label': say.recentOpen(name, when), onclick: () => open(job) }, text)
        : el('div', { class: 'list-row', title: job.message ?? null }, text),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': say.remove(`${name}, ${when}`), title: say.remove(name), onclick: () => void remove() }, icon('trash', { size: 14 })));
  }

  return { node, load };
}
