// Shows two pictures at once while the state says so: side by side, with a divider, or one of the two.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { createDivider } from './divider.js';
import { toldOf } from './differences.js';
import { drawDifferences } from './draw-differences.js';
import { keepDifferences } from './keep-differences.js';
import { factsOf, picture } from './other-side.js';
import { createSecondMap } from './second-map.js';
import { walkDifferences } from './walk-differences.js';
import { words as differences } from '../words/differences.js';

const say = words.compare;

/** @param {string} address */
export function labelOf(address) {
  const { period, known, conditions } = factsOf(address);
  return [period ? format.shortPeriod(period) : '', known ? say.knownAt(format.moment(known)) : say.known, conditions > 0 ? say.filters(conditions) : ''].filter(Boolean).join(' · ');
}

/**
 * @param {import('../map/map.js').MissionMap} map
 * @param {HTMLElement} area
 * @param {import('../core/store.js').Store} store
 */
export function keepCompare(map, area, store) {
  /** @type {Promise<import('./second-map.js').SecondMap>|null} */
  let second = null;
  const tagA = el('p', { class: 'side-tag is-a', 'data-testid': 'side-a' });
  const tagB = el('p', { class: 'side-tag is-b', 'data-testid': 'side-b' });
  const divider = createDivider(area, (percent) => area.style.setProperty('--share', `${percent}%`));
  area.append(tagA, tagB);

  /** The map keeps its middle when its window changes; not while the store tells of it, or each of the two views would answer the other. @param {import('../core/types.js').View|null} view */
  async function again(view) {
    await new Promise((resolve) => { setTimeout(resolve); });
    if (view) {
      map.place(view);
    }
  }

  async function show() {
    const { compare, view } = store.state;
    area.dataset.compare = compare?.mode ?? 'off';
    area.classList.toggle('is-compared', compare !== null);
    area.classList.toggle('only-differences', compare?.only === true);
    divider.node.hidden = compare?.mode !== 'swipe';
    tagA.hidden = compare === null || compare.mode === 'b';
    tagB.hidden = compare === null || compare.mode === 'a';
    if (!compare) {
      if (second) {
        (await second).hide();
        marks((await second).store.state.marks, 'UNCLASSIFIED');
        await again(view);
      }
      return;
    }
    tag();
    await again(view);
    second ??= createSecondMap(map, area, store).then((made) => {
      made.store.watch((s) => s.marks, (now) => { if (store.state.compare) { marks(now); } });
      drawDifferences(map.leaflet, store, 'a');
      drawDifferences(made.map.leaflet, store, 'b');
      keepDifferences(store, made.api);
      walkDifferences(map.leaflet, store);
      made.store.watch((s) => [s.counts, s.shown, s.filters], () => store.dispatch({ type: 'compare/counted', b: made.store.state }));
      return made;
    });
    const made = await second;
    if (store.state.compare) {
      made.show(store.state.compare.b);
      marks(made.store.state.marks);
    }
  }

  /** The page is as high as what B shows. @param {Record<string, string>} of @param {string} [all] */
  function marks(of, all) {
    for (const [part, mark] of Object.entries(of)) {
      store.dispatch({ type: 'mark/seen', part: `b:${part}`, mark: all ?? mark });
    }
  }

  function tag() {
    const { compare } = store.state;
    if (compare) {
      const { all, told } = toldOf(store.state.differences?.layers ?? []);
      // Of what is not told one by one the map shows nothing then, and must say so itself.
      const only = compare.only ? ` · ${differences.onlyTag}${told < all ? ` (${differences.at(told, all)})` : ''}` : '';
      fill(tagA, el('b', {}, say.onlyA), ' ', labelOf(picture(store.state)), only);
      fill(tagB, el('b', {}, say.onlyB), ' ', labelOf(compare.b), only);
    }
  }

  store.watch((s) => s.compare, () => void show(), { now: true });
  store.watch((s) => [s.period, s.known, s.filters, s.text, s.cql, s.differences], tag);
}
