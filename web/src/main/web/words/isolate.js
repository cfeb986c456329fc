// A name or a number put into a sentence of the other direction keeps its own direction.
// @ts-check

const FIRST_STRONG = '\u2068';
const LEFT_TO_RIGHT = '\u2066';
const POP = '\u2069';

/** @param {string|number} text a name, title or reason, of whichever direction it has itself */
export const isolate = (text) => `${FIRST_STRONG}${text}${POP}`;

/** @param {string|number} text a code, share, size or range that is read left to right */
export const leftToRight = (text) => `${LEFT_TO_RIGHT}${text}${POP}`;
