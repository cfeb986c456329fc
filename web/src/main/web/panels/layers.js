// The panel of layers: what is to be said about the picture, then the tree.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { locale } from '../core/language.js';
import { visibleCount } from '../core/query.js';
import { reasonOf } from '../core/reason.js';
import { GROUND, RELEASED } from '../tools/wish.js';
import { words } from '../words/words.js';
import { layerTree } from './layer-tree.js';
/** @typedef {import('../core/store.js').Store} Store */

/** @typedef {{retryPictures: () => void, retryCounts: () => void, goTo: (layer: string) => void, announce: (text: string) => void}} LayerActions */

/**
 * @param {HTMLElement} parent
 * @param {Store} store
 * @param {LayerActions} actions
 */
export function mountLayers(parent, store, actions) {
  const notice = el('div', { class: 'notices', 'aria-live': 'polite' });
  parent.append(notice, ...layerTree(store, actions));
  parent.append(link('basemaps', 'ground', words.tools.ground, GROUND));
  if (store.state.mission?.releasesCounts) {
    parent.append(link('counts-of-all', 'chart', words.released.open, RELEASED));
  }

  /** @param {string} testId @param {string} image @param {string} title @param {string} tool that it opens */
  function link(testId, image, title, tool) {
    return el('button', { type: 'button', class: 'panel-link', 'data-testid': testId, onclick: () => store.dispatch({ type: 'tool/set', tool }) }, icon(image, { size: 15 }), ' ', title);
  }

  store.watch((s) => [s.pictures, s.counts, s.shown, s.catalog, s.filters, s.text, s.cql, s.mission], () => {
    fill(notice, notices(store, actions));
  }, { now: true });
}

const listed = new Intl.ListFormat(locale, { type: 'conjunction' });

/** @param {Store} store @param {LayerActions} actions */
function notices(store, actions) {
  const { state } = store;
  const list = [];
  const shownLayers = state.catalog.filter((layer) => state.shown.includes(layer.name));
  // What keeps one layer away mostly keeps all of them away: said once, with their names.
  const failed = shownLayers.filter(({ name }) => state.pictures[name]?.state === 'failed');
  for (const problem of new Set(failed.map(({ name }) => state.pictures[name].problem))) {
    const titles = failed.filter(({ name }) => state.pictures[name].problem === problem).map(({ title }) => title);
    list.push(failure(words.layers.failed(listed.format(titles)), problem, actions.retryPictures));
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
  return list;
}

/** @param {string} what @param {unknown} why a sentence, or what was thrown @param {() => void} retry */
export function failure(what, why, retry) {
  return el('div', { class: 'notice is-problem', role: 'alert' },
    el('p', {}, icon('warning', { size: 16 }), ' ', el('strong', {}, what), why ? `. ${reasonOf(why)}` : ''),
    el('button', { type: 'button', class: 'button small', onclick: retry }, icon('retry', { size: 14 }), ' ', words.retry));
}
