// Two properties together: cells by shade with their numbers; a click filters by both.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { clicked, countable, isOn, usualBreakdowns } from './bars.js';
import { fileButtons } from './files.js';
import { dimensionTitle, TIME_PARTS, valueLabel } from './labels.js';
import { daysOf, matrixOf, matrixScene } from './matrix-table.js';
import { moved } from './pages.js';
import { bodyOf, currentLayer, question } from './question.js';
import { stampOf } from './stamp.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./panel.js').ViewContext} ViewContext */

const say = words.linked;
const MOST = 24;

/** What can stand in rows and columns. @param {Layer} layer */
const dimensionsOf = (layer) => [...countable(layer).map(({ name }) => name), ...(layer.time === 'none' ? [] : TIME_PARTS)];

/** @param {HTMLElement} parent @param {ViewContext} context */
export function mountMatrix(parent, { store, api, announce }) {
  const line = newestOnly();
  /** @type {{layer: Layer, rows: string, columns: string, answer: import('./matrix-table.js').MatrixAnswer}|null} */
  let shown = null;
  let at = { row: 0, column: 0 };
  const set = (/** @type {Partial<import('../core/linked.js').Linked>} */ change) => store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, ...change } });
  const choose = (/** @type {'rows'|'columns'} */ name, /** @type {string} */ title) => {
    const select = el('select', { class: 'linked-scope', 'aria-label': title, title, 'data-testid': `matrix-${name}`, onchange: () => set({ [name]: select.value }) });
    return select;
  };
  const rowChoice = choose('rows', say.rows);
  const columnChoice = choose('columns', say.columnsTitle);
  const files = fileButtons(announce, 'matrix', () => shown && { scene: async () => (colours) => matrixScene(matrix(), labels(), colours), rows: csvRows(),
    stamp: stampOf(store.state, shown.layer, `${dimensionTitle(shown.layer, shown.rows)} × ${dimensionTitle(shown.layer, shown.columns)}`, shown.answer, { without: [shown.rows, shown.columns] }) });
  const scroller = el('div', { class: 'grid-scroll' });
  const note = el('p', { class: 'muted matrix-note' });
  const problem = el('div', {});
  parent.append(el('div', { class: 'view-tools' }, rowChoice, el('button', { type: 'button', class: 'icon-button', title: say.swap, 'aria-label': say.swap, 'data-testid': 'matrix-swap', onclick: () => {
    if (shown) {
      set({ rows: shown.columns, columns: shown.rows });
    }
  } }, icon('retry', { size: 15 })), columnChoice, el('span', { class: 'spread' }), files), problem, scroller, note);

  const matrix = () => matrixOf(/** @type {NonNullable<typeof shown>} */ (shown).answer, /** @type {NonNullable<typeof shown>} */ (shown).rows, /** @type {NonNullable<typeof shown>} */ (shown).columns);
  function labels() {
    const { layer, rows, columns } = /** @type {NonNullable<typeof shown>} */ (shown);
    return { row: (/** @type {string} */ value) => valueLabel(layer, rows, value), column: (/** @type {string} */ value) => valueLabel(layer, columns, value), total: say.total };
  }
  function csvRows() {
    const { layer, rows, columns, answer } = /** @type {NonNullable<typeof shown>} */ (shown);
    const { row, column, total } = labels();
    const read = matrix();
    return [[`${dimensionTitle(layer, rows)} \\ ${dimensionTitle(layer, columns)}`, ...read.columns.map(({ value }) => column(value)), total],
      ...read.rows.map((each) => [row(each.value), ...each.cells.map(({ count }) => count), each.count]),
      [total, ...read.columns.map(({ count }) => count), answer.count]];
  }

  /** @param {Layer} layer @returns {[string, string]} */
  function dimensions(layer) {
    const known = dimensionsOf(layer);
    const { rows = '', columns = '' } = store.state.linked ?? {};
    const usual = usualBreakdowns(layer);
    const first = known.includes(rows) ? rows : usual[0] ?? known[0];
    const second = known.includes(columns) ? columns : known.includes('admin1') && first !== 'admin1' ? 'admin1' : known.includes('month') && first !== 'month' ? 'month' : known.find((name) => name !== first) ?? first;
    return [first, second];
  }

  async function load() {
    const layer = currentLayer(store.state);
    if (!layer || dimensionsOf(layer).length === 0) {
      shown = null;
      fill(scroller);
      fill(problem, el('p', { class: 'muted' }, layer ? say.nothingToBreakDown : say.noLayer));
      return;
    }
    const [rows, columns] = dimensions(layer);
    parent.setAttribute('aria-busy', 'true');
    try {
      const answer = await line.run((signal) => api.matrix({ ...bodyOf(question(store.state, layer, { without: [rows, columns] })), rows, columns, limit: MOST }, signal));
      if (answer) {
        shown = { layer, rows, columns, answer };
        store.dispatch({ type: 'mark/seen', part: 'linked:matrix', mark: answer.classification });
        store.dispatch({ type: 'data/as-of', dataAsOf: answer.dataAsOf });
        const offered = dimensionsOf(layer);
        fill(rowChoice, offered.map((name) => el('option', { value: name, selected: name === rows }, dimensionTitle(layer, name))));
        fill(columnChoice, offered.map((name) => el('option', { value: name, selected: name === columns }, dimensionTitle(layer, name))));
        fill(problem);
        draw();
      }
    } catch (error) {
      shown = null;
      fill(scroller);
      fill(problem, failure(say.failedMatrix, error.message, () => void load()));
    }
    parent.removeAttribute('aria-busy');
  }

  function draw() {
    if (!shown) {
      return;
    }
    const { layer, rows, columns, answer } = shown;
    const hadFocus = scroller.contains(document.activeElement);
    const read = matrix();
    const name = labels();
    const on = (/** @type {string} */ dimension, /** @type {string} */ value) => isOn(store.state.filters[layer.name]?.[dimension], value);
    const isFiltered = Boolean(store.state.filters[layer.name]?.[rows] || store.state.filters[layer.name]?.[columns]);
    const { scrollLeft, scrollTop } = scroller;
    fill(scroller, el('table', { class: 'matrix', role: 'grid', 'aria-label': say.matrixLabel(layer.title, dimensionTitle(layer, rows), dimensionTitle(layer, columns), answer.count), 'data-testid': 'matrix' },
      el('thead', {}, el('tr', { role: 'row' }, el('th', { role: 'columnheader', scope: 'col' }, dimensionTitle(layer, rows)), read.columns.map(({ value }) => el('th', { role: 'columnheader', scope: 'col', title: name.column(value) }, name.column(value))), el('th', { role: 'columnheader', scope: 'col' }, say.total))),
      el('tbody', {}, read.rows.map((row) => el('tr', { role: 'row' }, el('th', { role: 'rowheader', scope: 'row', title: name.row(row.value) }, name.row(row.value)),
        row.cells.map((cell, i) => el('td', { role: 'gridcell', tabindex: '-1', class: isFiltered && !(on(rows, row.value) && on(columns, read.columns[i].value)) ? 'is-off' : '', 'aria-label': say.cell(name.row(row.value), name.column(read.columns[i].value), cell.count),
          'data-row': row.value, 'data-column': read.columns[i].value, 'data-testid': `cell-${row.value}-${read.columns[i].value}`, style: { '--weight': `${cell.count === 0 ? 0 : 6 + 38 * cell.weight}%` } }, cell.count === 0 ? '' : format.count(cell.count))),
        el('td', { role: 'gridcell', class: 'is-total' }, format.count(row.count))))),
      el('tfoot', {}, el('tr', { role: 'row' }, el('th', { role: 'rowheader', scope: 'row' }, say.total), read.columns.map(({ count }) => el('td', { role: 'gridcell', class: 'is-total' }, format.count(count))), el('td', { role: 'gridcell', class: 'is-total', 'data-testid': 'matrix-total' }, format.count(answer.count))))));
    scroller.scrollLeft = scrollLeft;
    scroller.scrollTop = scrollTop;
    at = { row: Math.min(at.row, Math.max(0, read.rows.length - 1)), column: Math.min(at.column, Math.max(0, read.columns.length - 1)) };
    hold(hadFocus);
    const isList = [rows, columns].some((dimension) => layer.properties.find((p) => p.name === dimension)?.type === 'codes');
    const isClock = [rows, columns].some((dimension) => dimension === 'weekday' || dimension === 'hour');
    const hidden = answer.leftOut.rows + answer.leftOut.columns;
    note.textContent = [hidden > 0 ? say.leftOut(hidden) : '', isList ? say.severalCodes : '', isClock ? say.coarseTimes : ''].filter(Boolean).join(' ');
  }

  /** @returns {HTMLElement|undefined} */
  const cell = () => /** @type {HTMLElement|undefined} */ (scroller.querySelectorAll('tbody tr')[at.row]?.querySelectorAll('td')[at.column]);

  /** @param {Element} target */
  const placeOf = (target) => ({ row: [...scroller.querySelectorAll('tbody tr')].indexOf(/** @type {Element} */ (target.parentElement)), column: [...(target.parentElement?.querySelectorAll('td') ?? [])].indexOf(/** @type {HTMLTableCellElement} */ (target)) });

  /** @param {boolean} focus */
  function hold(focus) {
    scroller.querySelector('td[tabindex="0"]')?.setAttribute('tabindex', '-1');
    const now = cell();
    now?.setAttribute('tabindex', '0');
    if (focus) {
      now?.focus({ preventScroll: true });
    }
  }

  /** @param {HTMLElement} target @param {boolean} several */
  function use(target, several) {
    const { row, column } = target.dataset;
    if (!shown || row === undefined || column === undefined) {
      return;
    }
    const { layer, rows, columns, answer } = shown;
    const chosen = [[rows, row, answer.rows], [columns, column, answer.columns]];
    for (const [dimension, value, all] of /** @type {[string, string, import('./matrix-table.js').Tally[]][]} */ (chosen)) {
      if (dimension === 'month' && value !== '') {
        store.dispatch({ type: 'period/set', period: daysOf(value) });
      } else if (!TIME_PARTS.includes(dimension)) {
        const now = store.state.filters[layer.name]?.[dimension];
        const next = several && now && isOn(now, value) ? now : clicked(now, value, several, all.map((each) => each.value));
        store.dispatch({ type: 'filter/set', layer: layer.name, property: dimension, condition: next });
      }
    }
  }

  scroller.addEventListener('click', (e) => {
    const target = e.target instanceof Element ? /** @type {HTMLElement|null} */ (e.target.closest('td[data-row]')) : null;
    if (target) {
      at = placeOf(target);
      hold(true);
      use(target, e.shiftKey || e.ctrlKey || e.metaKey);
    }
  });
  scroller.addEventListener('focusin', (e) => {
    const target = e.target instanceof Element ? e.target.closest('td[data-row]') : null;
    if (target) {
      at = placeOf(target);
      hold(false);
    }
  });
  scroller.addEventListener('keydown', (e) => {
    if (!shown) {
      return;
    }
    const read = matrix();
    const to = moved(at, e.key, { rows: read.rows.length, columns: read.columns.length, reach: 8, ctrl: e.ctrlKey, rtl: getComputedStyle(scroller).direction === 'rtl' });
    const target = cell();
    if (to) {
      e.preventDefault();
      at = { row: Math.max(0, to.row), column: to.column };
      hold(false);
      cell()?.focus();
    } else if ((e.key === 'Enter' || e.key === ' ') && target) {
      e.preventDefault();
      use(target, e.shiftKey || e.ctrlKey);
    }
  });

  const soon = debounce(() => void load(), 160, 900);
  const stops = [
    store.watch((s) => {
      const layer = currentLayer(s);
      return layer ? JSON.stringify([question(s, layer, { without: dimensions(layer) }), dimensions(layer)]) : '';
    }, soon),
    store.watch((s) => [s.revision, s.touched[currentLayer(s)?.name ?? '']], soon),
    store.watch((s) => s.filters, draw),
  ];
  void load();
  return {
    focus: () => cell()?.focus(),
    close() {
      line.cancel();
      stops.forEach((stop) => stop());
    },
  };
}
