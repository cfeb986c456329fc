// What becomes of one attempt to send an entry. Pure but for the asking.
// @ts-check
import { fitsDisk } from '../core/classification.js';
import { reasonOf } from '../core/reason.js';
import { patchFrom } from '../entry/outgoing.js';
/** @typedef {import('./queue-store.js').Entry} Entry */
/** @typedef {ReturnType<typeof import('../forms/features.js').features>} Features */

/** The line, the server or the session is not there: nothing is wrong with the entry. @param {any} error */
const isForLater = (error) => !error.status || error.status === 401 || error.status === 408 || error.status === 429 || error.status >= 500;

/** May lie on a disk that others use, as drafts may. @param {import('../core/types.js').Layer} layer @param {Record<string, any>} values @param {string} [most] mark that may lie there */
export function mayLieOnDisk(layer, values, most = 'UNCLASSIFIED') {
  const isFilled = (/** @type {any} */ value) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return fitsDisk(most, { classification: values.classification ?? layer.defaultClassification ?? 'UNCLASSIFIED', compartments: values.compartments ?? layer.defaultCompartments ?? [] })
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
 * @param {Pick<import('../workflow/requests.js').Workflow, 'link'|'step'>} workflow
 * @returns {Promise<{now: 'sent', tag: string|null}|{now: 'later'}|{now: 'conflict'}|{now: 'refused', problem: string}>} tag: of what stands there now, where something was there before
 */
export async function attempt(stored, entry, workflow) {
  try {
    return { now: 'sent', tag: await deliver(stored, entry, workflow) };
  } catch (error) {
    if (entry.kind === 'remove' && (error.status === 404 || error.status === 410)) {
      return { now: 'sent', tag: null }; // gone already, perhaps by this very entry
    }
    if (error.status === 412 && entry.target !== null) {
      return changedMeanwhile(stored, entry, entry.target.id);
    }
    return isForLater(error) ? { now: 'later' } : { now: 'refused', problem: reasonOf(error) };
  }
}

/** @param {Features} stored @param {Entry} entry @param {Pick<import('../workflow/requests.js').Workflow, 'link'|'step'>} workflow @returns {Promise<string|null>} */
async function deliver(stored, entry, workflow) {
  const { kind, layer, target, link, step } = entry;
  if (target === null) {
    const { id } = await stored.create(entry.geometry, entry.properties, entry.id);
    if (link) {
      await workflow.link(link.name, { layer, id }, link.to);
    }
  } else if (kind === 'remove') {
    await stored.remove(target);
  } else if (step) {
    return `"${(await workflow.step({ layer, id: target.id }, versionOf(target.tag), step.to, step.reason)).version}"`;
  } else {
    const patch = patchFrom(target.base, entry.properties);
    return patch ? (await stored.change(target, patch)).tag : null;
  }
  return null;
}

/** The number in an entity tag. @param {string} tag */
const versionOf = (tag) => Number(/\d+/.exec(tag)?.[0]);

/** Perhaps by this very entry, whose answer was lost on the way. @param {Features} stored @param {Entry} entry @param {string} id @returns {Promise<{now: 'sent', tag: string|null}|{now: 'later'|'conflict'}>} */
async function changedMeanwhile(stored, entry, id) {
  try {
    const { tag, values } = await presentOf(stored, id);
    return isThere(entry, values) ? { now: 'sent', tag } : { now: 'conflict' };
  } catch (error) {
    return error.status === 404 && entry.kind === 'remove' ? { now: 'sent', tag: null } : { now: 'later' };
  }
}

/** @param {Entry} entry @param {Record<string, any>} present */
const isThere = ({ kind, step, properties }, present) => (kind === 'remove' ? false : step ? present[step.property] === step.to : patchFrom(present, properties) === null);


/** @typedef {import('./queue-store.js').Made} Made */
/** @typedef {Pick<Entry, Made>} Waiting */
/** @typedef {import('../core/types.js').Layer} Layer */

const NOTHING = { geometry: null, properties: {}, target: null, link: null, step: null, draft: null, drawing: null };

/** @param {Layer} layer @param {Partial<Waiting> & {id: string, properties: Record<string, any>}} made @param {string} most mark that may lie on the disk @returns {Waiting} */
export const newEntry = (layer, made, most) => ({ ...NOTHING, ...made, kind: 'create', layer: layer.name, title: titleOf(layer, made.properties), isOnDisk: mayLieOnDisk(layer, made.properties, most) });

/** @param {Layer} layer @param {NonNullable<Entry['target']>} target @param {Partial<Waiting> & {properties: Record<string, any>}} made properties: every field as it should be, geometry among them @param {string} most mark that may lie on the disk @returns {Waiting} */
export const changeEntry = (layer, target, made, most) => ({ ...NOTHING, id: crypto.randomUUID(), ...made, kind: 'change', layer: layer.name, title: titleOf(layer, made.properties),
  isOnDisk: mayLieOnDisk(layer, made.properties, most) && mayLieOnDisk(layer, target.base, most), target });

/** @param {Layer} layer @param {NonNullable<Entry['target']>} target @param {string} most mark that may lie on the disk @returns {Waiting} */
export const removeEntry = (layer, target, most) => ({ ...NOTHING, id: crypto.randomUUID(), kind: 'remove', layer: layer.name, title: titleOf(layer, target.base), isOnDisk: mayLieOnDisk(layer, target.base, most), properties: target.base, target });

/**
 * @param {Layer} layer
 * @param {{id: string, version: number, title: string, marks: {classification: string, compartments: string[]}}} feature
 * @param {Omit<import('./queue-store.js').Step, 'property'>} step
 * @param {string} most mark that may lie on the disk
 * @returns {Waiting}
 */
export const stepEntry = (layer, { id, version, title, marks }, step, most) => ({ ...NOTHING, id: crypto.randomUUID(), kind: 'step', layer: layer.name, title, isOnDisk: fitsDisk(most, marks),
  properties: { ...marks }, target: { id, tag: `"${version}"`, base: {} }, step: { ...step, property: layer.workflow?.property ?? '' } });

/** @param {Layer} layer @param {Record<string, any>} values */
export const titleOf = (layer, values) => String((layer.titleProperty && values[layer.titleProperty]) || values.name || layer.title);
