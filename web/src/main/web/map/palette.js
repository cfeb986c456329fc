// Colours of the canvases, read from the style tokens once for each theme.
// @ts-check

/** @typedef {Record<string, string>} Palette */

const names = [
  'sea', 'shallow-1', 'shallow-2', 'land', 'land-line', 'grid', 'grid-text', 'border', 'border-halo', 'district',
  'river', 'road-case', 'road-1', 'road-2', 'road-3', 'label', 'label-halo', 'label-water', 'label-admin',
  'mark-edge', 'badge', 'badge-text', 'site-edge', 'symbol-edge', 'select', 'hover', 'precision', 'density-0', 'density-1', 'density-2', 'density-3', 'density-4',
  'ground-water', 'ground-water-label', 'ground-green', 'ground-sand', 'ground-ice', 'ground-urban', 'ground-building', 'ground-area', 'ground-line', 'ground-rail', 'ground-label',
  'mgrs', 'mgrs-major', 'mgrs-zone', 'mgrs-text',
];

/** @param {Element} [of] the element whose theme counts @returns {Palette} */
export function readPalette(of = document.documentElement) {
  const style = getComputedStyle(of);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]));
}
