// What a feature is linked to, with a way there, and links to make and to take back.
// @ts-check
import { el, fill, oneAtATime } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { askForIncident, askForOther } from './attach.js';
import { pickOne } from './pick.js';
import { proposalsNode } from './proposals.js';
import { incidentLayerOf, workflow } from './requests.js';
/** @typedef {import('./requests.js').Link} Link */

const say = words.links;
/** Those made here by hand; reports are linked from the report. */
const BY_HAND = ['same_as', 'part_of', 'follows', 'retaliation_for', 'caused_by'];

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, announce: (text: string) => void}} context
 * @param {{layer: string, id: string, properties: Record<string, any>}} feature
 */
export function relatedNode({ api, store, announce }, feature) {
  const server = workflow(api);
  const own = { layer: feature.layer, id: feature.id };
  const incidents = incidentLayerOf(store.state, feature.layer);
  const { known } = store.state;
  const mayWrite = (/** @type {string} */ layer) => known === null && store.state.catalog.some((each) => each.name === layer && each.writable === true);
  /** Whoever keeps the incident decides which reports it rests on; else whoever keeps what the link starts from. @param {Link} link */
  const mayRemove = ({ type, direction, other }) => mayWrite((type === 'reported_by') === (direction === 'from') ? other.layer : own.layer);
  const body = el('div', { 'data-testid': 'related' }, loading());
  const desk = el('div', {});

  async function load() {
    try {
      show(await server.links(own.layer, own.id, undefined, known));
    } catch (error) {
      if (store.state.selection?.id === own.id) {
        fill(body, failure(say.failed, error, () => void load()));
      }
    }
  }

  /** @param {Link[]} links */
  function show(links) {
    const correction = links.find((link) => link.type === 'corrects' && link.direction === 'to');
    const isLinked = links.some((link) => link.type === 'reported_by' && link.direction === 'from');
    fill(body,
      correction ? el('p', { class: 'notice is-problem', 'data-testid': 'corrected' }, words.workflow.correctedBy, ' ', goTo(correction)) : null,
      links.length === 0 ? el('p', { class: 'muted' }, say.none) : el('ul', { class: 'linked-list' }, links.map((link) => el('li', {},
        el('span', { class: 'muted' }, (say.types[link.type] ?? [link.type, link.type])[link.direction === 'from' ? 0 : 1]), ' ', goTo(link),
        !mayRemove(link) ? null : el('button', { type: 'button', class: 'icon-button', 'aria-label': say.remove(link.other.title), title: say.remove(link.other.title), onclick: oneAtATime(() => remove(link)) }, icon('close', { size: 14 }))))),
      el('div', { class: 'detail-actions' },
        incidents && mayWrite(incidents.name) && !isLinked && !correction ? [
          el('button', { type: 'button', class: 'button small', 'data-testid': 'make-incident', 'data-needs-line': true, onclick: make }, say.make),
          el('button', { type: 'button', class: 'button small', 'data-testid': 'attach-incident', 'data-needs-line': true, onclick: attach }, say.attach)] : null,
        incidents || !mayWrite(own.layer) ? null : el('button', { type: 'button', class: 'button small', 'data-testid': 'add-link', 'data-needs-line': true, onclick: add }, icon('link', { size: 14 }), ' ', say.add)),
      desk,
      incidents && mayWrite(incidents.name) && !isLinked && !correction ? proposalsNode({ api, store }, own, (incident) => void attachTo(incident)) : null);
  }

  const attachTo = oneAtATime(async (/** @type {import('./requests.js').Proposal} */ { layer, id }) => {
    try {
      await server.link('reported_by', own, { layer, id });
      done(say.made);
    } catch (error) {
      tell(error);
    }
  });

  /** @param {Link} link */
  const goTo = ({ other }) => el('button', { type: 'button', class: 'linked', onclick: () => {
    store.dispatch({ type: 'layers/shown', names: [other.layer], on: true });
    store.dispatch({ type: 'selection/set', selection: { layer: other.layer, id: other.id } });
  } }, [other.ref, other.grade, other.title].filter(Boolean).join(' · '));

  /** @param {Link} link */
  async function remove(link) {
    try {
      await server.unlink(link.id);
      done(say.gone);
    } catch (error) {
      tell(error);
    }
  }

  /** @param {string} text */
  function done(text) {
    announce(text);
    store.dispatch({ type: 'data/changed' });
  }

  /** @param {unknown} error */
  const tell = (error) => fill(desk, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.refused}. ${reasonOf(error)}`));
  const close = () => fill(desk);

  function make() {
    if (incidents) {
      askForIncident(desk, { layer: incidents, values: { title: feature.properties.headline ?? '' }, exercise: store.state.mission?.exercise === true, close,
        send: async (properties) => { await server.makeIncident(own, properties); done(say.madeIncident); } });
    }
  }

  function attach() {
    if (incidents) {
      askForOther(desk, { store, layer: incidents.name, ref: feature.properties.linked_incident ?? '', announce, close,
        send: async (end) => { await server.link('reported_by', own, end); done(say.made); } });
    }
  }

  function add() {
    const kind = el('select', { 'aria-label': say.kind, 'data-testid': 'link-kind' }, BY_HAND.map((type) => el('option', { value: type }, say.types[type][0])));
    const layer = el('select', { 'aria-label': say.layer }, store.state.catalog.filter((l) => l.properties.some((p) => p.name === 'ref'))
      .map((l) => el('option', { value: l.name, selected: l.name === own.layer }, l.title)));
    const ref = el('input', { 'aria-label': say.reference, placeholder: say.reference, autocomplete: 'off', 'data-testid': 'link-ref' });
    const send = oneAtATime(async (/** @type {import('./requests.js').End} */ end) => {
      try {
        await server.link(kind.value, own, end);
        done(say.made);
      } catch (error) {
        tell(error);
      }
    });
    fill(desk, el('form', { class: 'inbox-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void send({ layer: layer.value, ref: ref.value }); } },
      kind, layer, ref,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'link-save', 'data-needs-line': true }, say.save),
        el('button', { type: 'button', class: 'button small', 'data-testid': 'link-pick', onclick: () => {
          announce(say.picking);
          pickOne(store, (chosen) => void send({ layer: chosen.layer, id: chosen.id }));
        } }, say.pick),
        el('button', { type: 'button', class: 'button small', onclick: close }, words.workflow.cancel))));
    kind.focus();
  }

  void load();
  return el('section', { class: 'detail-section' }, el('h4', {}, say.title), body);
}
