// The figures of a selection as a person reads them: how many, more or fewer than before, of which
// type, when, and who was harmed.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { periodFromServer } from '../core/period.js';
import { markIcon, markOf } from '../map/marks.js';
import { words } from '../words/words.js';
import { changeOf, columnsOf, STEPS, sumRows } from './figures.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {{value: string, label: string, count: number}} Group */
/** @typedef {{id: string, title: string|null, lon: number|null, lat: number|null, start: string|null, group: string|null, severity: number|null}} Item */
/**
 * @typedef {object} Statistics
 * @property {number} count
 * @property {number} unmapped
 * @property {Group[]} groups
 * @property {string} step
 * @property {{start: string, count: number}[]} periods
 * @property {Record<string, number>} sums
 * @property {{datetime: {start: string, end: string}, count: number, perKm2?: number, groups: Group[], sums: Record<string, number>}|null} [previous]
 * @property {import('./figures.js').RateRatio} [change]
 * @property {Item[]} [items]
 * @property {{withinM: number, feature?: {layer: string, id: string, title?: string}}} [area]
 * @property {number|null} [areaKm2]
 * @property {number|null} [perKm2]
 * @property {{committedAt: string}} [dataAsOf]
 */

const say = words.statistics;

/** @param {Layer} layer @param {Statistics} statistics */
export function headline(layer, statistics) {
  const { previous } = statistics;
  return el('section', { class: 'figures' },
    el('p', { class: 'figures-count' },
      el('strong', { 'data-testid': 'area-count' }, format.count(statistics.count)), ' ', layer.title.toLowerCase()),
    previous && statistics.change ? comparison(statistics.count, previous, statistics.change) : null,
    statistics.areaKm2 ? el('p', { class: 'muted', 'data-testid': 'area-size' }, say.area(statistics.areaKm2), statistics.perKm2 ? ` · ${say.density(statistics.perKm2, previous?.perKm2 ?? null)}` : null) : null);
}

/** @param {number} now @param {NonNullable<Statistics['previous']>} previous @param {import('./figures.js').RateRatio} ratio */
function comparison(now, previous, ratio) {
  const change = changeOf(now, previous.count, ratio);
  const direction = change.difference > 0 ? 'up' : change.difference < 0 ? 'down' : 'same';
  return el('div', { class: `figures-change is-${direction}`, 'data-testid': 'area-change' },
    el('span', { class: 'arrow', 'aria-hidden': 'true' }, { up: '▲', down: '▼', same: '=' }[direction]), ' ',
    say.change(change), ' ', el('span', { class: 'muted' }, say.before(previous.count, format.period(periodFromServer(previous.datetime)))),
    now + previous.count > 0 ? el('span', { class: 'figures-interval', 'data-testid': 'area-interval' }, say.interval(ratio)) : null,
    change.chance ? el('span', { class: 'caution', 'data-testid': 'area-chance' }, change.small ? say.small : say.chance) : null);
}

/** @param {Layer} layer @param {Statistics} statistics */
export function harm(layer, statistics) {
  const rows = sumRows(layer, statistics.sums);
  const before = statistics.previous?.sums ?? {};
  return rows.length === 0 || statistics.count === 0 ? null : section(say.harm,
    el('table', { class: 'small-table numbers' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say.kind), el('th', { scope: 'col' }, say.total), el('th', { scope: 'col' }, say.range), el('th', { scope: 'col' }, say.periodBefore))),
      el('tbody', {}, rows.map((row) => el('tr', { 'data-testid': `sum-${row.name}` },
        el('th', { scope: 'row' }, row.title), el('td', {}, format.count(row.value)),
        el('td', {}, row.low !== null && row.high !== null ? el('bdi', { dir: 'ltr' }, `${format.count(row.low)}–${format.count(row.high)}`) : ''),
        el('td', {}, before[row.name] === undefined ? '' : format.count(before[row.name])))))));
}

/** @param {Layer} layer @param {Statistics} statistics */
export function byType(layer, statistics) {
  if (!layer.groupedBy || statistics.groups.length === 0) {
    return null;
  }
  const most = Math.max(...statistics.groups.map((group) => group.count));
  const before = new Map((statistics.previous?.groups ?? []).map((group) => [group.value, group.count]));
  const title = layer.properties.find((p) => p.name === layer.groupedBy)?.title ?? layer.groupedBy;
  return section(title, el('ul', { class: 'bars' }, statistics.groups.map((group) => {
    const mark = markOf(layer, group.value);
    const bar = el('span', { class: 'bar-fill' });
    bar.style.inlineSize = `${(group.count / most) * 100}%`;
    bar.style.background = mark.colour;
    return el('li', { 'data-testid': `group-${group.value}` },
      el('span', { class: 'bar-label' }, markIcon(mark), ' ', group.label || words.layers.other),
      el('span', { class: 'bar-count' }, format.count(group.count),
        statistics.previous ? el('span', { class: 'muted', title: say.periodBefore }, ` / ${format.count(before.get(group.value) ?? 0)}`) : null),
      el('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar));
  })));
}

/** @param {Statistics} statistics @param {(step: import('./figures.js').Step) => void} choose */
export function overTime(statistics, choose) {
  const columns = columnsOf(statistics.periods);
  if (columns.length === 0 || statistics.count === 0) {
    return null;
  }
  const first = columns[0];
  const last = columns[columns.length - 1];
  return section(say.overTime,
    el('fieldset', { class: 'segments small', 'aria-label': say.stepTitle }, STEPS.map((step) => el('label', {},
      el('input', { type: 'radio', name: 'area-step', checked: step === statistics.step, 'data-testid': `step-${step}`, onchange: () => choose(step) }), el('span', {}, say.steps[step])))),
    el('div', { class: 'columns', role: 'img', 'aria-label': say.columnsText(columns.map((c) => `${format.day(c.start)}: ${c.count}`).join(', ')) },
      columns.map((column) => {
        const bar = el('span', { title: `${format.day(column.start)}: ${format.count(column.count)}` });
        bar.style.blockSize = column.count === 0 ? '0' : `max(2px, ${column.share * 100}%)`;
        return el('div', {}, bar);
      })),
    el('div', { class: 'columns-axis' }, el('span', {}, format.day(first.start)), el('span', {}, say.most(Math.max(...columns.map((c) => c.count)))), el('span', {}, format.day(last.start))));
}

/**
 * @param {Layer} layer
 * @param {Statistics} statistics
 * @param {{select: (item: Item) => void, hover: (item: Item|null) => void, more: () => void}} actions
 */
export function newest(layer, statistics, actions) {
  const items = statistics.items ?? [];
  return items.length === 0 ? null : section(say.newest(items.length, statistics.count),
    el('ul', { class: 'item-list', 'data-testid': 'area-items' }, items.map((item) => el('li', {},
      el('button', { type: 'button', class: 'list-row', onclick: () => actions.select(item), onmouseenter: () => actions.hover(item), onmouseleave: () => actions.hover(null),
        onfocus: () => actions.hover(item), onblur: () => actions.hover(null) },
      el('span', { class: 'hit' }, markIcon(markOf(layer, item.group)),
        el('span', { class: 'hit-text' },
          el('bdi', { class: 'hit-title' }, item.title || layer.title),
          el('span', { class: 'hit-sub' }, [item.start ? format.day(item.start) : '', item.severity ? words.detail.severity(item.severity) : ''].filter(Boolean).join(' · ')))))))),
    items.length < statistics.count ? el('button', { type: 'button', class: 'button small', 'data-testid': 'area-more', onclick: actions.more }, say.more) : null);
}

/** @param {string} title @param {...import('../core/dom.js').Child} children */
function section(title, ...children) {
  return el('section', { class: 'detail-section' }, el('h3', {}, title), ...children);
}
