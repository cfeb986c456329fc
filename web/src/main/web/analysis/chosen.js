// One finding: what it says, how likely by chance, how stable, and the events inside it.
// @ts-check
import { newestOnly } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { lengthInDays } from '../core/period.js';
import { labelOf } from '../panels/fields.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words as say } from '../words/analysis.js';
import { words } from '../words/words.js';
import { lineChart } from './chart.js';
import { stepFor } from './figures.js';
import { keepHotspot } from './keep-hotspot.js';
import { entryOf, swatch } from './legend.js';
import { factsOf, sentenceOf, valueText } from './properties.js';
import { headline, newest, overTime } from './statistics.js';
/** @typedef {import('./legend.js').Finding} Finding */

const FIRST_ITEMS = 10;
const MORE_ITEMS = 40;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {import('./execution.js').Result} result
 * @param {number} index
 */
export function chosenNode(context, result, index) {
  const finding = result.features[index];
  const p = finding.properties;
  const entry = entryOf(result.legend, finding);
  const layer = context.store.state.catalog.find((l) => l.name === result.diagnostics.inputs.layer);
  const areal = finding.geometry?.type === 'Polygon' || finding.geometry?.type === 'MultiPolygon';
  const sentence = sentenceOf(p);
  return el('section', { class: 'detail-section chosen-finding', 'data-testid': 'finding-chosen', tabindex: '-1', 'aria-label': say.chosen(index + 1) },
    el('h3', {}, say.chosen(index + 1)),
    entry ? el('p', { class: 'finding-class' }, swatch(entry.tone), ' ', el('strong', {}, entry.label), result.legend ? el('span', { class: 'muted' }, ` ${result.legend.title}`) : null) : null,
    sentence ? el('p', { class: 'finding-sentence' }, sentence) : null,
    evidence(p),
    typeof p.series !== 'undefined' ? series(p.series) : null,
    el('dl', { class: 'rows tight' }, factsOf(p).map(([title, value]) => el('div', {}, el('dt', {}, title), el('dd', { class: 'figures' }, value)))),
    layer && p.groups && typeof p.groups === 'object' ? el('ul', { class: 'tags' }, Object.entries(p.groups).map(([code, n]) => el('li', { class: 'tag' }, `${code ? labelOf(layer, layer.groupedBy ?? '', code) : words.layers.other} ${format.count(Number(n))}`))) : null,
    areal ? keepHotspot(context, finding, result) : null,
    areal && layer ? eventsInside(context, result, finding) : null);
}

/** What the figures mean that a statistician looks at first. @param {Record<string, any>} p */
function evidence(p) {
  const chance = [p.pPerm, p.pSim, p.p].find((value) => typeof value === 'number');
  const lines = [
    typeof chance === 'number' ? (p.mkZ === undefined && p.sen === undefined && p.category === undefined ? say.chance : say.chanceTrend)(say.probability(chance)) : null,
    typeof p.q === 'number' ? say.chanceFdr(say.probability(p.q)) : null,
    typeof p.stability === 'number' ? say.stability(Math.round(p.stability * 100)) : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : el('ul', { class: 'evidence', 'data-testid': 'finding-evidence' }, lines.map((line) => el('li', {}, line)));
}

/** Numbers, or objects with a value, by step of time. @param {any} given */
function series(given) {
  const list = Array.isArray(given) ? given : [];
  const values = list.map((each) => (typeof each === 'number' ? each : [each?.count, each?.value, each?.z, each?.n].find((v) => typeof v === 'number') ?? null));
  const at = (/** @type {number} */ i) => { const when = list[i]?.start ?? list[i]?.from ?? ''; return when ? valueText('start', when) : ''; };
  return values.length < 2 ? null : el('div', {}, el('h4', {}, say.series), lineChart([values], { label: say.seriesText(values.join(', ')), from: at(0), to: at(values.length - 1) }));
}

/** @param {import('../tools/tools.js').ToolContext} context @param {import('./execution.js').Result} result @param {Finding} finding */
function eventsInside({ store, api, map }, { diagnostics: { inputs } }, finding) {
  const requests = newestOnly();
  const layer = /** @type {import('../core/types.js').Layer} */ (store.state.catalog.find((l) => l.name === inputs.layer));
  const body = el('div', { class: 'area-results', 'aria-live': 'polite', 'data-testid': 'finding-events' }, loading());
  let items = FIRST_ITEMS;
  let step = stepFor(lengthInDays(store.state.period));

  async function ask() {
    const { layer: name, datetime, filter, 'as-known-at': known } = inputs;
    try {
      const given = Object.fromEntries(Object.entries({ layer: name, datetime, filter, 'as-known-at': known, area: finding.geometry, step, list: items }).filter(([, value]) => value !== null && value !== undefined));
      const statistics = await requests.run((signal) => api.statistics(given, signal));
      if (statistics) {
        fill(body, headline(layer, statistics), statistics.count === 0 ? el('p', { class: 'notice quiet' }, say.eventsNone) : null,
          overTime(statistics, (chosen) => { step = chosen; void ask(); }),
          newest(layer, statistics, {
            select: (item) => store.dispatch({ type: 'selection/set', selection: { layer: layer.name, id: item.id } }),
            hover: (item) => map.hover(item && item.lon !== null && item.lat !== null ? { geometry: { type: 'Point', coordinates: [item.lon, item.lat] }, radius: 0 } : null),
            more: () => { items += MORE_ITEMS; void ask(); },
          }));
      }
    } catch (error) {
      fill(body, failure(say.eventsFailed, error, () => void ask()));
    }
  }

  void ask();
  return el('div', {}, el('h4', {}, say.events), body);
}
