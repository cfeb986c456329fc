// A chart as a file: figures to copy, a drawing to keep, both with what they were made from.
// @ts-check
import { el } from '../core/dom.js';
import { Problem } from '../core/api.js';
import { reasonOf } from '../core/reason.js';
import { saveFile } from '../core/save-file.js';
import { words } from '../words/words.js';
import { csvText, sceneText, stamped } from './scene.js';
/** @typedef {import('./scene.js').Colours} Colours */
/** @typedef {import('./scene.js').Scene} Scene */

/** @typedef {{scene: () => Promise<(colours: Colours) => Scene>, rows: (string|number|null)[][], stamp: import('./stamp.js').Stamp}} Drawing */

const say = words.linked;

/** Colours of the theme that is on, for what leaves the page. @returns {Colours} */
export function themeColours() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return { text: get('--text'), muted: get('--text-muted'), ground: get('--panel'), line: get('--line-strong'), accent: get('--accent'), series: [0, 1, 2, 3, 4, 5, 6, 7].map((i) => get(`--series-${i}`)) };
}

/** @param {(text: string) => void} announce @param {string} id @param {() => Drawing|null} drawing null while there is nothing to keep */
export function fileButtons(announce, id, drawing) {
  const act = (/** @type {(given: Drawing) => Promise<void>} */ work) => async () => {
    const given = drawing();
    try {
      await (given ? work(given) : Promise.reject(new Problem({ detail: words.loading })));
    } catch (error) {
      announce(say.notCopied(reasonOf(error)));
    }
  };
  const button = (/** @type {string} */ label, /** @type {string} */ title, /** @type {(given: Drawing) => Promise<void>} */ work) =>
    el('button', { type: 'button', class: 'file-button', title, 'aria-label': title, 'data-testid': `${id}-${label.toLowerCase()}`, onclick: act(work) }, label);
  return el('span', { class: 'file-buttons' },
    button('CSV', say.copyCsv, async ({ rows, stamp }) => {
      await navigator.clipboard.writeText(csvText(rows, [stamp.mark, stamp.title, ...stamp.lines]));
      announce(say.csvCopied);
    }),
    button('SVG', say.saveSvg, async (given) => saveFile(new Blob([await drawn(given)], { type: 'image/svg+xml' }), `${given.stamp.name}.svg`)),
    button('PNG', say.savePng, async (given) => saveFile(await asPng(await drawn(given)), `${given.stamp.name}.png`)));
}

/** @param {Drawing} drawing */
async function drawn({ scene, stamp }) {
  const colours = themeColours();
  return sceneText(stamped((await scene())(colours), stamp, colours), { ground: colours.ground, title: stamp.title });
}

/** @param {string} svg @returns {Promise<Blob>} at twice its size */
async function asPng(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = el('canvas', { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
