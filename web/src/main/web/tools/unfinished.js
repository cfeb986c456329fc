// Drawings that are not saved yet, kept while one works and offered again after the page was loaded anew.
// They are kept in the tab (sessionStorage), which outlives a reload and a crash and is gone when the tab is closed: on the
// disk of the computer (localStorage) anybody who uses it might find them.
// @ts-check
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {{key: string, savedAt: string, shape: Shape|null, of: {id: string, tag: string, name: string}|null, values: Record<string, import('../forms/values.js').Raw>}} Unfinished of: the feature that is being changed; null for a new one */

const PREFIX = 'vigie.drawing.';
const MOST_DAYS = 7;

/**
 * @param {Storage} tab
 * @param {string} username a drawing belongs to a person, not to a computer
 * @param {string} layer
 */
export function unfinished(tab, username, layer) {
  const own = `${PREFIX}${username}.${layer}.`;
  for (const name of namesIn(tab)) {
    if (!name.startsWith(`${PREFIX}${username}.`)) {
      tab.removeItem(name);
    }
  }
  return {
    /** @param {Unfinished} drawing */
    keep(drawing) {
      try {
        tab.setItem(own + drawing.key, JSON.stringify(drawing));
      } catch (error) {
        // A full storage must not stop anybody from drawing.
        if (!(error instanceof DOMException)) {
          throw error;
        }
      }
    },
    /** The newest first. @param {Date} now @returns {Unfinished[]} */
    list: (now) => namesIn(tab).filter((name) => name.startsWith(own)).flatMap((name) => {
      const drawing = read(tab.getItem(name));
      return drawing && now.getTime() - Date.parse(drawing.savedAt) < MOST_DAYS * 86_400_000 ? [drawing] : [];
    }).sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
    /** @param {string} key */
    forget: (key) => tab.removeItem(own + key),
  };
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
