// The suggestion a hotspot came from, kept as it was found, and the same analysis on the data of today.
// @ts-check
import { newestOnly } from '../core/api.js';
import { executions } from '../analysis/execution.js';
import { hotOf } from '../analysis/legend.js';
import { overlapOf } from '../analysis/overlap.js';
import { missionNow } from '../core/clock.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { datetimeUntil } from './span.js';
/** @typedef {{layer: string, id: string, name?: string, process?: string, method?: string, parameters?: string, query?: string, seed?: number, dataTime?: string, ofArea: number, ofSuggestion: number}} Suggestion */

const say = words.card;
const percent = (/** @type {number} */ share) => Math.round(share * 100);

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store}} context
 * @param {{geometry: GeoJSON.Geometry}} hotspot
 * @param {Suggestion} suggestion
 */
export function suggestionNode({ api, store }, hotspot, suggestion) {
  const requests = newestOnly();
  const answer = el('div', { role: 'status', 'data-testid': 'suggestion-again' });
  const button = el('button', { type: 'button', class: 'button small', 'data-testid': 'suggestion-run', 'data-needs-line': true, onclick: () => void again() }, say.again);

  async function again() {
    const { process = '' } = suggestion;
    button.disabled = true;
    fill(answer, el('p', { class: 'muted' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), ' ', say.running));
    try {
      const described = await api.json(`/processes/${encodeURIComponent(process)}`);
      const values = Object.entries(JSON.parse(suggestion.parameters ?? '{}')).filter(([name, value]) => described.inputs[name] && value !== null && typeof value !== 'object');
      const { 'as-known-at': _then, ...query } = JSON.parse(suggestion.query ?? '{}');
      const datetime = datetimeUntil(query.datetime, missionNow(store.state.mission));
      const done = await requests.run((signal) => executions(api).run(process, { ...query, ...Object.fromEntries(values), ...(datetime ? { datetime } : {}) }, signal, () => undefined));
      if (done) {
        const { features, legend } = done.result;
        const overlap = overlapOf([hotspot], hotOf(legend, features).areas);
        const [start, end] = (datetime ?? '').split('/');
        const span = datetime ? format.period({ start, end }) : words.statistics.inNamedWhen;
        fill(answer, el('p', {}, overlap ? say.againFound(percent(overlap.ofA), percent(suggestion.ofArea), span) : say.againNothing(span)));
      }
    } catch (error) {
      fill(answer, failure(say.againFailed, error, () => void again()));
    }
    button.disabled = false;
  }

  return el('div', { class: 'card-part', 'data-testid': 'card-suggestion' }, el('h5', {}, say.suggestion),
    el('p', {}, say.suggestionMade(suggestion.method ?? suggestion.process ?? '', suggestion.dataTime ? format.moment(suggestion.dataTime) : '')),
    el('p', { 'data-testid': 'suggestion-shares' }, say.suggestionShares(percent(suggestion.ofArea), percent(suggestion.ofSuggestion))),
    el('div', { class: 'detail-actions' }, button,
      el('button', { type: 'button', class: 'button small', 'data-testid': 'suggestion-show', onclick: () => { store.dispatch({ type: 'layers/shown', names: [suggestion.layer], on: true }); store.dispatch({ type: 'selection/set', selection: { layer: suggestion.layer, id: suggestion.id } }); } }, say.showSuggestion)), answer);
}
