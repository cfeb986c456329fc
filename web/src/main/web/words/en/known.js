// What was known at a past moment, and how a feature came to be what it is.
// @ts-check
import { plural } from '../plural.js';

export const knownWords = {
  known: {
    open: 'See what was known at a past moment',
    banner: (/** @type {string} */ moment) => `You see what was known on ${moment}`,
    at: 'As known at (UTC)',
    wrong: 'Give a date and time that is not in the future.',
    back: 'Back to now',
    hourBack: '−1 h',
    dayBack: '−1 d',
    dayOn: '+1 d',
    previous: 'Previous change',
    next: 'Next change',
    noPrevious: 'Nothing that you may see was changed before.',
    noNext: 'Nothing that you may see was changed since.',
    changes: 'What changed',
    changesFailed: 'The changes could not be loaded',
    noWriting: 'You see what was known at a past moment. Go back to now to change anything.',
    notYet: (/** @type {string} */ moment) => `Not known yet on ${moment}.`,
    see: 'See as known then',
    compare: 'Compare',
    old: 'From',
    now: 'To',
    version: (/** @type {number} */ n) => `Version ${n}`,
    fields: (/** @type {number} */ n) => plural(n, { one: '# field', other: '# fields' }),
    same: 'These versions do not differ.',
    place: 'Place',
    moved: (/** @type {string} */ distance) => `moved by ${distance}`,
    reshaped: 'shape changed',
    restore: 'Restore this version',
    restored: (/** @type {number} */ n) => `Version ${n} is restored as a new version.`,
    undo: 'Undo',
    changedMeanwhile: 'Somebody changed it meanwhile: look at the newest version, then restore again.',
    restoreFailed: (/** @type {string} */ why) => `Not restored. ${why}`,
  },
};
