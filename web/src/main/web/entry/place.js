// The place that is being entered: what was typed, what it was understood as, what still has to be
// asked before it is taken. Pure.
// @ts-check
/** @typedef {{position: [number, number], text: string, locationClass: string, radiusM: number, reason?: string, mgrs?: string, detail?: string}} Spot position: longitude, latitude */
/** @typedef {{code: string, text: string, instead?: Spot}} Warning */
/** @typedef {{kind: string, best?: Spot, candidates?: Spot[], names?: Record<string, string>, warnings?: Warning[], problem?: {what: string, fix: string}}} Located answer of /api/locate */
/**
 * @typedef {object} Place
 * @property {string} text as typed; empty when it came from the map
 * @property {Spot|null} spot
 * @property {Spot[]} candidates
 * @property {Record<string, string>} names
 * @property {Warning[]} questions what must be answered before the place is taken
 * @property {string[]} notes what is worth knowing and needs no answer
 * @property {string} problem why it was not understood
 * @property {boolean} unknown said to be unknown
 */

/** @type {Place} */
export const NOWHERE = { text: '', spot: null, candidates: [], names: {}, questions: [], notes: [], problem: '', unknown: false };
/** A wrong place is worse than a question: these are asked. */
const ASKED = ['swapped', 'outside', 'ambiguous', 'similar'];
/** Radius in metres that each class stands for, smallest first. */
const CLASSES = /** @type {[string, number][]} */ ([['GPS', 30], ['SITE', 250], ['VILLAGE', 3_000], ['NEAR_PLACE', 15_000], ['ADM3', 20_000], ['ADM2', 50_000], ['ADM1', 150_000], ['COUNTRY', 500_000]]);
const SITE_M = 250;
/** Say what kind of place it is, whatever the radius. */
const BY_KIND = ['ROUTE_SEGMENT', 'MARITIME_AIR'];

/** @param {string} text @param {Located} answer @returns {Place} */
export function understood(text, answer) {
  const warnings = answer.warnings ?? [];
  return {
    ...NOWHERE, text, spot: answer.best ?? null, candidates: answer.candidates ?? [], names: answer.names ?? {},
    questions: warnings.filter((warning) => ASKED.includes(warning.code)),
    notes: warnings.filter((warning) => !ASKED.includes(warning.code)).map((warning) => warning.text),
    problem: answer.problem ? [answer.problem.what, answer.problem.fix].filter(Boolean).join('. ') : answer.best ? '' : 'unknown',
  };
}

/** The question was answered by yes. @param {Place} place @param {string} code @returns {Place} */
export const confirmed = (place, code) => ({ ...place, questions: place.questions.filter((question) => question.code !== code) });

/** One of the places it may mean: it need not be chosen again, but may still lie outside. @param {Place} place @param {Spot} spot @returns {Place} */
export const chosen = (place, spot) => ({ ...place, spot, questions: place.questions.filter(({ code }) => code !== 'ambiguous' && code !== 'similar') });

/** What the server says of a spot that was chosen, moved or exchanged; the words of the spot stay. @param {Place} place @param {Located} answer of the point alone @returns {Place} */
export function surveyed(place, answer) {
  const questions = (answer.warnings ?? []).filter(({ code }) => code === 'outside');
  return { ...place, names: answer.names ?? {}, questions, spot: place.spot ? { ...place.spot, mgrs: answer.best?.mgrs ?? place.spot.mgrs } : null };
}

/** @param {Place} place @param {number} radiusM @param {string} reason @returns {Place} the class follows the radius */
export function widened(place, radiusM, reason) {
  return place.spot ? { ...place, spot: { ...place.spot, radiusM, reason, locationClass: classOf(radiusM, place.spot.locationClass) } } : place;
}

/**
 * A point of the map is no better known than the map shows it, and never better than a site.
 *
 * @param {[number, number]} position longitude, latitude @param {number} shownM what the map shows, metres
 * @param {{radiusM: number, reason: string}|null} known of a place that is only moved a little @param {string} reason
 * @returns {Spot}
 */
export function offTheMap(position, shownM, known, reason) {
  const least = Math.max(SITE_M, Math.ceil(shownM / 10) * 10);
  const radiusM = Math.max(least, known?.radiusM ?? 0);
  return { position, text: '', radiusM, reason: known && known.radiusM >= least ? known.reason : reason, locationClass: classOf(radiusM, 'SITE') };
}

/** @param {Place} place @param {string} locationClass @param {string} reason @returns {Place} the radius follows the class where it did not fit it */
export function classed(place, locationClass, reason) {
  const radius = CLASSES.find(([name]) => name === locationClass)?.[1];
  return place.spot ? { ...place, spot: { ...place.spot, locationClass, reason, radiusM: radius ?? place.spot.radiusM } } : place;
}

/** @param {number} radiusM @param {string} now @returns {string} the narrowest class that is as wide */
export function classOf(radiusM, now) {
  return BY_KIND.includes(now) ? now : CLASSES.find(([, metres]) => radiusM <= metres)?.[0] ?? 'COUNTRY';
}

/**
 * Why the place cannot be sent; null when it can.
 *
 * @param {Place} place @param {boolean} required
 * @returns {'notUnderstood'|'unanswered'|'none'|'noneRequired'|'radiusWrong'|null}
 */
export function hindrance(place, required) {
  if (place.unknown && !required) {
    return null;
  }
  if (!place.spot) {
    return place.text.trim() !== '' ? 'notUnderstood' : required ? 'noneRequired' : 'none';
  }
  if (place.questions.length > 0) {
    return 'unanswered';
  }
  return place.spot.radiusM > 0 ? null : 'radiusWrong';
}

/** Attributes and geometry as they are sent. @param {Place} place @returns {{geometry: GeoJSON.Point|null, properties: Record<string, unknown>}} */
export function located(place) {
  const { spot } = place;
  return !spot || place.unknown
    ? { geometry: null, properties: { location_class: null, radius_m: null } }
    : { geometry: { type: 'Point', coordinates: spot.position }, properties: { location_class: spot.locationClass, radius_m: spot.radiusM } };
}

/** The place of a feature that is there. @param {GeoJSON.Geometry|null} geometry @param {Record<string, any>} values @returns {Place} */
export function placeOf(geometry, values) {
  if (geometry?.type !== 'Point') {
    return { ...NOWHERE, unknown: geometry === null };
  }
  const position = /** @type {[number, number]} */ (geometry.coordinates.slice(0, 2));
  return { ...NOWHERE, text: values.coord_original ?? '', spot: { position, text: values.place_name ?? '', locationClass: values.location_class ?? 'SITE', radiusM: values.radius_m ?? 250 } };
}
