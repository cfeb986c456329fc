// How findings are coloured: the legend that comes with a result, and which class a finding is in.
// @ts-check
import { el } from '../core/dom.js';
import { words as say } from '../words/analysis.js';
/** @typedef {{value?: string|null, from?: number|null, below?: number|null, label: string, tone: string}} Entry */
/** @typedef {{title: string, property: string, entries: Entry[]}} Legend */
/** @typedef {GeoJSON.Feature<GeoJSON.Geometry, Record<string, any>>} Finding */

/** @param {Legend|undefined} legend @param {Finding} finding @returns {Entry|null} */
export function entryOf(legend, finding) {
  const value = finding.properties?.[legend?.property ?? ''];
  if (!legend) {
    return null;
  }
  if (value === undefined || value === null) {
    return legend.entries.find((entry) => entry.tone === 'UNKNOWN') ?? null;
  }
  return legend.entries.find((entry) => (entry.value !== undefined && entry.value !== null ? String(value) === entry.value
    : typeof value === 'number' && (entry.from ?? -Infinity) <= value && value < (entry.below ?? Infinity) && entry.tone !== 'UNKNOWN')) ?? null;
}

/** As a style sheet names it. @param {string|undefined} tone */
export const toneClass = (tone) => `tone-${(tone ?? 'STEP_3').toLowerCase().replaceAll('_', '-')}`;

/** Neither the background nor unknown: what a person is to look at. @param {string|undefined} tone */
export const isNotable = (tone) => tone !== 'NEUTRAL' && tone !== 'UNKNOWN';

/** What counts as found when two results are laid over each other: what is hot, where anything can be. @param {Legend|undefined} legend @param {Finding[]} findings */
export function hotOf(legend, findings) {
  const tests = legend?.entries.some((entry) => entry.tone.startsWith('HOT')) ?? false;
  const areas = findings.filter(({ geometry }) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon');
  return { tests, areas: tests ? areas.filter((finding) => entryOf(legend, finding)?.tone.startsWith('HOT')) : areas.filter((finding) => isNotable(entryOf(legend, finding)?.tone)) };
}

/** How many findings are in each class. @param {Legend} legend @param {Finding[]} findings @returns {Map<Entry, number>} in the order of the legend */
export function countsOf(legend, findings) {
  const counts = new Map(legend.entries.map((entry) => [entry, 0]));
  findings.forEach((finding) => { const entry = entryOf(legend, finding); if (entry) { counts.set(entry, (counts.get(entry) ?? 0) + 1); } });
  return counts;
}

/** @param {Legend} legend @param {Finding[]} findings */
export function legendNode(legend, findings) {
  const counts = countsOf(legend, findings);
  return el('section', { class: 'detail-section analysis-legend', 'data-testid': 'analysis-legend' },
    el('h3', {}, legend.title),
    el('ul', {}, legend.entries.map((entry) => el('li', { class: counts.get(entry) === 0 ? 'is-absent' : '' },
      swatch(entry.tone), el('span', {}, entry.label), el('span', { class: 'muted figures', title: say.list }, String(counts.get(entry) ?? 0))))));
}

/** @param {string|undefined} tone */
export const swatch = (tone) => el('span', { class: `swatch ${toneClass(tone)}`, 'aria-hidden': 'true' });
