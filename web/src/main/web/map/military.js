// Military symbols of APP-6: fetched when somebody wants them, for they weigh more than all the rest of the page.
// @ts-check
import { symbolsOf } from '../core/symbols.js';
import { words } from '../words/words.js';
/** @typedef {import('../lib/milsymbol.js').Picture} Picture */

/** A symbol is as much higher than a mark is wide from its middle; where the whole mission is in view less, so that bases do not hide what happened around them. */
const GROWN = 3.6;
const GROWN_FAR = 2.6;
/** The radius of a site's mark from which one looks at part of the mission. */
const NEAR = 6;

/** @type {typeof import('../lib/milsymbol.js')|null} */
let library = null;
/** @type {Map<string, Picture>} */
const pictures = new Map();

/**
 * @param {import('../core/store.js').Store} store
 * @param {(text: string) => void} announce
 */
export function keepSymbols(store, announce) {
  store.watch(symbolsOf, async (kind) => {
    if (kind === 'plain' || library) {
      return;
    }
    try {
      library = await import('../lib/milsymbol.js');
      store.dispatch({ type: 'symbols/ready' });
    } catch {
      announce(words.symbols.failed);
      store.dispatch({ type: 'symbols/set', symbols: 'plain' });
    }
  }, { now: true });
}

/**
 * A symbol as a picture; null while the symbols are not there.
 *
 * @param {string} sidc
 * @param {number} size height of the frame of a friendly unit, CSS pixels
 * @param {string} outline colour about it
 * @param {number} density pixels to a CSS pixel
 * @returns {Picture|null}
 */
export function militarySymbol(sidc, size, outline, density) {
  const key = `${sidc} ${size} ${outline} ${density}`;
  const known = pictures.get(key) ?? library?.drawSymbol(sidc, size, outline, density) ?? null;
  if (known) {
    pictures.set(key, known);
  }
  return known;
}

/** In CSS pixels. @param {number} radius of the mark that would stand there */
export const symbolHeight = (radius) => radius * (radius < NEAR ? GROWN_FAR : GROWN);

/** The same where a mark of a radius would stand. @param {string} sidc @param {number} radius CSS pixels @param {string} outline @param {number} density */
export const symbolFor = (sidc, radius, outline, density) => militarySymbol(sidc, symbolHeight(radius), outline, density);
