// Our icons: strokes on a 24-unit square.
// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/** @type {Record<string, string>} */
const paths = {
  layers: 'M12 3 3 8l9 5 9-5-9-5ZM3 12.500l9 5 9-5M3 16.800l9 5 9-5',
  filter: 'M3 5h18l-7 8.500V20l-4-2v-4.500L3 5Z',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8 3.500V7M16 3.500V7',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18ZM12 7v5.200l3.500 2',
  search: 'M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14ZM16 16l5 5',
  person: 'M12 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8ZM4 20.500c.600-4 3.600-6 8-6s7.400 2 8 6',
  close: 'M5.500 5.500l13 13M18.500 5.500l-13 13',
  help: 'M9 9.200A3.100 3.100 0 0 1 12.100 6c1.900 0 3.200 1.200 3.200 2.900 0 2.600-3.300 2.800-3.300 5.300M12 17.800v.400',
  sun: 'M12 16.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9ZM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300 19 19M19 5l-1.700 1.700M6.700 17.300 5 19',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z',
  home: 'M4 11.500 12 4l8 7.500M6 10v9.500h12V10M10 19.500v-5h4v5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.300-3.300A4 4 0 0 0 13.300 5L12 6.300M14 10a4 4 0 0 0-5.700 0L5 13.300A4 4 0 0 0 10.700 19L12 17.700',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  chevron: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  play: 'M7 4.500v15l12-7.500-12-7.500Z',
  pause: 'M8 5v14M16 5v14',
  'step-back': 'M17 5v14L8 12l9-7ZM6 5v14',
  'step-on': 'M7 5v14l9-7-9-7ZM18 5v14',
  warning: 'M12 4 2.500 20h19L12 4ZM12 10v4.500M12 17.200v.300',
  retry: 'M19.500 12a7.500 7.500 0 1 1-2.200-5.300L20 9.500M20 4v5.500h-5.500',
  polygon: 'M5 8l8-4 7 6-3 9-10 1L5 8Z',
  chart: 'M4 20h16M6.500 17v-6M12 17V5M17.500 17v-9',
  cluster: 'M8 9.500a2 2 0 1 1 0-4 2 2 0 0 1 0 4ZM15.500 8.500a2 2 0 1 1 0-4 2 2 0 0 1 0 4ZM11 17a2 2 0 1 1 0-4 2 2 0 0 1 0 4ZM18 17a2 2 0 1 1 0-4 2 2 0 0 1 0 4ZM3 12.500',
  inbox: 'M4 13 6.500 5h11L20 13v6H4v-6ZM4 13h5l1.500 2.500h3L15 13h5',
  import: 'M12 4v11M7.500 10.500 12 15l4.500-4.500M4 17v3h16v-3',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  edit: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19 4 20ZM14 6.500l3.500 3.500',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  report: 'M6 3h8l4 4v14H6zM14 3v4h4M12 10.500v7M8.500 14h7',
  rectangle: 'M4 6h16v12H4z',
  corridor: 'M4 17 10 9l5 4 5-7M4 21l7-9.500M9 17.500l5 3.500 6-9',
  part: 'M4 9l6-5 4 5-3 6H5L4 9ZM17 13v7M13.500 16.500h7',
  hole: 'M4 5h16v14H4zM9 10h6v5H9z',
  split: 'M5 7l7-3 7 5-2 9-9 1L5 7ZM3 20 21 4',
  measure: 'M3 16 16 3l5 5L8 21l-5-5ZM7 12l2 2M10 9l2.500 2.500M13 6l2 2',
  circle: 'M12 20a8 8 0 1 1 0-16 8 8 0 0 1 0 16Z',
  redo: 'M16 5l4 4-4 4M20 9H10a5.500 5.500 0 0 0 0 11h4',
  undo: 'M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-4',
  check: 'M4.500 12.500l5 5L20 7',
  pin: 'M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0c0 5-6.500 11-6.500 11ZM12 12.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5Z',
  line: 'M4 20v-4M9 20v-8M14 20V8M19 20V4',
  download: 'M12 4v11M7.500 10.500 12 15l4.500-4.500M4 20h16',
  unsure: 'M12 13.800a1.800 1.800 0 1 1 0-3.600 1.800 1.800 0 0 1 0 3.600ZM12 3a9 9 0 0 1 4.500 1.200M19.800 7.500A9 9 0 0 1 21 12M19.800 16.500a9 9 0 0 1-3.300 3.300M12 21a9 9 0 0 1-4.500-1.200M4.200 16.500A9 9 0 0 1 3 12M4.200 7.500a9 9 0 0 1 3.300-3.300',
  unit: 'M3 6h18v12H3zM3 6l18 12M21 6 3 18',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  sliders: 'M4 7h9M17 7h3M15 9.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5ZM4 17h3M11 17h9M9 19.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5Z',
  more: 'M5 12.800a.800.800 0 1 1 0-1.600.800.800 0 0 1 0 1.600ZM12 12.800a.800.800 0 1 1 0-1.600.800.800 0 0 1 0 1.600ZM19 12.800a.800.800 0 1 1 0-1.600.800.800 0 0 1 0 1.600Z',
  grid: 'M4 4h16v16H4zM4 9.300h16M4 14.700h16M9.300 4v16M14.700 4v16',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  north: 'M12 3l5 17-5-3.500L7 20 12 3Z',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  beside: 'M4 5h16v14H4zM13 5v14M16 9h1M16 12h1M16 15h1',
  bars: 'M4 6h14M4 12h9M4 18h6',
  series: 'M3 20h18M4 15l5-5 4 3 7-8',
  matrix: 'M4 4h16v16H4zM9.300 4v16M14.700 4v16M4 9.300h16M4 14.700h16',
  changed: 'M4 12a8 8 0 1 1 2.500 5.800M4 12l-2-2.500M4 12l2.800-2M12 8v4.500l3 2',
  snapshot: 'M4 8h3.500L9 5.500h6L16.500 8H20v11H4zM12 16.500a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7Z',
  compare: 'M12 3v18M4 6h5v12H4M15 6h5v12h-5',
  wall: 'M3 5h18v11H3zM8 20h8M12 16v4',
  ground: 'M9 4 3 6.500V20l6-2.500 6 2.500 6-2.500V4l-6 2.500L9 4ZM9 4v13.500M15 6.500V20',
  menu: 'M4 7h16M4 12h16M4 17h16',
};

/**
 * @param {string} name
 * @param {{title?: string, size?: number}} [options] without a title the icon is decoration
 */
export function icon(name, options = {}) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon is-${name}`);
  const size = String(options.size ?? 18);
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  if (options.title) {
    svg.setAttribute('role', 'img');
    const title = document.createElementNS(SVG, 'title');
    title.textContent = options.title;
    svg.append(title);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[name] ?? paths.help);
  svg.append(path);
  return svg;
}
