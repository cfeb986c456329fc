// Pages that one walks through from either end, by the cursors of their next links. Pure.
// @ts-check

export const PAGE = 100;

/**
 * Where one is. The way back is known by the cursors of the pages that were passed.
 *
 * @typedef {{trail: (string|null)[], total: number|null, next: string|null}} Walk trail ends with the cursor of this page, null is the first
 */

/** @type {Walk} */
export const START = { trail: [null], total: null, next: null };

/** @param {Walk} walk */
export const offset = (walk) => (walk.trail.length - 1) * PAGE;
/** @param {Walk} walk */
export const cursor = (walk) => walk.trail[walk.trail.length - 1];
/** @param {Walk} walk @returns {Walk} */
export const forward = (walk) => (walk.next === null ? walk : { ...walk, trail: [...walk.trail, walk.next], next: null });
/** @param {Walk} walk @returns {Walk} */
export const backward = (walk) => (walk.trail.length < 2 ? walk : { ...walk, trail: walk.trail.slice(0, -1), next: null });

/**
 * The walk with what an answer says of it.
 *
 * @param {Walk} walk @param {{numberMatched: number, links?: {rel: string, href: string}[]}} answer @returns {Walk}
 */
export function arrived(walk, { numberMatched, links = [] }) {
  const href = links.find(({ rel }) => rel === 'next')?.href;
  return { ...walk, total: numberMatched, next: href ? new URL(href, 'http://here').searchParams.get('cursor') : null };
}

/**
 * Where the keys of a grid lead.
 *
 * @param {{row: number, column: number}} at row -1 is the head
 * @param {string} key as KeyboardEvent.key has it
 * @param {{rows: number, columns: number, reach: number, ctrl: boolean, rtl: boolean}} grid reach: rows that are seen at once
 * @returns {{row: number, column: number, page: -1|0|1}|null} page: off the end, to the page before or after; null for other keys
 */
export function moved({ row, column }, key, { rows, columns, reach, ctrl, rtl }) {
  const across = (/** @type {number} */ by) => ({ row, column: Math.max(0, Math.min(columns - 1, column + by)), page: /** @type {0} */ (0) });
  const down = (/** @type {number} */ by) => {
    const to = row + by;
    const page = /** @type {-1|0|1} */ (to >= rows && row === rows - 1 ? 1 : to < 0 && row === 0 && by < -1 ? -1 : 0);
    return { row: Math.max(by < -1 ? Math.min(0, row) : -1, Math.min(rows - 1, to)), column, page };
  };
  switch (key) {
    case 'ArrowRight': return across(rtl ? -1 : 1);
    case 'ArrowLeft': return across(rtl ? 1 : -1);
    case 'ArrowDown': return down(1);
    case 'ArrowUp': return down(-1);
    case 'PageDown': return down(Math.max(2, reach));
    case 'PageUp': return down(-Math.max(2, reach));
    case 'Home': return { row: ctrl ? Math.min(0, rows - 1) : row, column: 0, page: 0 };
    case 'End': return { row: ctrl ? rows - 1 : row, column: columns - 1, page: 0 };
    default: return null;
  }
}

/** Rows as a spreadsheet takes them from the clipboard. @param {string[][]} rows */
export const asTabs = (rows) => rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
