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

/** What a key is called where the keyboard writes another script, by its place. @type {Record<string, string>} */
const SIGNS = { Slash: '/', BracketLeft: '[', BracketRight: ']' };

/**
 * The key as the sheet of keys names it. An Arabic keyboard writes Arabic, and has the Latin letters printed beside them.
 *
 * @param {Pick<KeyboardEvent, 'key'|'code'|'shiftKey'>} e
 */
export function pressedKey({ key = '', code, shiftKey }) {
  if (key.length !== 1 || key <= '~') {
    return key.length === 1 ? key.toLowerCase() : key;
  }
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  const sign = code === 'Slash' && shiftKey ? '?' : SIGNS[code];
  return (place?.[1] ?? place?.[2] ?? sign ?? key).toLowerCase();
}

/** Whether a key is meant for the browser. AltGr, by which French and Spanish keyboards write brackets, tells itself as Ctrl and Alt on some systems. @param {KeyboardEvent} e */
export const isChord = (e) => (e.ctrlKey || e.metaKey || e.altKey) && !e.getModifierState('AltGraph');

/** Single keys that act anywhere but where somebody types. @param {Shortcut[]} shortcuts */
export function listenForKeys(shortcuts) {
  const actions = new Map(shortcuts.flatMap(({ keys, act }) => (act ? keys.map((key) => /** @type {const} */ ([key, act])) : [])));
  addEventListener('keydown', (e) => {
    // A sheet that lies over the page has the keys to itself; the browser closes it by Escape.
    if (document.querySelector('dialog[open]')) {
      return;
    }
    const action = actions.get(pressedKey(e));
    if (e.key !== 'Escape' && !areShortcutsOn()) {
      return;
    }
    if (!action || isChord(e) || e.defaultPrevented || (isTyping(e.target) && e.key !== 'Escape')) {
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
