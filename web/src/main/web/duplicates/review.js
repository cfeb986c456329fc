// Likely duplicates of what an import brought, worked by keyboard.
// @ts-check
import { el, fill } from '../core/dom.js';
import { reasonOf } from '../core/reason.js';
import { isChord, pressedKey } from '../core/shortcuts.js';
import { failure } from '../panels/layers.js';
import { words as say } from '../words/duplicates.js';
import { compare } from './compare.js';
import { duplicates } from './requests.js';
/** @typedef {import('./requests.js').Part['pairs'][number]} Pair */

/** More than this nobody works through in one sitting; the rest comes when it is opened again. */
const MOST_PAIRS = 500;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, announce: (text: string) => void}} context
 * @param {string} batch
 */
export function reviewNode({ api, store, announce }, batch) {
  const server = duplicates(api);
  const body = el('section', { class: 'detail-section', 'data-testid': 'import-duplicates' });
  const list = el('ol', { class: 'inbox-list', 'aria-label': say.list, tabindex: '-1', onkeydown: key });
  const desk = el('div', {});
  /** @type {Pair[]} */
  let pairs = [];
  let at = 0;
  /** @type {(() => Promise<void>)|null} */
  let undo = null;

  async function load() {
    pairs = [];
    /** @type {Set<string>} */
    const told = new Set();
    let cursor = '';
    let compared = 0;
    let isCut = false;
    try {
      do {
        fill(body, el('p', { class: 'muted', role: 'status' }, say.looking(compared)));
        const part = await server.ofImport(batch, cursor);
        for (const pair of part.pairs) {
          const name = [pair.one.id, pair.other.id].sort().join();
          if (!told.has(name)) {
            told.add(name);
            pairs.push(pair);
          }
        }
        compared += part.compared;
        isCut ||= part.isCut;
        cursor = part.next;
      } while (cursor && pairs.length < MOST_PAIRS);
      pairs.sort((a, b) => b.other.score - a.other.score);
      fill(body, pairs.length === 0 ? el('p', { class: 'muted' }, say.noneInImport)
        : el('button', { type: 'button', class: 'button', 'data-testid': 'review-duplicates', onclick: open }, say.review(pairs.length)),
        isCut || cursor ? el('p', { class: 'muted' }, say.cut) : null);
    } catch (error) {
      fill(body, failure(say.failed, error, () => void load()));
    }
  }

  function open() {
    fill(body, el('h4', {}, say.title), list, desk, el('p', { class: 'muted inbox-keys' }, say.keys));
    show();
    list.focus();
  }

  function show() {
    at = Math.max(0, Math.min(at, pairs.length - 1));
    fill(list, pairs.length === 0 ? el('li', { class: 'notice quiet' }, say.noneInImport) : pairs.map(({ one, other }, i) => el('li', { class: 'waiting perhaps', 'aria-current': String(i === at), onclick: () => { at = i; show(); } },
      el('span', {}, `${one.title} – ${other.title} `), el('b', { class: 'badge' }, say.score(other.score)), el('span', { class: 'muted' }, other.reasons.join(' · ')))));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const pair = pairs[at];
    const act = /** @type {Record<string, () => void>} */ ({
      j: () => { at++; show(); }, ArrowDown: () => { at++; show(); }, k: () => { at--; show(); }, ArrowUp: () => { at--; show(); },
      Enter: () => { if (pair) { void look(pair); } },
      m: () => { if (pair) { void take(pair, async () => { const merge = await server.merge(pair.one, pair.other, {}); return () => server.undo(merge.id); }, say.merged); } },
      x: () => { if (pair) { void take(pair, async () => { const link = await server.distinct(pair.one, pair.other); return () => server.undistinct(link.id); }, say.markedDistinct); } },
      z: () => void back(),
    })[pressedKey(event)];
    if (act && !isChord(event)) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  /** @param {Pair} pair */
  const look = (pair) => compare(desk, { api, store }, pair.one, pair.other, {
    close: () => { fill(desk); list.focus(); },
    merged: (merge) => { fill(desk); list.focus(); settle(pair, () => server.undo(merge.id), say.merged); } });

  /** @param {Pair} pair @param {() => Promise<() => Promise<unknown>>} action @param {string} text */
  async function take(pair, action, text) {
    try {
      settle(pair, await action(), text);
    } catch (error) {
      fill(desk, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.refused}. ${reasonOf(error)}`));
    }
  }

  /** @param {Pair} pair @param {() => Promise<unknown>} takeBack @param {string} text */
  function settle(pair, takeBack, text) {
    const index = pairs.indexOf(pair);
    pairs = pairs.filter((p) => p !== pair);
    undo = async () => {
      await takeBack();
      await load();
      at = index;
      open();
    };
    fill(desk);
    show();
    announce(text);
    store.dispatch({ type: 'data/changed' });
  }

  async function back() {
    const last = undo;
    if (last) {
      undo = null;
      try {
        await last();
        announce(say.undone);
        store.dispatch({ type: 'data/changed' });
      } catch (error) {
        fill(desk, el('p', { class: 'notice is-problem', role: 'alert' }, `${say.refused}. ${reasonOf(error)}`));
      }
    }
  }

  void load();
  return body;
}
