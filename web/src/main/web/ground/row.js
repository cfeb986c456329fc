// One basemap in the list: switched, made faint, gone to; changed by those who may.
// @ts-check
import { alphaOf, FULL, groundKey, isOn } from '../core/arrangement.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words as say } from '../words/ground.js';
import { isolate } from '../words/isolate.js';
import { fromAbove, movedBy, withGround } from './choice.js';
import { schemaOf } from './kind.js';
/** @typedef {import('../core/types.js').Basemap} Basemap */
/** @typedef {ReturnType<typeof import('./requests.js').groundRequests>} Requests */

const STEP = 5;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {Requests} server
 * @param {Basemap} basemap
 * @param {{mayKeep: boolean, changed: () => Promise<void>, message: HTMLElement}} list message: where a refusal is told
 */
export function groundRow({ store, map, announce }, server, basemap, { mayKeep, changed, message }) {
  const { id, title, attribution, state, bounds } = basemap;
  const more = el('div', { class: 'ground-more' });

  /** @param {() => Promise<unknown>} change @param {string} [said] */
  async function act(change, said = '') {
    try {
      await change();
      await changed();
      announce(said);
    } catch (error) {
      fill(message, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'ground-problem' }, el('strong', {}, say.changeFailed), `. ${reasonOf(error)}`));
    }
  }

  /** @param {1|-1} by */
  function move(by) {
    const moved = movedBy(store.state.basemaps, id, by);
    const all = store.state.basemaps.length;
    const at = fromAbove(store.state.basemaps).findIndex((each) => each.id === id) - by;
    if (moved.length > 0) {
      void act(async () => { for (const each of moved) { await server.change(each.id, { order: each.order }); } }, say.moved(title, at + 1, all));
    }
  }

  const button = (/** @type {string} */ testId, /** @type {string} */ text, /** @type {() => void} */ onclick) =>
    el('button', { type: 'button', class: 'button small', 'aria-label': `${text}: ${isolate(title)}`, 'data-testid': `${testId}-${id}`, onclick }, text);
  const arrow = (/** @type {1|-1} */ by, /** @type {'up'|'down'} */ name) =>
    el('button', { type: 'button', class: 'icon-button', 'aria-label': say[name](title), title: say[name](title), 'data-testid': `ground-${name}-${id}`, onclick: () => move(by) }, icon(name, { size: 14 }));

  function edit() {
    const name = el('input', { type: 'text', value: title, required: true, maxlength: '200', dir: 'auto', 'data-testid': 'ground-new-title' });
    const whose = el('input', { type: 'text', value: attribution, required: true, maxlength: '1000', dir: 'auto', 'data-testid': 'ground-new-attribution' });
    const forAll = el('input', { type: 'checkbox', checked: basemap.shown });
    fill(more, el('form', { class: 'ground-form', onsubmit: (/** @type {Event} */ e) => {
      e.preventDefault();
      void act(() => server.change(id, { title: name.value.trim(), attribution: whose.value.trim(), shown: forAll.checked }));
    } }, el('label', { class: 'field' }, el('span', {}, say.title), name), el('label', { class: 'field' }, el('span', {}, say.attributionLabel), whose), el('label', { class: 'switch' }, forAll, ' ', say.forAll),
    el('div', { class: 'notice-actions' }, el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'ground-save' }, say.save), cancel())));
    name.focus();
  }

  function askRemove() {
    const sure = el('button', { type: 'button', class: 'button small', 'data-testid': 'ground-remove-sure', onclick: () => void act(() => server.remove(id), say.removed(title)) }, say.removeYes);
    fill(more, el('div', { class: 'notice is-problem', role: 'alert' }, el('p', {}, say.removeSure(title)), el('div', { class: 'notice-actions' }, sure, cancel())));
    sure.focus();
  }

  const cancel = () => el('button', { type: 'button', class: 'button small', onclick: () => fill(more) }, say.cancel);

  return el('li', { class: `ground-card is-${state}`, 'data-basemap': id, 'data-testid': `ground-card-${id}` },
    el('p', { class: 'ground-head' }, state === 'ready' ? switchNode(store, basemap) : el('b', { dir: 'auto' }, title), mayKeep ? el('span', { class: 'move-buttons' }, arrow(1, 'up'), arrow(-1, 'down')) : null),
    el('p', { class: 'ground-credit' }, el('span', { class: 'muted' }, say.attribution), ' ', el('bdi', {}, attribution)),
    state === 'ready' ? el('p', { class: 'muted' }, facts(basemap)) : null,
    state === 'preparing' ? el('div', {}, el('p', { class: 'muted' }, say.preparing(format.percent(basemap.progress))), el('progress', { max: '1', value: String(basemap.progress), 'aria-label': say.preparing('') })) : null,
    state === 'refused' ? el('p', { class: 'notice is-problem', 'data-testid': 'ground-refused' }, say.refused([basemap.problem?.title, basemap.problem?.detail].filter(Boolean).join('. '))) : null,
    state === 'ready' ? opacityNode(store, basemap) : null,
    el('div', { class: 'notice-actions' },
      state === 'ready' && bounds ? button('ground-goto', say.goTo, () => map.goTo(bounds)) : null,
      mayKeep && state === 'ready' ? button('ground-change', say.change, edit) : null,
      mayKeep ? button('ground-remove', say.remove, askRemove) : null),
    state === 'ready' ? problemNode(store, basemap) : null, more);
}

/** @param {Basemap} basemap */
function facts({ kind, minzoom, maxzoom, size, classification, layers }) {
  const schema = kind === 'vector' ? schemaOf(layers.map(({ id }) => id)) : null;
  return [say[kind], schema ? say.schema(schema) : '', say.zooms(minzoom, maxzoom), format.bytes(size), format.unlabelled(classification)].filter(Boolean).join(' · ');
}

/** @param {import('../core/store.js').Store} store @param {Basemap} basemap */
function switchNode(store, basemap) {
  const box = el('input', { type: 'checkbox', 'aria-label': say.toggle(basemap.title), 'data-testid': `ground-on-${basemap.id}`, onchange: () => store.dispatch({ type: 'ground/set', ground: withGround(store.state, basemap.id, box.checked) }) });
  const stop = store.watch((s) => isOn(s, basemap), (on) => { if (box.isConnected) { box.checked = on; } else { stop(); } });
  box.checked = isOn(store.state, basemap);
  return el('label', { class: 'switch' }, box, ' ', el('b', { dir: 'auto' }, basemap.title));
}

/** @param {import('../core/store.js').Store} store @param {Basemap} basemap */
function opacityNode(store, { id, title }) {
  const percent = () => Math.round(alphaOf(store.state, groundKey(id)) * FULL);
  const told = el('output', {}, format.percent(percent() / FULL));
  const range = el('input', { type: 'range', min: 0, max: FULL, step: STEP, value: percent(), 'aria-label': say.opacity(title), 'data-testid': `ground-opacity-${id}`, oninput: () => {
    store.dispatch({ type: 'opacity/set', layer: groundKey(id), percent: Number(range.value) });
    told.textContent = format.percent(percent() / FULL);
  } });
  return el('label', { class: 'ground-opacity' }, el('span', { class: 'muted' }, say.opacityShort), range, told);
}

/** What of it could not be fetched. @param {import('../core/store.js').Store} store @param {Basemap} basemap */
function problemNode(store, { id }) {
  const node = el('p', { class: 'notice is-problem', role: 'status' });
  const show = (/** @type {string|undefined} */ problem) => { node.hidden = !problem; node.textContent = problem ? say.tilesFailed(problem) : ''; };
  const stop = store.watch((s) => s.pictures[groundKey(id)]?.problem, (problem) => { if (node.isConnected) { show(problem); } else { stop(); } });
  show(store.state.pictures[groundKey(id)]?.problem);
  return node;
}
