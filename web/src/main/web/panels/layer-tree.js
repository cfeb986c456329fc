// The tree of layers: groups, layers and legends; switched, folded, put in order and made faint. What stands above is drawn above.
// @ts-check
import { alphaOf, FULL, treeOf } from '../core/arrangement.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { visibleCount } from '../core/query.js';
import { words } from '../words/words.js';
import { isOpen, keepOpen } from './folds.js';
import { makeMovable } from './layer-drag.js';
import { legendCodes, legendOf, showCount } from './legend.js';
import { isGround, liveSwatch } from './swatch.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('./layers.js').LayerActions} LayerActions */
/** @typedef {{title: string, list: () => string[], id: string, moveTo: (to: number) => void}} Movable something that changes places in a list of ids */

/** Its legend is read all day. */
const OPEN_AT_FIRST = ['incident'];
const STEP = 5;

/** @param {Store} store @param {LayerActions} actions */
export function layerTree(store, actions) {
  const tree = el('div', { class: 'layer-tree', 'data-testid': 'layer-tree' });
  const branches = treeOf(store.state.catalog, []);
  const groups = new Map(branches.map(({ group, layers }) => [group, groupNode(store, group, layers, actions)]));
  const restore = el('button', { type: 'button', class: 'button small layers-restore', 'data-testid': 'layers-restore', onclick: () => {
    store.dispatch({ type: 'layers/restored' });
    actions.announce(words.tree.restored);
  } }, icon('undo', { size: 14 }), ' ', words.tree.restore);

  store.watch((s) => [s.order, s.opacity], () => { restore.hidden = store.state.order.length === 0 && Object.keys(store.state.opacity).length === 0; }, { now: true });
  store.watch((s) => s.order, (order) => {
    inPlace(tree, () => {
      fill(tree, treeOf(store.state.catalog, order).flatMap(({ group, layers }) => {
        const known = groups.get(group);
        known?.list.append(...layers.map(({ name }) => /** @type {HTMLElement} */ (known.rows.get(name))));
        return known?.node ?? [];
      }));
    });
  }, { now: true });
  return [tree, restore];
}

/** What had the focus keeps it, though it is taken out and put in elsewhere. @param {HTMLElement} tree @param {() => void} change */
function inPlace(tree, change) {
  const active = document.activeElement instanceof HTMLElement && tree.contains(document.activeElement) ? document.activeElement : null;
  change();
  active?.focus();
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
  const rows = new Map(layers.map((layer) => [layer.name, layerNode(store, layer, actions)]));
  const list = el('ul', { id: `group-of-${group}` }, [...rows.values()]);
  const movable = {
    title, id: group, list: () => treeOf(store.state.catalog, store.state.order).map((branch) => branch.group),
    moveTo: (/** @type {number} */ to) => store.dispatch({ type: 'group/moved', group, to }),
  };
  const head = el('h2', {}, opener(`group:${group}`, list, true, words.tree.fold(title), `fold-${group}`), el('label', {}, box, el('span', {}, title)), tally, moveButtons(movable, actions, 'group'));
  const node = el('section', { class: 'layer-group', 'data-group': group }, head, list);
  makeMovable(head, node, { list: 'groups', id: group, dropped: (id, after) => {
    const order = movable.list();
    store.dispatch({ type: 'group/moved', group: id, to: targetOf(order, id, group, after) });
  } });
  moveByKey(head, movable, actions);
  return { node, list, rows };
}

/** @param {Store} store @param {Layer} layer @param {LayerActions} actions */
function layerNode(store, layer, actions) {
  const legend = legendOf(store, layer, `legend-${layer.name}`);
  const box = el('input', { type: 'checkbox', 'aria-label': words.layers.toggle(layer.title), 'data-testid': `layer-${layer.name}`,
    onchange: () => store.dispatch({ type: 'layers/shown', names: [layer.name], on: box.checked }) });
  const tally = el('span', { class: 'count', 'data-testid': `count-${layer.name}` });
  const codes = legendCodes(layer);
  const movable = {
    title: layer.title, id: layer.name,
    list: () => (treeOf(store.state.catalog, store.state.order).find(({ group }) => group === layer.group)?.layers ?? []).map(({ name }) => name),
    moveTo: (/** @type {number} */ to) => store.dispatch({ type: 'layer/moved', layer: layer.name, to }),
  };
  const options = optionsNode(store, layer, movable, actions);
  const row = el('div', { class: 'layer-row' }, opener(`legend:${layer.name}`, legend, OPEN_AT_FIRST.includes(layer.name), words.layers.legend(layer.title), `open-${layer.name}`),
    el('label', { title: layer.description }, box, codes.length > 1 ? null : liveSwatch(store, layer, codes[0], 14), el('span', { class: 'layer-title' }, layer.title)),
    tally, optionsButton(layer, options));
  const node = el('li', { class: 'layer', 'data-layer': layer.name }, row, options, legend);
  if (!isGround(layer)) {
    makeMovable(row, node, { list: `group:${layer.group}`, id: layer.name, dropped: (id, after) =>
      store.dispatch({ type: 'layer/moved', layer: id, to: targetOf(movable.list(), id, layer.name, after) }) });
    moveByKey(row, movable, actions);
  }
  store.watch((s) => s.shown.includes(layer.name), (on) => {
    box.checked = on;
    node.classList.toggle('is-off', !on);
  }, { now: true });
  store.watch((s) => [s.counts, s.filters], () => showCount(tally, store.state, visibleCount(store.state, layer)), { now: true });
  store.watch((s) => s.shown.includes(layer.name) && s.pictures[layer.name]?.state === 'loading', (isLoading) => node.classList.toggle('is-loading', isLoading));
  return node;
}

/** Where a row lands that is dropped before or after another one. @param {string[]} list @param {string} moved @param {string} onto @param {boolean} after */
function targetOf(list, moved, onto, after) {
  const others = list.filter((each) => each !== moved);
  return others.indexOf(onto) + (after ? 1 : 0);
}

/** @param {string} id @param {HTMLElement} part @param {boolean} usual @param {string} label @param {string} testId */
function opener(id, part, usual, label, testId) {
  const button = el('button', { type: 'button', class: 'opener', 'aria-controls': part.id, 'aria-label': label, title: label, 'data-testid': testId,
    onclick: () => { keepOpen(id, part.hidden); show(part.hidden); } }, icon('chevron', { size: 14 }));
  const show = (/** @type {boolean} */ open) => {
    part.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  show(isOpen(id, usual));
  return button;
}

/** @param {Layer} layer @param {HTMLElement} options */
function optionsButton(layer, options) {
  const label = words.tree.options(layer.title);
  const button = el('button', { type: 'button', class: 'icon-button layer-more', 'aria-expanded': 'false', 'aria-controls': options.id, 'aria-label': label, title: label, 'data-testid': `options-${layer.name}`,
    onclick: () => {
      options.hidden = !options.hidden;
      button.setAttribute('aria-expanded', String(!options.hidden));
    } }, icon('sliders', { size: 14 }));
  return button;
}

/** @param {Store} store @param {Layer} layer @param {Movable} movable @param {LayerActions} actions */
function optionsNode(store, layer, movable, actions) {
  const id = `opacity-of-${layer.name}`;
  const told = el('output', { for: id });
  const range = el('input', { type: 'range', id, min: 0, max: FULL, step: STEP, 'data-testid': `opacity-${layer.name}`,
    oninput: () => store.dispatch({ type: 'opacity/set', layer: layer.name, percent: Number(range.value) }) });
  store.watch((s) => alphaOf(s, layer.name), (alpha) => {
    const percent = Math.round(alpha * FULL);
    if (Number(range.value) !== percent) {
      range.value = String(percent);
    }
    told.textContent = format.percent(percent / FULL);
    range.setAttribute('aria-valuetext', format.percent(percent / FULL));
  }, { now: true });
  return el('div', { class: 'layer-options', id: `options-of-${layer.name}`, role: 'group', 'aria-label': words.tree.options(layer.title), hidden: true },
    el('label', { for: id }, words.tree.opacity), range, told,
    el('div', { class: 'layer-moves' }, isGround(layer) ? el('span', { class: 'muted' }, words.tree.ground) : moveButtons(movable, actions, 'layer'),
      el('button', { type: 'button', class: 'button small', 'data-testid': `goto-${layer.name}`, onclick: () => actions.goTo(layer.name) }, icon('pin', { size: 14 }), ' ', words.tree.goTo)));
}

/** @param {Movable} movable @param {LayerActions} actions @param {string} kind */
function moveButtons(movable, actions, kind) {
  return el('span', { class: 'move-buttons' }, /** @type {const} */ ([[-1, 'up', words.tree.up], [1, 'down', words.tree.down]]).map(([by, name, label]) =>
    el('button', { type: 'button', class: 'icon-button', 'aria-label': label(movable.title), title: label(movable.title), 'data-testid': `${name}-${kind}-${movable.id}`,
      onclick: () => move(movable, by, actions) }, icon(name, { size: 14 }))));
}

/** @param {Movable} movable @param {number} by @param {LayerActions} actions */
function move(movable, by, actions) {
  const before = movable.list();
  movable.moveTo(Math.max(0, Math.min(before.length - 1, before.indexOf(movable.id) + by)));
  const now = movable.list();
  actions.announce(words.tree.moved(movable.title, now.indexOf(movable.id) + 1, now.length));
}

/** Alt and an arrow move the row that has the focus. @param {HTMLElement} row @param {Movable} movable @param {LayerActions} actions */
function moveByKey(row, movable, actions) {
  row.addEventListener('keydown', (e) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[e.key];
    if (by && e.altKey && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      move(movable, by, actions);
    }
  });
}
