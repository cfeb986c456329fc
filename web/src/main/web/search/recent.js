// What was chosen here last, kept in this browser: coordinates, places of the reference map, layers and tools. Never what
// was typed, and never a feature: a title may name somebody.
// @ts-check

const KEPT = 'vigie.search.recent';
const MOST = 6;

/** @typedef {{kind: 'place', title: string, lon: number, lat: number, radius: number}|{kind: 'layer'|'tool', id: string}} Recent */

/** @param {any} entry @returns {entry is Recent} */
const isRecent = (entry) => (entry?.kind === 'place'
  ? typeof entry.title === 'string' && [entry.lon, entry.lat, entry.radius].every(Number.isFinite)
  : (entry?.kind === 'layer' || entry?.kind === 'tool') && typeof entry.id === 'string');

/** @returns {Recent[]} newest first */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    // Written by an older page, or by hand.
    return [];
  }
}

/** @param {Recent} entry */
export function remember(entry) {
  const key = JSON.stringify(entry);
  localStorage.setItem(KEPT, JSON.stringify([entry, ...recent().filter((each) => JSON.stringify(each) !== key)].slice(0, MOST)));
}

export const forgetRecent = () => localStorage.removeItem(KEPT);
