// Open incidents that a report may speak of, with reasons; one press links them.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words as duplicates } from '../words/duplicates.js';
import { words } from '../words/words.js';
import { workflow } from './requests.js';

const say = words.links;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store}} context
 * @param {{layer: string, id: string}} report
 * @param {(incident: import('./requests.js').Proposal) => void} link
 */
export function proposalsNode({ api, store }, report, link) {
  const node = el('div', { class: 'link-proposals', 'data-testid': 'link-proposals', hidden: true });
  workflow(api).proposals(report.layer, report.id).then((proposals) => {
    node.hidden = proposals.length === 0;
    fill(node, el('h4', {}, say.perhaps), el('ul', { class: 'linked-list' }, proposals.map((incident) => el('li', { class: 'perhaps', 'data-testid': 'link-proposal', 'data-id': incident.id },
      el('button', { type: 'button', class: 'linked', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer: incident.layer, id: incident.id } }) }, [incident.ref, incident.title].filter(Boolean).join(' · ')),
      el('b', { class: 'badge' }, duplicates.score(incident.score)),
      el('span', { class: 'muted' }, incident.reasons.join(' · ')),
      el('div', { class: 'detail-actions' }, el('button', { type: 'button', class: 'button small', 'data-testid': 'link-proposed', 'data-needs-line': true, onclick: () => link(incident) }, say.linkTo))))));
  }, () => { node.hidden = true; }); // a hint that fails must not stand in the way of the work
  return node;
}
