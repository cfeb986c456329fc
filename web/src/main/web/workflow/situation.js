// Where an incident stands, what can be done about it, and what its reports are worth.
// @ts-check
import { el, fill, oneAtATime } from '../core/dom.js';
import * as format from '../core/format.js';
import { diskMark } from '../core/classification.js';
import { reasonOf } from '../core/reason.js';
import { stepEntry } from '../offline/sending.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { labelOf } from '../panels/fields.js';
import { duration } from './keys.js';
import { workflow } from './requests.js';
import { askWhy, nameOf, stepButtons } from './steps.js';
/** @typedef {import('./requests.js').Situation} Situation */
/** @typedef {import('./requests.js').Step} Step */

const say = words.workflow;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, queue: import('../offline/queue.js').Queue, announce: (text: string) => void}} context
 * @param {{layer: string, id: string, title: string, marks: {classification: string, compartments: string[]}}} feature
 */
export function situationNode({ api, store, queue, announce }, feature) {
  const server = workflow(api);
  const body = el('div', { 'data-testid': 'situation' }, loading());
  const desk = el('div', { role: 'status' });

  const layer = store.state.catalog.find((each) => each.name === feature.layer);

  async function load() {
    try {
      show(await server.situation(feature.layer, feature.id));
    } catch (error) {
      if (store.state.selection?.id === feature.id) {
        fill(body, failure(say.notLoaded, error, () => void load()));
      }
    }
  }

  /** @param {Situation} now */
  function show(now) {
    /** In the reader's language; the server says it in English. @param {{state: string, label: string}} of */
    const stateOf = ({ state, label }) => (layer?.workflow ? labelOf(layer, layer.workflow.property, state) : label);
    const last = now.stays[now.stays.length - 1];
    fill(desk);
    fill(body,
      el('p', {}, el('b', { 'data-testid': 'state' }, stateOf(now)), last ? ` ${say.since(format.moment(last.since), last.author)}` : '',
        last?.reason ? [' ', el('q', {}, last.reason)] : [], now.targetSeconds ? el('span', { class: 'muted' }, ` · ${say.target(duration(now.targetSeconds))}`) : null),
      el('div', { class: 'detail-actions' }, stepButtons(now.steps, (step) => take(now, step)),
        now.undoTo ? el('button', { type: 'button', class: 'button small', 'data-testid': 'step-undo', 'data-needs-line': true, onclick: () => void send(() => server.undo(feature, now.version)) }, say.undo) : null),
      desk,
      el('details', {}, el('summary', {}, say.times), el('dl', { class: 'rows', 'data-testid': 'state-times' },
        now.totals.map((total) => el('div', {}, el('dt', {}, stateOf(total)), el('dd', {}, duration(total.seconds)))))),
      el('h4', {}, say.grade), el('p', { 'data-testid': 'derived-grade' }, el('b', {}, now.grade.code || say.noGrade), ' ', now.grade.sentence),
      el('h4', {}, say.reports), reports(now));
  }

  /** @param {Situation} now */
  function reports(now) {
    return now.reports.length === 0 ? el('p', { class: 'muted' }, say.noReports) : el('ul', { class: 'linked-list', 'data-testid': 'reports' },
      now.reports.map(({ report, correctedBy }) => el('li', {},
        el('button', { type: 'button', class: correctedBy ? 'linked is-corrected' : 'linked', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: report.layer, id: report.id } }) },
          [report.ref, report.grade].filter(Boolean).join(' · '), ' ', report.title),
        correctedBy ? el('span', { class: 'badge' }, say.corrected) : null)));
  }

  /** @param {Situation} now @param {Step} step */
  function take(now, step) {
    if (!step.allowed) {
      tell(`${nameOf(step)}: ${step.why}`);
    } else if (store.state.queue.some((entry) => entry.step && entry.target?.id === feature.id)) {
      tell(words.offline.stepWaits);
    } else if (step.needsReason) {
      askWhy(desk, (reason) => void sendStep(now, step, reason), () => fill(desk));
    } else {
      void sendStep(now, step, '');
    }
  }

  /** @param {Situation} now @param {Step} step @param {string} reason */
  const sendStep = ({ version }, step, reason) => send(() => queue.sendOrKeep(() => server.step(feature, version, step.to, reason),
    stepEntry(/** @type {import('../core/types.js').Layer} */ (layer), { ...feature, version }, { to: step.to, label: nameOf(step), reason }, diskMark(store.state.session))));

  /** Null: it waits in the queue, which the panel says above. */
  const send = oneAtATime(async (/** @type {() => Promise<Situation|null>} */ change) => {
    try {
      const now = await change();
      fill(desk);
      if (!now) {
        announce(words.offline.queued);
        return;
      }
      announce(say.done(words.detail.title, now.label));
      store.dispatch({ type: 'data/changed' });
    } catch (error) {
      await load();
      tell(reasonOf(error));
    }
  });

  /** @param {string} text */
  const tell = (text) => fill(desk, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'step-problem' }, text));

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, say.status), body);
}
