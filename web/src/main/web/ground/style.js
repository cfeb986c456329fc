// How the ground is drawn: one restrained style for every basemap, quiet enough to lie beneath events. Colours are tokens of the
// theme, widths CSS pixels. Pure.
// @ts-check
/** @typedef {{fill: string}} AreaStyle a colour of the palette */
/** @typedef {{stroke: string, width: number, dash: number[], casing: number}} LineStyle casing: pixels that the edge of a road is wider than the road */

/** Areas from the bottom. @type {Record<string, {fill: string, from: number}>} */
const AREAS = {
  land: { fill: 'land', from: 0 },
  sand: { fill: 'ground-sand', from: 0 },
  green: { fill: 'ground-green', from: 5 },
  urban: { fill: 'ground-urban', from: 7 },
  ice: { fill: 'ground-ice', from: 0 },
  area: { fill: 'ground-area', from: 0 },
  water: { fill: 'ground-water', from: 0 },
  building: { fill: 'ground-building', from: 14 },
};

/**
 * Lines from the bottom; a kind with its rank. least: width at zoom 6, more: for each zoom after.
 *
 * @type {Record<string, {stroke: string, from: number, least: number, more: number, most: number, dash?: number[], casing?: number}>}
 */
const LINES = {
  'river-1': { stroke: 'river', from: 8, least: 0.5, more: 0.15, most: 3 },
  'river-0': { stroke: 'river', from: 0, least: 0.9, more: 0.28, most: 6 },
  'outline-0': { stroke: 'district', from: 0, least: 0.9, more: 0.05, most: 1.4 },
  'area-0': { stroke: 'district', from: 0, least: 0.8, more: 0.05, most: 1.4 },
  'boundary-2': { stroke: 'district', from: 7.5, least: 0.8, more: 0.05, most: 1.2, dash: [2, 3] },
  'boundary-1': { stroke: 'border', from: 4, least: 0.9, more: 0.05, most: 1.4, dash: [7, 4] },
  'boundary-0': { stroke: 'border', from: 0, least: 1.2, more: 0.08, most: 2, dash: [10, 3, 2, 3] },
  'disputed-0': { stroke: 'border', from: 0, least: 1.2, more: 0.08, most: 2, dash: [3, 4] },
  'road-4': { stroke: 'road-3', from: 10.5, least: 0.3, more: 0.12, most: 2, dash: [3, 2.5] },
  'road-3': { stroke: 'road-3', from: 9, least: 0.3, more: 0.28, most: 7, casing: 1.4 },
  'road-2': { stroke: 'road-3', from: 7, least: 0.6, more: 0.34, most: 8, casing: 1.6 },
  'road-1': { stroke: 'road-2', from: 5, least: 0.9, more: 0.42, most: 9, casing: 1.8 },
  'road-0': { stroke: 'road-1', from: 0, least: 1.2, more: 0.5, most: 11, casing: 2 },
  'line-0': { stroke: 'ground-line', from: 0, least: 1, more: 0.2, most: 4 },
  'rail-0': { stroke: 'ground-rail', from: 6, least: 0.9, more: 0.16, most: 3, dash: [6, 3] },
};

export const areaKinds = Object.keys(AREAS);
export const lineKinds = Object.keys(LINES);

/** @param {string} kind @param {number} zoom @returns {AreaStyle|null} null where it is not drawn */
export function areaStyle(kind, zoom) {
  const style = AREAS[kind];
  return style && zoom >= style.from ? { fill: style.fill } : null;
}

/** @param {string} kind with its rank, as in road-0 @param {number} zoom @returns {LineStyle|null} null where it is not drawn */
export function lineStyle(kind, zoom) {
  const style = LINES[kind];
  if (!style || zoom < style.from) {
    return null;
  }
  const width = Math.min(style.most, style.least + style.more * Math.max(0, zoom - 6));
  return { stroke: style.stroke, width, dash: style.dash ?? [], casing: zoom >= 8 ? style.casing ?? 0 : 0 };
}
