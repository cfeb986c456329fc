// A file dropped anywhere on the page opens the import with that file.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

const TOOL = 'import';
/** @type {File|null} */
let waiting = null;
/** @type {(() => void)|null} */
let told = null;

/** The dropped file, once. */
export function takeDropped() {
  const file = waiting;
  waiting = null;
  return file;
}

/** @param {() => void} listener called when a file has been dropped while the import is open */
export function whenDropped(listener) {
  told = listener;
}

/** @param {HTMLElement} page @param {import('../core/store.js').Store} store */
export function watchDrops(page, store) {
  const curtain = el('div', { class: 'drop-curtain', hidden: true }, el('div', {}, icon('import', { size: 40 }), el('p', {}, words.imports.dropHere)));
  page.append(curtain);
  const carriesFiles = (/** @type {DragEvent} */ e) => e.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (e) => {
    if (carriesFiles(e)) {
      e.preventDefault();
      curtain.hidden = false;
    }
  });
  page.addEventListener('dragleave', (e) => {
    if (e.relatedTarget === null) {
      curtain.hidden = true;
    }
  });
  page.addEventListener('drop', (e) => {
    curtain.hidden = true;
    const file = e.dataTransfer?.files[0];
    if (file) {
      e.preventDefault();
      waiting = file;
      store.dispatch({ type: 'tool/set', tool: TOOL });
      told?.();
    }
  });
}
