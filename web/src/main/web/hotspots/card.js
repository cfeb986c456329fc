// What a hotspot holds now: events, patrols against the requirement, open alerts, its review, what changed since it was drawn.
// @ts-check
import { newestOnly, toQuery } from '../core/api.js';
import { changeOf } from '../analysis/figures.js';
import { headline } from '../analysis/statistics.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { toDatetime } from '../core/period.js';
import { labelOf } from '../panels/fields.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { attachments } from './attach.js';
import { suggestionNode } from './suggestion.js';
/** @typedef {import('../analysis/figures.js').RateRatio} RateRatio */
/** @typedef {{days: number, visits: number, required?: number}} Window */
/** @typedef {{layer: string, requiredPerWeek?: number, windows: Window[], lastVisit?: {id: string, title: string, at: string}, lookedBackDays: number}} Coverage */
/** @typedef {{drawnAt: string, days: number, thenKnownThen: number, thenKnownNow: number, now: number, change: RateRatio}} Drift */
/**
 * @typedef {object} Card
 * @property {number} areaKm2
 * @property {{layer: string, count: number, previous: {datetime: {start: string, end: string}, count: number}, change: RateRatio}} [events]
 * @property {Coverage} [coverage]
 * @property {{layer: string, count: number, items: {id: string, title: string, priority?: string, receivedAt?: string}[]}} [alerts]
 * @property {{date: string, daysOverdue: number}} [review]
 * @property {import('./suggestion.js').Suggestion} [suggestion]
 * @property {Drift} [drift]
 * @property {{committedAt: string}} dataAsOf
 */

const say = words.card;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, announce: (text: string) => void}} context
 * @param {{layer: string, id: string, geometry: GeoJSON.Geometry}} hotspot
 * @returns {{node: HTMLElement, of: string, load: () => Promise<void>}} of: which hotspot, with its outline
 */
export function hotspotCard(context, hotspot) {
  const { api, store } = context;
  const requests = newestOnly();
  const attached = attachments(context, hotspot);
  const node = el('section', { class: 'detail-section hotspot-card', 'data-testid': 'hotspot-card', 'aria-live': 'polite' }, loading());
  /** What runs an analysis anew is not made anew with every figure that changes. @type {HTMLElement|null} */
  let suggested = null;

  async function load() {
    const path = `/api/hotspots/${encodeURIComponent(hotspot.layer)}/${encodeURIComponent(hotspot.id)}${toQuery({ datetime: toDatetime(store.state.period) })}`;
    try {
      const card = /** @type {Card|undefined} */ (await requests.run(async (signal) => (await Promise.all([api.json(path, { signal, cache: 'no-store' }), attached.load(signal)]))[0]));
      if (card) {
        suggested ??= card.suggestion ? suggestionNode(context, hotspot, card.suggestion) : null;
        const focused = node.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.item : undefined;
        fill(node, el('h4', {}, say.title), ...parts(card));
        if (focused) {
          /** @type {HTMLElement|null} */ (node.querySelector(`[data-item="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
        }
      }
    } catch (error) {
      fill(node, failure(say.failed, error, () => void load()));
    }
  }

  /** @param {Card} card */
  function parts(card) {
    const layer = store.state.catalog.find((l) => l.name === card.events?.layer);
    return [
      review(card.review),
      layer && card.events ? el('div', { class: 'card-part', 'data-testid': 'card-events' }, el('h5', {}, say.events),
        headline(layer, /** @type {any} */ ({ ...card.events, areaKm2: card.areaKm2 }))) : null,
      card.coverage ? coverage(card.coverage) : null,
      card.alerts ? alerts(card.alerts) : null,
      card.drift ? drift(card.drift) : null,
      suggested,
      el('p', { class: 'muted' }, words.asOf(format.moment(card.dataAsOf.committedAt))),
    ];
  }

  /** @param {Card['review']} due */
  function review(due) {
    return !due ? null : el('p', { class: due.daysOverdue > 0 ? 'notice is-problem' : 'muted', 'data-testid': 'card-review' }, `${say.review} ${say.reviewBy(format.day(due.date))}, `,
      el('strong', {}, due.daysOverdue > 0 ? say.overdue(due.daysOverdue) : say.dueIn(-due.daysOverdue)));
  }

  /** @param {Coverage} given */
  function coverage({ layer, requiredPerWeek, windows, lastVisit, lookedBackDays }) {
    return el('div', { class: 'card-part', 'data-testid': 'card-coverage' }, el('h5', {}, say.coverage),
      el('p', { class: 'muted' }, requiredPerWeek === undefined ? say.notRequired : say.required(requiredPerWeek)),
      el('table', { class: 'small-table coverage-table' }, el('tbody', {}, windows.map(windowRow))),
      lastVisit ? el('p', {}, say.last(format.moment(lastVisit.at)), ' ', link(layer, lastVisit), ' ', attached.button('patrol', { layer, ...lastVisit })) : el('p', { class: 'notice', 'data-testid': 'card-never' }, say.never(lookedBackDays)),
      el('p', { class: 'muted' }, say.trackRule));
  }

  /** @param {NonNullable<Card['alerts']>} given */
  function alerts({ layer: name, count, items }) {
    const layer = store.state.catalog.find((l) => l.name === name);
    return el('div', { class: 'card-part', 'data-testid': 'card-alerts' }, el('h5', {}, say.alerts, ' ', el('b', { class: count > 0 ? 'badge is-open' : 'badge' }, format.count(count))),
      count === 0 ? el('p', { class: 'muted' }, say.noAlerts)
        : el('ul', { class: 'linked-list' }, items.map((item) => el('li', {}, link(name, item), el('span', { class: 'muted' }, [item.priority && layer ? labelOf(layer, 'priority', item.priority) : '', item.receivedAt ? format.day(item.receivedAt) : ''].filter(Boolean).join(' · ')), ' ', attached.button('alert', { layer: name, ...item })))),
      count > items.length ? el('p', { class: 'muted' }, say.moreAlerts(count - items.length)) : null);
  }

  /** @param {string} layer @param {{id: string, title: string}} item */
  function link(layer, { id, title }) {
    return el('button', { type: 'button', class: 'linked', onclick: () => store.dispatch({ type: 'selection/set', selection: { layer, id } }) }, title);
  }

  return { node, of: JSON.stringify(hotspot), load };
}

/** @param {Window} window */
function windowRow({ days, visits, required }) {
  const missing = required === undefined ? 0 : required - visits;
  const bar = el('span', { class: missing > 0 ? 'bar-fill is-short' : 'bar-fill' });
  bar.style.inlineSize = `${required ? Math.min(100, (visits / required) * 100) : 0}%`;
  return el('tr', { 'data-testid': `coverage-${days}` }, el('th', { scope: 'row' }, say.window(days)),
    el('td', { class: 'figures' }, say.visits(visits, required ?? null), required ? el('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar) : null),
    el('td', {}, required === undefined ? '' : missing > 0 ? el('strong', { class: 'caution' }, say.short(missing)) : say.met));
}

/** @param {Drift} given */
function drift({ drawnAt, days, thenKnownThen, thenKnownNow, now, change }) {
  const meaning = changeOf(now, thenKnownNow, change);
  return el('div', { class: 'card-part', 'data-testid': 'card-drift' }, el('h5', {}, say.drift),
    el('table', { class: 'small-table numbers' }, el('tbody', {},
      el('tr', {}, el('th', { scope: 'row' }, say.driftThen(days, format.day(drawnAt))), el('td', {}, format.count(thenKnownNow))),
      el('tr', {}, el('th', { scope: 'row' }, say.driftNow(days)), el('td', {}, el('strong', {}, format.count(now)))))),
    el('p', {}, words.statistics.change(meaning), '. ', el('span', { class: 'muted' }, say.knownThen(thenKnownThen), '.')),
    now + thenKnownNow > 0 ? el('p', { class: 'muted' }, words.statistics.interval(change)) : null,
    meaning.chance ? el('p', { class: 'caution' }, meaning.small ? words.statistics.small : words.statistics.chance) : null);
}
