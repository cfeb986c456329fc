// The edge between map and panel: dragged, or moved by arrow keys.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

const KEPT = 'vigie.linked.share';
const LEAST = 20;
const MOST = 85;
const USUAL = 46;
const STEP = 4;

/** @param {HTMLElement} panel @param {(text: string) => void} announce */
export function separator(panel, announce) {
  const bar = el('div', { class: 'linked-edge', role: 'separator', 'aria-orientation': 'horizontal', 'aria-label': words.linked.edge, 'aria-valuemin': LEAST, 'aria-valuemax': MOST, tabindex: '0', 'data-testid': 'linked-edge' });
  const now = () => Number(bar.getAttribute('aria-valuenow'));

  function set(/** @type {number} */ percent) {
    const share = Math.round(Math.max(LEAST, Math.min(MOST, percent)));
    document.documentElement.style.setProperty('--linked', `${share}%`);
    bar.setAttribute('aria-valuenow', String(share));
    bar.setAttribute('aria-valuetext', words.linked.edgeAt(share));
    localStorage.setItem(KEPT, String(share));
  }

  bar.addEventListener('keydown', (e) => {
    const to = { ArrowUp: now() + STEP, ArrowDown: now() - STEP, PageUp: now() + 4 * STEP, PageDown: now() - 4 * STEP, Home: LEAST, End: MOST }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      set(to);
    }
  });
  bar.addEventListener('pointerdown', (e) => {
    e.preventDefault();
    bar.setPointerCapture(e.pointerId);
    const bottom = panel.getBoundingClientRect().bottom;
    const room = /** @type {HTMLElement} */ (panel.parentElement).querySelector('.left')?.getBoundingClientRect().height || panel.offsetHeight / (now() / 100);
    const drag = (/** @type {PointerEvent} */ move) => set(((bottom - move.clientY) / room) * 100);
    bar.addEventListener('pointermove', drag);
    bar.addEventListener('lostpointercapture', () => {
      bar.removeEventListener('pointermove', drag);
      announce(words.linked.edgeAt(now()));
    }, { once: true });
  });
  bar.addEventListener('dblclick', () => set(USUAL));
  set(Number(localStorage.getItem(KEPT)) || USUAL);
  return bar;
}
