// Versions of a feature from its history: what each was, and in what two of them differ. Pure.
// @ts-check
/** @typedef {{property: string, before: any, after: any}} Difference */
/** @typedef {{version: number, operation: string, author: string, committedAt: string, reason?: string, changes: Difference[]}} Version */

/**
 * @param {Version[]} versions of the history, in any order
 * @param {number} version
 * @returns {Record<string, any>} values by name, the geometry among them; what has no value is absent
 */
export function stateAt(versions, version) {
  /** @type {Record<string, any>} */
  const state = {};
  for (const step of [...versions].sort((a, b) => a.version - b.version).filter((v) => v.version <= version)) {
    for (const { property, after } of step.changes) {
      if (isNothing(after)) {
        delete state[property];
      } else {
        state[property] = after;
      }
    }
  }
  return state;
}

/** @param {Record<string, any>} from @param {Record<string, any>} to @returns {Difference[]} by name; null stands for no value */
export function diff(from, to) {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
    .map((property) => ({ property, before: from[property] ?? null, after: to[property] ?? null }))
    .filter(({ before, after }) => canonical(before) !== canonical(after));
}

/** Set by the server, or changed only in its own way. */
const NOT_RESTORED = new Set(['id', 'version', 'recorded_at', 'classification', 'compartments', 'source_system', 'source_id', 'licence', 'original', 'provenance']);

/**
 * The merge patch (RFC 7396) that brings a feature back to an earlier state. Marks and workflow states stay: they have ways and
 * witnesses of their own.
 *
 * @param {Record<string, any>} now
 * @param {Record<string, any>} wanted
 * @param {string|null} [workflowProperty]
 * @returns {{geometry?: any, properties?: Record<string, any>}|null} null when there is nothing to bring back
 */
export function restoring(now, wanted, workflowProperty = null) {
  const changes = diff(now, wanted).filter(({ property }) => !NOT_RESTORED.has(property) && property !== workflowProperty);
  if (changes.length === 0) {
    return null;
  }
  const place = changes.find(({ property }) => property === 'geometry');
  const properties = Object.fromEntries(changes.filter((change) => change !== place).map(({ property, after }) => [property, after]));
  return { ...(place ? { geometry: place.after } : {}), properties };
}

/** Metres between two points on a sphere of the mean earth radius; null unless both are points. @param {any} from @param {any} to */
export function metresBetween(from, to) {
  if (from?.type !== 'Point' || to?.type !== 'Point') {
    return null;
  }
  const rad = Math.PI / 180;
  const [lon1, lat1, lon2, lat2] = [...from.coordinates.slice(0, 2), ...to.coordinates.slice(0, 2)].map((degrees) => degrees * rad);
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** @param {any} value */
const isNothing = (value) => value === null || value === undefined;

/** Equal values give equal text whatever the order of their members. @param {any} value @returns {string} */
function canonical(value) {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part) ?? 'null';
}
