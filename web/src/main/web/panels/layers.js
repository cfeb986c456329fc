// The layer tree: groups, layers, legend, each with the exact count for what is in view.
// @ts-check
import { el, fill } from '../core/dom.js';
import { NO_CODE } from '../core/filter.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { visibleCount } from '../core/query.js';
import { markIcon } from '../map/marks.js';
import { RELEASED } from '../tools/wish.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').State} State */

/** @typedef {{retryPictures: () => void, retryCounts: () => void, goTo: (layer: string) => void}} LayerActions */

/**
 * @param {HTMLElement} parent
 * @param {Store} store
 * @param {LayerActions} actions
 */
export function mountLayers(parent, store, actions) {
  const notice = el('div', { class: 'notices', 'aria-live': 'polite' });
  parent.append(notice, ...groupsOf(store.state.catalog).map(([group, layers]) => groupNode(store, group, layers, actions)));
  if (store.state.mission?.releasesCounts) {
    parent.append(el('button', { type: 'button', class: 'counts-of-all', 'data-testid': 'counts-of-all', onclick: () => store.dispatch({ type: 'tool/set', tool: RELEASED }) },
      icon('chart', { size: 15 }), ' ', words.released.open));
  }

  store.watch((s) => [s.pictures, s.counts, s.shown, s.catalog, s.filters, s.text, s.cql, s.mission], () => {
    fill(notice, notices(store, actions));
  }, { now: true });
}

/** @param {Layer[]} catalog @returns {[string, Layer[]][]} */
export function groupsOf(catalog) {
  /** @type {Map<string, Layer[]>} */
  const groups = new Map();
  for (const layer of catalog) {
    groups.set(layer.group, [...(groups.get(layer.group) ?? []), layer]);
  }
  return [...groups];
}

/** @param {Store} store @param {string} group @param {Layer[]} layers @param {LayerActions} actions */
function groupNode(store, group, layers, actions) {
  const names = layers.map((layer) => layer.name);
  const title = words.groups[group] ?? format.unlabelled(group);
  const box = el('input', { type: 'checkbox', 'aria-label': words.layers.toggle(title), 'data-testid': `group-${group}`,
    onchange: () => store.dispatch({ type: 'layers/shown', names, on: box.checked }) });
  const tally = el('span', { class: 'group-count' });
  store.watch((s) => s.shown, (shown) => {
    const on = names.filter((name) => shown.includes(name)).length;
    box.checked = on === names.length;
    box.indeterminate = on > 0 && on < names.length;
    tally.textContent = `${on}/${names.length}`;
  }, { now: true });
  return el('section', { class: 'layer-group' },
    el('h2', {}, el('label', {}, box, el('span', {}, title)), tally),
    el('ul', {}, layers.map((layer) => layerNode(store, layer, actions))));
}

/** @param {Store} store @param {Layer} layer @param {LayerActions} actions */
function layerNode(store, layer, actions) {
  const id = `legend-${layer.name}`;
  const codes = legendCodes(layer);
  const box = el('input', { type: 'checkbox', 'aria-label': words.layers.toggle(layer.title), 'data-testid': `layer-${layer.name}`,
    onchange: () => store.dispatch({ type: 'layers/shown', names: [layer.name], on: box.checked }) });
  const tally = el('span', { class: 'count', 'data-testid': `count-${layer.name}` });
  const legend = el('ul', { class: 'legend', id, hidden: true, 'aria-label': words.layers.legend(layer.title) }, codes.map((code) => codeNode(store, layer, code)));
  const opener = codes.length > 1
    ? el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': words.layers.legend(layer.title), 'data-testid': `open-${layer.name}`,
      onclick: () => open(legend.hidden) }, icon('chevron', { size: 14 }))
    : null;
  const open = (/** @type {boolean} */ on) => {
    legend.hidden = !on;
    opener?.setAttribute('aria-expanded', String(on));
  };
  if (layer.name === 'incident') {
    open(true);
  }
  const node = el('li', { class: 'layer' },
    el('div', { class: 'layer-row' }, opener ?? el('span', { class: 'opener' }),
      el('label', { title: layer.description }, box, codes.length > 1 ? null : markIcon(layer.symbol.marks[codes[0]] ?? layer.symbol.other), el('span', { class: 'layer-title' }, layer.title)),
      el('button', { type: 'button', class: 'only', 'aria-label': words.layers.goTo(layer.title), title: words.layers.goTo(layer.title), 'data-testid': `goto-${layer.name}`,
        onclick: () => actions.goTo(layer.name) }, icon('pin', { size: 15 })), tally),
    legend);
  store.watch((s) => s.shown.includes(layer.name), (on) => {
    box.checked = on;
    node.classList.toggle('is-off', !on);
  }, { now: true });
  store.watch((s) => [s.counts, s.filters], () => showCount(tally, store.state, visibleCount(store.state, layer)), { now: true });
  store.watch((s) => s.shown.includes(layer.name) && s.pictures[layer.name]?.state === 'loading', (isLoading) => node.classList.toggle('is-loading', isLoading));
  return node;
}

/** @param {Layer} layer @returns {string[]} codes with a mark of their own, then what has none of them */
function legendCodes(layer) {
  const marks = Object.keys(layer.symbol.marks);
  return marks.length === 0 ? [NO_CODE] : [...marks, NO_CODE];
}

/** @param {Store} store @param {Layer} layer @param {string} code */
function codeNode(store, layer, code) {
  const property = /** @type {string} */ (layer.symbol.property);
  const label = code === NO_CODE ? words.layers.other
    : layer.properties.find((p) => p.name === property)?.choices?.find((c) => c.code === code)?.label ?? format.unlabelled(code);
  const box = el('input', { type: 'checkbox', 'data-testid': `code-${layer.name}-${code || 'OTHER'}`,
    onchange: () => store.dispatch({ type: 'code/toggled', layer: layer.name, property, code }) });
  const tally = el('span', { class: 'count' });
  const node = el('li', { class: 'legend-row' },
    el('label', {}, box, markIcon(layer.symbol.marks[code] ?? layer.symbol.other, 15), el('span', { class: 'legend-label', title: label }, label)),
    el('button', { type: 'button', class: 'only', 'aria-label': words.layers.onlyThis(label), title: words.layers.onlyThis(label),
      onclick: () => store.dispatch({ type: 'code/only', layer: layer.name, property, codes: legendCodes(layer), code }) }, words.layers.only),
    tally);
  store.watch((s) => (s.filters[layer.name]?.[property]?.hide ?? []).includes(code), (hidden) => {
    box.checked = !hidden;
    node.classList.toggle('is-off', hidden);
  }, { now: true });
  store.watch((s) => s.counts, ({ layers }) => {
    const counted = layers[layer.name];
    const n = counted ? groupCount(layer, counted, code) : null;
    showCount(tally, store.state, n);
    node.hidden = code === NO_CODE && !n && box.checked;
  }, { now: true });
  return node;
}

/** Codes without a mark of their own are counted together as other. @param {Layer} layer @param {import('../core/types.js').LayerCount} counted @param {string} code */
function groupCount(layer, counted, code) {
  if (code !== NO_CODE) {
    return counted.groups?.[code] ?? 0;
  }
  const named = Object.keys(layer.symbol.marks).reduce((sum, c) => sum + (counted.groups?.[c] ?? 0), 0);
  return counted.count - named;
}

/** @param {HTMLElement} node @param {State} state @param {number|null} n */
function showCount(node, state, n) {
  node.textContent = n === null ? (state.counts.state === 'failed' ? '?' : '…') : format.count(n);
  node.classList.toggle('is-zero', n === 0);
  node.classList.toggle('is-stale', state.counts.state === 'loading');
}

/** @param {Store} store @param {LayerActions} actions */
function notices(store, actions) {
  const { state } = store;
  const list = [];
  const shownLayers = state.catalog.filter((layer) => state.shown.includes(layer.name));
  for (const layer of shownLayers) {
    const status = state.pictures[layer.name];
    if (status?.state === 'failed') {
      list.push(failure(words.layers.failed(layer.title), status.problem, actions.retryPictures));
    }
  }
  if (state.counts.state === 'failed') {
    list.push(failure(words.layers.countsFailed, state.counts.problem, actions.retryCounts));
  }
  const events = shownLayers.filter((layer) => layer.time === 'event');
  const known = events.map((layer) => visibleCount(state, layer));
  if (state.mission?.isEmpty) {
    list.push(el('p', { class: 'notice', 'data-testid': 'empty-mission' }, words.layers.emptyMission));
  } else if (state.counts.state === 'ready' && events.length > 0 && known.every((n) => n === 0)) {
    list.push(el('div', { class: 'notice', 'data-testid': 'nothing' }, el('p', {}, words.layers.none),
      el('div', { class: 'notice-actions' },
        el('button', { type: 'button', class: 'button small', onclick: () => store.dispatch({ type: 'period/set', period: state.mission?.time }) }, words.layers.wholePeriod),
        el('button', { type: 'button', class: 'button small', onclick: () => actions.goTo(events[0].name) }, words.layers.goTo(events[0].title)),
        el('button', { type: 'button', class: 'button small', onclick: () => store.dispatch({ type: 'filters/cleared' }) }, words.layers.filteredOut))));
  }
  const crowded = shownLayers.filter(({ name }) => state.pictures[name]?.isCrowded);
  if (crowded.length > 0) {
    list.push(el('p', { class: 'notice', 'data-testid': 'crowded' }, words.layers.crowded(crowded.map(({ title }) => title).join(', '))));
  }
  const unmapped = events.reduce((sum, layer) => sum + (state.counts.layers[layer.name]?.unmapped ?? 0), 0);
  if (unmapped > 0) {
    list.push(el('p', { class: 'notice quiet', 'data-testid': 'unmapped' }, words.layers.unmapped(unmapped)));
  }
  return list;
}

/** @param {string} what @param {string|undefined} why @param {() => void} retry */
export function failure(what, why, retry) {
  return el('div', { class: 'notice is-problem', role: 'alert' },
    el('p', {}, icon('warning', { size: 16 }), ' ', el('strong', {}, what), why ? `. ${why}` : ''),
    el('button', { type: 'button', class: 'button small', onclick: retry }, icon('retry', { size: 14 }), ' ', words.retry));
}
