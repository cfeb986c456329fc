// The keys of a menu, as every menu has them: arrows, Home, End, a typed letter, Escape.
// @ts-check

/**
 * Which entry a key goes to.
 *
 * @param {string[]} titles of the entries, in their order
 * @param {number} now the entry that has the focus; -1 for none
 * @param {string} key as KeyboardEvent.key has it
 * @returns {number} -1 when the key means nothing here
 */
export function entryFor(titles, now, key) {
  const n = titles.length;
  if (n === 0) {
    return -1;
  }
  const there = /** @type {Record<string, number>} */ ({ ArrowDown: (now + 1) % n, ArrowUp: now <= 0 ? n - 1 : now - 1, Home: 0, End: n - 1 })[key];
  if (there !== undefined || key.length !== 1 || key === ' ') {
    return there ?? -1;
  }
  const letter = key.toLocaleLowerCase();
  const order = titles.map((_, i) => (now + 1 + i) % n);
  return order.find((i) => titles[i].toLocaleLowerCase().startsWith(letter)) ?? -1;
}

/**
 * @param {HTMLElement} menu a popover whose buttons are its entries
 * @param {HTMLElement} opener the button that shows it and gets the focus back
 * @param {() => void} close
 */
export function menuKeys(menu, opener, close) {
  const entries = () => [...menu.querySelectorAll('button')];

  menu.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) {
      return;
    }
    if (e.key === 'Escape' || e.key === 'Tab') {
      close();
      opener.focus();
      // With Tab one goes on from the opener, as if the menu had not been open.
      if (e.key === 'Escape') {
        e.preventDefault();
      }
      e.stopPropagation();
      return;
    }
    const all = entries();
    const next = entryFor(all.map((entry) => entry.title), all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)), e.key);
    if (next >= 0) {
      e.preventDefault();
      all[next].focus();
    }
    // A letter chooses here; elsewhere on the page it would open something.
    e.stopPropagation();
  });

  opener.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      opener.click();
      // at once: the browser tells of the opening a moment later, and the next key may be faster
      entries().at(e.key === 'ArrowUp' ? -1 : 0)?.focus();
    }
  });
}
