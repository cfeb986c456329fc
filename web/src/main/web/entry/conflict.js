// Somebody else was faster: both versions side by side, to be chosen field by field.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { valueNode } from '../panels/fields.js';
import { words } from '../words/words.js';
import { compare } from './merge.js';
/** @typedef {Record<string, any>} Values */

const say = words.entry.conflict;
let asked = 0;

/**
 * @param {import('../core/types.js').Layer} layer
 * @param {{base: Values, theirs: Values, mine: Values}} versions
 * @param {(takeTheirs: string[]) => void} resolve
 */
export function conflictNode(layer, { base, theirs, mine }, resolve) {
  const group = `conflict-${++asked}`;
  const { conflicts, theirsAlone } = compare(base, theirs, mine);
  const title = (/** @type {string} */ name) => layer.properties.find((property) => property.name === name)?.title ?? say.names[name] ?? (name === 'geometry' ? say.geometry : name);
  const choices = conflicts.map((name) => {
    const own = el('input', { type: 'radio', name: `${group}-${name}`, checked: true, 'data-testid': `mine-${name}` });
    const other = el('input', { type: 'radio', name: `${group}-${name}`, 'data-testid': `theirs-${name}` });
    return { name, other, row: el('fieldset', { class: 'conflict-field' }, el('legend', {}, title(name)),
      el('label', {}, other, el('span', {}, el('b', {}, say.theirs), ' ', said(layer, name, theirs[name]))),
      el('label', {}, own, el('span', {}, el('b', {}, say.mine), ' ', said(layer, name, mine[name])))) };
  });
  return el('div', { class: 'notice is-problem entry-conflict', role: 'alert', 'data-testid': 'entry-conflict' },
    el('p', {}, el('strong', {}, say.title)), el('p', {}, say.help), choices.map(({ row }) => row),
    theirsAlone.length > 0 ? el('p', { class: 'muted' }, say.kept(theirsAlone.map(title))) : null,
    el('button', { type: 'button', class: 'button small primary', 'data-testid': 'conflict-save', onclick: () => resolve(choices.filter(({ other }) => other.checked).map(({ name }) => name)) }, say.save));
}

/** @param {import('../core/types.js').Layer} layer @param {string} name @param {any} value @returns {import('../core/dom.js').Child} */
function said(layer, name, value) {
  const property = layer.properties.find((each) => each.name === name);
  if (value === null || value === undefined || value === '') {
    return say.empty;
  }
  if (property) {
    return valueNode(property, value);
  }
  return name === 'geometry' ? (value.type === 'Point' ? say.place(value.coordinates) : value.type) : /^valid_/.test(name) ? format.moment(value) : String(value);
}
