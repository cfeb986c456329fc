// What the tools say, in English; en.js spreads it in.
// @ts-check
import { count, decimal } from '../core/format.js';

const plural = new Intl.PluralRules('en');
/** @param {number} n @param {string} one @param {string} other */
const of = (n, one, other) => `${count(n)} ${plural.select(n) === 'one' ? one : other}`;
/** @param {number} n */
const signed = (n) => (n > 0 ? `+${count(n)}` : n < 0 ? `−${count(-n)}` : '0');

export const toolWords = {
  tools: {
    area: 'Area',
    corner: (/** @type {number} */ n) => `Corner ${n}: drag, or move with the arrow keys; Delete removes it`,
    addCorner: 'Drag or click to add a corner',
  },
  sketch: {
    title: 'Draw an area',
    kinds: { polygon: 'Polygon', rectangle: 'Box', circle: 'Circle' },
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Shift+Z)',
    clear: 'Remove the area',
    finish: 'Close the outline',
    start: 'Choose a shape and draw it on the map, or type its corners.',
    hints: {
      polygon: (/** @type {number} */ n) => (n === 0 ? 'Click the corners one after another.' : n < 3 ? 'Click the next corner. Backspace takes the last one back, Esc stops.'
        : 'Double-click, Enter or a click on the first corner closes the outline.'),
      rectangle: (/** @type {number} */ n) => (n === 0 ? 'Click one corner of the box.' : 'Click the opposite corner. Esc stops.'),
      circle: (/** @type {number} */ n) => (n === 0 ? 'Click the centre.' : 'Click where the circle should end. Esc stops.'),
    },
    editing: (/** @type {number} */ n) => (n > 40 ? `Outline with ${count(n)} corners. Draw anew to change it.` : 'Drag the corners to change the area; the small dots add corners.'),
    crosses: 'The outline crosses itself. Move a corner, or undo.',
    typed: 'Type the corners',
    typedHelp: 'One corner a line: latitude, longitude in decimal degrees',
    apply: 'Use these corners',
    wrong: {
      numbers: (/** @type {number} */ line) => `Line ${line}: give two numbers, latitude and longitude.`,
      range: (/** @type {number} */ line) => `Line ${line}: latitude lies between −90 and 90, longitude between −180 and 180. Are they swapped?`,
      few: (/** @type {number} */ _line) => 'An area needs at least three corners.',
      crossing: (/** @type {number} */ line) => `The side from line ${line} crosses another side.`,
    },
  },
  statistics: {
    layer: 'Figures for',
    inArea: 'Inside the area, for the period and filters of the picture',
    inView: 'No area drawn: in the map window, for the period and filters of the picture',
    area: (/** @type {number} */ km2) => `${decimal(km2, km2 < 100 ? 1 : 0)} km²`,
    change: (/** @type {import('../analysis/figures.js').Change} */ { difference, percent }) =>
      (difference === 0 ? 'No change' : percent === null ? signed(difference) : `${signed(difference)} (${signed(percent)} %)`),
    before: (/** @type {number} */ n, /** @type {string} */ period) => `against ${count(n)} in ${period}`,
    small: 'Small numbers: the change may be chance.',
    nothing: 'Nothing recorded here in this period with these filters. That is not the same as nothing happened.',
    unmapped: (/** @type {number} */ n) => `${of(n, 'record has', 'records have')} no position and cannot be inside any area.`,
    harm: 'Casualties and harm',
    total: 'Best',
    range: 'Low–high',
    periodBefore: 'Period before',
    overTime: (/** @type {string} */ step) => `By ${step}`,
    columnsText: (/** @type {string} */ list) => `Counts over time. ${list}`,
    most: (/** @type {number} */ n) => `highest ${count(n)}`,
    newest: (/** @type {number} */ shown, /** @type {number} */ all) => (shown < all ? `Newest ${count(shown)} of ${count(all)}` : of(all, 'record', 'records')),
    more: 'Show more',
    download: 'Download these records',
    downloading: (/** @type {string} */ what) => `Downloading ${what}`,
    tooLong: 'The outline has too many corners for a download link. Draw a simpler one.',
    failed: 'The figures could not be loaded.',
  },
};
