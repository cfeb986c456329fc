// A place in every notation: to copy, to choose how the page writes places, to put a pin.
// @ts-check
import { coordinates, NOTATIONS, notation, switchNotation } from '../core/coordinates.js';
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { isInGrid } from '../core/mgrs.js';
import { words } from '../words/words.js';

const say = words.coordinates;
/** Metres that a point on the map is good for, by the decimals of a degree that are known. */
const WITHIN = /** @type {Record<number, number>} */ ({ 4: 50, 5: 10 });

/** @param {string} text @param {(text: string) => void} announce */
export async function copyText(text, announce) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say.copied(text));
  } catch {
    announce(say.notCopied(text));
  }
}

/**
 * @param {HTMLElement} parent
 * @param {{lat: number, lng: number, digits: number, title: string}} place
 * @param {{store: import('../core/store.js').Store, announce: (text: string) => void, opener: HTMLElement}} context opener gets the focus back
 */
export function openPlaceMenu(parent, { lat, lng, digits, title }, { store, announce, opener }) {
  parent.querySelector('.place-menu')?.remove();
  const menu = el('div', { class: 'place-menu', role: 'dialog', 'aria-label': say.title, 'data-testid': 'place-menu', onkeydown: (/** @type {KeyboardEvent} */ e) => {
    e.stopPropagation();
    if (e.key === 'Escape') {
      close();
    }
  } },
  el('div', { class: 'place-menu-head' }, el('h2', {}, title),
    el('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: close }, icon('close', { size: 16 }))),
  el('ul', {}, NOTATIONS.map((as) => row(as))),
  isInGrid(lat) ? null : el('p', { class: 'muted' }, say.beyond),
  el('div', { class: 'place-menu-foot' },
    el('button', { type: 'button', class: 'button small', 'data-testid': 'place-pin', onclick: () => {
      store.dispatch({ type: 'pin/set', pin: { lon: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)), radius: WITHIN[digits] ?? 50 } });
      close();
    } }, icon('pin', { size: 15 }), ' ', say.pin),
    el('p', { class: 'muted' }, say.help)));

  /** @param {import('../core/coordinates.js').Notation} as */
  function row(as) {
    const isThere = isInGrid(lat) || (as !== 'mgrs' && as !== 'utm');
    const text = isThere ? coordinates(lat, lng, { digits, as }) : '–';
    return el('li', {},
      el('label', {}, el('input', { type: 'radio', name: 'notation', value: as, checked: notation() === as, 'data-testid': `notation-${as}`, onchange: () => switchNotation(as) }),
        el('span', { class: 'muted' }, say.notations[as]), el('bdi', { dir: 'ltr', class: 'figures', 'data-testid': `place-${as}` }, text)),
      el('button', { type: 'button', class: 'icon-button', disabled: !isThere, title: say.copy(say.notations[as]), 'aria-label': say.copy(say.notations[as]), 'data-testid': `copy-${as}`,
        onclick: () => void copyText(text, announce) }, icon('copy', { size: 15 })));
  }

  function close() {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    opener.focus();
  }

  /** @param {Event} e */
  function outside(e) {
    if (!menu.contains(/** @type {Node} */ (e.target))) {
      menu.remove();
      document.removeEventListener('pointerdown', outside, true);
    }
  }

  parent.append(menu);
  document.addEventListener('pointerdown', outside, true);
  /** @type {HTMLElement|null} */ (menu.querySelector('input:checked'))?.focus();
}
