// How a new feature is marked: the layer's defaults, which whoever enters it may change.
// @ts-check
import { CLASSIFICATIONS, markName } from '../core/classification.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';

const say = words.entry;
/** @typedef {{classification: string, compartments: string[]}} Marks */

/** @param {import('../core/types.js').Layer} layer @returns {Marks} */
export const usualMarks = (layer) => ({ classification: layer.defaultClassification ?? 'UNCLASSIFIED', compartments: layer.defaultCompartments ?? [] });

/** @param {import('../core/types.js').Layer} layer @param {Marks} marks */
export function markingField(layer, marks) {
  const select = el('select', { id: 'entry-classification', 'data-testid': 'entry-classification' }, CLASSIFICATIONS.map((code) => el('option', { value: code, selected: code === marks.classification }, markName(code))));
  const boxes = (layer.compartments ?? []).map((choice) => ({ choice, box: el('input', { type: 'checkbox', value: choice.code, checked: marks.compartments.includes(choice.code), 'data-testid': `entry-compartment-${choice.code}` }) }));
  return {
    node: el('fieldset', { class: 'field entry-marks' }, el('legend', {}, say.marks),
      el('label', { class: 'is-hidden-label', for: 'entry-classification' }, say.classification), select,
      boxes.length === 0 ? null : el('div', { class: 'check-list', role: 'group', 'aria-label': say.compartments }, boxes.map(({ choice, box }) => el('label', { title: choice.label }, box, ' ', choice.code)))),
    /** @returns {Marks} */
    read: () => ({ classification: select.value, compartments: boxes.filter(({ box }) => box.checked).map(({ choice }) => choice.code) }),
  };
}
