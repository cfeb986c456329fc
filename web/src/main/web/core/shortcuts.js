// @ts-check

const KEPT = 'vigie.shortcuts';

/**
 * @typedef {object} Shortcut
 * @property {string} id
 * @property {'panels'|'tools'|'time'|'map'|'page'} group under which the sheet of keys has it
 * @property {string} [title] what it does, when the words of the keys do not say
 * @property {string[]} keys as KeyboardEvent.key has them, letters small; any one of them
 * @property {() => void} [act] without it the key is heard by what has the focus
 */

/** Speech input types letters; whoever uses it must be able to switch single keys off (WCAG 2.1.4). */
export const areShortcutsOn = () => localStorage.getItem(KEPT) !== 'off';

/** @param {boolean} on */
export const switchShortcuts = (on) => localStorage.setItem(KEPT, on ? 'on' : 'off');

/** Single keys that act anywhere but where somebody types. @param {Shortcut[]} shortcuts */
export function listenForKeys(shortcuts) {
  const actions = new Map(shortcuts.flatMap(({ keys, act }) => (act ? keys.map((key) => /** @type {const} */ ([key, act])) : [])));
  addEventListener('keydown', (e) => {
    // A sheet that lies over the page has the keys to itself; the browser closes it by Escape.
    if (document.querySelector('dialog[open]')) {
      return;
    }
    const action = actions.get(e.key.length === 1 ? e.key.toLowerCase() : e.key);
    if (e.key !== 'Escape' && !areShortcutsOn()) {
      return;
    }
    if (!action || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || (isTyping(e.target) && e.key !== 'Escape')) {
      return;
    }
    // Space presses and ticks what has the focus; a slider has no use for it.
    if (e.key === ' ' && e.target instanceof Element && e.target.closest('button, a, summary, input, label')) {
      return;
    }
    e.preventDefault();
    action();
  });
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
    || (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)));
}
