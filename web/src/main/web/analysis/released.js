// What everybody may know of the numbers, also of what is not shown to him: by area and month, rounded.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { words } from '../words/words.js';
import { tableOf, yearsOf } from './released-table.js';
/** @typedef {import('./released-table.js').Released} Released */

const say = words.released;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel }) {
  const body = el('div', { class: 'released', 'aria-live': 'polite', 'data-testid': 'released' });
  panel.append(body);
  let chosen = '';
  let year = '';

  async function load() {
    fill(body, loading());
    try {
      const { limited, layers } = await api.json('/api/released-counts');
      show(limited, layers);
    } catch (error) {
      fill(body, failure(say.failed, error, () => void load()));
    }
  }

  /** @param {boolean} limited @param {Released[]} layers */
  function show(limited, layers) {
    if (limited || layers.length === 0) {
      fill(body, el('p', { class: 'notice quiet', 'data-testid': 'released-none' }, limited ? say.limited : say.none));
      return;
    }
    const released = layers.find((layer) => layer.name === chosen) ?? layers[0];
    const years = yearsOf(released);
    const shown = years.includes(year) ? year : years[0];
    const again = () => show(limited, layers);
    fill(body,
      el('p', { class: 'muted' }, say.explained),
      el('div', { class: 'released-choices' },
        choice('released-layer', say.layer, layers.map((layer) => [layer.name, layer.title]), released.name, (value) => { chosen = value; again(); }),
        choice('released-year', say.year, years.map((each) => [each, each]), shown, (value) => { year = value; again(); })),
      figures(released, shown),
      store.state.catalog.some((layer) => layer.name === released.name) ? null : el('p', { class: 'notice quiet', 'data-testid': 'released-hidden' }, say.hidden(released.title)),
      el('p', { class: 'muted' }, say.rule(released.below, format.day(lastDay(released.before)))));
  }

  return { open: () => void load() };
}

/** The last day that is counted. @param {string} before YYYY-MM */
const lastDay = (before) => new Date(Date.parse(`${before}-01T00:00:00Z`) - 1);

/** @param {Released} released @param {string} year */
function figures(released, year) {
  const { months, rows, columns, atLeast } = tableOf(released, year);
  if (rows.length === 0) {
    return el('p', { class: 'notice quiet', 'data-testid': 'released-few' }, say.allFew(released.below));
  }
  const total = (/** @type {number} */ n) => el('td', {}, n === 0 ? say.nothingTold : say.atLeast(n));
  return el('div', { class: 'wide-table', tabindex: '0', role: 'group', 'aria-label': say.table(released.title, year) },
    el('table', { class: 'small-table numbers released-table', 'data-testid': 'released-table' },
      el('caption', {}, say.total(released.title, year, atLeast)),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, released.by), el('th', { scope: 'col' }, year), months.map((month) => el('th', { scope: 'col' }, format.month(month))))),
      el('tbody', {}, rows.map((row) => el('tr', {}, el('th', { scope: 'row' }, row.area), total(row.atLeast), row.figures.map((figure) => (figure === null ? el('td', { class: 'muted' }, say.few) : el('td', {}, say.atLeast(figure))))))),
      el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, say.all), total(atLeast), columns.map(total)))));
}

/** @param {string} id @param {string} label @param {[string, string][]} options @param {string} value @param {(value: string) => void} choose */
function choice(id, label, options, value, choose) {
  const select = el('select', { id, 'data-testid': id, onchange: () => choose(select.value) },
    options.map(([name, title]) => el('option', { value: name, selected: name === value }, title)));
  return el('div', { class: 'field' }, el('label', { for: id }, label), select);
}
