// The findings as a list: sorted, reachable by keyboard, each with what tells most of it.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words as say } from '../words/analysis.js';
import { entryOf, isNotable, swatch } from './legend.js';
import { tellingOf, titled, valueText } from './properties.js';
/** @typedef {import('./legend.js').Finding} Finding */

const PAGE = 25;
const COLUMNS = 3;

/** Places of the findings in the order wanted; those without the figure come last. Pure. @param {Finding[]} findings @param {string} by empty for the given order @returns {number[]} */
export function ordered(findings, by) {
  const places = findings.map((_, i) => i);
  if (!by) {
    return places;
  }
  // Small is telling where chance is meant, large everywhere else.
  const sign = /^(p|q)($|[A-Z])/.test(by) || by === 'rank' ? 1 : -1;
  const value = (/** @type {number} */ i) => { const v = findings[i].properties[by]; return typeof v === 'number' ? v : null; };
  return places.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === null || y === null ? Number(x === null) - Number(y === null) || a - b : sign * (x - y) || a - b;
  });
}

/**
 * @param {import('./execution.js').Result} result
 * @param {(index: number) => void} choose
 * @returns {{node: HTMLElement, select: (index: number|null) => void}}
 */
export function findingsList({ features, legend }, choose) {
  const all = features;
  const background = all.some((finding) => !isNotable(entryOf(legend, finding)?.tone));
  let notable = background && all.some((finding) => isNotable(entryOf(legend, finding)?.tone));
  let by = '';
  let shown = PAGE;
  /** @type {number|null} */
  let chosen = null;
  const columns = tellingOf(all, COLUMNS, legend?.property);
  const numbers = tellingOf(all, 20).filter((name) => all.some(({ properties }) => typeof properties[name] === 'number'));
  const sort = el('select', { id: 'findings-sort', 'data-testid': 'findings-sort', onchange: () => { by = sort.value; shown = PAGE; draw(); } },
    el('option', { value: '' }, say.asGiven), numbers.map((name) => el('option', { value: name }, titled(name).title)));
  const only = el('input', { type: 'checkbox', checked: notable, 'data-testid': 'findings-notable', onchange: () => { notable = only.checked; shown = PAGE; draw(); } });
  const body = el('tbody', {});
  const more = el('button', { type: 'button', class: 'button small', 'data-testid': 'findings-more', onclick: () => { shown += 4 * PAGE; draw(); } });
  const legendColumn = legend && !columns.includes(legend.property) ? legend.title : null;

  function draw() {
    const list = ordered(all, by).filter((i) => !notable || isNotable(entryOf(legend, all[i])?.tone));
    const here = list.slice(0, shown);
    if (chosen !== null && !here.includes(chosen)) {
      here.push(chosen);
    }
    fill(body, here.map(row));
    more.hidden = list.length <= shown;
    more.textContent = say.showMore(Math.min(4 * PAGE, list.length - shown));
  }

  /** @param {number} i */
  function row(i) {
    const { properties } = all[i];
    const entry = entryOf(legend, all[i]);
    const value = legend ? valueText(legend.property, properties[legend.property]) : '';
    const label = entry?.label && typeof properties[legend?.property ?? ''] !== 'number' ? entry.label : value || entry?.label || '';
    return el('tr', { class: i === chosen ? 'is-selected' : '' },
      el('td', {}, el('button', { type: 'button', class: 'finding-button', 'aria-pressed': String(i === chosen), 'aria-label': say.choose(i + 1, label), 'data-testid': `finding-${i + 1}`, onclick: () => choose(i) }, swatch(entry?.tone), String(i + 1))),
      legendColumn ? el('td', {}, label) : null,
      columns.map((name) => el('td', { class: 'is-number' }, valueText(name, properties[name]))));
  }

  draw();
  const node = el('section', { class: 'detail-section' }, el('h3', {}, say.list),
    all.length > PAGE || background ? el('div', { class: 'findings-controls' },
      numbers.length > 0 ? el('div', { class: 'field' }, el('label', { for: 'findings-sort' }, say.sortBy), sort) : null,
      background ? el('label', { class: 'check' }, only, ' ', say.onlyNotable) : null) : null,
    el('div', { class: 'wide-table' }, el('table', { class: 'small-table analysis-table', 'data-testid': 'findings' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say.rank), legendColumn ? el('th', { scope: 'col' }, legendColumn) : null, columns.map((name) => el('th', { scope: 'col', class: 'is-number' }, titled(name).title)))), body)), more);
  return {
    node,
    select(index) {
      const had = body.contains(document.activeElement);
      chosen = index;
      draw();
      if (had && index !== null) {
        /** @type {HTMLElement|null} */ (body.querySelector(`[data-testid="finding-${index + 1}"]`))?.focus();
      }
    },
  };
}
