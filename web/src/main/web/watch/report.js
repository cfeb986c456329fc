// A report of what changed, put in the order in which people read it, and what of it was seen. Pure.
// @ts-check
/** @typedef {import('./requests.js').ShiftReport} ShiftReport */
/** @typedef {import('./requests.js').ShiftChange} ShiftChange */

/** @param {ShiftReport} report @returns {ShiftChange[]} */
const changesOf = (report) => report.layers.flatMap(({ changes }) => changes);

/** In which order one asks for them: what became worse, what is new, what was corrected, what is over. */
export const KINDS = /** @type {ShiftChange['what'][]} */ (['worse', 'created', 'moved', 'changed', 'closed', 'gone']);

/** What of a report is listed; nothing named means all. @typedef {{kinds: string[], layers: string[], unread: boolean}} Choice */
/** @type {Choice} */
export const EVERYTHING = { kinds: [], layers: [], unread: false };

/** @param {Choice} choice */
export const isNarrow = ({ kinds, layers, unread }) => unread || kinds.length + layers.length > 0;

/** Whether it leaves out what was not seen: whoever ticks off the list has not read all. @param {Choice} choice */
export const leavesOut = ({ kinds, layers }) => kinds.length + layers.length > 0;

/** @param {Choice} choice @param {ShiftChange} change */
const isListed = ({ kinds, layers, unread }, { what, layer, seen }) => (kinds.length === 0 || kinds.includes(what)) && (layers.length === 0 || layers.includes(layer)) && (!unread || !seen);

/** One name more or one less. @param {string[]} names @param {string} name */
export const toggled = (names, name) => (names.includes(name) ? names.filter((each) => each !== name) : [...names, name]);

/** How many there are of each kind, of what else was chosen; without those of which there are none at all. @param {ShiftReport} report @param {Choice} [choice] @returns {[ShiftChange['what'], number][]} */
export function kindsOf(report, choice = EVERYTHING) {
  const all = changesOf(report);
  const listed = all.filter((change) => isListed({ ...choice, kinds: [] }, change));
  return KINDS.filter((kind) => choice.kinds.includes(kind) || all.some(({ what }) => what === kind)).map((kind) => [kind, listed.filter(({ what }) => what === kind).length]);
}

/** The same of each layer. @param {ShiftReport} report @param {string[]} order names as the layer tree has them @param {Choice} choice @returns {[string, number][]} */
export function layersOf(report, order, choice) {
  const listed = changesOf(report).filter((change) => isListed({ ...choice, layers: [] }, change));
  const names = new Set([...report.layers.filter(({ changes }) => changes.length > 0).map(({ layer }) => layer), ...choice.layers]);
  return order.filter((name) => names.has(name)).map((name) => [name, listed.filter(({ layer }) => layer === name).length]);
}

/** By kind, the gravest first, then the newest, so that what was lost sight of comes last. @param {ShiftChange} a @param {ShiftChange} b */
const byWeight = (a, b) => KINDS.indexOf(a.what) - KINDS.indexOf(b.what) || (b.severity ?? 0) - (a.severity ?? 0) || (b.at ?? '').localeCompare(a.at ?? '') || a.id.localeCompare(b.id);

/**
 * @param {ShiftReport} report
 * @param {string[]} order names of the layers as the layer tree has them
 * @param {Choice} [choice]
 * @returns {{layer: string, changes: ShiftChange[]}[]} layers without anything to tell are left out
 */
export function inOrder(report, order, choice = EVERYTHING) {
  return report.layers
    .map(({ layer, changes }) => ({ layer, changes: changes.filter((change) => isListed(choice, change)).sort(byWeight) }))
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer));
}

/** @param {ShiftReport} report @param {{layer: string, id: string, version: number}[]} seen @returns {ShiftReport} with its exact count of what was not seen */
export function withSeen(report, seen) {
  const keys = new Set(seen.map(({ layer, id, version }) => `${layer}/${id}/${version}`));
  const layers = report.layers.map((group) => ({ ...group,
    changes: group.changes.map((change) => (keys.has(`${change.layer}/${change.id}/${change.version}`) ? { ...change, seen: true } : change)) }));
  return { ...report, layers, unread: layers.reduce((n, { changes }) => n + changes.filter((change) => !change.seen).length, 0) };
}

/** @param {ShiftReport} report */
export const seenIn = (report) => changesOf(report).filter((change) => change.seen);

/** Where something was not seen yet. @param {ShiftReport|null} report @param {string[]} shown layers that are on @returns {ShiftChange[]} */
export const unreadPlaces = (report, shown) => (report ? changesOf(report).filter((change) => !change.seen && change.place && shown.includes(change.layer)) : []);
