// Drawings that are not saved yet, kept while one works and offered again after the page was loaded anew.
// They are kept in the tab (sessionStorage), which outlives a reload and is gone when the tab is closed or the browser dies; on the
// disk of the computer (localStorage), where anybody who uses it might find them, only those that may lie there.
// @ts-check
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {{key: string, savedAt: string, shape: Shape|null, of: {id: string, tag: string, name: string, marks?: import('../entry/marking.js').Marks}|null, values: Record<string, import('../forms/values.js').Raw>}} Unfinished of: the feature that is being changed; null for a new one */

const PREFIX = 'vigie.drawing.';
const MOST_DAYS = 7;

/**
 * @param {Storage} tab
 * @param {string} username a drawing belongs to a person, not to a computer
 * @param {string} layer
 * @param {{storage: Storage, may: (drawing: Unfinished) => boolean}} [disk] may: whether one may lie there
 */
export function unfinished(tab, username, layer, disk) {
  const own = `${PREFIX}${username}.${layer}.`;
  const storages = disk ? [tab, disk.storage] : [tab];
  for (const name of namesIn(tab)) {
    if (!name.startsWith(`${PREFIX}${username}.`)) {
      tab.removeItem(name);
    }
  }
  return {
    /** @param {Unfinished} drawing */
    keep(drawing) {
      put(tab, own + drawing.key, drawing);
      if (disk?.may(drawing)) {
        put(disk.storage, own + drawing.key, drawing);
      } else {
        disk?.storage.removeItem(own + drawing.key);
      }
    },
    /** The newest first. @param {Date} now @returns {Unfinished[]} */
    list: (now) => [...new Set(storages.flatMap(namesIn))].filter((name) => name.startsWith(own)).flatMap((name) => {
      const drawing = read(storages.map((storage) => storage.getItem(name)).find((text) => text !== null) ?? null);
      return drawing && now.getTime() - Date.parse(drawing.savedAt) < MOST_DAYS * 86_400_000 ? [drawing] : [];
    }).sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
    /** @param {string} key */
    forget: (key) => storages.forEach((storage) => storage.removeItem(own + key)),
  };
}

/** A full storage must not stop anybody from drawing. @param {Storage} storage @param {string} name @param {Unfinished} drawing */
function put(storage, name, drawing) {
  try {
    storage.setItem(name, JSON.stringify(drawing));
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}

/** @param {Storage} storage */
const namesIn = (storage) => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((name) => name.startsWith(PREFIX));

/** @param {string|null} text @returns {Unfinished|null} */
function read(text) {
  try {
    const drawing = JSON.parse(text ?? 'null');
    return drawing && typeof drawing.savedAt === 'string' && typeof drawing.key === 'string' && 'shape' in drawing && drawing.values ? drawing : null;
  } catch {
    return null;
  }
}
