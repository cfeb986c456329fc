// The outline of each mark, once, as a path in a square from −1 to 1: the legend draws it as SVG,
// the map as a canvas path, so the two can never disagree.
// @ts-check

/** @param {number} corners @param {number} turn in radians @param {number} [radius] */
function regular(corners, turn, radius = 1) {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners;
    return `${(radius * Math.sin(angle)).toFixed(3)} ${(-radius * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}

function star() {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 1.15 : 0.5;
    const angle = (i * Math.PI) / 5;
    return `${(radius * Math.sin(angle)).toFixed(3)} ${(-radius * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}

const PLUS = 'M-.36 -1H.36V-.36H1V.36H.36V1H-.36V.36H-1V-.36H-.36Z';

/** @type {Record<string, string>} */
const outlines = {
  circle: 'M-.92 0A.92 .92 0 1 1 .92 0A.92 .92 0 1 1 -.92 0Z',
  square: 'M-.82 -.82H.82V.82H-.82Z',
  diamond: regular(4, 0, 1.08),
  triangle: 'M0 -1.05L1.02 .78H-1.02Z',
  'triangle-down': 'M0 1.05L1.02 -.78H-1.02Z',
  star: star(),
  plus: PLUS,
  cross: 'M-.96 -.46L-.46 -.96L0 -.5L.46 -.96L.96 -.46L.5 0L.96 .46L.46 .96L0 .5L-.46 .96L-.96 .46L-.5 0Z',
  hexagon: regular(6, Math.PI / 6),
  pentagon: regular(5, 0, 1.04),
  line: 'M-1 .62L-.35 -.62L.35 .3L1 -.62L1 -.2L.35 .75L-.35 -.18L-1 1.04Z',
  area: 'M-.9 -.35L-.05 -.95L.95 -.3L.6 .85L-.7 .8Z',
  // A tower with battlements: where the mission lives.
  base: 'M-.95 .9V-.85H-.5V-.45H-.22V-.85H.22V-.45H.5V-.85H.95V.9H.28V.25H-.28V.9Z',
  flag: 'M-.75 -1H-.5V-.9H.95L.5 -.4L.95 .1H-.5V1H-.75Z',
  medical: 'M-.95 -.95H.95V.95H-.95Z' + 'M-.22 -.62V-.22H-.62V.22H-.22V.62H.22V.22H.62V-.22H.22V-.62Z',
};

const aliases = /** @type {Record<string, string>} */ ({
  dot: 'circle',
  x: 'cross',
  hospital: 'medical',
  'medical-cross': 'medical',
  fort: 'base',
  polygon: 'area',
});

/** @param {string} shape @returns {string} path data; a shape that is not known is drawn as a circle */
export const outline = (shape) => outlines[shape] ?? outlines[aliases[shape] ?? 'circle'] ?? outlines.circle;

/** @returns {string[]} the shapes that have an outline of their own */
export const listShapes = () => Object.keys(outlines);
