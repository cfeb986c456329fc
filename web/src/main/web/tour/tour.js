// Shows the tour: a card beside the control it speaks of, which stays usable meanwhile.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { beside, keepSeen, tourFor } from './steps.js';

const GAP = 12;
const say = words.tour;
/** Ends the tour that is open. @type {(() => void)|null} */
let end = null;

/** @param {string} selector @returns {HTMLElement|null} when it is to be seen */
function visible(selector) {
  const node = document.querySelector(selector);
  return node instanceof HTMLElement && node.checkVisibility?.({ visibilityProperty: true }) !== false && node.getClientRects().length > 0 ? node : null;
}

/**
 * @param {import('../core/types.js').Session} session
 * @param {{takesFocus: boolean}} how takesFocus: when somebody asked for it
 */
export function startTour({ roles, username }, { takesFocus }) {
  end?.();
  const { role, steps } = tourFor(roles);
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  let at = 0;
  const spot = el('div', { class: 'tour-spot', 'aria-hidden': 'true' });
  const body = el('div', { class: 'tour-body', 'aria-live': 'polite' });
  const back = el('button', { type: 'button', class: 'button small', 'data-testid': 'tour-back', onclick: () => go(at - 1) }, say.back);
  const next = el('button', { type: 'button', class: 'button small primary', 'data-testid': 'tour-next', onclick: () => go(at + 1) });
  const skip = el('button', { type: 'button', class: 'icon-button', title: say.skip, 'aria-label': say.skip, 'data-testid': 'tour-skip', onclick: () => close() }, icon('close', { size: 16 }));
  const progress = el('span', { class: 'muted', 'data-testid': 'tour-progress' });
  const card = el('div', { class: 'tour-card', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'tour-title', tabindex: '-1', 'data-testid': 'tour', 'data-role': role,
    onkeydown: (/** @type {KeyboardEvent} */ e) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (by) {
        go(at + by * (getComputedStyle(card).direction === 'rtl' ? -1 : 1));
        e.preventDefault();
        e.stopPropagation();
      }
    } },
  skip, body, el('div', { class: 'tour-foot' }, progress, back, next));

  function place() {
    const target = steps[at].at.map(visible).find((node) => node !== null);
    const box = target?.getBoundingClientRect();
    spot.hidden = !box;
    if (box) {
      spot.style.translate = `${box.left - 4}px ${box.top - 4}px`;
      spot.style.inlineSize = `${box.width + 8}px`;
      spot.style.blockSize = `${box.height + 8}px`;
    }
    const page = { width: innerWidth, height: innerHeight };
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { x, y } = beside(box ?? { left: page.width / 2, right: page.width / 2, top: page.height / 2 - size.height / 2 - GAP, bottom: page.height / 2 - size.height / 2 - GAP }, size, page, GAP);
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }

  /** @param {number} to */
  function go(to) {
    if (to >= steps.length) {
      close();
      return;
    }
    at = Math.max(0, to);
    const { id } = steps[at];
    fill(body, el('h2', { id: 'tour-title', 'data-testid': 'tour-title' }, say.steps[id].title), el('p', {}, say.steps[id].text));
    progress.textContent = say.progress(at + 1, steps.length);
    back.disabled = at === 0;
    next.textContent = at === steps.length - 1 ? say.done : say.next;
    card.dataset.step = id;
    place();
  }

  // It opens by itself and has no focus then: Escape must end it from wherever one is.
  const leave = (/** @type {KeyboardEvent} */ e) => {
    if (e.key === 'Escape' && !e.defaultPrevented) {
      e.preventDefault();
      close();
    }
  };

  function close() {
    keepSeen(localStorage, username);
    const hadFocus = card.contains(document.activeElement);
    removeEventListener('resize', place);
    document.removeEventListener('keydown', leave);
    spot.remove();
    card.remove();
    end = null;
    if (hadFocus) {
      opener?.focus();
    }
  }

  end = close;
  // First in the page, so that the first press of Tab leads to it.
  document.body.prepend(card, spot);
  addEventListener('resize', place);
  document.addEventListener('keydown', leave);
  go(0);
  if (takesFocus) {
    next.focus();
  }
}
