// A report of what changed, put in the order in which people read it, and what of it was seen. Pure.
// @ts-check
/** @typedef {import('./requests.js').ShiftReport} ShiftReport */
/** @typedef {import('./requests.js').ShiftChange} ShiftChange */

/** @param {ShiftReport} report @returns {ShiftChange[]} */
export const changesOf = (report) => report.layers.flatMap(({ changes }) => changes);

/** In which order one asks for them: what became worse, what is new, what was corrected, what is over. */
const KINDS = /** @type {ShiftChange['what'][]} */ (['worse', 'created', 'changed', 'closed', 'gone']);

/** How many there are of each kind, without those of which there are none. @param {ShiftReport} report @returns {[ShiftChange['what'], number][]} */
export function kindsOf(report) {
  const all = changesOf(report);
  return KINDS.map((kind) => /** @type {[ShiftChange['what'], number]} */ ([kind, all.filter(({ what }) => what === kind).length])).filter(([, n]) => n > 0);
}

/** By kind, the gravest first, then the newest, so that what was lost sight of comes last. @param {ShiftChange} a @param {ShiftChange} b */
const byWeight = (a, b) => KINDS.indexOf(a.what) - KINDS.indexOf(b.what) || (b.severity ?? 0) - (a.severity ?? 0) || (b.at ?? '').localeCompare(a.at ?? '') || a.id.localeCompare(b.id);

/**
 * @param {ShiftReport} report
 * @param {string[]} order names of the layers as the layer tree has them
 * @param {{unreadOnly?: boolean}} [options]
 * @returns {{layer: string, changes: ShiftChange[]}[]} layers without anything to tell are left out
 */
export function inOrder(report, order, { unreadOnly = false } = {}) {
  return report.layers
    .map(({ layer, changes }) => ({ layer, changes: changes.filter((change) => !unreadOnly || !change.seen).sort(byWeight) }))
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
