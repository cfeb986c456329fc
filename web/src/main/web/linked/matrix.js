// Two properties together: cells by shade with their numbers; a click filters by both.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { samePeriod } from '../core/period.js';
import { missionZone, zoneName } from '../core/zone.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { clicked, countable, isOn, usualBreakdowns } from './bars.js';
import { chosenOf, CLOCK_PARTS, clockZone, extended, isClock, withClock } from './clock.js';
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
  /** @type {{layer: Layer, rows: string, columns: string, zone: string, answer: import('./matrix-table.js').MatrixAnswer}|null} */
  let shown = null;
  let at = { row: 0, column: 0 };
  const set = (/** @type {Partial<import('../core/linked.js').Linked>} */ change) => store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, ...change } });
  const choose = (/** @type {'rows'|'columns'} */ name, /** @type {string} */ title) => {
    const select = el('select', { class: 'linked-scope', 'aria-label': title, title, 'data-testid': `matrix-${name}`, onchange: () => set({ [name]: select.value }) });
    return select;
  };
  const rowChoice = choose('rows', say.rows);
  const columnChoice = choose('columns', say.columnsTitle);
  const zoneChoice = el('select', { class: 'linked-scope', 'aria-label': words.query.zone, title: words.query.zone, 'data-testid': 'matrix-zone', onchange: () => set({ zone: zoneChoice.value === 'utc' ? 'utc' : 'mission' }) });
  const files = fileButtons(announce, 'matrix', () => shown && { scene: async () => (colours) => matrixScene(matrix(), labels(), colours), rows: csvRows(),
    stamp: stampOf(store.state, shown.layer, `${dimensionTitle(shown.layer, shown.rows, shown.zone)} × ${dimensionTitle(shown.layer, shown.columns, shown.zone)}`, shown.answer, { without: [shown.rows, shown.columns] }) });
  const scroller = el('div', { class: 'grid-scroll' });
  const note = el('p', { class: 'muted matrix-note' });
  const problem = el('div', {});
  parent.append(el('div', { class: 'view-tools' }, rowChoice, el('button', { type: 'button', class: 'icon-button', title: say.swap, 'aria-label': say.swap, 'data-testid': 'matrix-swap', onclick: () => {
    if (shown) {
      set({ rows: shown.columns, columns: shown.rows });
    }
  } }, icon('retry', { size: 15 })), columnChoice, zoneChoice, el('span', { class: 'spread' }), files), problem, scroller, note);

  const matrix = () => matrixOf(/** @type {NonNullable<typeof shown>} */ (shown).answer, /** @type {NonNullable<typeof shown>} */ (shown).rows, /** @type {NonNullable<typeof shown>} */ (shown).columns);
  function labels() {
    const { layer, rows, columns } = /** @type {NonNullable<typeof shown>} */ (shown);
    return { row: (/** @type {string} */ value) => valueLabel(layer, rows, value), column: (/** @type {string} */ value) => valueLabel(layer, columns, value), total: say.total };
  }
  function csvRows() {
    const { layer, rows, columns, answer, zone } = /** @type {NonNullable<typeof shown>} */ (shown);
    const { row, column, total } = labels();
    const read = matrix();
    return [[`${dimensionTitle(layer, rows, zone)} \\ ${dimensionTitle(layer, columns, zone)}`, ...read.columns.map(({ value }) => column(value)), total],
      ...read.rows.map((each) => [row(each.value), ...each.cells.map(({ count }) => count), each.count]),
      [total, ...read.columns.map(({ count }) => count), answer.count]];
  }

  /** There is a choice of clocks where it makes a difference. */
  function showZones() {
    const mission = missionZone(store.state.mission);
    zoneChoice.hidden = !shown || ![shown.rows, shown.columns].some(isClock) || zoneName(mission) === 'UTC';
    fill(zoneChoice, el('option', { value: 'mission', selected: store.state.linked?.zone !== 'utc' }, words.query.zoneOf(zoneName(mission))), el('option', { value: 'utc', selected: store.state.linked?.zone === 'utc' }, 'UTC'));
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
    const zone = clockZone(store.state);
    parent.setAttribute('aria-busy', 'true');
    try {
      const answer = await line.run((signal) => api.matrix({ ...bodyOf(question(store.state, layer, { without: [rows, columns] })), rows, columns, limit: MOST, ...([rows, columns].some(isClock) ? { zone } : {}) }, signal));
      if (answer) {
        shown = { layer, rows, columns, zone, answer };
        store.dispatch({ type: 'mark/seen', part: 'linked:matrix', mark: answer.classification });
        store.dispatch({ type: 'data/as-of', dataAsOf: answer.dataAsOf });
        const offered = dimensionsOf(layer);
        fill(rowChoice, offered.map((name) => el('option', { value: name, selected: name === rows }, dimensionTitle(layer, name, zone))));
        fill(columnChoice, offered.map((name) => el('option', { value: name, selected: name === columns }, dimensionTitle(layer, name, zone))));
        showZones();
        fill(problem);
        draw();
      }
    } catch (error) {
      shown = null;
      fill(scroller);
      fill(problem, failure(say.failedMatrix, error, () => void load()));
    }
    parent.removeAttribute('aria-busy');
  }

  function draw() {
    if (!shown) {
      return;
    }
    const { layer, rows, columns, answer, zone } = shown;
    const hadFocus = scroller.contains(document.activeElement);
    const read = matrix();
    const name = labels();
    const conditions = store.state.filters[layer.name] ?? {};
    const times = Object.fromEntries(CLOCK_PARTS.map((part) => [part, chosenOf(store.state.cql[layer.name] ?? '', part, zone)]));
    const on = (/** @type {string} */ dimension, /** @type {string} */ value) => (isClock(dimension) ? times[dimension].length === 0 || times[dimension].includes(value) : isOn(conditions[dimension], value));
    const isFiltered = [rows, columns].some((dimension) => (isClock(dimension) ? times[dimension].length > 0 : conditions[dimension]));
    const { scrollLeft, scrollTop } = scroller;
    fill(scroller, el('table', { class: 'matrix', role: 'grid', 'aria-label': say.matrixLabel(layer.title, dimensionTitle(layer, rows, zone), dimensionTitle(layer, columns, zone), answer.count), 'data-testid': 'matrix' },
      el('thead', {}, el('tr', { role: 'row' }, el('th', { role: 'columnheader', scope: 'col' }, dimensionTitle(layer, rows, zone)), read.columns.map(({ value }) => el('th', { role: 'columnheader', scope: 'col', title: name.column(value) }, name.column(value))), el('th', { role: 'columnheader', scope: 'col' }, say.total))),
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
    const hidden = answer.leftOut.rows + answer.leftOut.columns;
    note.textContent = [hidden > 0 ? say.leftOut(hidden) : '', isList ? say.severalCodes : '', [rows, columns].some(isClock) ? say.coarseTimes : ''].filter(Boolean).join(' ');
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
    const { layer, rows, columns, answer, zone } = shown;
    const chosen = /** @type {[string, string, import('./matrix-table.js').Tally[]][]} */ ([[rows, row, answer.rows], [columns, column, answer.columns]]);
    const conditions = store.state.filters[layer.name] ?? {};
    const cql = () => store.state.cql[layer.name] ?? '';
    // A second click on the very cell takes it back; another cell of its row does not.
    const isBack = !several && chosen.every(([dimension, value, all]) => (isClock(dimension) ? chosenOf(cql(), dimension, zone).join() === value
      : dimension === 'month' ? value === '' || samePeriod(daysOf(value), store.state.period) : clicked(conditions[dimension], value, false, all.map((each) => each.value)) === null));
    for (const [dimension, value, all] of chosen) {
      if (isClock(dimension) && value !== '') {
        const now = chosenOf(cql(), dimension, zone);
        const next = isBack ? [] : several ? (now.includes(value) ? now : extended(dimension, now, value)) : [value];
        store.dispatch({ type: 'cql/set', layer: layer.name, text: withClock(cql(), dimension, next, zone) });
      } else if (dimension === 'month' && value !== '') {
        store.dispatch({ type: 'period/set', period: daysOf(value) });
      } else if (!TIME_PARTS.includes(dimension)) {
        const now = conditions[dimension];
        const more = () => (now && isOn(now, value) ? now : clicked(now, value, true, all.map((each) => each.value)));
        store.dispatch({ type: 'filter/set', layer: layer.name, property: dimension, condition: isBack ? null : several ? more() : { in: [value] } });
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
      return layer ? JSON.stringify([question(s, layer, { without: dimensions(layer) }), dimensions(layer), clockZone(s)]) : '';
    }, soon),
    store.watch((s) => [s.revision, s.touched[currentLayer(s)?.name ?? '']], soon),
    store.watch((s) => [s.filters, s.cql], draw),
  ];
  void load();
  return {
    focus: () => cell()?.focus(),
    close() {
      soon.cancel();
      line.cancel();
      stops.forEach((stop) => stop());
    },
  };
}
