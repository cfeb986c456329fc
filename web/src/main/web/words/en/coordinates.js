// Words of coordinates, the grid and the place menu.
// @ts-check
export const coordinateWords = {
  coordinates: {
    readout: 'Coordinates: choose how they are written',
    title: 'Coordinates',
    here: 'This place',
    centre: 'Middle of the map',
    notations: { decimal: 'Decimal degrees', dms: 'Degrees, minutes, seconds', ddm: 'Degrees, decimal minutes', mgrs: 'MGRS', utm: 'UTM' },
    help: 'What is chosen holds for the whole page in this browser.',
    copy: (/** @type {string} */ notation) => `Copy as ${notation}`,
    copied: (/** @type {string} */ text) => `Copied: ${text}`,
    notCopied: (/** @type {string} */ text) => `The browser did not allow copying: ${text}`,
    beyond: 'Outside the MGRS grid (north of 84° N or south of 80° S)',
    copyKey: 'Copy the coordinates of the pointer, or of the middle of the map',
    pin: 'Put a pin here',
  },
  grid: {
    title: 'MGRS grid',
    shown: 'MGRS grid shown',
    hidden: 'MGRS grid hidden',
    poles: 'MGRS grid shown. It ends at 84° N and 80° S; the polar grids are not drawn.',
  },
};
