// What was not sent, as a file: whatever becomes of this browser, nothing that somebody entered is lost. Pure.
// @ts-check
import { CLASSIFICATIONS, highest } from '../core/classification.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

/**
 * @param {Entry[]} entries
 * @param {{mission: string, username: string, at: string, catalog: import('../core/types.js').Layer[]}} of at: RFC 3339; catalog: tells how what says nothing is marked
 * @returns {{name: string, text: string}} GeoJSON; each feature says under `vigie:unsent` what was to be done with it
 */
export function queueFile(entries, { mission, username, at, catalog }) {
  const features = entries.map(({ id, kind, layer, title, queuedAt, state, problem, geometry, properties, target, link, step }) => {
    const { geometry: changed, ...values } = properties;
    return {
      type: 'Feature', id: target?.id ?? id, geometry: geometry ?? changed ?? null, properties: values,
      'vigie:unsent': { kind, layer, title, queuedAt, state, problem, idempotencyKey: id, ...(target ? { version: target.tag } : {}), ...(link ? { link } : {}), ...(step ? { step: { to: step.to, reason: step.reason } } : {}) },
    };
  });
  const classification = highest(entries.map(({ layer, properties }) => properties.classification ?? catalog.find(({ name: known }) => known === layer)?.defaultClassification ?? CLASSIFICATIONS[CLASSIFICATIONS.length - 1]));
  return { name: `unsent-${at.slice(0, 16).replace(/\D/g, '')}.geojson`, text: JSON.stringify({ type: 'FeatureCollection', classification, mission, enteredBy: username, savedAt: at, features }, null, 1) };
}
