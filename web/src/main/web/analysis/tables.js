// Figures in rows as tables, and the picture some of them make: a matrix of two bands, a curve.
// @ts-check
import { el } from '../core/dom.js';
import { words as say } from '../words/analysis.js';
import { lineChart } from './chart.js';
import { numberText, unitText, valueText } from './properties.js';
/** @typedef {import('./execution.js').Table} Table */

const FEWEST_OF_CURVE = 8;
const FIRST_ROWS = 12;
/** What a matrix shows of a cell, the most telling first. */
const OF_CELL = ['ratio', 'relativeRisk', 'observed', 'count'];

/**
 * Rows that are every pair of two bands, as a matrix of their most telling figure. Pure.
 *
 * @param {Table} table @returns {{rows: string[], columns: string[], column: import('./execution.js').Column, cells: (number|null)[][]}|null}
 */
export function matrixOf(table) {
  if (table.columns.length < 3 || table.rows.length < 4) {
    return null;
  }
  const rows = [...new Set(table.rows.map((row) => String(row[0])))];
  const columns = [...new Set(table.rows.map((row) => String(row[1])))];
  const full = rows.length > 1 && columns.length > 1 && rows.length * columns.length === table.rows.length;
  const at = [...OF_CELL.map((name) => table.columns.findIndex((c) => c.name === name)), 2].find((i) => i > 1) ?? 2;
  if (!full || typeof table.rows[0][at] !== 'number') {
    return null;
  }
  const found = new Map(table.rows.map((row) => [`${row[0]}\n${row[1]}`, row[at]]));
  return { rows, columns, column: table.columns[at], cells: rows.map((r) => columns.map((c) => { const value = found.get(`${r}\n${c}`); return typeof value === 'number' ? value : null; })) };
}

/** Rows in rising order of a number or a date, as lines of the numbers beside it. Pure. @param {Table} table @returns {{names: string[], lines: (number|null)[][], from: string, to: string}|null} */
export function curveOf(table) {
  const keys = table.rows.map((row) => (typeof row[0] === 'string' ? Date.parse(row[0]) : row[0]));
  const rising = keys.length >= FEWEST_OF_CURVE && keys.every((key, i) => typeof key === 'number' && Number.isFinite(key) && (i === 0 || key > keys[i - 1]));
  if (!rising) {
    return null;
  }
  const unit = table.columns[1]?.unit;
  const picked = table.columns.map((c, i) => ({ c, i })).filter(({ c, i }) => i > 0 && c.unit === unit && table.rows.some((row) => typeof row[i] === 'number')).slice(0, 4);
  return picked.length === 0 ? null : {
    names: picked.map(({ c }) => c.title), lines: picked.map(({ i }) => table.rows.map((row) => (typeof row[i] === 'number' ? row[i] : null))),
    from: valueText(table.columns[0].name, table.rows[0][0]), to: valueText(table.columns[0].name, table.rows[table.rows.length - 1][0]),
  };
}

/** @param {Table} table */
export function tableNode(table) {
  const matrix = matrixOf(table);
  const curve = matrix ? null : curveOf(table);
  const whole = rowsNode(table);
  return el('section', { class: 'detail-section', 'data-testid': `table-${table.name}` }, el('h3', {}, table.title),
    matrix ? matrixNode(table, matrix) : null,
    curve ? lineChart(curve.lines, { label: `${table.title}: ${curve.names.join(', ')}`, from: curve.from, to: curve.to, names: curve.names }) : null,
    matrix || curve || table.rows.length > FIRST_ROWS ? el('details', { class: 'choices' }, el('summary', {}, say.table), whole) : whole);
}

/** @param {Table} table */
function rowsNode(table) {
  const number = (/** @type {number} */ i) => table.rows.some((row) => typeof row[i] === 'number');
  return el('div', { class: 'wide-table', tabindex: '0', role: 'group', 'aria-label': table.title }, el('table', { class: 'small-table analysis-table' },
    el('thead', {}, el('tr', {}, table.columns.map((c, i) => el('th', { scope: 'col', class: number(i) ? 'is-number' : '' }, c.title, unitText(c.unit) ? ` (${unitText(c.unit)})` : '')))),
    el('tbody', {}, table.rows.map((row) => el('tr', {}, row.map((value, i) => (i === 0
      ? el('th', { scope: 'row' }, valueText(table.columns[i].name, value)) : el('td', { class: number(i) ? 'is-number' : '' }, valueText(table.columns[i].name, value)))))))));
}

/** @param {Table} table @param {NonNullable<ReturnType<typeof matrixOf>>} matrix */
function matrixNode(table, { rows, columns, column, cells }) {
  const most = Math.max(1e-12, ...cells.flat().map((value) => value ?? 0));
  return el('div', { class: 'wide-table', tabindex: '0', role: 'group', 'aria-label': say.matrix(column.title) }, el('table', { class: 'small-table matrix' },
    el('caption', {}, say.matrix(column.title)),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, `${table.columns[0].title} / ${table.columns[1].title}`), columns.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map((name, r) => el('tr', {}, el('th', { scope: 'row' }, name), cells[r].map((value) => {
      const cell = el('td', {}, value === null ? '' : numberText(value));
      cell.style.setProperty('--full', String(Math.max(0, (value ?? 0) / most)));
      return cell;
    }))))));
}
