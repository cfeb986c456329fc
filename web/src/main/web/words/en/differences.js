// What the page says of differences between two pictures.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

export const differenceWords = {
  caption: 'Differences in the map window',
  captionWalk: 'Differences in the window where you began',
  columns: { onlyA: 'Only in A', onlyB: 'Only in B', changed: 'Changed', same: 'The same' },
  kinds: { a: 'Only in A', b: 'Only in B', worse: 'Became graver', better: 'Became less grave', moved: 'Moved', changed: 'Changed' },
  changes: /** @type {Record<string, string>} */ ({ severity: 'severity', place: 'place', time: 'time', other: 'other details' }),
  from: (/** @type {string} */ a, /** @type {string} */ b) => `${a} → ${b}`,
  later: {
    a: 'A is known later: what is only in A came since B, what is only in B is gone since or does not fit any more.',
    b: 'B is known later: what is only in B came since A, what is only in A is gone since or does not fit any more.',
  },
  periods: 'A and B have different periods, so that nearly every event is in one alone. Counts are compared instead: in each cell, how many more (+) or fewer (−) B has.',
  crowded: (/** @type {string[]} */ layers) => `Too many to compare one by one, so counted by cell: ${layers.join(', ')}. Zoom in to see each.`,
  told: (/** @type {number} */ n, /** @type {number} */ of) => `The gravest ${count(n)} of ${count(of)} differences are marked and listed. Zoom in to see the others; the counts are of all.`,
  squares: (/** @type {number} */ n, /** @type {number} */ of) => `The ${count(n)} cells with the largest difference of ${count(of)} are drawn. Zoom in to see the others.`,
  only: 'Show the differences only',
  onlyTag: 'differences only',
  previous: '← Previous (,)',
  next: 'Next (.) →',
  at: (/** @type {number} */ n, /** @type {number} */ of) => `${count(n)} of ${count(of)}`,
  all: (/** @type {number} */ n) => plural(n, { one: '# to walk through', other: '# to walk through' }),
  back: 'Back to the whole window',
  cell: (/** @type {number} */ a, /** @type {number} */ b) => `A ${count(a)}, B ${count(b)} in this cell`,
  placeless: 'has no place on the map',
  open: 'Details',
  none: 'Nothing that you may see differs in this window.',
  noLayers: 'No layer of events is on in both pictures.',
  failed: 'The differences could not be found',
  comparedWith: (/** @type {string} */ label) => `Compared with B: ${label}`,
};
