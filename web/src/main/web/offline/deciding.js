// A deletion or a step that met a change of somebody else: what it was, what stands there now, and the two ways on.
// @ts-check
import { el } from '../core/dom.js';
import { compare } from '../entry/merge.js';
import { valueNode } from '../panels/fields.js';
import { words } from '../words/words.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

const say = words.offline;

/**
 * @param {import('../core/types.js').Layer} layer
 * @param {Entry} entry
 * @param {Record<string, any>} present every field as it stands now
 * @param {{allTheSame: () => void, leave: () => void}} ways
 */
export function decidingNode(layer, entry, present, { allTheSame, leave }) {
  const base = entry.target?.base ?? {};
  const before = Object.fromEntries(Object.keys({ ...base, ...present }).map((name) => [name, base[name] ?? null]));
  const names = entry.step ? [entry.step.property] : compare(before, present, before).theirsAlone;
  const changed = layer.properties.filter(({ name }) => names.includes(name));
  return el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'queue-deciding' },
    el('p', {}, (entry.kind === 'remove' ? say.removeConflict : say.stepConflict)(entry.title)),
    el('ul', {}, changed.map((property) => el('li', {}, property.title, ': ', el('bdi', {}, present[property.name] === undefined || present[property.name] === null ? words.entry.conflict.empty : valueNode(property, present[property.name])))),
      names.includes('geometry') ? el('li', {}, words.entry.conflict.geometry) : null),
    el('div', { class: 'notice-actions' },
      el('button', { type: 'button', class: 'button small', 'data-testid': 'deciding-yes', onclick: allTheSame }, entry.kind === 'remove' ? say.removeAnyway : say.stepAnyway),
      el('button', { type: 'button', class: 'button small primary', 'data-testid': 'deciding-no', onclick: leave }, entry.kind === 'remove' ? say.keepIt : say.leaveIt)));
}
