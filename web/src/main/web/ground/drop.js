// Sends a file that was dropped to where it belongs; asks where that is not clear.
// @ts-check
import { el } from '../core/dom.js';
import { bring } from '../imports/drop.js';
import { toolsFor } from '../tools/tools.js';
import { GROUND } from '../tools/wish.js';
import { words as say } from '../words/ground.js';
import { HEAD_BYTES, recognise } from './dropped.js';
import { mayKeepGround } from './requests.js';

const IMPORT = 'import';

/** @param {File} file @param {import('../core/store.js').Store} store @param {(text: string) => void} announce */
export async function receive(file, store, announce) {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const { fate, mostly } = recognise(file.name, head);
  const mayImport = toolsFor(store.state).some(({ id }) => id === IMPORT);
  if (fate === 'part') {
    announce(say.shapefile(file.name));
  } else if (fate === 'unknown') {
    announce(say.dropNot(file.name));
  } else if (fate === 'either' && mayImport && mayKeepGround(store.state)) {
    ask(file.name, mostly, (tool) => bring(store, tool, file));
  } else {
    // The panel of basemaps tells whoever may not add one who may.
    bring(store, fate === 'features' || (fate === 'either' && mayImport) ? IMPORT : GROUND, file);
  }
}

/** @param {string} name @param {'points'|'lines'|null} mostly @param {(tool: string) => void} chosen */
function ask(name, mostly, chosen) {
  const choice = (/** @type {string} */ tool, /** @type {string} */ title, /** @type {string} */ help, /** @type {boolean} */ isLikely) =>
    el('button', { type: 'button', class: 'drop-choice', autofocus: isLikely, 'data-testid': `drop-${tool}`, onclick: () => { dialog.close(); chosen(tool); } }, el('b', {}, title), el('span', { class: 'muted' }, help));
  const dialog = el('dialog', { class: 'leaving drop-dialog', 'aria-labelledby': 'drop-title', 'data-testid': 'drop-dialog', onclose: () => dialog.remove() },
    el('h2', { id: 'drop-title' }, say.dropTitle(name)), mostly ? el('p', { class: 'muted' }, mostly === 'points' ? say.dropPoints : say.dropLines) : null,
    choice(GROUND, say.dropGround, say.dropGroundHelp, mostly !== 'points'), choice(IMPORT, say.dropImport, say.dropImportHelp, mostly === 'points'),
    el('div', { class: 'notice-actions' }, el('button', { type: 'button', class: 'button small', onclick: () => dialog.close() }, say.cancel)));
  document.body.append(dialog);
  dialog.showModal();
}
