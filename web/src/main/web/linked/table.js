// Everything the map shows, as rows: sorted by the server, page by page, following the picture.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { cellText, headOf } from './cells.js';
import { columnChooser, keptColumns } from './column-chooser.js';
import { neededProperties, nextSort, shownColumns, sortOf } from './columns.js';
import { createGrid } from './grid.js';
import { arrived, asTabs, backward, cursor, forward, offset, PAGE, START } from './pages.js';
import { currentLayer, question, recordsOf } from './question.js';
import { withRecords } from './records.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./panel.js').ViewContext} ViewContext */

const say = words.linked;

/** @param {HTMLElement} parent @param {ViewContext} context */
export function mountTable(parent, { store, api, map, announce, flash }) {
  const line = newestOnly();
  let walk = START;
  /** Of what the rows are; the same question asked again changes nothing but what changed. */
  let asked = '';
  /** @type {{layer: Layer, features: GeoJSON.Feature[]}|null} */
  let page = null;
  const scroller = el('div', { class: 'grid-scroll' });
  const state = el('div', { class: 'linked-state', 'aria-live': 'polite', 'data-testid': 'table-state' });
  const place = el('span', { class: 'table-place', role: 'status', 'data-testid': 'table-place' });
  const button = (/** @type {string} */ name, /** @type {string} */ symbol, /** @type {string} */ label, /** @type {() => void} */ act) =>
    el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': `table-${name}`, onclick: act }, icon(symbol, { size: 16 }));
  const back = button('back', 'back', say.pageBack, () => turn(-1));
  const on = button('on', 'chevron', say.pageOn, () => turn(1));
  const first = button('first', 'step-back', say.pageFirst, () => { walk = START; void load(); });
  const copy = el('button', { type: 'button', class: 'button small', 'data-testid': 'table-copy', onclick: () => void copyRows() });
  const only = el('button', { type: 'button', class: 'button small', 'data-testid': 'table-only', hidden: true, onclick: () => {
    const { name } = /** @type {Layer} */ (page?.layer);
    store.dispatch({ type: 'cql/set', layer: name, text: withRecords(store.state.cql[name] ?? '', grid.marked().map(({ id }) => String(id))) });
  } }, say.onlyMarked);
  const chooser = el('div', { class: 'chooser-place' });
  const chosen = el('span', { class: 'muted', 'data-testid': 'table-elsewhere' });
  parent.append(el('div', { class: 'view-tools' }, place, el('span', { class: 'pager' }, first, back, on), chosen, el('span', { class: 'spread' }), only, copy, chooser), state, scroller);

  const grid = createGrid(scroller, {
    open(feature) {
      const layer = /** @type {Layer} */ (page?.layer).name;
      store.dispatch({ type: 'selection/set', selection: { layer, id: String(feature.id) } });
      flash(feature.geometry);
    },
    point: (feature) => map.hover(feature?.geometry ? { geometry: feature.geometry, radius: feature.properties?.radius_m ?? 0 } : null),
    sort(column) {
      const now = sortOf(/** @type {Layer} */ (page?.layer), store.state.linked?.sort ?? '');
      const sort = nextSort(now, column.sort ?? '', column.sort === 'valid_from' || column.sort === 'recorded_at');
      store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, sort } });
      announce(say.sortedBy(headOf(column), sort.startsWith('-')));
    },
    page: turn,
    marked(n) {
      copy.textContent = n > 0 ? say.copyMarked(n) : say.copyPage;
      only.hidden = n === 0;
    },
  });

  /** @param {1|-1} direction */
  function turn(direction) {
    const next = direction > 0 ? forward(walk) : backward(walk);
    if (next === walk) {
      grid.stay();
      announce(direction > 0 ? say.lastRow : say.firstRow);
      return;
    }
    walk = next;
    void load();
  }

  async function load() {
    const layer = currentLayer(store.state);
    if (!layer || !store.state.bounds) {
      fill(state, el('p', { class: 'muted' }, say.noLayer));
      scroller.hidden = true;
      return;
    }
    const columns = shownColumns(layer, keptColumns(layer.name));
    const sort = sortOf(layer, store.state.linked?.sort ?? '');
    const { layer: name, ...around } = recordsOf(question(store.state, layer), layer);
    const now = JSON.stringify([name, around, sort]);
    if (now !== asked) {
      walk = START;
      asked = now;
    }
    const asking = walk;
    parent.setAttribute('aria-busy', 'true');
    if (page?.layer !== layer) {
      fill(state, el('p', { class: 'muted' }, words.loading));
      scroller.hidden = true;
    }
    try {
      const answer = await line.run((signal) => api.items(name, { ...around, sortby: sort, limit: PAGE, cursor: cursor(asking), properties: neededProperties(layer, columns) }, signal));
      if (answer) {
        walk = arrived(asking, answer);
        show(layer, answer, columns, sort);
      }
    } catch (error) {
      if (cursor(asking) !== null && error.status === 400) {
        // A cursor of before the conditions changed; from the beginning it is right again.
        walk = START;
        void load();
        return;
      }
      grid.stay();
      page = null;
      scroller.hidden = true;
      fill(state, failure(say.failed(layer.title), error, () => void load()));
      parent.removeAttribute('aria-busy');
    }
  }

  /** @param {Layer} layer @param {any} answer @param {import('./columns.js').Column[]} columns @param {string} sort */
  function show(layer, answer, columns, sort) {
    const isOther = page?.layer !== layer;
    page = { layer, features: answer.features };
    store.dispatch({ type: 'mark/seen', part: 'linked:table', mark: answer.classification });
    const total = Number(answer.numberMatched);
    const from = offset(walk);
    parent.removeAttribute('aria-busy');
    scroller.hidden = total === 0;
    fill(state, total === 0 ? empty() : null);
    grid.show({ layer, columns, features: answer.features, first: from, total, sort });
    place.textContent = total === 0 ? say.noRows : say.rowsOf(from + 1, from + answer.features.length, total);
    back.disabled = first.disabled = from === 0;
    on.disabled = walk.next === null;
    if (isOther) {
      fill(chooser, columnChooser(layer, () => void load()));
    }
    tellChosen();
  }

  function empty() {
    const { scope } = store.state.linked ?? { scope: 'view' };
    return el('div', { class: 'linked-empty' }, el('p', {}, say.empty[scope]),
      scope === 'everywhere' ? null : el('button', { type: 'button', class: 'button small', 'data-testid': 'table-everywhere', onclick: () => store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, scope: 'everywhere' } }) }, say.lookEverywhere));
  }

  /** What was chosen on the map is found here, or said to be on another page. */
  function tellChosen() {
    const { selection } = store.state;
    const isOurs = selection?.layer === page?.layer.name;
    grid.choose(isOurs ? selection?.id ?? null : null);
    chosen.textContent = selection && isOurs && !grid.has(selection.id) ? say.elsewhere : '';
  }

  async function copyRows() {
    if (!page) {
      return;
    }
    const { layer } = page;
    const columns = shownColumns(layer, keptColumns(layer.name));
    const rows = grid.marked();
    const text = asTabs([['id', ...columns.map(headOf)], ...rows.map((feature) => [String(feature.id), ...columns.map((column) => cellText(layer, column, feature))])]);
    await navigator.clipboard.writeText(text).then(() => announce(say.copied(rows.length)), (error) => announce(say.notCopied(reasonOf(error))));
  }

  const soon = debounce(() => void load(), 160, 900);
  const stops = [
    store.watch((s) => JSON.stringify([currentLayer(s)?.name, s.linked?.sort, s.bounds, s.linked?.scope, s.area, s.period, s.filters, s.text, s.cql, s.known]), soon),
    store.watch((s) => [s.revision, s.touched[currentLayer(s)?.name ?? '']], soon),
    store.watch((s) => s.selection, tellChosen),
    map.watchHover((target) => grid.hover(target?.id ?? null)),
  ];
  void load();
  return {
    focus: grid.focus,
    close() {
      soon.cancel();
      line.cancel();
      map.hover(null);
      stops.forEach((stop) => stop());
    },
  };
}

