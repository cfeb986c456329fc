// What narrows the picture, in words and as the server gets it. Pure.
// @ts-check
import { compileFilter, NO_CODE } from '../core/filter.js';
import * as format from '../core/format.js';
import { words as say } from '../words/print.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/types.js').State} State */
/** @typedef {import('../core/types.js').Layer} Layer */

/** @param {State} state */
const shownLayers = ({ catalog, shown }) => catalog.filter(({ name }) => shown.includes(name));

/** Each condition on what is shown, in full. @param {State} state @returns {string[]} */
export function conditionsInWords(state) {
  const text = state.text.trim();
  return [
    ...(text ? [say.mentions(text)] : []),
    ...shownLayers(state).flatMap((layer) => [
      ...Object.entries(state.filters[layer.name] ?? {}).map(([property, condition]) => say.condition(layer.title, said(layer, property, condition))),
      ...(state.cql[layer.name]?.trim() ? [say.condition(layer.title, say.ownCondition)] : []),
    ]),
  ];
}

/** @param {Layer} layer @param {string} name @param {import('../core/types.js').Condition} condition */
function said(layer, name, condition) {
  const property = layer.properties.find((each) => each.name === name);
  const title = property?.title ?? name;
  const labels = (/** @type {string[]} */ codes) => codes.map((code) => (code === NO_CODE ? words.layers.other : property?.choices?.find((choice) => choice.code === code)?.label ?? format.unlabelled(code)));
  if (condition.hide) {
    return say.without(title, labels(condition.hide));
  }
  return condition.in ? say.only(title, labels(condition.in)) : say.least(title, condition.min ?? 0);
}

/** What the server is asked with, by layer. @param {State} state @returns {[string, string][]} name of the layer and CQL2 text */
export const conditionsAsCql = (state) => shownLayers(state).flatMap((layer) => {
  const filter = compileFilter(state, layer);
  return filter ? [/** @type {[string, string]} */ ([layer.name, filter])] : [];
});
