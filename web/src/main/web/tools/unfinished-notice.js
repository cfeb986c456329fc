// Offers drawings that were not saved.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
/** @typedef {import('./unfinished.js').Unfinished} Unfinished */

const say = words.drawing;

/** @param {Unfinished[]} drawings @param {{restore: (drawing: Unfinished) => void, discard: (drawing: Unfinished) => void}} actions */
export const unfinishedNotices = (drawings, { restore, discard }) => drawings.map((drawing) => el('div', { class: 'notice', role: 'status', 'data-testid': 'unfinished' },
  el('p', {}, drawing.of?.name ? say.unfinishedOf(drawing.of.name, format.moment(drawing.savedAt)) : say.unfinished(format.moment(drawing.savedAt))),
  el('div', { class: 'notice-actions' },
    el('button', { type: 'button', class: 'button small primary', 'data-testid': 'unfinished-restore', onclick: () => restore(drawing) }, say.restore),
    el('button', { type: 'button', class: 'button small', 'data-testid': 'unfinished-discard', onclick: () => discard(drawing) }, say.discard))));
