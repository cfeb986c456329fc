// Pointing at the map: what is under the pointer, one click to choose it, a list when several things lie
// on one spot. What is drawn as density, or not named yet, is asked for.
// @ts-check
import * as L from '../lib/leaflet.js';
import { debounce, el } from '../core/dom.js';
import { direction } from '../core/language.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { createCellContents, hitOf, shapeHitOf } from './cell-contents.js';
import { pointsAt } from './hit.js';
import { line, list } from './hit-list.js';
import { worldX, worldY } from './projection.js';
/** @typedef {import('./hit-list.js').Hit} Hit */

const REACH = 9;
const FINGER_REACH = 18;
/** A pointer that stays so long asks what is under it. */
const HOVER_MS = 180;
/** Nobody needs to be told that an answer is on its way which is there at once. */
const PATIENCE_MS = 150;

/**
 * @param {import('./map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @returns {{hold: () => () => void}} hold: a tool takes the pointer until it calls what it got back
 */
export function watchPointer(map, store, api) {
  const { leaflet } = map;
  const tip = el('div', { class: 'map-tip', dir: direction, role: 'presentation', hidden: true });
  leaflet.getContainer().append(tip);
  const clicked = createCellContents(store, api);
  const hovered = createCellContents(store, api);
  let holders = 0;
  /** @type {L.Popup|null} */
  let shown = null;

  /** @param {L.LatLng} at @param {number} reach pixels @returns {Hit[]} */
  function hitsAt(at, reach) {
    const frame = map.eventFrame();
    if (!frame) {
      return [];
    }
    const x = worldX(at.lng);
    const y = worldY(at.lat);
    const { xs, ys, refs } = map.events.drawn;
    const points = pointsAt(xs, ys, frame.toX(x), frame.toY(y), reach).map((i) => hitOf(refs[i].picture.layer, refs[i].picture.points, refs[i].index));
    return [...points, ...map.vectors.at(x, y, (reach * 0.7) / frame.scale).map(({ layer, shape }) => shapeHitOf(layer, shape))];
  }

  /** The cell to ask about, where something is drawn that has no name here. @param {L.LatLng} at @param {number} reach pixels */
  const cellAt = (at, reach) => (map.events.drawn.pending.length > 0 ? map.events.cellAt(worldX(at.lng), worldY(at.lat), reach) : null);

  /** @param {Hit} hit */
  function select(hit) {
    leaflet.closePopup();
    store.dispatch({ type: 'selection/set', selection: { layer: hit.layer.name, id: hit.id } });
  }

  /** @param {L.LeafletMouseEvent} e */
  function point(e) {
    const hits = holders > 0 ? [] : hitsAt(e.latlng, REACH);
    const cell = holders > 0 || hits.length > 0 ? null : cellAt(e.latlng, REACH / 2);
    map.hover(hits[0] ?? null);
    leaflet.getContainer().classList.toggle('is-over', hits.length > 0 || cell !== null);
    tell(e, hits, hits.length);
    hovered.cancel();
    rest(e, cell);
  }

  /** @param {L.LeafletMouseEvent} e @param {Hit[]} hits @param {number} count */
  function tell(e, hits, count) {
    tip.hidden = hits.length === 0;
    if (hits.length > 0) {
      tip.replaceChildren(line(hits[0]), ...(count > 1 ? [el('div', { class: 'map-tip-more' }, words.map.more(count - 1))] : []));
      const beyond = e.containerPoint.x > leaflet.getSize().x - 260;
      tip.style.transform = `translate(${e.containerPoint.x + (beyond ? -14 : 14)}px, ${e.containerPoint.y + 14}px)${beyond ? ' translateX(-100%)' : ''}`;
    }
  }

  // What cannot be told in passing a click tells, with its reason.
  const rest = debounce((/** @type {L.LeafletMouseEvent} */ e, /** @type {[number, number, number, number]|null} */ cell) => {
    if (cell && map.events.mode === 'density' && !shown?.isOpen()) {
      hovered.ask(map.events.drawn.pending, cell).then((found) => found && tell(e, found.hits, found.count), () => {});
    }
  }, HOVER_MS);

  function leave() {
    tip.hidden = true;
    hovered.cancel();
    map.hover(null);
  }

  /** @param {L.LeafletMouseEvent} e */
  function click(e) {
    if (holders > 0) {
      return;
    }
    leave();
    clicked.cancel();
    const reach = matchMedia('(pointer: coarse)').matches ? FINGER_REACH : REACH;
    const hits = hitsAt(e.latlng, reach);
    const cell = cellAt(e.latlng, reach);
    if (cell) {
      void ask(e.latlng, map.events.mode === 'density' ? cell : around(e.latlng, reach), hits);
    } else {
      show(e.latlng, hits, hits.length);
    }
  }

  /** @param {L.LatLng} at @param {number} reach @returns {[number, number, number, number]} */
  function around({ lng, lat }, reach) {
    const [x, y, far] = [worldX(lng), worldY(lat), reach / (map.eventFrame()?.scale ?? 1)];
    return [x - far, y - far, x + far, y + far];
  }

  /** @param {L.LatLng} at @param {Hit[]} hits @param {number} count */
  function show(at, hits, count) {
    if (hits.length === 1 && count === 1) {
      select(hits[0]);
    } else if (hits.length > 0) {
      popup(at, list(hits, count, { select, hover: map.hover }));
    } else {
      leaflet.closePopup();
      store.dispatch({ type: 'selection/set', selection: null });
    }
  }

  /** @param {L.LatLng} at @param {[number, number, number, number]} box @param {Hit[]} known what lies there and has a name already */
  async function ask(at, box, known) {
    const slow = setTimeout(() => popup(at, el('p', { role: 'status', class: 'muted', 'data-testid': 'looking' }, words.map.looking)), PATIENCE_MS);
    try {
      const found = await clicked.ask(map.events.drawn.pending, box);
      clearTimeout(slow);
      if (!found) {
        return;
      }
      const ids = new Set(found.hits.map(({ id }) => id));
      const others = known.filter(({ id }) => !ids.has(id));
      if (found.count === 0 && others.length === 0) {
        popup(at, el('p', { role: 'status', class: 'muted', 'data-testid': 'nothing-here' }, words.map.nothing));
      } else if (found.hits.length === 0) {
        popup(at, crowd(at, found.count));
      } else {
        show(at, [...found.hits, ...others], found.count + others.length);
      }
    } catch (error) {
      clearTimeout(slow);
      popup(at, failure(words.map.failed, error, () => void ask(at, box, known)));
    }
  }

  /** Thousands in one cell: no list of them would help. @param {L.LatLng} at @param {number} count */
  function crowd(at, count) {
    return el('div', { 'data-testid': 'crowd' }, el('h2', {}, words.map.several(count)),
      el('p', {}, el('button', { type: 'button', class: 'button small', onclick: () => {
        leaflet.closePopup();
        leaflet.setView(at, Math.min(leaflet.getZoom() + 2, leaflet.getMaxZoom()));
      } }, words.map.zoomHere)));
  }

  /** @param {L.LatLng} at @param {HTMLElement} content */
  function popup(at, content) {
    // The map itself runs left to right in every language; what stands on it is read as the page is.
    content.dir = direction;
    shown = L.popup({ className: 'map-list', maxWidth: 320, minWidth: 240, autoPanPadding: [30, 60] }).setLatLng(at).setContent(content);
    leaflet.openPopup(shown);
  }

  leaflet.on('mousemove', point);
  leaflet.on('mouseout movestart', leave);
  leaflet.on('click', click);

  return {
    hold() {
      holders++;
      leaflet.closePopup();
      let held = true;
      return () => {
        holders -= held ? 1 : 0;
        held = false;
      };
    },
  };
}
