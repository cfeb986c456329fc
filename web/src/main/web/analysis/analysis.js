// The analyses, made from what the server declares: a question, its settings, a run that can be cancelled, a result.
// @ts-check
import { newestOnly } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { currentQuery, normalised } from '../core/query.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { analyses } from '../words/analyses.js';
import { words as say } from '../words/analysis.js';
import { createComparison } from './compare.js';
import { inWords } from './declared.js';
import { executions } from './execution.js';
import { byQuestion, parameterForm, spoken } from './process.js';
import { recentRuns } from './recent.js';
import { createResultView } from './result-view.js';
/** @typedef {import('./process.js').Process} Process */

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const { map, store, api, panel, announce } = context;
  const runs = executions(api);
  const requests = newestOnly();
  const descriptions = newestOnly();
  const titles = Object.fromEntries(store.state.catalog.map((layer) => [layer.name, layer.title]));
  const layers = store.state.catalog.filter((layer) => layer.time === 'event');
  const layerChoice = el('select', { id: 'analysis-layer', 'data-testid': 'analysis-layer' }, layers.map((layer) => el('option', { value: layer.name }, layer.title)));
  const processChoice = el('select', { id: 'analysis', 'data-testid': 'analysis', onchange: () => void describe() });
  let intro = el('p', { class: 'muted' });
  const scope = el('p', { class: 'muted', 'data-testid': 'analysis-scope' });
  const parameters = el('div', {});
  const status = el('div', { role: 'status', 'data-testid': 'analysis-status' });
  const comparisonBox = el('div', {});
  const run = el('button', { type: 'button', class: 'button primary', 'data-testid': 'analysis-run', 'data-needs-line': true, disabled: true, onclick: () => void start() }, icon('chart', { size: 16 }), ' ', say.run);
  const stop = el('button', { type: 'button', class: 'button', hidden: true, 'data-testid': 'analysis-cancel', onclick: cancel }, say.cancel);
  const settings = el('details', { class: 'analysis-settings', open: true }, el('summary', {}, say.settings), intro, el('div', { class: 'field' }, el('label', { for: 'analysis-layer' }, say.layer), layerChoice), scope, parameters);
  const view = createResultView(context, {
    keep: (kept) => { comparison.keep(kept); comparisonBox.scrollIntoView({ block: 'nearest' }); },
    takeDistance: (metres) => { form?.set('epsM', metres); void start(); },
  });
  const comparison = createComparison(map.leaflet, comparisonBox, { paneB: view.pane, ended: () => view.draw() });
  const recent = recentRuns(runs, { title: titleOf, open: (job) => void reopen(job) });
  /** @type {import('./process.js').Summary[]} */
  let processes = [];
  /** @type {Process|null} */
  let process = null;
  /** @type {ReturnType<typeof parameterForm>|null} */
  let form = null;
  const question = el('div', { class: 'field' }, el('label', { for: 'analysis' }, say.question), processChoice);
  const actions = el('div', { class: 'detail-actions' }, run, stop);
  /** In place of the questions while there are none. */
  const unlisted = el('div', {});
  panel.append(unlisted, question, settings, actions, status, comparisonBox, view.node, recent.node);

  /** @param {HTMLElement|null} instead @returns {void} */
  function offer(instead) {
    fill(unlisted, instead);
    question.hidden = settings.hidden = actions.hidden = instead !== null;
    recent.node.hidden ||= instead !== null;
  }

  async function list() {
    offer(loading());
    try {
      processes = (await api.json('/processes?limit=100')).processes.map((/** @type {import('./process.js').Summary} */ each) => inWords(each, analyses));
      fill(processChoice, byQuestion(processes).map(([question, found]) => el('optgroup', { label: question }, found.map((each) => el('option', { value: each.id, ...spoken(each) }, each.title)))));
      offer(null);
      await Promise.all([describe(), listRuns()]);
    } catch (error) {
      offer(failure(say.notListed, error, () => void list()));
    }
  }

  /** Only a server that runs jobs keeps any. */
  async function listRuns() {
    recent.node.hidden = !processes.some(({ jobControlOptions }) => jobControlOptions?.includes('async-execute'));
    if (!recent.node.hidden) {
      await recent.load();
    }
  }

  /** @param {string} id */
  function titleOf(id) {
    return processes.find((each) => each.id === id)?.title ?? id;
  }

  /** @param {string} id @returns {Promise<Process|undefined>} */
  const descriptionOf = (id) => descriptions.run(async (signal) => inWords(await api.json(`/processes/${encodeURIComponent(id)}`, { signal }), analyses));

  /** @param {Record<string, unknown>} [values] */
  async function describe(values) {
    run.disabled = true;
    try {
      const description = await descriptionOf(processChoice.value);
      if (description) {
        process = description;
        form = parameterForm(description, titles, values);
        intro.replaceWith(intro = el('p', { class: 'muted', ...spoken(description) }, description.description));
        fill(parameters, form.node);
        settings.open = true;
        run.disabled = false;
      }
    } catch (error) {
      fill(parameters, failure(say.notDescribed, error, () => void describe(values)));
    }
  }

  function inputs() {
    const { area, bounds } = store.state;
    const { layer, datetime, filter, 'as-known-at': known } = currentQuery(store.state, layerChoice.value);
    const where = area ? { area } : bounds ? { bbox: normalised(bounds) } : {};
    return { layer, ...(datetime ? { datetime } : {}), ...(filter ? { filter } : {}), ...(known ? { 'as-known-at': known } : {}), ...where };
  }

  async function start() {
    settings.open = true;
    const values = form?.read();
    if (!values || !process) {
      return;
    }
    const described = process;
    busy(true);
    const bar = el('progress', { max: '100', 'aria-label': described.title });
    const doing = el('span', {}, say.starting);
    fill(status, el('div', { class: 'analysis-progress' }, bar, doing));
    try {
      const asked = inputs();
      const done = await requests.run((signal) => runs.run(described.id, { ...asked, ...values }, signal, (job) => {
        if (typeof job.progress === 'number') {
          bar.value = job.progress;
        }
        doing.textContent = job.status === 'accepted' ? say.waiting : [job.message ?? say.running, typeof job.progress === 'number' ? `${job.progress} %` : ''].filter(Boolean).join(' · ');
      }));
      if (done) {
        fill(status);
        settings.open = false;
        shown(done, described);
        void listRuns();
      }
    } catch (error) {
      refused(error);
    }
    busy(false);
  }

  /** @param {{result: import('./execution.js').Result, job: string|null}} done @param {Process|null} described */
  function shown({ result, job }, described) {
    const { inputs: asked } = result.diagnostics;
    const names = { layer: titles[asked.layer] ?? asked.layer, mission: store.state.mission?.name ?? '' };
    const title = described?.title ?? titleOf(result.diagnostics.process);
    const kept = { result, job, process: described, names, label: [title, names.layer, spanText(asked.datetime)].filter(Boolean).join(' · ') };
    view.show(kept);
    comparison.against(kept);
    announce(say.done(title, result.features.length));
    view.node.scrollIntoView({ block: 'start' });
  }

  /** A past run with its settings, so that it can be looked at and run again. @param {import('./execution.js').Job} job */
  async function reopen(job) {
    busy(true);
    fill(status, loading());
    try {
      const result = await requests.run((signal) => runs.results(job.jobID, signal));
      if (result) {
        const asked = result.diagnostics.inputs;
        processChoice.value = result.diagnostics.process;
        layerChoice.value = asked.layer;
        await describe(asked);
        fill(status);
        settings.open = false;
        shown({ result, job: job.jobID }, process);
      }
    } catch (error) {
      refused(error);
    }
    busy(false);
  }

  /** What is against it and how to mend it, not only that. @param {any} error */
  function refused(error) {
    const reasons = (error.errors ?? []).map((/** @type {any} */ e) => [e.what, e.fix].filter(Boolean).join('. '));
    const isRefusal = error.status >= 400 && error.status < 500;
    fill(status, isRefusal
      ? el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'analysis-refused' }, el('strong', {}, say.refused), reasons.length > 0 ? el('ul', {}, reasons.map((/** @type {string} */ text) => el('li', {}, text))) : el('p', {}, reasonOf(error)))
      : failure(say.failed, error, () => void start()));
  }

  /** @param {boolean} isBusy */
  function busy(isBusy) {
    run.disabled = isBusy;
    stop.hidden = !isBusy;
  }

  function cancel() {
    requests.cancel();
    busy(false);
    fill(status, el('p', { class: 'notice quiet', 'data-testid': 'analysis-cancelled' }, say.cancelled));
    void listRuns();
  }

  function tellScope() {
    scope.textContent = `${store.state.area ? say.inArea : say.inView} ${format.period(store.state.period)}.`;
  }
  store.watch((s) => [s.area, s.period], tellScope, { now: true });
  void list();

  return {
    open() {
      view.draw();
      comparison.open();
    },
    close() {
      view.hide();
      comparison.close();
    },
  };
}

/** Days of an interval as people say them. @param {string|undefined} datetime */
function spanText(datetime) {
  const [start, end] = (datetime ?? '').split('/');
  return start && end && !start.startsWith('..') && !end.startsWith('..') ? format.period({ start: start.slice(0, 10), end: end.slice(0, 10) }) : datetime ?? '';
}
