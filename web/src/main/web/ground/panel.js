// The tool "Basemaps": those there are, switched and looked at by everybody, changed and added by those who may.
// @ts-check
import { el, fill } from '../core/dom.js';
import { takeDropped, whenDropped } from '../imports/drop.js';
import { failure } from '../panels/layers.js';
import { GROUND } from '../tools/wish.js';
import { words as say } from '../words/ground.js';
import { addForm } from './add-form.js';
import { fromAbove } from './choice.js';
import { groundRequests, mayKeepGround } from './requests.js';
import { groundRow } from './row.js';
/** @typedef {import('../core/types.js').Basemap} Basemap */

const POLL_MS = 1_000;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const { store, api, panel, map, announce } = context;
  const server = groundRequests(api);
  const mayKeep = mayKeepGround(store.state);
  const message = el('div', { role: 'status' });
  const list = el('ul', { class: 'ground-list', 'data-testid': 'ground-list' });
  const usual = el('button', { type: 'button', class: 'button small', 'data-testid': 'ground-usual', onclick: () => store.dispatch({ type: 'ground/set', ground: null }) }, say.usual);
  const form = mayKeep ? addForm(context, server, added) : null;
  /** Those that were added here and are not ready yet. @type {Set<string>} */
  const awaited = new Set();
  let isOpen = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let next;
  panel.append(el('p', { class: 'muted' }, say.intro), message, list, usual,
    form?.node ?? el('p', { class: 'notice quiet', 'data-testid': 'ground-who' }, say.who));

  async function load() {
    clearTimeout(next);
    try {
      const { basemaps, mostBytes } = await server.list();
      form?.limit(mostBytes);
      fill(message);
      store.dispatch({ type: 'basemaps/set', basemaps });
      basemaps.filter(({ id, state }) => awaited.has(id) && state !== 'preparing').forEach(arrived);
    } catch (error) {
      fill(message, failure(say.failed, error, () => void load()));
    }
    if (isOpen && store.state.basemaps.some(({ state }) => state === 'preparing')) {
      next = setTimeout(() => void load(), POLL_MS);
    }
  }

  /** @param {Basemap} basemap as the server answered the upload */
  async function added(basemap) {
    awaited.add(basemap.id);
    announce(say.addedSoon(basemap.title));
    await load();
  }

  /** What somebody just added is shown to him. @param {Basemap} basemap */
  function arrived({ id, title, state, bounds }) {
    awaited.delete(id);
    if (state === 'ready') {
      const { ground } = store.state;
      store.dispatch({ type: 'ground/set', ground: ground === null ? null : [...new Set([...ground, id])] });
      map.goTo(bounds);
      announce(say.added(title));
    }
  }

  function show() {
    const { basemaps } = store.state;
    const focused = document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement.dataset.testid : undefined;
    fill(list, fromAbove(basemaps).map((basemap) => groundRow(context, server, basemap, { mayKeep, changed: load, message })), outlinesRow());
    usual.hidden = store.state.ground === null;
    if (focused) {
      /** @type {HTMLElement|null} */ (list.querySelector(`[data-testid="${CSS.escape(focused)}"]`))?.focus();
    }
  }

  const outlinesRow = () => el('li', { class: 'ground-card is-outlines' }, el('p', { class: 'ground-head' }, el('b', {}, say.outlines)), el('p', { class: 'muted' }, say.outlinesAbout));

  function takeFile() {
    const file = takeDropped(GROUND);
    if (file) {
      form?.take(file);
    }
  }

  store.watch((s) => s.basemaps, show, { now: true });
  store.watch((s) => s.ground, (ground) => { usual.hidden = ground === null; }, { now: true });
  whenDropped(GROUND, () => { if (isOpen) { takeFile(); } });
  return {
    open() {
      isOpen = true;
      void load();
      takeFile();
    },
    close() {
      isOpen = false;
      clearTimeout(next);
    },
  };
}
