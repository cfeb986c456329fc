// The boundary between two maps that lie on each other: moved by pointer or keys.
// @ts-check
import { el } from '../core/dom.js';
import { words } from '../words/words.js';

const STEP = 2;
const LEAP = 10;

/**
 * @param {HTMLElement} area over which it moves
 * @param {(percent: number) => void} moved share of A, 0 to 100 percent of the width
 */
export function createDivider(area, moved) {
  let share = 50;
  const node = el('div', { class: 'divider', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-label': words.compare.divider, 'data-testid': 'divider' },
    el('span', { class: 'divider-grip', 'aria-hidden': 'true' }, '⟷'));
  const isRtl = () => getComputedStyle(area).direction === 'rtl';

  /** @param {number} to */
  function set(to) {
    share = Math.max(0, Math.min(100, to));
    node.style.insetInlineStart = `${share}%`;
    node.setAttribute('aria-valuenow', String(Math.round(share)));
    node.setAttribute('aria-valuetext', words.compare.share(Math.round(share)));
    moved(share);
  }

  node.addEventListener('pointerdown', (e) => {
    node.setPointerCapture(e.pointerId);
    e.preventDefault();
    node.focus();
  });
  node.addEventListener('pointermove', (e) => {
    if (node.hasPointerCapture(e.pointerId)) {
      const box = area.getBoundingClientRect();
      const from = isRtl() ? box.right - e.clientX : e.clientX - box.left;
      set((from / box.width) * 100);
    }
  });
  node.addEventListener('keydown', (e) => {
    const on = isRtl() ? 'ArrowLeft' : 'ArrowRight';
    const back = isRtl() ? 'ArrowRight' : 'ArrowLeft';
    const to = /** @type {Record<string, number>} */ ({ [on]: share + STEP, [back]: share - STEP, PageUp: share + LEAP, PageDown: share - LEAP, Home: 0, End: 100 })[e.key];
    if (to !== undefined) {
      e.preventDefault();
      e.stopPropagation();
      set(to);
    }
  });
  area.append(node);
  set(share);
  return { node, again: () => set(share) };
}
