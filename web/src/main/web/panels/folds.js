// What of the layer tree is folded away: kept in this browser, for how much one wants to read is nobody else's matter.
// @ts-check

const KEPT = 'vigie.folds';

/** @returns {Record<string, boolean>} by id, whether it is open */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}

/** @param {string} id @param {boolean} usual when nobody chose */
export const isOpen = (id, usual) => read()[id] ?? usual;

/** @param {string} id @param {boolean} open */
export const keepOpen = (id, open) => localStorage.setItem(KEPT, JSON.stringify({ ...read(), [id]: open }));
