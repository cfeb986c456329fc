// Which layers something can be entered into, what is asked first, and what the page knows itself. Pure.
// @ts-check
/** @typedef {import('../core/types.js').Layer} Layer */

const GROUPS = ['events', 'operations', 'protection'];
/** Hotspots are drawn by a tool of their own, and what they came from is taken up there. */
const OWN_TOOL = ['hotspot', 'hotspot-suggestion'];
const STORY = ['raw_text', 'summary', 'description', 'text'];
const FROM_THE_PLACE = ['coord_original', 'place_name', 'admin1', 'admin2', 'admin3'];

/** A layer whose features another layer's incidents rest on. @param {Layer[]} catalog @param {Layer} layer */
export const isReport = (catalog, layer) => catalog.some((other) => other.workflow?.reports === layer.name);

/** @param {Layer} layer */
const takesPoint = (layer) => !layer.geometryRequired || (layer.geometryTypes ?? ['Point']).includes('Point');

/** @param {Layer} layer @returns {boolean} whether this form can change its features */
export const isEditable = (layer) => layer.writable === true && !OWN_TOOL.includes(layer.name) && GROUPS.includes(layer.group);

/** Reports first, then in the order of the tree. @param {Layer[]} catalog @returns {Layer[]} */
export function enterable(catalog) {
  const layers = catalog.filter((layer) => isEditable(layer) && takesPoint(layer));
  return [...layers.filter((layer) => isReport(catalog, layer)), ...layers.filter((layer) => !isReport(catalog, layer))];
}

/**
 * What is asked at once: heading, kind, severity, story and grade. What the page fills in waits with the rest.
 *
 * @param {Layer} layer
 * @returns {string[]}
 */
export function firstFields(layer) {
  const has = (/** @type {string} */ name) => layer.properties.some((property) => property.name === name);
  const known = new Set(Object.keys(defaultsOf(layer, new Date(0), true)));
  const kind = [layer.groupedBy, layer.symbol.property].filter((name) => name !== null);
  const narrower = layer.properties.filter((property) => property.broader && kind.includes(property.broader)).map((property) => property.name);
  const wanted = [layer.titleProperty, ...kind, ...narrower, layer.severity, ...STORY, 'source_reliability', 'info_credibility'];
  return [...new Set(wanted)].filter((name) => name !== null && has(name) && !known.has(name)).map(String);
}

/** What the form never asks. @param {Layer} layer */
export const hiddenFields = (layer) => [layer.workflow?.property ?? '', 'exercise'].filter(Boolean);

/**
 * What the page fills in and a person may change.
 *
 * @param {Layer} layer @param {Date} now @param {boolean} exercise
 * @returns {Record<string, unknown>}
 */
export function defaultsOf(layer, now, exercise) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const { name, type, choices } of layer.properties) {
    if (name === 'received_at' && type === 'timestamp') {
      values[name] = now.toISOString();
    } else if (name === 'channel' && choices?.some((choice) => choice.code === 'WEB')) {
      values[name] = 'WEB';
    } else if (name === 'exercise' && type === 'boolean' && exercise) {
      values[name] = true;
    }
  }
  return values;
}

/** Fields that follow the place until somebody writes into them. @param {Layer} layer @param {Record<string, string>} names @param {string} typed as the place was typed */
export function placeFields(layer, names, typed) {
  const values = /** @type {Record<string, string>} */ ({ ...names, coord_original: typed });
  return Object.fromEntries(FROM_THE_PLACE.filter((name) => layer.properties.some((property) => property.name === name)).map((name) => [name, values[name] ?? '']));
}
