// The panel that a tool lives in. Tools are loaded when they are first opened.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { asOfNode } from '../panels/as-of.js';
import { failure } from '../panels/layers.js';
import { loading, notForYou } from '../panels/states.js';
import { LINE } from '../offline/line-chip.js';
import { words } from '../words/words.js';
import { tools } from './tools.js';
import { ANALYSIS, AREA, COMPARE, GROUND, MEASURE, PRINT, RELEASED, SAVED, SHARE, SHIFT, SNAPSHOTS, UNSURE } from './wish.js';
/** @typedef {import('./tools.js').ToolContext} ToolContext */
/** @typedef {import('./tools.js').Tool} Tool */

/** Tools that change nothing, so that they may be used on what was known at a past moment. */
const READING = new Set([LINE, ANALYSIS, AREA, COMPARE, GROUND, MEASURE, PRINT, RELEASED, SAVED, SHARE, SHIFT, SNAPSHOTS, UNSURE]);

/**
 * @param {HTMLElement} parent
 * @param {Omit<ToolContext, 'panel'|'close'>} context
 */
export function mountToolFrame(parent, context) {
  const { map, store } = context;
  /** @type {Map<string, {panel: HTMLElement, tool: Tool}>} */
  const mounted = new Map();
  const title = el('h2', { tabindex: '-1' });
  const body = el('div', { class: 'tool-body' });
  const close = () => store.dispatch({ type: 'tool/set', tool: null });
  parent.append(el('div', { class: 'panel-head' }, title,
    el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, 'data-testid': 'tool-close', onclick: close }, icon('close'))), body, asOfNode(store));
  /** @type {string|null} */
  let open = null;
  /** What had the focus when the panel opened. @type {Element|null} */
  let opener = null;

  /** Whoever opened a tool by keyboard goes on in it and, when it is closed, in the record that it leaves open or where he was. @param {string|null} id */
  async function turnTo(id) {
    const before = document.activeElement;
    const wasInside = parent.contains(before);
    const hadNone = before === null || before === document.body;
    if (!wasInside) {
      opener = before;
    }
    await show(id);
    if (parent.hidden) {
      if (wasInside || hadNone) {
        const record = /** @type {HTMLElement|null} */ (document.querySelector('.detail:not([hidden]) .panel-head button:not([hidden])'));
        const here = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : map.leaflet.getContainer();
        (record ?? here).focus({ preventScroll: true });
      }
    } else if (store.state.tool === id && document.activeElement === (before?.isConnected ? before : document.body)) {
      title.focus({ preventScroll: true });
    }
  }

  /** @param {string|null} id */
  async function show(id) {
    if (open !== null) {
      mounted.get(open)?.tool.close?.();
    }
    open = null;
    const entry = tools.find((tool) => tool.id === id);
    parent.hidden = !entry?.load;
    if (!entry?.load) {
      return;
    }
    title.textContent = entry.title;
    // A link from somebody of another role may name a tool that this one has not.
    if (entry.may && !entry.may(store.state)) {
      fill(body, notForYou(entry.title, store.state.session?.roles ?? []));
      return;
    }
    if (store.state.known !== null && !READING.has(entry.id)) {
      fill(body, el('p', { class: 'notice', 'data-testid': 'tool-past' }, words.known.noWriting));
      return;
    }
    fill(body, loading());
    try {
      const ready = mounted.get(entry.id) ?? (await mount(entry));
      if (store.state.tool === entry.id) {
        fill(body, ready.panel);
        open = entry.id;
        ready.tool.open?.();
      }
    } catch (error) {
      fill(body, failure(entry.title, error, () => void show(entry.id)));
    }
  }

  /** @param {import('./tools.js').ToolEntry} entry */
  async function mount(entry) {
    const module = await /** @type {NonNullable<import('./tools.js').ToolEntry['load']>} */ (entry.load)();
    const panel = el('div', { class: 'tool-panel', 'data-testid': `panel-${entry.id}` });
    const ready = { panel, tool: (await module.mount({ ...context, panel, close })) ?? {} };
    mounted.set(entry.id, ready);
    return ready;
  }

  store.watch((s) => s.tool, (id) => void turnTo(id));
  void show(store.state.tool);
  store.watch((s) => s.known !== null, () => void show(store.state.tool));
}
