// @ts-check

const KEPT = 'vigie.shortcuts';

/** Speech input types letters; whoever uses it must be able to switch single keys off (WCAG 2.1.4). */
export const areShortcutsOn = () => localStorage.getItem(KEPT) !== 'off';

/** @param {boolean} on */
export const switchShortcuts = (on) => localStorage.setItem(KEPT, on ? 'on' : 'off');

/**
 * Single keys that act anywhere but where somebody types.
 *
 * @param {Record<string, () => void>} actions by key as KeyboardEvent.key has it
 */
export function listenForKeys(actions) {
  addEventListener('keydown', (e) => {
    // A sheet that lies over the page has the keys to itself; the browser closes it by Escape.
    if (document.querySelector('dialog[open]')) {
      return;
    }
    const action = actions[e.key.length === 1 ? e.key.toLowerCase() : e.key];
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
