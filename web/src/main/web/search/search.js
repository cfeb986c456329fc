// Results below the field: grouped, worked by arrow keys and Enter, the newest answer only.
// @ts-check
import { isAbort } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { markIcon } from '../map/marks.js';
import { toolsFor } from '../tools/tools.js';
import { words } from '../words/words.js';
import { act } from './act.js';
import { forgetRecent, recent, remember } from './recent.js';
import { commands, features, layerResult, layers, places, toolResult } from './sources.js';
/** @typedef {import('./sources.js').Result} Result */
/** @typedef {{results: Result[], hint?: string, isAsking?: boolean, problem?: string}} Group */

const WAIT_MS = 200;
const GROUPS = /** @type {const} */ (['recent', 'places', 'features', 'layers', 'tools', 'filter']);
const say = words.search;

/**
 * @param {{input: HTMLInputElement, list: HTMLElement, node: HTMLElement}} parts
 * @param {import('./field.js').Page} page
 */
export function createSearch({ input, list, node }, page) {
  const { store, api, map, announce } = page;
  /** @type {Partial<Record<typeof GROUPS[number], Group>>} */
  let groups = {};
  /** @type {Result[]} */
  let flat = [];
  let at = 0;
  let wantsFirst = false;
  /** @type {AbortController|null} */
  let asking = null;

  const typed = () => input.value.trim();
  const ask = debounce(askServer, WAIT_MS);

  function changed() {
    asking?.abort();
    at = 0;
    wantsFirst = false;
    const text = typed();
    if (text === '') {
      groups = { recent: { results: recent().flatMap(again) } };
    } else {
      groups = {
        places: { results: [], isAsking: true }, features: { results: [], isAsking: true },
        layers: { results: layers(store.state, text) }, tools: { results: commands(store.state, text) },
        filter: { results: [{ title: say.filterBy(text), detail: say.filterHelp, icon: 'filter', choice: { kind: 'filter', text } }] },
      };
      ask(text);
    }
    draw();
  }

  /** @param {string} text */
  async function askServer(text) {
    if (text !== typed()) {
      return;
    }
    const mine = new AbortController();
    asking = mine;
    const { lng, lat } = map.leaflet.getCenter().wrap();
    await Promise.all([
      answer('places', places(api, text, `${lng.toFixed(5)},${lat.toFixed(5)}`, mine.signal)),
      answer('features', features(api, store.state, text, mine.signal)),
    ]);

    /** @param {'places'|'features'} group @param {Promise<import('./sources.js').Answer>} coming */
    async function answer(group, coming) {
      const chosen = flat[at];
      try {
        groups[group] = { ...await coming };
      } catch (error) {
        if (isAbort(error) || mine.signal.aborted) {
          return;
        }
        groups[group] = { results: [], problem: reasonOf(error) };
      }
      if (!mine.signal.aborted) {
        draw();
        // What somebody moved to stays marked although results come in above it.
        mark(at > 0 ? Math.max(0, flat.indexOf(chosen)) : 0);
        if (wantsFirst) {
          enter();
        }
      }
    }
  }

  /** @param {import('./recent.js').Recent} entry @returns {Result[]} */
  function again(entry) {
    if (entry.kind === 'place') {
      return [{ title: entry.title, icon: 'clock', choice: entry }];
    }
    const layer = store.state.catalog.find(({ name }) => entry.kind === 'layer' && name === entry.id);
    const tool = toolsFor(store.state).find(({ id }) => entry.kind === 'tool' && id === entry.id);
    return layer ? [layerResult(store.state, layer)] : tool ? [toolResult(tool)] : [];
  }

  function draw() {
    const shown = GROUPS.filter((name) => groups[name] && (groups[name]?.results.length || groups[name]?.isAsking || groups[name]?.hint || groups[name]?.problem));
    flat = shown.flatMap((name) => groups[name]?.results ?? []);
    let i = 0;
    const nothing = typed() !== '' && shown.every((name) => name === 'filter');
    fill(list,
      typed() === '' ? el('p', { class: 'find-note' }, say.examples) : null,
      nothing ? el('p', { class: 'find-note', 'data-testid': 'find-nothing' }, say.nothing(typed())) : null,
      shown.map((name) => {
        const group = /** @type {Group} */ (groups[name]);
        return el('div', { role: 'group', 'aria-label': say.groups[name], 'data-testid': `find-${name}`, 'aria-busy': group.isAsking ? 'true' : null },
          el('h2', { 'aria-hidden': 'true' }, say.groups[name], group.isAsking ? el('span', { class: 'muted' }, ` ${say.asking}`) : null,
            name === 'recent' ? el('button', { type: 'button', class: 'link', tabindex: '-1', 'data-testid': 'find-forget', onclick: () => { forgetRecent(); changed(); input.focus(); } }, words.clear) : null),
          group.results.map((result) => option(result, i++)),
          group.hint ? el('p', { class: 'find-note' }, group.hint) : null,
          group.problem ? el('p', { class: 'find-note is-problem', role: 'alert' }, group.problem) : null);
      }));
    mark(Math.min(at, Math.max(0, flat.length - 1)));
    show(true);
  }

  /** @param {Result} result @param {number} i */
  function option(result, i) {
    return el('div', { role: 'option', id: `find-${i}`, class: 'find-option', 'aria-selected': 'false', 'data-testid': 'find-option', onpointermove: () => mark(i), onclick: () => choose(result) },
      result.mark ? markIcon(result.mark, 16) : icon(result.icon ?? 'pin', { size: 16 }),
      el('span', { class: 'find-text' }, el('bdi', { class: 'find-title' }, result.title), result.detail ? el('span', { class: 'muted' }, result.detail) : null));
  }

  /** @param {number} next */
  function mark(next) {
    at = next;
    for (const each of list.querySelectorAll('[role=option]')) {
      each.setAttribute('aria-selected', String(each.id === `find-${at}`));
    }
    if (flat.length > 0) {
      input.setAttribute('aria-activedescendant', `find-${at}`);
      list.querySelector(`#find-${at}`)?.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {boolean} on */
  function show(on) {
    list.hidden = !on;
    input.setAttribute('aria-expanded', String(on));
  }

  /** @param {Result} result */
  function choose({ title, choice }) {
    const kept = store.state.catalog.find((layer) => choice.kind === 'place' && layer.name === choice.layer);
    // Bases and what else is the mission's own is not kept: only the ground, coordinates, layers and tools.
    if (choice.kind === 'place' && (!choice.layer || kept?.group === 'reference')) {
      remember({ kind: 'place', title, lon: choice.lon, lat: choice.lat, radius: choice.radius });
    } else if (choice.kind === 'layer' || choice.kind === 'tool') {
      remember({ kind: choice.kind, id: choice.id });
    }
    leave();
    announce(say.chosen(title));
    act(choice, { store, map, goToLayer: page.goToLayer });
  }

  function leave() {
    asking?.abort();
    input.value = '';
    show(false);
    input.blur();
  }

  input.addEventListener('input', changed);
  input.addEventListener('focus', changed);
  input.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') {
      // The page closes what is open by the same key: here it is the list.
      e.stopPropagation();
      leave();
      map.leaflet.getContainer().focus({ preventScroll: true });
    } else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && flat.length > 0) {
      e.preventDefault();
      mark((at + (e.key === 'ArrowDown' ? 1 : flat.length - 1)) % flat.length);
    } else if (e.key === 'Enter' && flat[at] && !e.isComposing) {
      e.preventDefault();
      enter();
    }
  });
  node.addEventListener('focusout', (e) => {
    if (!node.contains(/** @type {Node|null} */ (e.relatedTarget))) {
      show(false);
    }
  });
  // A press on the list must not take the focus from the field.
  list.addEventListener('pointerdown', (e) => e.preventDefault());

  /** Enter right after typing waits for what will stand above: the first result would be another one. */
  function enter() {
    const first = GROUPS.find((name) => groups[name]?.isAsking || groups[name]?.results.length);
    wantsFirst = at === 0 && first !== undefined && groups[first]?.isAsking === true;
    if (!wantsFirst && flat[at]) {
      choose(flat[at]);
    }
  }

  if (document.activeElement === input) {
    changed();
  }
}
