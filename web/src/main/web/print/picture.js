// The first sheet as a PNG: the very nodes that are printed, put into an SVG with the page's own styles, and painted.
// @ts-check
import { Problem } from '../core/api.js';
import { words as say } from '../words/print.js';
import { DOTS_PER_INCH } from './paper.js';

const XHTML = 'http://www.w3.org/1999/xhtml';
const DENSITY = DOTS_PER_INCH / 96;

/** @param {HTMLElement} sheet as it stands in the page @returns {Promise<Blob>} */
export async function pictureOf(sheet) {
  const [width, height] = [sheet.offsetWidth, sheet.offsetHeight];
  const copy = /** @type {HTMLElement} */ (sheet.cloneNode(true));
  copy.style.setProperty('transform', 'none');
  replaceCanvases(sheet, copy);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', String(width * DENSITY));
  svg.setAttribute('height', String(height * DENSITY));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const inside = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
  inside.setAttribute('width', String(width));
  inside.setAttribute('height', String(height));
  const root = document.createElementNS(XHTML, 'div');
  root.setAttribute('dir', document.documentElement.dir);
  root.setAttribute('class', 'sheet-picture');
  const style = document.createElementNS(XHTML, 'style');
  style.textContent = rules();
  root.append(style, copy);
  inside.append(root);
  svg.append(inside);
  const image = await painted(new XMLSerializer().serializeToString(svg));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round(height * DENSITY);
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Problem({ detail: say.tooLarge }))), 'image/png'));
}

/** A copied canvas is empty: what is painted on it goes along as a picture of the same place and size. @param {HTMLElement} sheet @param {HTMLElement} copy */
function replaceCanvases(sheet, copy) {
  const copies = [...copy.querySelectorAll('canvas')];
  [...sheet.querySelectorAll('canvas')].forEach((canvas, i) => {
    const image = document.createElementNS(XHTML, 'img');
    image.setAttribute('src', canvas.toDataURL('image/png'));
    image.setAttribute('class', copies[i].className);
    // Set as text it would be an inline style, which the page forbids.
    /** @type {HTMLImageElement} */ (image).style.cssText = canvas.style.cssText;
    copies[i].replaceWith(image);
  });
}

/** All rules of the page's own style sheets. */
const rules = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');

/** @param {string} svg @returns {Promise<HTMLImageElement>} */
async function painted(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
