// What was typed and not sent yet. It is kept in the tab (sessionStorage), which forgets it when the
// tab is closed. On the disk of the computer (localStorage), where anybody who uses the computer may
// find it, only a draft is kept that everybody of the mission might read: marked no higher than the mission
// lets lie on the disks of its computers, without compartments, without protected fields and without a place
// that would have to be coarsened.
// @ts-check
import { fitsDisk } from '../core/classification.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../forms/values.js').Raw} Raw */
/**
 * @typedef {object} Draft
 * @property {string} key Idempotency-Key of every attempt to send it
 * @property {string} savedAt
 * @property {Record<string, Raw>} fields
 * @property {import('./place.js').Place} place
 * @property {{text: string, precision: string}} time
 * @property {{classification: string, compartments: string[]}} marks
 * @property {{tag: string, values: Record<string, any>}|null} base what an edit started from
 */

const PREFIX = 'vigie.draft.';
const MOST_DAYS = 7;

/** @param {Layer} layer @param {Pick<Draft, 'fields'|'marks'>} draft @param {string} highest mark that may lie on the disk */
export function mayLieOnDisk(layer, draft, highest = 'UNCLASSIFIED') {
  const isFilled = (/** @type {Raw|undefined} */ raw) => (Array.isArray(raw) ? raw.length > 0 : Boolean(raw));
  const isCoarse = (/** @type {Raw|undefined} */ raw) => [raw].flat().some((each) => layer.generalisedCodes?.includes(codeOf(layer, String(each))));
  return fitsDisk(highest, draft.marks)
    && layer.properties.every((property) => !property.protection || !isFilled(draft.fields[property.name]))
    && !Object.values(draft.fields).some(isCoarse);
}

/** Open lists are typed by label. @param {Layer} layer @param {string} text */
const codeOf = (layer, text) => layer.properties.flatMap((property) => property.choices ?? []).find((choice) => choice.label.toLowerCase() === text.toLowerCase())?.code ?? text;

/**
 * @param {{tab: Storage, disk: Storage}} storages
 * @param {string} username drafts belong to a person, not to a computer
 * @param {string} [highest] mark that may lie on the disk
 */
export function drafts({ tab, disk }, username, highest) {
  const own = `${PREFIX}${username}.`;
  const both = [tab, disk];
  for (const name of namesIn(tab)) {
    if (!name.startsWith(own)) {
      tab.removeItem(name);
    }
  }
  return {
    /** @param {string} name of what is being done @param {Layer} layer @param {Draft} draft */
    keep(name, layer, draft) {
      const text = JSON.stringify(draft);
      attempt(() => tab.setItem(own + name, text));
      if (mayLieOnDisk(layer, draft, highest)) {
        attempt(() => disk.setItem(own + name, text));
      } else {
        disk.removeItem(own + name);
      }
    },
    /** @param {string} name @param {Date} now @returns {Draft|null} */
    find(name, now) {
      for (const storage of both) {
        const draft = read(storage.getItem(own + name));
        if (draft && now.getTime() - Date.parse(draft.savedAt) < MOST_DAYS * 86_400_000) {
          return draft;
        }
      }
      return null;
    },
    /** @param {string} name */
    forget: (name) => both.forEach((storage) => storage.removeItem(own + name)),
  };
}

/** @typedef {ReturnType<typeof drafts>} Drafts */

/** @param {Storage} storage */
const namesIn = (storage) => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((name) => name.startsWith(PREFIX));

/** A full storage must not stop anybody from typing. @param {() => void} action */
function attempt(action) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}

/** @param {string|null} text @returns {Draft|null} */
function read(text) {
  try {
    const draft = text === null ? null : JSON.parse(text);
    return draft && typeof draft.key === 'string' && draft.fields && draft.place && draft.time && draft.marks ? draft : null;
  } catch {
    return null;
  }
}
