// Pointing at the map: what is under the pointer, one click to choose it, a list when several
// things lie on one spot.
// @ts-check
import * as L from '../lib/leaflet.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/en.js';
import { pointsAt } from './hit.js';
import { markIcon, markOf } from './marks.js';
import { latitudeOf, worldX, worldY } from './projection.js';
/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {{picture: Picture, id: string, title: string, code: string, start: number|null, geometry: GeoJSON.Geometry|null, radius: number}} Hit */

const MOST_LISTED = 40;

/**
 * @param {import('./map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 * @returns {{hold: () => () => void}} hold: a tool takes the pointer until it calls what it got back
 */
export function watchPointer(map, store) {
  const { leaflet } = map;
  const tip = el('div', { class: 'map-tip', role: 'presentation', hidden: true });
  leaflet.getContainer().append(tip);
  let holders = 0;

  /** @param {L.LatLng} at @param {number} reach pixels @returns {Hit[]} */
  function hitsAt(at, reach) {
    const frame = map.eventFrame();
    if (!frame) {
      return [];
    }
    const x = worldX(at.lng);
    const y = worldY(at.lat);
    const { xs, ys, refs } = map.events.drawn;
    const points = pointsAt(xs, ys, frame.toX(x), frame.toY(y), reach).map((i) => pointHit(refs[i]));
    const shapes = map.vectors.at(x, y, (reach * 0.7) / frame.scale).map(({ picture, shape }) => ({
      picture, id: shape.id, title: shape.title, code: shape.group, start: shape.start, radius: 0,
      geometry: shapeGeometry(shape),
    }));
    return [...points, ...shapes];
  }

  /** @param {{picture: Picture, index: number}} ref @returns {Hit} */
  function pointHit({ picture, index }) {
    const { points } = picture;
    return {
      picture, id: points.ids[index], title: points.titles[index], code: points.codes[index], start: points.start[index],
      radius: points.radius[index], geometry: { type: 'Point', coordinates: [points.x[index] * 360 - 180, latitudeOf(points.y[index])] },
    };
  }

  /** @param {Hit} hit */
  const select = (hit) => store.dispatch({ type: 'selection/set', selection: { layer: hit.picture.layer.name, id: hit.id } });

  /** @param {L.LeafletMouseEvent} e */
  function point(e) {
    const hits = holders > 0 ? [] : hitsAt(e.latlng, 9);
    map.hover(hits[0] ?? null);
    leaflet.getContainer().classList.toggle('is-over', hits.length > 0);
    tip.hidden = hits.length === 0;
    if (hits.length > 0) {
      tip.replaceChildren(line(hits[0]), ...(hits.length > 1 ? [el('div', { class: 'map-tip-more' }, words.map.more(hits.length - 1))] : []));
      const beyond = e.containerPoint.x > leaflet.getSize().x - 260;
      tip.style.transform = `translate(${e.containerPoint.x + (beyond ? -14 : 14)}px, ${e.containerPoint.y + 14}px)${beyond ? ' translateX(-100%)' : ''}`;
    }
  }

  /** @param {L.LeafletMouseEvent} e */
  function click(e) {
    if (holders > 0) {
      return;
    }
    tip.hidden = true;
    const coarse = matchMedia('(pointer: coarse)').matches;
    const hits = hitsAt(e.latlng, coarse ? 18 : 9);
    if (hits.length === 0) {
      store.dispatch({ type: 'selection/set', selection: null });
      if (map.events.mode === 'density') {
        leaflet.setView(e.latlng, Math.min(leaflet.getZoom() + 1.5, 18));
      }
    } else if (hits.length === 1) {
      select(hits[0]);
    } else {
      leaflet.openPopup(L.popup({ className: 'map-list', maxWidth: 320, minWidth: 240, autoPanPadding: [30, 60] }).setLatLng(e.latlng).setContent(list(hits)));
    }
  }

  /** @param {Hit[]} hits */
  function list(hits) {
    return el('div', { 'data-testid': 'several' },
      el('h2', {}, words.map.several(hits.length)),
      el('ul', {}, hits.slice(0, MOST_LISTED).map((hit) => el('li', {},
        el('button', {
          type: 'button', class: 'list-row',
          onclick: () => { select(hit); leaflet.closePopup(); },
          onmouseenter: () => map.hover(hit),
          onfocus: () => map.hover(hit),
        }, line(hit))))),
      hits.length > MOST_LISTED ? el('p', { class: 'muted' }, words.map.zoomForMore(hits.length - MOST_LISTED)) : null);
  }

  leaflet.on('mousemove', point);
  leaflet.on('mouseout movestart', () => {
    tip.hidden = true;
    map.hover(null);
  });
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

/** @param {Hit} hit */
function line(hit) {
  const { layer } = hit.picture;
  const property = layer.properties.find((p) => p.name === layer.symbol.property);
  const label = property?.choices?.find((c) => c.code === hit.code)?.label ?? layer.title;
  return el('span', { class: 'hit' }, markIcon(markOf(layer, hit.code)),
    el('span', { class: 'hit-text' },
      el('span', { class: 'hit-title' }, hit.title || label),
      el('span', { class: 'hit-sub' }, [label, layer.time !== 'none' && hit.start ? format.day(hit.start * 1000) : ''].filter(Boolean).join(' · '))));
}

/** @param {import('./pictures.js').Shape} shape @returns {GeoJSON.Geometry} */
function shapeGeometry(shape) {
  const lines = shape.paths.map(({ points }) => Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i] * 360 - 180, latitudeOf(points[2 * i + 1])]));
  return { type: 'MultiLineString', coordinates: lines };
}
