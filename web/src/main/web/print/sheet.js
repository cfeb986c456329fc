// A sheet: classification, title, map with its margins, legend, facts, footer. What is on it is what the store of the sheet says.
// @ts-check
import { compartmentsOfPage, marking } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { failedGround } from '../core/arrangement.js';
import { convergence } from '../core/utm.js';
import { cellOf, isInGrid } from '../core/mgrs.js';
import { position } from '../core/position.js';
import { stepOf, zonesOf } from '../grid/lines.js';
import { creditNodes } from '../ground/attribution.js';
import { words as say } from '../words/print.js';
import { words } from '../words/words.js';
import { conditionsAsCql, conditionsInWords } from './conditions.js';
import { groundNode, groupNode, legendOf, rampNode } from './legend.js';
import { metresPerPixel, PX_PER_MM, ratioOf, scaleBar } from './paper.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {{paper: import('./paper.js').Paper, orientation: import('./paper.js').Orientation, title: string, subtitle: string, mark: string, grid: boolean, list: number}} Options */
/** @typedef {{state: State, options: Options, now: string}} Said now: moment of the print, RFC 3339 */

const BAR_MM = 48;

/** An empty sheet of the size and marks asked for. @param {Said} said @param {...(Node|string|null)} parts */
export function sheetNode({ state, options, now }, ...parts) {
  const mark = marking(options.mark, compartmentsOfPage(state));
  const credits = creditNodes(state);
  return el('article', { class: 'sheet', 'data-paper': options.paper, 'data-orientation': options.orientation, 'data-theme': 'light', 'data-testid': 'sheet' },
    el('p', { class: 'sheet-mark', 'data-mark': options.mark, 'data-testid': 'sheet-mark' }, mark),
    ...parts.filter((part) => part !== null),
    el('footer', { class: 'sheet-foot' },
      el('p', {}, words.map.disclaimer),
      credits.length > 0 ? el('p', { class: 'credits', 'data-testid': 'sheet-attribution' }, credits) : null,
      el('p', { class: 'sheet-origin', 'data-testid': 'sheet-origin' }, el('span', {}, say.by(rolesOf(state))), ' · ', el('span', {}, say.at(format.moment(now))), ' · ', el('b', { class: 'sheet-page' }))),
    el('p', { class: 'sheet-mark', 'data-mark': options.mark, 'data-testid': 'sheet-mark' }, mark));
}

/** @param {State} state */
const rolesOf = ({ session }) => (session?.roles ?? []).map((role) => words.roleNames[role] ?? role);

/** @param {Said} said */
export function headNode({ state, options }) {
  const { mission, dataAsOf, known } = state;
  return el('header', { class: 'sheet-head' },
    el('div', { class: 'sheet-titles' },
      el('p', { class: 'sheet-mission' }, mission?.name ?? ''),
      el('h1', { dir: 'auto', 'data-testid': 'sheet-title' }, options.title),
      options.subtitle ? el('p', { class: 'sheet-subtitle', dir: 'auto' }, options.subtitle) : null),
    el('div', { class: 'sheet-when' },
      mission?.exercise ? el('p', { class: 'sheet-exercise', 'data-testid': 'sheet-exercise' }, words.exerciseLong) : null,
      el('p', { 'data-testid': 'sheet-as-of' }, dataAsOf ? words.asOf(format.moment(dataAsOf.committedAt)) : words.noData),
      known ? el('p', { class: 'sheet-known' }, say.known(format.moment(known))) : null));
}

/**
 * @param {HTMLElement} parent
 * @param {State} state
 * @param {{most: number, metres: number}|null} ramp when events are drawn as density
 * @param {(HTMLElement|null)[]} finding what is told of an analysis
 * @param {HTMLElement|null} [compared] what is told of another picture
 */
export function fillLegend(parent, state, ramp, finding, compared = null) {
  const { groups, empty, ground } = legendOf(state);
  const failed = [...state.catalog.filter(({ name }) => state.shown.includes(name) && state.pictures[name]?.state === 'failed'), ...failedGround(state)];
  const unmapped = state.catalog.filter(({ name, time }) => time === 'event' && state.shown.includes(name)).reduce((sum, { name }) => sum + (state.counts.layers[name]?.unmapped ?? 0), 0);
  fill(parent,
    el('h2', {}, say.legend, el('small', {}, say.counted)),
    failed.length > 0 ? el('p', { class: 'sheet-failed', 'data-testid': 'sheet-failed' }, say.failed(failed.map(({ title }) => title))) : null,
    state.counts.state === 'failed' ? el('p', { class: 'sheet-failed' }, `${words.layers.countsFailed}. ${state.counts.problem ?? ''}`) : null,
    groups.length === 0 && state.counts.state === 'ready' ? el('p', { class: 'sheet-none', 'data-testid': 'sheet-none' }, say.nothing) : null,
    finding[0],
    compared,
    ramp ? rampNode(ramp) : null,
    groups.map(groupNode),
    groundNode(ground),
    state.pin ? el('p', { class: 'sheet-pin', 'data-testid': 'sheet-pin' }, el('b', {}, words.pin.title), ' ', position(state.pin.lat, state.pin.lon), ' ', words.pin.within(format.distance(state.pin.radius))) : null,
    empty.length > 0 ? el('p', { class: 'sheet-empty' }, say.empty(empty.map(({ title }) => title))) : null,
    finding.slice(1),
    unmapped > 0 ? el('p', { class: 'sheet-empty', 'data-testid': 'sheet-unmapped' }, say.unmapped(unmapped)) : null);
}

/** Scale and north at the middle of the sheet. @param {State} state */
export function scaleNodes({ view }) {
  if (!view) {
    return [];
  }
  const { part, px } = scaleBar(metresPerPixel(view.zoom, view.lat), BAR_MM * PX_PER_MM);
  const label = (/** @type {number} */ i) => format.distance(part * i);
  const lean = isInGrid(view.lat) ? convergence(view.lng, view.lat, cellOf(view.lng, view.lat).zone) : null;
  return [
    el('div', { class: 'sheet-scale', 'data-testid': 'sheet-scale' },
      el('p', {}, el('bdi', { dir: 'ltr', class: 'figures' }, `1 : ${format.count(Number(ratioOf(view.zoom, view.lat).toPrecision(3)))}`), ' ', el('small', {}, say.scaleAt)),
      el('div', { class: 'sheet-bar', dir: 'ltr', style: { '--part': `${px.toFixed(2)}px` } }, [0, 1, 2, 3].map(() => el('i', {}))),
      el('div', { class: 'sheet-bar-ends', dir: 'ltr', style: { '--part': `${px.toFixed(2)}px` } }, [0, 2, 4].map((i) => el('span', {}, i === 0 ? '0' : label(i))))),
    el('div', { class: 'sheet-north', 'data-testid': 'sheet-north' }, northArrow(lean ?? 0), el('p', {}, lean === null ? say.trueNorth : say.gridNorth(format.decimal(Math.abs(lean), 1), lean >= 0))),
  ];
}

const SVG = 'http://www.w3.org/2000/svg';

/** True north upright, grid north leaning; small angles are drawn larger, and told in words. @param {number} lean degrees */
function northArrow(lean) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 40 46');
  svg.setAttribute('aria-hidden', 'true');
  const path = (/** @type {string} */ d, /** @type {string} */ kind, turn = 0) => {
    const node = document.createElementNS(SVG, 'path');
    node.setAttribute('d', d);
    node.setAttribute('class', kind);
    node.setAttribute('transform', `rotate(${turn} 20 40)`);
    svg.append(node);
  };
  path('M20 40V14', 'is-grid', Math.sign(lean) * Math.max(Math.abs(lean), lean === 0 ? 0 : 9));
  path('M20 8 27 40 20 34 13 40Z', 'is-true');
  path('M20 8 20 34 13 40Z', 'is-half');
  const letter = document.createElementNS(SVG, 'text');
  letter.setAttribute('x', '20');
  letter.setAttribute('y', '6.500');
  letter.textContent = 'N';
  svg.append(letter);
  return svg;
}

/** @param {[string, string][]} cql */
const cqlText = (cql) => cql.map(([layer, text]) => `${layer}: ${text}`).join('\n');

/** Whether the conditions are longer than the room below the map. @param {Element} facts */
export const isCut = (facts) => [...facts.querySelectorAll('dd')].some((dd) => dd.scrollHeight > dd.clientHeight + 1);

/** The conditions in full, on a sheet of their own. @param {Said} said */
export const conditionSheet = (said) => sheetNode(said, headNode(said), el('section', { class: 'sheet-conditions', 'data-testid': 'sheet-conditions' },
  el('h2', {}, say.filter), el('p', {}, conditionsInWords(said.state).join('; ')), el('h2', {}, 'CQL2'), el('p', { class: 'sheet-cql', dir: 'ltr' }, cqlText(conditionsAsCql(said.state)))));

/** What was asked, in words and as the server gets it. @param {Said} said @param {import('../grid/lines.js').View} view */
export function factsNode({ state, options }, view) {
  const conditions = conditionsInWords(state);
  const cql = conditionsAsCql(state);
  const step = options.grid ? stepOf(view) : null;
  const zones = [...new Set(zonesOf(view).map(({ cell }) => `${cell.zone}${cell.band}`))];
  const row = (/** @type {string} */ title, /** @type {import('../core/dom.js').Child|import('../core/dom.js').Child[]} */ text, test = '') => el('div', { 'data-testid': test || null }, el('dt', {}, title), el('dd', {}, el('span', {}, text)));
  return el('dl', { class: 'sheet-facts' },
    row(say.period, el('bdi', { dir: 'ltr' }, format.period(state.period)), 'sheet-period'),
    row(say.filter, conditions.length > 0 ? conditions.join('; ') : say.noFilter, 'sheet-filter'),
    cql.length > 0 ? row('CQL2', el('bdi', { dir: 'ltr', class: 'sheet-cql' }, cqlText(cql)), 'sheet-cql') : null,
    row(say.projection, [say.mercator, options.grid && step ? ` ${say.gridOf(format.distance(step), zones)}` : options.grid && zones.length > 0 ? ` ${say.zonesOf(zones)}` : '',
      state.view ? [` ${say.centre} `, position(state.view.lat, state.view.lng, 4)] : ''].flat()));
}

/** @param {HTMLElement[]} sheets numbers them, once it is known how many there are */
export const numberPages = (sheets) => sheets.forEach((sheet, i) => {
  const node = sheet.querySelector('.sheet-page');
  if (node) {
    node.textContent = say.page(i + 1, sheets.length);
  }
});
