// Where results come from: what the page knows itself, the gazetteer and the reader of coordinates, and the layers. The
// server answers with what the caller may see, by the same routes as everywhere.
// @ts-check
import { isAbort, toQuery } from '../core/api.js';
import { compileText, isSearched } from '../core/filter.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { markOf } from '../map/marks.js';
import { toolsFor } from '../tools/tools.js';
import { words } from '../words/words.js';
import { fit, hasFigures } from './text.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../entry/place.js').Located} Located */
/** @typedef {import('../entry/place.js').Spot & {layer?: string, id?: string}} Spot */

/**
 * Something to choose.
 *
 * @typedef {object} Result
 * @property {string} title
 * @property {import('../core/dom.js').Child} [detail]
 * @property {string} [icon]
 * @property {import('../core/types.js').Mark} [mark]
 * @property {import('./act.js').Choice} choice
 */
/** @typedef {{results: Result[], hint?: string}} Answer hint: why a text that looks like a place was not understood */

const MOST = 5;
/** Shorter than this nearly everything holds the text. */
const LEAST_LETTERS = 3;
const say = words.search;

/** @param {State} state @param {string} typed @returns {Result[]} */
export function commands(state, typed) {
  return best(toolsFor(state).filter((tool) => !tool.aside).map((tool) => ({ score: fit(typed, tool.title), result: toolResult(tool) })));
}

/** @param {import('../tools/tools.js').ToolEntry} tool @returns {Result} */
export const toolResult = ({ id, title, icon }) => ({ title, detail: say.tool, icon, choice: { kind: 'tool', id } });

/** @param {State} state @param {string} typed @returns {Result[]} */
export function layers(state, typed) {
  return best(state.catalog.map((layer) => ({ score: fit(typed, layer.title), result: layerResult(state, layer) })));
}

/** @param {State} state @param {Layer} layer @returns {Result} */
export const layerResult = (state, layer) => ({
  title: layer.title, detail: state.shown.includes(layer.name) ? say.layerOn : say.layerOff, mark: markOf(layer, Object.keys(layer.symbol.marks)[0]), choice: { kind: 'layer', id: layer.name },
});

/** @param {{score: number, result: Result}[]} scored */
const best = (scored) => scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, MOST).map(({ result }) => result);

/** @param {Spot} spot @param {string} title @param {import('../core/dom.js').Child} [detail] @returns {Result} */
const placeResult = (spot, title, detail = spot.detail) => ({
  title, detail, icon: 'pin', choice: { kind: 'place', title, lon: spot.position[0], lat: spot.position[1], radius: spot.radiusM, layer: spot.layer, id: spot.id },
});

/**
 * @param {import('../core/api.js').Api} api
 * @param {string} typed
 * @param {string} near longitude,latitude
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function places(api, typed, near, signal) {
  const [named, located] = /** @type {[{places: Spot[]}, Located]} */ (await Promise.all([
    api.json(`/api/places${toQuery({ q: typed, near, limit: MOST })}`, { signal }), api.json(`/api/locate${toQuery({ q: typed, near })}`, { signal })]));
  const names = named.places.map((spot) => placeResult(spot, spot.text));
  if (located.best && located.kind !== 'place') {
    // Two that were exchanged or lie outside are taken as typed here, with the warning beside.
    const warnings = (located.warnings ?? []).map(({ text }) => text);
    const meant = located.candidates && located.candidates.length > 1 ? located.candidates : [located.best];
    const spots = [...meant, ...(located.warnings ?? []).flatMap(({ instead }) => instead ?? [])];
    const results = spots.map((spot, i) => placeResult(spot, spot.text, i >= meant.length ? say.instead : meant.length > 1 ? spot.detail : warnings.length > 0 ? warnings.join(' · ') : position(spot.position[1], spot.position[0])));
    return { results: [...results, ...names] };
  }
  const { problem } = located;
  return { results: names, hint: names.length === 0 && problem && hasFigures(typed) ? [problem.what, problem.fix].filter(Boolean).join('. ') : undefined };
}

/**
 * Features of the mission's own layers by reference, title and the other texts that the filter searches; of all time, since somebody
 * who types a reference wants to see it. A layer that fails leaves the others.
 *
 * @param {import('../core/api.js').Api} api
 * @param {State} state
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function features(api, state, typed, signal) {
  if (typed.trim().length < LEAST_LETTERS) {
    return { results: [] };
  }
  const asked = state.catalog.filter(isSearched).flatMap((layer) => {
    const filter = compileText(layer, typed);
    return filter ? [{ layer, filter }] : [];
  });
  const answers = await Promise.allSettled(asked.map(({ layer, filter }) =>
    api.json(`/collections/${encodeURIComponent(layer.name)}/items${toQuery({ limit: MOST, filter, 'as-known-at': state.known })}`, { signal, headers: { accept: 'application/geo+json' } })));
  signal.throwIfAborted();
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed && answers.every((answer) => answer.status === 'rejected') && !isAbort(failed.reason)) {
    throw failed.reason;
  }
  const found = answers.flatMap((answer, i) => (answer.status === 'fulfilled' ? answer.value.features.map((/** @type {GeoJSON.Feature} */ f) => ({ layer: asked[i].layer, f })) : []));
  // An exact reference first, then titles, then what only mentions it.
  const rank = (/** @type {{layer: Layer, f: GeoJSON.Feature}} */ { layer, f }) =>
    (String(f.properties?.ref ?? '').toLowerCase() === typed.trim().toLowerCase() ? 10 : 0) + fit(typed, titleOf(layer, f));
  return { results: found.sort((a, b) => rank(b) - rank(a)).slice(0, 2 * MOST).map(({ layer, f }) => featureResult(state, layer, f)) };
}

/** @param {Layer} layer @param {GeoJSON.Feature} f */
const titleOf = (layer, f) => String(f.properties?.[layer.titleProperty ?? 'title'] ?? f.properties?.ref ?? f.id);

/** @param {State} state @param {Layer} layer @param {GeoJSON.Feature} f @returns {Result} */
function featureResult(state, layer, f) {
  const values = f.properties ?? {};
  const when = format.span(values.valid_from, values.valid_to, values.time_precision);
  const isOutside = layer.time !== 'none' && values.valid_from && (values.valid_from.slice(0, 10) > state.period.end || (values.valid_to ?? values.valid_from).slice(0, 10) < state.period.start);
  return {
    title: titleOf(layer, f),
    detail: [layer.title, values.ref, when, isOutside && layer.time === 'event' ? say.outside : '', f.geometry ? '' : words.detail.noPosition].filter(Boolean).join(' · '),
    mark: markOf(layer, values[layer.symbol.property ?? '']),
    choice: { kind: 'feature', layer: layer.name, id: String(f.id), geometry: f.geometry ?? null },
  };
}
