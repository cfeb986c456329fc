// What becomes of one attempt to send an entry. Pure but for the asking.
// @ts-check
import { patchFrom } from '../entry/outgoing.js';
/** @typedef {import('./queue-store.js').Entry} Entry */
/** @typedef {ReturnType<typeof import('../forms/features.js').features>} Features */

/** The line, the server or the session is not there: nothing is wrong with the entry. @param {any} error */
const isForLater = (error) => !error.status || error.status === 401 || error.status === 408 || error.status === 429 || error.status >= 500;

/** May lie on a disk that others use: as drafts may, see decision 93. @param {import('../core/types.js').Layer} layer @param {Record<string, any>} values */
export function mayLieOnDisk(layer, values) {
  const isFilled = (/** @type {any} */ value) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return (values.classification ?? layer.defaultClassification ?? 'UNCLASSIFIED') === 'UNCLASSIFIED'
    && (values.compartments ?? layer.defaultCompartments ?? []).length === 0
    && layer.properties.every((property) => !property.protection || !isFilled(values[property.name]))
    && !Object.values(values).flat().some((value) => typeof value === 'string' && layer.generalisedCodes?.includes(value));
}

/** @param {Features} stored @param {string} id @returns {Promise<{tag: string, values: Record<string, any>}>} what stands now */
export async function presentOf(stored, id) {
  const { tag, properties, geometry } = await stored.find(id);
  return { tag, values: { ...properties, geometry } };
}

/**
 * @param {Features} stored
 * @param {Entry} entry
 * @param {(link: NonNullable<Entry['link']>, from: {layer: string, id: string}) => Promise<unknown>} link
 * @returns {Promise<{now: 'sent'|'later'}|{now: 'conflict'}|{now: 'refused', problem: string}>}
 */
export async function attempt(stored, entry, link) {
  try {
    if (entry.target === null) {
      const { id } = await stored.create(entry.geometry, entry.properties, entry.id);
      if (entry.link) {
        await link(entry.link, { layer: entry.layer, id });
      }
    } else {
      const patch = patchFrom(entry.target.base, entry.properties);
      if (patch) {
        await stored.change(entry.target, patch);
      }
    }
    return { now: 'sent' };
  } catch (error) {
    if (error.status === 412 && entry.target !== null) {
      return changedMeanwhile(stored, entry, entry.target.id);
    }
    return isForLater(error) ? { now: 'later' } : { now: 'refused', problem: reasons(error) };
  }
}

/** Perhaps by this very entry, whose answer was lost on the way. @param {Features} stored @param {Entry} entry @param {string} id @returns {Promise<{now: 'sent'|'later'|'conflict'}>} */
async function changedMeanwhile(stored, entry, id) {
  try {
    return { now: patchFrom((await presentOf(stored, id)).values, entry.properties) === null ? 'sent' : 'conflict' };
  } catch {
    return { now: 'later' };
  }
}

/** @param {any} error */
const reasons = (error) => (error.errors ?? []).map((/** @type {any} */ each) => [each.field, each.what, each.fix].filter(Boolean).join(': ')).join(' · ') || error.message;

/** @typedef {Pick<Entry, 'id'|'kind'|'layer'|'title'|'isOnDisk'|'geometry'|'properties'|'target'|'link'|'draft'>} Waiting */

/** @param {import('../core/types.js').Layer} layer @param {Pick<Entry, 'id'|'geometry'|'properties'|'link'|'draft'>} made @returns {Waiting} */
export const newEntry = (layer, made) => ({ ...made, kind: 'create', layer: layer.name, title: titleOf(layer, made.properties), isOnDisk: mayLieOnDisk(layer, made.properties), target: null });

/** @param {import('../core/types.js').Layer} layer @param {NonNullable<Entry['target']>} target @param {Record<string, any>} properties every field as it should be, geometry among them @returns {Waiting} */
export const changeEntry = (layer, target, properties) => ({
  id: crypto.randomUUID(), kind: 'change', layer: layer.name, title: titleOf(layer, properties), isOnDisk: mayLieOnDisk(layer, properties) && mayLieOnDisk(layer, target.base),
  geometry: null, properties, target, link: null, draft: null,
});

/** @param {import('../core/types.js').Layer} layer @param {Record<string, any>} values */
const titleOf = (layer, values) => String((layer.titleProperty && values[layer.titleProperty]) || values.name || layer.title);
