// A drawing as a list of shapes: the same for the screen and for a file. Pure but for sceneNode.
// @ts-check

/** @typedef {{kind: 'rect', x: number, y: number, width: number, height: number, fill: string, opacity?: number}} Rect */
/** @typedef {{kind: 'path', d: string, stroke: string, width?: number, dash?: string}} Path */
/** @typedef {{kind: 'text', x: number, y: number, text: string, fill: string, size?: number, anchor?: 'start'|'middle'|'end', bold?: boolean}} Text */
/** @typedef {Rect|Path|Text} Shape */
/** @typedef {{width: number, height: number, shapes: Shape[]}} Scene */
/** @typedef {{text: string, muted: string, ground: string, line: string, accent: string, series: string[]}} Colours */

/** @param {Shape} shape @returns {[string, Record<string, string>, string]} */
function attributes(shape) {
  const n = (/** @type {number} */ value) => String(Math.round(value * 100) / 100);
  switch (shape.kind) {
    case 'rect': return ['rect', { x: n(shape.x), y: n(shape.y), width: n(Math.max(0, shape.width)), height: n(Math.max(0, shape.height)), fill: shape.fill, ...(shape.opacity === undefined ? {} : { opacity: n(shape.opacity) }) }, ''];
    case 'path': return ['path', { d: shape.d, fill: 'none', stroke: shape.stroke, 'stroke-width': n(shape.width ?? 1), ...(shape.dash ? { 'stroke-dasharray': shape.dash } : {}) }, ''];
    default: return ['text', { x: n(shape.x), y: n(shape.y), fill: shape.fill, 'font-size': n(shape.size ?? 11), 'text-anchor': shape.anchor ?? 'start', ...(shape.bold ? { 'font-weight': '600' } : {}) }, shape.text];
  }
}

const ESCAPES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (c) => ESCAPES[c]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

/** As a file of its own. @param {Scene} scene @param {{ground: string, title: string}} options @returns {string} */
export function sceneText({ width, height, shapes }, { ground, title }) {
  const inner = [{ kind: /** @type {const} */ ('rect'), x: 0, y: 0, width, height, fill: ground }, ...shapes].map((shape) => {
    const [name, given, text] = attributes(shape);
    return `<${name} ${Object.entries(given).map(([key, value]) => `${key}="${escaped(value)}"`).join(' ')}>${escaped(text)}</${name}>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Noto Sans', sans-serif"><title>${escaped(title)}</title>\n${inner.join('\n')}\n</svg>\n`;
}

/** On the page. @param {Scene} scene @param {string} label @returns {SVGElement} */
export function sceneNode({ width, height, shapes }, label) {
  const make = (/** @type {string} */ name, /** @type {Record<string, string>} */ given) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(given).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  };
  const svg = make('svg', { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: 'img', 'aria-label': label });
  svg.append(...shapes.map((shape) => {
    const [name, given, text] = attributes(shape);
    const node = make(name, given);
    node.textContent = text;
    return node;
  }));
  return svg;
}

/**
 * The scene below what it is a drawing of and above what it was made from: title, query, data time and classification.
 *
 * @param {Scene} scene @param {{title: string, mark: string, lines: string[]}} stamp @param {Colours} colours @returns {Scene}
 */
export function stamped(scene, { title, mark, lines }, colours) {
  const top = 52;
  const width = Math.max(scene.width, 420);
  const wrapped = lines.flatMap((line) => wrap(line, Math.floor((width - 24) / 5.6)));
  const height = top + scene.height + 14 + wrapped.length * 14 + 26;
  const moved = scene.shapes.map((shape) => (shape.kind === 'path' ? { ...shape, d: shifted(shape.d, 12, top) } : { ...shape, x: shape.x + 12, y: shape.y + top }));
  return {
    width: width + 24, height, shapes: [
      { kind: 'text', x: (width + 24) / 2, y: 16, text: mark, fill: colours.text, size: 11, anchor: 'middle', bold: true },
      { kind: 'text', x: 12, y: 38, text: title, fill: colours.text, size: 15, bold: true },
      ...moved,
      ...wrapped.map((text, i) => /** @type {Text} */ ({ kind: 'text', x: 12, y: top + scene.height + 22 + i * 14, text, fill: colours.muted, size: 10 })),
      { kind: 'text', x: (width + 24) / 2, y: height - 8, text: mark, fill: colours.text, size: 11, anchor: 'middle', bold: true },
    ],
  };
}

/** @param {string} text @param {number} most letters a line @returns {string[]} */
export function wrap(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== '' && last.length + 1 + word.length > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines;
}

/** Paths of ours are M and L with absolute pairs alone. @param {string} d @param {number} dx @param {number} dy */
const shifted = (d, dx, dy) => d.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_all, letter, x, y) => `${letter}${Math.round((Number(x) + dx) * 100) / 100} ${Math.round((Number(y) + dy) * 100) / 100}`);

/** @param {(string|number|null)[][]} rows @param {string[]} notes said before the rows, a line each */
export function csvText(rows, notes) {
  const cell = (/** @type {string|number|null} */ value) => {
    // A spreadsheet would take a text that begins like a formula for one.
    const text = value === null ? '' : typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [...notes.map((note) => cell(`# ${note}`)), ...rows.map((row) => row.map(cell).join(','))].join('\r\n') + '\r\n';
}

/** Round numbers for an axis from nought. @param {number} most @param {number} room how many lines there is room for @returns {number[]} */
export function ticksTo(most, room) {
  if (most <= 0) {
    return [0, 1];
  }
  const raw = most / Math.max(1, room);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, raw)));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= raw) ?? 10 * power;
  const ticks = [];
  for (let value = 0; value < most + step; value += step) {
    ticks.push(value);
  }
  return ticks;
}
