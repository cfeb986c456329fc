// A place in words that follow the notation this browser is set to, wherever on the page it stands.
// @ts-check
import { coordinates, onNotation } from './coordinates.js';
import { el } from './dom.js';

/** What is on the page or may come back to it, by how it is written anew. @type {Map<WeakRef<HTMLElement>, () => void>} */
const written = new Map();

/**
 * @param {number} lat degrees
 * @param {number} lon degrees
 * @param {number} [digits] decimals of a degree that are known
 * @returns {HTMLElement} left to right also in a page that runs the other way
 */
export function position(lat, lon, digits = 5) {
  const node = el('bdi', { dir: 'ltr', class: 'figures' }, coordinates(lat, lon, { digits }));
  const ref = new WeakRef(node);
  written.set(ref, () => {
    const still = ref.deref();
    if (still) {
      still.textContent = coordinates(lat, lon, { digits });
    } else {
      written.delete(ref);
    }
  });
  return node;
}

if (globalThis.addEventListener !== undefined) {
  onNotation(() => [...written.values()].forEach((write) => write()));
}
