// The administrative areas of the mission, from which an area of responsibility is chosen.
// @ts-check
import { api } from './parts.js';
import { extentOf, isSame } from './area-text.js';

/** @typedef {import('./area-text.js').Area} Area */
/** @typedef {{id: string, name: string, level: string, area: Area}} Place */

const MOST = 1000;

/** By level and name. @returns {Promise<Place[]>} */
export async function readPlaces() {
  const answer = await api.json(`/collections/admin-area/items?limit=${MOST}&f=json`, { headers: { accept: 'application/geo+json' } });
  return answer.features
    .filter((/** @type {any} */ feature) => /Polygon$/.test(feature.geometry?.type))
    .map((/** @type {any} */ feature) => ({ id: String(feature.id), name: feature.properties.name, level: feature.properties.level, area: feature.geometry }))
    .sort((/** @type {Place} */ a, /** @type {Place} */ b) => a.level.localeCompare(b.level) || a.name.localeCompare(b.name));
}

/** Those that are drawn around a chosen one. @param {Place[]} places @returns {Area[]} */
export const provinces = (places) => places.filter((place) => place.level === 'ADM1').map((place) => place.area);

/** The name of an area, when it is one of the places'. @param {Area} area @param {Place[]} places */
export const placeOf = (area, places) => places.find((place) => isSame(place.area, area)) ?? null;

/** West to east, south to north, in degrees with two decimals. @param {Area} area */
export function extentText(area) {
  const [west, south, east, north] = extentOf(area);
  const longitude = (/** @type {number} */ x) => `${Math.abs(x).toFixed(2)}° ${x < 0 ? 'W' : 'E'}`;
  const latitude = (/** @type {number} */ y) => `${Math.abs(y).toFixed(2)}° ${y < 0 ? 'S' : 'N'}`;
  return `${longitude(west)} – ${longitude(east)}, ${latitude(south)} – ${latitude(north)}`;
}
