// The edge between map and panel, which stands below the map or beside it: dragged, or moved by arrow keys.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

const LEAST = 20;
const STEP = 4;
/** A table beside the map needs more of the width than one below it of the height. */
const BELOW = { kept: 'vigie.linked.share', property: '--linked', most: 85, usual: 46, orientation: 'horizontal' };
const BESIDE = { kept: 'vigie.linked.beside', property: '--linked-beside', most: 75, usual: 50, orientation: 'vertical' };

/** @param {HTMLElement} panel @param {(text: string) => void} announce @param {() => boolean} isBeside @returns {{node: HTMLElement, turn: () => void}} turn: takes up where the panel stands now */
export function separator(panel, announce, isBeside) {
  const bar = el('div', { class: 'linked-edge', role: 'separator', 'aria-label': words.linked.edge, 'aria-valuemin': LEAST, tabindex: '0', 'data-testid': 'linked-edge' });
  const now = () => Number(bar.getAttribute('aria-valuenow'));
  let place = BELOW;
  const isRtl = () => getComputedStyle(panel).direction === 'rtl';

  function set(/** @type {number} */ percent) {
    const share = Math.round(Math.max(LEAST, Math.min(place.most, percent)));
    document.documentElement.style.setProperty(place.property, `${share}%`);
    bar.setAttribute('aria-valuenow', String(share));
    bar.setAttribute('aria-valuetext', words.linked.edgeAt(share));
    localStorage.setItem(place.kept, String(share));
  }

  function turn() {
    place = isBeside() ? BESIDE : BELOW;
    bar.setAttribute('aria-orientation', place.orientation);
    bar.setAttribute('aria-valuemax', String(place.most));
    set(Number(localStorage.getItem(place.kept)) || place.usual);
  }

  bar.addEventListener('keydown', (e) => {
    const towards = isRtl() ? 'ArrowRight' : 'ArrowLeft';
    const away = isRtl() ? 'ArrowLeft' : 'ArrowRight';
    const [larger, smaller] = place === BESIDE ? [towards, away] : ['ArrowUp', 'ArrowDown'];
    const to = { [larger]: now() + STEP, [smaller]: now() - STEP, PageUp: now() + 4 * STEP, PageDown: now() - 4 * STEP, Home: LEAST, End: place.most }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      set(to);
    }
  });
  bar.addEventListener('pointerdown', (e) => {
    e.preventDefault();
    bar.setPointerCapture(e.pointerId);
    const box = panel.getBoundingClientRect();
    const room = (place === BESIDE ? box.width : box.height) / (now() / 100);
    const drag = (/** @type {PointerEvent} */ move) => set((100 / room) * (place === BELOW ? box.bottom - move.clientY : isRtl() ? move.clientX - box.left : box.right - move.clientX));
    bar.addEventListener('pointermove', drag);
    bar.addEventListener('lostpointercapture', () => {
      bar.removeEventListener('pointermove', drag);
      announce(words.linked.edgeAt(now()));
    }, { once: true });
  });
  bar.addEventListener('dblclick', () => set(place.usual));
  turn();
  return { node: bar, turn };
}
