// What stands in every file of a chart: what was asked, as of when, and how it is classified.
// @ts-check
import { markName } from '../core/classification.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { question, scopeOf } from './question.js';
/** @typedef {{title: string, mark: string, lines: string[], name: string}} Stamp */

const say = words.linked;

/**
 * @param {import('../core/types.js').State} state
 * @param {import('../core/types.js').Layer} layer
 * @param {string} what
 * @param {{dataAsOf: {committedAt: string}, classification: string}} answer
 * @param {{without?: string[]}} [options]
 * @returns {Stamp}
 */
export function stampOf(state, layer, what, answer, options) {
  const asked = question(state, layer, options);
  const scope = scopeOf(state);
  return {
    title: `${layer.title}: ${what}`,
    mark: [markName(answer.classification), state.mission?.exercise ? words.exercise : ''].filter(Boolean).join(' · ').toUpperCase(),
    name: `${layer.name}-${what.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.${answer.classification}`,
    lines: [
      `${state.mission?.name ?? ''} · ${words.asOf(format.moment(answer.dataAsOf.committedAt))}`,
      [say.scopes[scope], asked.bbox ?? asked.area ?? '', layer.time === 'none' ? '' : format.period(state.period), asked['as-known-at'] ? `as-known-at ${asked['as-known-at']}` : ''].filter(Boolean).join(' · '),
      asked.filter ? `CQL2: ${asked.filter}` : words.filters.none,
    ],
  };
}
