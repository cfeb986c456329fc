// A matrix as it is read: rows and columns in their order, what every cell weighs. Pure.
// @ts-check
/** @typedef {{value: string, count: number}} Tally */
/** @typedef {{count: number, rows: Tally[], columns: Tally[], cells: {row: string, column: string, count: number}[], leftOut: {rows: number, columns: number}, dataAsOf: {sequence: number, committedAt: string}, classification: string}} MatrixAnswer */

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/**
 * Days, hours and months in their order and without gaps, other values by their counts; those without a value last.
 *
 * @param {string} dimension @param {Tally[]} tallies @returns {Tally[]}
 */
export function ordered(dimension, tallies) {
  const counts = new Map(tallies.map(({ value, count }) => [value, count]));
  const named = tallies.map(({ value }) => value).filter((value) => value !== '');
  const values = dimension === 'weekday' ? WEEKDAYS : dimension === 'hour' ? HOURS : dimension === 'month' ? months(named) : named;
  return [...values, ...(counts.has('') ? [''] : [])].map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

/** @param {string[]} some YYYY-MM @returns {string[]} all from the first to the last */
function months(some) {
  const sorted = [...some].sort();
  const all = [];
  const number = (/** @type {string} */ text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  for (let at = sorted.length > 0 ? number(sorted[0]) : 1; sorted.length > 0 && at <= number(sorted[sorted.length - 1]); at++) {
    all.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return all;
}

/** @param {MatrixAnswer} answer @param {string} rows @param {string} columns */
export function matrixOf(answer, rows, columns) {
  const counts = new Map(answer.cells.map(({ row, column, count }) => [`${row}\n${column}`, count]));
  const most = Math.max(1, ...answer.cells.map(({ count }) => count));
  const across = ordered(columns, answer.columns);
  return {
    columns: across,
    rows: ordered(rows, answer.rows).map((row) => ({ ...row, cells: across.map((column) => {
      const count = counts.get(`${row.value}\n${column.value}`) ?? 0;
      // By the root: among few large counts the small ones would all look like none.
      return { count, weight: Math.sqrt(count / most) };
    }) })),
  };
}

/** The first and last day of a month. @param {string} month YYYY-MM @returns {import('../core/types.js').Period} */
export function daysOf(month) {
  const [year, number] = month.split('-').map(Number);
  return { start: `${month}-01`, end: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/**
 * The matrix as a drawing.
 *
 * @param {ReturnType<typeof matrixOf>} matrix @param {{row: (value: string) => string, column: (value: string) => string, total: string}} labels
 * @param {import('./scene.js').Colours} colours @returns {import('./scene.js').Scene}
 */
export function matrixScene(matrix, labels, colours) {
  const [left, top, wide, high] = [160, 26, 54, 20];
  const cut = (/** @type {string} */ text, /** @type {number} */ most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ said, /** @type {'start'|'middle'|'end'} */ anchor, /** @type {boolean} */ bold = false) => ({ kind: /** @type {const} */ ('text'), x, y, text: said, fill: colours.text, size: 10, anchor, bold });
  const end = left + matrix.columns.length * wide;
  return {
    width: end + 60, height: top + (matrix.rows.length + 1) * high + 6,
    shapes: [
      ...matrix.columns.map((column, i) => text(left + (i + 0.5) * wide, 14, cut(labels.column(column.value), 9), 'middle')),
      text(end + 50, 14, labels.total, 'end', true),
      ...matrix.rows.flatMap((row, r) => [
        text(0, top + r * high + 14, cut(labels.row(row.value), 26), 'start'),
        ...row.cells.flatMap((cell, c) => (cell.count === 0 ? [] : [
          { kind: /** @type {const} */ ('rect'), x: left + c * wide + 1, y: top + r * high + 1, width: wide - 2, height: high - 2, fill: colours.accent, opacity: 0.06 + 0.38 * cell.weight },
          text(left + (c + 0.5) * wide, top + r * high + 14, String(cell.count), 'middle'),
        ])),
        text(end + 50, top + r * high + 14, String(row.count), 'end', true),
      ]),
      text(0, top + matrix.rows.length * high + 14, labels.total, 'start', true),
      ...matrix.columns.map((column, i) => text(left + (i + 0.5) * wide, top + matrix.rows.length * high + 14, String(column.count), 'middle', true)),
    ],
  };
}
