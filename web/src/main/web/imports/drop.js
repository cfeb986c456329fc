// A file dropped anywhere on the page opens the tool that takes it.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';

/** Files that wait for their tool. @type {Map<string, File>} */
const waiting = new Map();
/** @type {Map<string, () => void>} */
const told = new Map();

/** The file that was brought to a tool, once. @param {string} tool */
export function takeDropped(tool) {
  const file = waiting.get(tool) ?? null;
  waiting.delete(tool);
  return file;
}

/** @param {string} tool @param {() => void} listener called when a file has been brought to it while it is open */
export const whenDropped = (tool, listener) => told.set(tool, listener);

/** @param {import('../core/store.js').Store} store @param {string} tool @param {File} file */
export function bring(store, tool, file) {
  waiting.set(tool, file);
  store.dispatch({ type: 'tool/set', tool });
  told.get(tool)?.();
}

/** @param {HTMLElement} page @param {import('../core/store.js').Store} store @param {(text: string) => void} announce */
export function watchDrops(page, store, announce) {
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
      void import('../ground/drop.js').then(({ receive }) => receive(file, store, announce)).catch((error) => announce(reasonOf(error)));
    }
  });
}
