// The rows as a grid: one cell has the keyboard, arrows move it, Enter opens, Space marks.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
import { cellNode, headOf, isFigure } from './cells.js';
import { moved } from './pages.js';
/** @typedef {import('./columns.js').Column} Column */
/** @typedef {import('../core/types.js').Layer} Layer */

/**
 * @typedef {object} Content
 * @property {Layer} layer
 * @property {Column[]} columns
 * @property {GeoJSON.Feature[]} features
 * @property {number} first number of the first row among all, from 0
 * @property {number} total
 * @property {string} sort as the server was asked
 */
/**
 * @typedef {object} GridActions
 * @property {(feature: GeoJSON.Feature) => void} open
 * @property {(feature: GeoJSON.Feature|null) => void} point the row under the pointer or the keyboard
 * @property {(column: Column) => void} sort
 * @property {(direction: 1|-1) => void} page
 * @property {(marked: number) => void} marked told when rows are marked
 */

/** @param {HTMLElement} parent it scrolls @param {GridActions} actions */
export function createGrid(parent, actions) {
  const table = el('table', { class: 'linked-grid', role: 'grid', 'aria-multiselectable': 'true', 'data-testid': 'linked-grid' });
  parent.append(table);
  /** @type {Content|null} */
  let content = null;
  /** @type {Set<string>} */
  const marked = new Set();
  let at = { row: 0, column: 0 };
  /** Where a page that is awaited shall be entered. @type {'top'|'bottom'|null} */
  let entering = null;
  /** @type {{chosen: string|null, hovered: string|null}} */
  const shown = { chosen: null, hovered: null };
  /** Row -1 is the head. @type {() => HTMLElement[]} */
  const rows = () => /** @type {HTMLElement[]} */ ([...table.querySelectorAll('[role="row"]')]);
  const cell = () => /** @type {HTMLElement|undefined} */ (rows()[at.row + 1]?.children[at.column]);
  const featureOf = (/** @type {Element|null} */ row) => (content && row instanceof HTMLElement ? content.features[Number(row.dataset.row)] ?? null : null);

  /** @param {boolean} focus @param {boolean} [isStill] nothing scrolls */
  function hold(focus, isStill = false) {
    table.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    const now = cell();
    now?.setAttribute('tabindex', '0');
    if (focus) {
      now?.focus({ preventScroll: isStill });
    }
  }

  /** @param {Content} next */
  function show(next) {
    const hadFocus = table.contains(document.activeElement);
    const before = content?.features[at.row]?.id;
    const { scrollLeft, scrollTop } = parent;
    const isSame = content !== null && content.layer === next.layer && content.first === next.first;
    content = next;
    if (!isSame) {
      marked.clear();
    }
    const kept = next.features.findIndex(({ id }) => id === before);
    at = { row: entering === 'top' ? 0 : entering === 'bottom' ? next.features.length - 1 : at.row === -1 ? -1 : isSame && kept >= 0 ? kept : Math.max(0, Math.min(at.row, next.features.length - 1)), column: Math.min(at.column, next.columns.length - 1) };
    if (next.features.length === 0) {
      at.row = -1;
    }
    table.setAttribute('aria-rowcount', String(next.total + 1));
    table.setAttribute('aria-colcount', String(next.columns.length));
    table.setAttribute('aria-label', words.linked.gridLabel(next.layer.title, next.total));
    fill(table,
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row', 'aria-rowindex': '1' }, next.columns.map((column, i) => headCell(next, column, i)))),
      el('tbody', { role: 'rowgroup' }, next.features.map((feature, i) => bodyRow(next, feature, i))));
    parent.scrollLeft = scrollLeft;
    parent.scrollTop = isSame ? scrollTop : entering === 'bottom' ? parent.scrollHeight : 0;
    hold(hadFocus || entering !== null, isSame);
    entering = null;
    paint();
    actions.marked(marked.size);
  }

  /** @param {Content} now @param {Column} column @param {number} i */
  function headCell(now, column, i) {
    const sorted = now.sort.replace(/^-/, '') === column.sort && column.sort !== null ? (now.sort.startsWith('-') ? 'descending' : 'ascending') : column.sort ? 'none' : null;
    return el('th', { role: 'columnheader', scope: 'col', 'aria-colindex': i + 1, 'aria-sort': sorted, tabindex: '-1', class: isFigure(column) ? 'is-figure' : '', 'data-testid': `head-${column.id}`,
      title: column.property?.help ?? null, onclick: () => { at = { row: -1, column: i }; hold(true); sort(column); } },
    headOf(column), sorted === 'ascending' ? el('span', { class: 'sorted', 'aria-hidden': 'true' }, ' ▲') : sorted === 'descending' ? el('span', { class: 'sorted', 'aria-hidden': 'true' }, ' ▼') : null);
  }

  /** @param {Content} now @param {GeoJSON.Feature} feature @param {number} i */
  function bodyRow(now, feature, i) {
    return el('tr', { role: 'row', 'aria-rowindex': now.first + i + 2, 'data-row': i, 'data-id': feature.id, class: feature.geometry ? '' : 'is-nowhere', 'data-testid': 'linked-row' },
      now.columns.map((column, j) => el('td', { role: j === 0 ? 'rowheader' : 'gridcell', 'aria-colindex': j + 1, tabindex: '-1', class: isFigure(column) ? 'is-figure' : '', 'data-head': headOf(column) }, cellNode(now.layer, column, feature))));
  }

  /** @param {Column} column */
  function sort(column) {
    if (column.sort) {
      actions.sort(column);
    }
  }

  function paint() {
    for (const row of rows().slice(1)) {
      const { id = '' } = row.dataset;
      row.setAttribute('aria-selected', String(marked.has(id)));
      row.classList.toggle('is-chosen', id === shown.chosen);
      row.classList.toggle('is-hovered', id === shown.hovered);
      if (id === shown.chosen) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
    }
  }

  /** @param {GeoJSON.Feature} feature */
  function mark(feature) {
    const id = String(feature.id);
    if (!marked.delete(id)) {
      marked.add(id);
    }
    paint();
    actions.marked(marked.size);
  }

  table.addEventListener('click', (e) => {
    const target = e.target instanceof Element ? e.target.closest('td') : null;
    const feature = featureOf(target?.closest('tr') ?? null);
    if (feature && target) {
      at = { row: Number(/** @type {HTMLElement} */ (target.parentElement).dataset.row), column: [...(target.parentElement?.children ?? [])].indexOf(target) };
      hold(true);
      if (e.ctrlKey || e.metaKey || e.shiftKey) {
        mark(feature);
      } else {
        actions.open(feature);
      }
    }
  });
  table.addEventListener('pointerover', (e) => actions.point(featureOf(e.target instanceof Element ? e.target.closest('tr') : null)));
  table.addEventListener('pointerleave', () => actions.point(null));
  table.addEventListener('focusin', (e) => {
    const row = e.target instanceof Element ? e.target.closest('tr') : null;
    const to = rows().indexOf(/** @type {HTMLElement} */ (row));
    if (row && to >= 0) {
      // Screen readers give the focus to any cell without a key that we hear.
      at = { row: to - 1, column: [...row.children].indexOf(/** @type {Element} */ (e.target)) };
      hold(false);
    }
    actions.point(featureOf(row));
  });
  table.addEventListener('focusout', () => actions.point(null));

  table.addEventListener('keydown', (e) => {
    if (!content || e.altKey) {
      return;
    }
    const rowHeight = rows()[1]?.offsetHeight || 28;
    const to = moved(at, e.key, { rows: content.features.length, columns: content.columns.length, reach: Math.floor(parent.clientHeight / rowHeight) - 2, ctrl: e.ctrlKey || e.metaKey, rtl: getComputedStyle(table).direction === 'rtl' });
    const feature = content.features[at.row];
    if (to) {
      e.preventDefault();
      if (to.page !== 0) {
        entering = to.page > 0 ? 'top' : 'bottom';
        actions.page(to.page);
        return;
      }
      at = { row: to.row, column: to.column };
      hold(true);
      cell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (e.key === 'Enter' && at.row < 0) {
      e.preventDefault();
      sort(content.columns[at.column]);
    } else if (e.key === 'Enter' && feature) {
      e.preventDefault();
      actions.open(feature);
    } else if (e.key === ' ' && feature) {
      e.preventDefault();
      mark(feature);
    }
  });

  return {
    show,
    /** A page that was asked for did not come. */
    stay() { entering = null; },
    /** @param {string|null} id */
    choose(id) {
      shown.chosen = id;
      paint();
      if (!table.contains(document.activeElement)) {
        table.querySelector('.is-chosen')?.scrollIntoView({ block: 'nearest' });
      }
    },
    /** @param {string|null} id */
    hover(id) { shown.hovered = id; paint(); },
    focus() { hold(true); },
    /** Rows that are marked, else all of the page. */
    marked: () => (content?.features ?? []).filter(({ id }) => marked.size === 0 || marked.has(String(id))),
    has: (/** @type {string} */ id) => content?.features.some((feature) => feature.id === id) ?? false,
  };
}
