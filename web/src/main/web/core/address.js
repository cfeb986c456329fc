// The state that is worth sharing, as the fragment of the address, and back:
//   #v1/zoom/lat/lng/t=START..END or t=-7d..&l=LAYER,LAYER&z=LAYER,LAYER&y.LAYER=PERCENT&ground=BASEMAP,BASEMAP&s=LAYER:ID&q=TEXT&f.LAYER.PROPERTY=hide:A,B&p.window=cumulative
// No names of people are ever in it; text that somebody searched for is.
// @ts-check
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Condition} Condition */
import { areaText, lineText, readArea, readLine } from './area.js';
import { isMoment } from './known.js';
import { linkedParts, withLinkedPart } from './linked.js';
import { isDay } from './period.js';
import { readRings, ringsText } from '../tools/measure/rings.js';
import { chosen, isChoice, UNCHOSEN } from './slider.js';
import { readRelative, relativeText, spanOf } from './relative.js';
import { readWatchPart, watchParts } from '../watch/address.js';
import { EVERYTHING } from '../watch/report.js';

/** @typedef {Partial<Pick<State, 'view'|'period'|'slider'|'shown'|'order'|'opacity'|'ground'|'symbols'|'filters'|'text'|'cql'|'selection'|'area'|'line'|'rings'|'tool'|'linked'|'grid'|'pin'|'known'|'relative'|'snapshot'|'compare'|'wall'|'shiftChoice'>>} Shared */

/** @param {string[]} list */
const joined = (list) => list.map((item) => encodeURIComponent(item)).join(',');
/** @param {string} text */
const split = (text) => (text === '' ? [] : text.split(',').map((item) => decodeURIComponent(item)));

/** @param {Shared} state */
export function toAddress(state) {
  const { view } = state;
  const place = view ? `${round(view.zoom, 2)}/${round(view.lat, 5)}/${round(view.lng, 5)}` : '//';
  const parts = [];
  if (state.relative) {
    parts.push(`t=${relativeText(state.relative)}`);
  } else if (state.period) {
    const { start, end, from = start, to = end } = state.period;
    parts.push(`t=${from}..${to}`);
  }
  for (const [name, value] of chosen(state.slider ?? UNCHOSEN)) {
    parts.push(`p.${name}=${value}`);
  }
  if (state.shown) {
    parts.push(`l=${joined(state.shown)}`);
  }
  if (state.order && state.order.length > 0) {
    parts.push(`z=${joined(state.order)}`);
  }
  for (const [layer, percent] of Object.entries(state.opacity ?? {})) {
    parts.push(`y.${encodeURIComponent(layer)}=${percent}`);
  }
  if (state.ground) {
    parts.push(`ground=${joined(state.ground)}`);
  }
  if (state.symbols) {
    parts.push(`m=${state.symbols}`);
  }
  if (state.selection) {
    parts.push(`s=${encodeURIComponent(state.selection.layer)}:${encodeURIComponent(state.selection.id)}`);
  }
  if (state.text) {
    parts.push(`q=${encodeURIComponent(state.text)}`);
  }
  for (const [layer, conditions] of Object.entries(state.filters ?? {})) {
    for (const [property, condition] of Object.entries(conditions)) {
      parts.push(`f.${encodeURIComponent(layer)}.${encodeURIComponent(property)}=${conditionText(condition)}`);
    }
  }
  for (const [layer, text] of Object.entries(state.cql ?? {})) {
    if (text.trim()) {
      parts.push(`c.${encodeURIComponent(layer)}=${encodeURIComponent(text)}`);
    }
  }
  if (state.area) {
    parts.push(`a=${state.area.replace(/[%&#\s]/g, encodeURIComponent)}`);
  }
  if (state.rings) {
    parts.push(`r=${state.rings}`);
  }
  // It is on the map while its tool is open.
  if (state.line && state.tool === 'measure') {
    parts.push(`line=${state.line}`);
  }
  if (state.tool) {
    parts.push(`o=${encodeURIComponent(state.tool)}`);
  }
  if (state.grid) {
    parts.push('g=mgrs');
  }
  if (state.pin) {
    parts.push(`pin=${round(state.pin.lon, 6)},${round(state.pin.lat, 6)},${round(state.pin.radius, 0)}`);
  }
  for (const [name, value] of linkedParts(state.linked)) {
    parts.push(`x${name && '.'}${name}=${joined(value.split(','))}`);
  }
  if (state.known) {
    parts.push(`known=${state.known}`);
  }
  return `#v1/${place}/${[...parts, ...watchParts(state)].join('&')}`;
}

/**
 * @param {string} hash
 * @returns {Shared|null} null when the fragment is not one of ours; parts that make no sense are left out
 */
export function fromAddress(hash) {
  const match = /^#v1\/([^/]*)\/([^/]*)\/([^/]*)\/(.*)$/.exec(hash);
  if (!match) {
    return null;
  }
  /** @type {Shared} */
  const state = { slider: UNCHOSEN, order: [], opacity: {}, ground: null, symbols: null, filters: {}, cql: {}, text: '', selection: null, area: null, line: null, rings: null, tool: null, linked: null, grid: false, pin: null, known: null, relative: null, snapshot: null, compare: null, wall: null, shiftChoice: EVERYTHING };
  const [zoom, lat, lng] = [match[1], match[2], match[3]].map((text) => (text === '' ? NaN : Number(text)));
  if ([zoom, lat, lng].every(Number.isFinite) && Math.abs(lat) <= 90 && Math.abs(lng) <= 540) {
    state.view = { zoom, lat, lng };
  }
  for (const part of match[4].split('&')) {
    const at = part.indexOf('=');
    if (at > 0 || part === 'wall') {
      try {
        readPart(state, at > 0 ? part.slice(0, at) : part, at > 0 ? part.slice(at + 1) : '');
      } catch (broken) {
        // An escape that was cut short in an e-mail; the rest of the address still counts.
        if (!(broken instanceof URIError)) {
          throw broken;
        }
      }
    }
  }
  return state;
}

/** @param {Shared} state @param {string} key @param {string} value */
function readPart(state, key, value) {
  const [kind, ...names] = key.split('.').map((name) => decodeURIComponent(name));
  if (kind === 't') {
    const [start, end] = value.split('..');
    state.relative = readRelative(value);
    if (isDay(start ?? '') && isDay(end ?? '') && start <= end) {
      state.period = { start, end };
    } else if (isMoment(start ?? '') && isMoment(end ?? '') && start < end) {
      state.period = spanOf(Date.parse(start), Date.parse(end));
    }
  } else if (kind === 'p' && isChoice(names[0] ?? '', value)) {
    state.slider = { ...(state.slider ?? UNCHOSEN), [names[0]]: value };
  } else if (kind === 'l') {
    state.shown = split(value);
  } else if (kind === 'z') {
    state.order = split(value);
  } else if (kind === 'y' && names.length === 1 && /^\d{1,2}$/.test(value)) {
    state.opacity = { ...state.opacity, [names[0]]: Number(value) };
  } else if (kind === 'ground') {
    state.ground = split(value);
  } else if (kind === 'm' && (value === 'military' || value === 'plain')) {
    state.symbols = value;
  } else if (kind === 's') {
    const at = value.indexOf(':');
    if (at > 0) {
      state.selection = { layer: decodeURIComponent(value.slice(0, at)), id: decodeURIComponent(value.slice(at + 1)) };
    }
  } else if (kind === 'q') {
    state.text = decodeURIComponent(value);
  } else if (kind === 'f' && names.length === 2) {
    const condition = readCondition(value);
    if (condition && state.filters) {
      state.filters[names[0]] = { ...state.filters[names[0]], [names[1]]: condition };
    }
  } else if (kind === 'c' && names.length === 1 && state.cql) {
    state.cql[names[0]] = decodeURIComponent(value);
  } else if (kind === 'a') {
    // Addresses of before there were circles hold the corners of a polygon, closed, as lon_lat,lon_lat,…
    const area = readArea(value.includes('_') && !value.includes(':') ? `polygon:${value.replaceAll('_', ',')}` : decodeURIComponent(value));
    state.area = area ? areaText(area.kind === 'polygon' ? { ...area, parts: area.parts.map((part) => part.map(opened)) } : area) : null;
  } else if (kind === 'r') {
    const rings = readRings(value);
    state.rings = rings && ringsText(rings);
  } else if (kind === 'line') {
    const measured = readLine(value);
    state.line = measured && lineText(measured.line, measured.isClosed);
  } else if (kind === 'o') {
    state.tool = decodeURIComponent(value);
  } else if (kind === 'g') {
    state.grid = value === 'mgrs';
  } else if (kind === 'pin') {
    state.pin = readPin(value);
  } else if (kind === 'x') {
    state.linked = withLinkedPart(state.linked ?? null, names[0] ?? '', split(value).join(','));
  } else if (kind === 'known' && isMoment(value)) {
    // Whether it has come is for the server to say: where this computer's clock is slow, the present would stand for a past that was asked for.
    state.known = value;
  } else {
    readWatchPart(state, kind, value);
  }
}

/** @param {string} text @returns {import('./types.js').Pin|null} */
function readPin(text) {
  const [lon, lat, radius, ...more] = text.split(',').map((part) => (part === '' ? NaN : Number(part)));
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && radius >= 0 && radius < 1e6;
  return isPlace && more.length === 0 ? { lon, lat, radius } : null;
}

/** @param {import('./area.js').Position[]} ring */
const opened = (ring) => (ring.length > 3 && ring[0].join() === ring[ring.length - 1].join() ? ring.slice(0, -1) : ring);

/** @param {Condition} condition */
function conditionText(condition) {
  if (condition.hide) {
    return `hide:${joined(condition.hide)}`;
  }
  return condition.in ? `in:${joined(condition.in)}` : `min:${condition.min}`;
}

/** @param {string} text @returns {Condition|null} */
function readCondition(text) {
  const at = text.indexOf(':');
  const [kind, value] = [text.slice(0, at), text.slice(at + 1)];
  if (kind === 'hide') {
    // The empty word is a code too: features that have none.
    return { hide: value.split(',').map((item) => decodeURIComponent(item)) };
  }
  if (kind === 'in') {
    return { in: value.split(',').map((item) => decodeURIComponent(item)) };
  }
  return kind === 'min' && Number.isFinite(Number(value)) ? { min: Number(value) } : null;
}

/** @param {number} value @param {number} digits */
function round(value, digits) {
  return Number(value.toFixed(digits));
}
