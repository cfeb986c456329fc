// The newest incidents, for people at the other end of the room.
// @ts-check
import { newestOnly, toQuery } from '../core/api.js';
import { missionNow } from '../core/clock.js';
import { debounce, el, fill } from '../core/dom.js';
import { labelOf } from '../panels/fields.js';
import { markIcon, markOf } from '../map/marks.js';
import { words } from '../words/words.js';

const say = words.wall;
const SHOWN = 7;
const SETTLED_MS = 800;
const MINUTE = 60_000;

/** @param {number} ms since then @returns {string} */
function ageText(ms) {
  const minutes = Math.floor(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  return minutes < 1 ? say.ago.now : minutes < 60 ? say.ago.minutes(minutes) : hours < 48 ? say.ago.hours(hours) : say.ago.days(Math.floor(hours / 24));
}

/** The layer of what happens: that with a severity whose features are dealt with. @param {import('../core/types.js').State} state */
const layerOf = (state) => state.catalog.find((layer) => layer.time === 'event' && layer.severity && layer.workflow?.reports);

/** Shape of a severity as bars, so that it is not told by colour alone. @param {number} level 1 to 5 */
const severity = (level) => el('span', { class: 'severity wall-severity', 'data-level': level, role: 'img', 'aria-label': say.severity(level) }, [1, 2, 3, 4, 5].map((i) => el('i', { class: i <= level ? 'on' : '' })), el('b', {}, level));

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 */
export function createTicker(store, api) {
  const list = el('ol', { class: 'wall-list', 'data-testid': 'wall-ticker' });
  const node = el('aside', { class: 'wall-ticker', 'aria-label': say.ticker }, el('h2', {}, say.ticker), list);
  const line = newestOnly();
  /** @type {Set<string>|null} */
  let known = null;
  let isOn = false;

  async function load() {
    const layer = layerOf(store.state);
    if (!layer || !isOn) {
      return;
    }
    const until = missionNow(store.state.mission).toISOString();
    const answer = await line.run((signal) => api.json(`/collections/${encodeURIComponent(layer.name)}/items${toQuery({ sortby: '-valid_from', limit: SHOWN, datetime: `../${until}` })}`, { signal, headers: { accept: 'application/geo+json' } })).catch(() => undefined);
    if (!answer) {
      return;
    }
    /** @type {(GeoJSON.Feature & {id: string})[]} */
    const features = answer.features;
    const before = known;
    known = new Set(features.map(({ id }) => id));
    fill(list, features.length === 0 ? el('li', { class: 'muted' }, say.quiet) : features.map((feature) => row(layer, feature, before !== null && !before.has(feature.id))));
  }

  /** @param {import('../core/types.js').Layer} layer @param {GeoJSON.Feature & {id: string}} feature @param {boolean} isNew */
  function row(layer, feature, isNew) {
    const values = feature.properties ?? {};
    const code = layer.symbol.property ? values[layer.symbol.property] : null;
    const level = Number(values[layer.severity ?? '']);
    return el('li', { class: isNew ? 'wall-item is-new' : 'wall-item', 'data-testid': 'wall-item', 'data-id': feature.id },
      markIcon(markOf(layer, code), 30),
      el('div', {}, el('strong', {}, values[layer.titleProperty ?? 'title'] ?? feature.id),
        el('p', {}, level >= 1 ? severity(level) : null, el('span', {}, code ? labelOf(layer, layer.symbol.property ?? '', code) : ''),
          el('time', { datetime: values.valid_from ?? '' }, values.valid_from ? ageText(missionNow(store.state.mission).getTime() - Date.parse(values.valid_from)) : ''))));
  }

  store.watch((s) => [s.live, s.revision, s.mission], debounce(() => void load(), SETTLED_MS, 4 * SETTLED_MS));
  setInterval(() => void load(), MINUTE);
  return { node, switch(/** @type {boolean} */ on) { isOn = on; known = null; void load(); } };
}
