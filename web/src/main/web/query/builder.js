// The query builder: rows and groups of conditions for one layer or for all, in step with the CQL2 text of the state.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { missionZone } from '../core/zone.js';
import { words } from '../words/words.js';
import { describe } from './describe.js';
import { placeField } from './place-field.js';
import { complete, isComplete, layerOf, OPERATORS, queryable, queryables, rowFor } from './queryables.js';
import { readCql } from './read.js';
import { rowField } from './row-field.js';
import { added, isGroup, withNode } from './tree.js';
import { writeCql } from './write.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('./tree.js').Node} Node */
/** @typedef {import('./tree.js').Group} Group */
/** @typedef {import('./tree.js').Row} Row */

const say = words.query;
const SPECIAL = /** @type {const} */ (['place', 'hours', 'days', 'group']);

/**
 * @param {Store} store
 * @param {import('../core/api.js').Api} api
 * @returns {{node: HTMLElement, of: (key: string) => void}} of: whose conditions are shown: the name of a layer, or EVERYWHERE
 */
export function createBuilder(store, api) {
  const node = el('section', { class: 'query-builder', 'aria-label': say.conditions, 'data-testid': 'query-builder' });
  let key = '';
  /** Unlike the text it holds rows that are not filled in yet. @type {Group} */
  let root = { op: 'all', parts: [] };
  /** The text that this tree was written to or read from. */
  let own = '';
  /** What the rows say of names and of what is drawn. @type {(() => void)[]} */
  let sayings = [];

  /** @param {Group} next */
  function change(next) {
    root = next;
    own = writeCql(complete(root));
    if (own !== (store.state.cql[key] ?? '')) {
      store.dispatch({ type: 'cql/set', layer: key, text: own });
    }
    render();
  }

  /** @param {Group} group @param {number[]} path */
  function match(group, path) {
    const option = (/** @type {'all'|'any'} */ op) => el('label', {}, el('input', { type: 'radio', name: `match-${path.join('-')}`, checked: group.op === op, 'data-key': `match-${path.join('-')}-${op}`, 'data-testid': `match-${path.join('-') || 'root'}-${op}`,
      onchange: () => change(path.length === 0 ? { ...root, op } : withNode(root, path, { ...group, op })) }), el('span', {}, say[op]));
    return el('fieldset', { class: 'query-match', 'aria-label': say.match }, el('div', { class: 'segments small' }, option('all'), option('any')));
  }

  /** @param {number[]} path of the group that it adds to */
  function adder(path) {
    const layer = layerOf(store.state.catalog, key);
    const { every, own: properties } = queryables(layer);
    const option = (/** @type {{name: string, title: string}} */ each) => el('option', { value: each.name }, each.title);
    const choose = el('select', { class: 'query-add', 'aria-label': say.add, 'data-key': `add-${path.join('-')}`, 'data-testid': `query-add${path.map((i) => `-${i}`).join('')}`, onchange: () => {
      const row = fresh(choose.value);
      if (row) {
        change(added(root, path, row));
        const cards = path.reduce((/** @type {Element} */ at, i) => cardsIn(at)[i], node);
        /** @type {HTMLElement|null|undefined} */ (cardsIn(cards).at(-1)?.querySelector('[data-key]'))?.focus();
      }
    }, onkeydown: unfold },
    el('option', { value: '' }, say.add),
    el('optgroup', { label: say.groups.special }, SPECIAL.map((name) => el('option', { value: `:${name}` }, say[name]))),
    properties.length > 0 ? el('optgroup', { label: say.groups.layer }, properties.map(option)) : null,
    el('optgroup', { label: say.groups.every }, every.map(option)));
    return choose;
  }

  /** @param {string} name of a property, or of what is none @returns {Node|null} */
  function fresh(name) {
    const zone = missionZone(store.state.mission);
    switch (name) {
      case ':place': return { op: 'inside', area: store.state.area ?? '' };
      case ':hours': return { op: 'hours', from: '18:00', to: '06:00', zone };
      case ':days': return { op: 'days', days: [], zone };
      case ':group': return { op: root.op === 'all' ? 'any' : 'all', parts: [] };
      default: {
        const of = queryable(layerOf(store.state.catalog, key), name);
        return of ? rowFor(OPERATORS[of.kind][0], of) : null;
      }
    }
  }

  /** @param {Node} part @param {number[]} path @returns {HTMLElement} */
  function card(part, path) {
    const layer = layerOf(store.state.catalog, key);
    const remove = el('button', { type: 'button', class: 'icon-button small', 'data-testid': `query-remove-${path.join('-')}`, onclick: () => { change(withNode(root, path, null)); node.querySelector('select')?.focus(); } }, icon('close', { size: 14 }));
    const named = (/** @type {HTMLElement} */ group) => saying(() => {
      const what = describe(part, layer, store.state.catalog, store.state.names);
      group.setAttribute('aria-label', what);
      remove.setAttribute('aria-label', say.remove(what));
      remove.title = say.remove(what);
    }, group);
    if (isGroup(part)) {
      return named(el('div', { class: 'query-group', role: 'group' },
        el('div', { class: 'query-head' }, match(part, path), remove),
        part.parts.map((each, i) => card(each, [...path, i])), adder(path)));
    }
    const of = 'property' in part ? queryable(layer, part.property) : null;
    const set = (/** @type {Row} */ row) => change(withNode(root, path, row));
    const place = part.op === 'inside' || part.op === 'outside';
    const field = place ? placeField(part, `v-${path.join('-')}`, { store, api }, set) : null;
    return named(el('div', { class: 'query-row', role: 'group', 'data-testid': `query-row-${path.join('-')}` },
      el('div', { class: 'query-head' }, el('strong', { title: of?.help }, titleOf(part, of)), operators(part, of, `op-${path.join('-')}`, set), remove),
      field ? saying(field.show, field.node) : rowField(part, of, `v-${path.join('-')}`, missionZone(store.state.mission), set),
      isComplete(part) ? null : el('p', { class: 'muted query-incomplete' }, say.incomplete)));
  }

  /** Says something now, and once more when more is known. @template {HTMLElement} T @param {() => void} tell @param {T} node @returns {T} */
  function saying(tell, node) {
    tell();
    sayings.push(tell);
    return node;
  }

  /** @param {Row} row @param {import('./queryables.js').Queryable|null} of */
  function titleOf(row, of) {
    return 'property' in row ? of?.title ?? row.property : row.op === 'hours' ? say.hours : row.op === 'days' ? say.days : row.op === 'expert' ? say.expert : say.place;
  }

  /** @param {Row} row @param {import('./queryables.js').Queryable|null} of @param {string} name @param {(row: Row) => void} set */
  function operators(row, of, name, set) {
    const ops = row.op === 'inside' || row.op === 'outside' ? /** @type {Row['op'][]} */ (['inside', 'outside']) : of ? OPERATORS[of.kind] : [];
    const offered = ops.includes(row.op) || ops.length === 0 ? ops : [row.op, ...ops];
    if (offered.length < 2) {
      return null;
    }
    const choose = el('select', { 'aria-label': say.operator, 'data-key': name, 'data-testid': 'query-op', onchange: () => {
      const op = /** @type {Row['op']} */ (choose.value);
      set(row.op === 'inside' || row.op === 'outside' ? { ...row, op: op === 'outside' ? 'outside' : 'inside' } : rowFor(op, /** @type {import('./queryables.js').Queryable} */ (of), row));
    } }, offered.map((op) => el('option', { value: op, selected: op === row.op }, say.ops[/** @type {keyof typeof say.ops} */ (op)])));
    return choose;
  }

  /** Drawn anew with the focus where it was. */
  function render() {
    const had = node.contains(document.activeElement);
    const active = had ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    sayings = [];
    fill(node,
      el('div', { class: 'query-head' }, el('h2', {}, say.conditions), root.parts.length > 1 ? match(root, []) : null),
      root.parts.map((part, i) => card(part, [i])),
      adder([]));
    if (active) {
      const again = [...node.querySelectorAll('[data-key]')].find((each) => /** @type {HTMLElement} */ (each).dataset.key === active);
      /** @type {HTMLElement|undefined} */ (again)?.focus();
    }
    if (had && !node.contains(document.activeElement)) {
      /** @type {HTMLElement|null} */ (node.querySelector(':scope > .query-add'))?.focus();
    }
  }

  /** What somebody else wrote: the text field, a chip, an address, undo. */
  function follow() {
    const text = store.state.cql[key] ?? '';
    if (text !== own) {
      own = text;
      root = readCql(text);
      render();
    }
  }

  store.watch((s) => s.cql, follow);
  // not drawn anew: a name arrives while somebody types the next one
  store.watch((s) => [s.area, s.names], () => sayings.forEach((tell) => tell()));
  return {
    node,
    of(next) {
      key = next;
      own = store.state.cql[key] ?? '';
      root = readCql(own);
      render();
    },
  };
}

/** The conditions of a group as the page has them. @param {Element} group */
const cardsIn = (group) => [...group.children].filter((child) => child.matches('.query-row, .query-group'));

/** A closed list would take each arrow or letter for a choice, and so add what one only passes. @param {KeyboardEvent} e */
function unfold(e) {
  const list = /** @type {HTMLSelectElement} */ (e.currentTarget);
  if (/^(Arrow|Page|Home|End)|^.$/u.test(e.key) && !e.ctrlKey && !e.metaKey && !e.altKey && 'showPicker' in list) {
    e.preventDefault();
    list.showPicker();
  }
}
