// Released counts as a table of areas and months. Pure.
// @ts-check
/** @typedef {{area: string, month: string, atLeast: number}} Cell month as YYYY-MM */
/**
 * @typedef {object} Released
 * @property {string} name
 * @property {string} title
 * @property {string} by what the areas are, for example Province
 * @property {number} below
 * @property {string} before the first month that is not counted, as YYYY-MM
 * @property {Cell[]} cells those that are told; every other has few or none
 */
/**
 * @typedef {object} YearTable
 * @property {string[]} months as YYYY-MM, those that are counted
 * @property {{area: string, figures: (number|null)[], atLeast: number}[]} rows null: few or none; atLeast is the sum of what is told
 * @property {number[]} columns sums of what is told, by month
 * @property {number} atLeast
 */

/** @param {Released} released @returns {string[]} years that have a figure, and the last that is counted, newest first */
export function yearsOf(released) {
  const counted = released.cells.map((cell) => cell.month);
  return [...new Set([monthBefore(released.before), ...counted].map((month) => month.slice(0, 4)))].sort().reverse();
}

/** @param {Released} released @param {string} year @returns {YearTable} */
export function tableOf(released, year) {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).filter((month) => month < released.before);
  const told = new Map(released.cells.map((cell) => [`${cell.month} ${cell.area}`, cell.atLeast]));
  const areas = [...new Set(released.cells.map((cell) => cell.area))].sort((a, b) => a.localeCompare(b));
  const rows = areas.map((area) => {
    const figures = months.map((month) => told.get(`${month} ${area}`) ?? null);
    return { area, figures, atLeast: sum(figures) };
  });
  return { months, rows, columns: months.map((_, i) => sum(rows.map((row) => row.figures[i]))), atLeast: sum(rows.map((row) => row.atLeast)) };
}

/** @param {string} month */
function monthBefore(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** @param {(number|null)[]} figures */
const sum = (figures) => figures.reduce((/** @type {number} */ total, figure) => total + (figure ?? 0), 0);
