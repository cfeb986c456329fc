// How a feature is marked: higher at once, lower when a second person agrees.
// @ts-check
import { CLASSIFICATIONS, markName } from '../core/classification.js';
import { el, fill, oneAtATime } from '../core/dom.js';
import * as format from '../core/format.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
const say = words.marks;
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{classification: string, compartments: string[]}} Marking */
/** @typedef {{id: string, layer: string, featureId: string, from: Marking, to: Marking, reason: string, proposer: string, proposedAt: string, mine: boolean}} Proposal */

/** @param {Marking} marking @returns {string} for example "Confidential, POC" */
const markText = ({ classification, compartments }) => [markName(classification), ...compartments].join(', ');

/**
 * @param {import('../core/api.js').Api} api
 * @param {Layer} layer
 * @param {GeoJSON.Feature & {id: string}} feature
 * @param {{changed: () => void, announce: (text: string) => void}} on
 */
export function marksNode(api, layer, feature, on) {
  const now = { classification: feature.properties?.classification ?? CLASSIFICATIONS[0], compartments: feature.properties?.compartments ?? [] };
  const choices = layer.compartments ?? [];
  const status = el('div', { 'aria-live': 'polite', 'data-testid': 'marks-status' });
  const level = el('select', { id: 'marks-level', 'data-testid': 'marks-level' },
    CLASSIFICATIONS.map((mark) => el('option', { value: mark, selected: mark === now.classification }, markName(mark))));
  const boxes = choices.map((choice) => el('input', { type: 'checkbox', value: choice.code, checked: now.compartments.includes(choice.code), 'data-testid': `marks-${choice.code}` }));
  const reason = el('input', { type: 'text', id: 'marks-reason', required: true, maxlength: 2000, autocomplete: 'off', 'data-testid': 'marks-reason' });
  const save = oneAtATime(send);
  const form = el('form', { class: 'form', onsubmit: (/** @type {SubmitEvent} */ e) => { e.preventDefault(); void save(); } },
    el('div', { class: 'field' }, el('label', { for: 'marks-level' }, say.classification), level),
    boxes.length > 0 ? el('fieldset', { class: 'field' }, el('legend', {}, say.compartments),
      el('div', { class: 'check-list' }, choices.map((choice, i) => el('label', {}, boxes[i], ' ', choice.label)))) : null,
    el('div', { class: 'field' }, el('label', { for: 'marks-reason' }, say.reason), reason),
    el('button', { type: 'submit', class: 'button small', 'data-testid': 'marks-save', 'data-needs-line': true }, say.save));

  async function send() {
    const body = { classification: level.value, compartments: boxes.filter((box) => box.checked).map((box) => box.value), reason: reason.value.trim() };
    try {
      const answer = await api.post(`/api/marks/${encodeURIComponent(layer.name)}/${encodeURIComponent(feature.id)}`, body);
      if (answer.proposal) {
        fill(status, el('p', { class: 'notice quiet' }, say.proposed));
        on.announce(say.proposed);
      } else {
        on.announce(say.raised(markText(answer)));
        on.changed();
      }
    } catch (error) {
      fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, reasonOf(error)));
    }
  }

  return el('details', { class: 'marks', 'data-testid': 'marks' }, el('summary', {}, say.heading(markText(now))),
    el('p', { class: 'muted' }, say.rule), form, status);
}

/**
 * A proposal that waits, with what can be done about it.
 *
 * @param {import('../core/api.js').Api} api
 * @param {Proposal} proposal
 * @param {{title: string, settled: (text: string) => void, open: () => void}} on title says the layer
 */
export function proposalNode(api, proposal, on) {
  const problem = el('p', { class: 'field-problem', role: 'alert' });
  const settle = oneAtATime(async (/** @type {string} */ decision) => {
    try {
      await api.post(`/api/marks/proposals/${proposal.id}`, { decision });
      on.settled(decision === 'approve' ? say.approved : say.rejected);
    } catch (error) {
      problem.textContent = reasonOf(error);
    }
  });
  return el('li', { 'data-testid': 'mark-proposal' },
    el('p', { class: 'muted' }, on.title),
    el('button', { type: 'button', class: 'link', 'data-testid': 'mark-open', onclick: on.open }, say.change(markText(proposal.from), markText(proposal.to))),
    el('p', { class: 'proposal-reason' }, proposal.reason),
    el('p', { class: 'muted' }, say.by(proposal.proposer, format.moment(proposal.proposedAt))),
    el('div', { class: 'detail-actions' },
      proposal.mine ? null : el('button', { type: 'button', class: 'button small', 'data-testid': 'mark-approve', 'data-needs-line': true, onclick: () => void settle('approve') }, say.approve),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'mark-reject', 'data-needs-line': true, onclick: () => void settle('reject') }, proposal.mine ? say.withdraw : say.reject)),
    problem);
}
