// Adding a basemap: a file, what it is called, and whose work it is. Nothing is sent before its attribution is given.
// @ts-check
import { isAbort } from '../core/api.js';
import { CLASSIFICATIONS } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { progressBar } from '../imports/views.js';
import { words as say } from '../words/ground.js';

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {ReturnType<typeof import('./requests.js').groundRequests>} server
 * @param {(basemap: import('../core/types.js').Basemap) => Promise<void>} added
 * @returns {{node: HTMLElement, take: (file: File) => void, limit: (bytes: number) => void}} take: with a file that was dropped; limit: tells the largest that the server takes
 */
export function addForm({ store }, server, added) {
  /** @type {File|null} */
  let chosen = null;
  let most = Infinity;
  const clearance = CLASSIFICATIONS.indexOf(store.state.session?.clearance ?? '');
  const file = el('input', { type: 'file', id: 'ground-file', 'data-testid': 'ground-file', accept: '.pmtiles,.mbtiles,.geojson,.json,.gpkg,.zip', onchange: () => { const [first] = file.files ?? []; if (first) { take(first); } } });
  const name = el('p', { class: 'import-name', dir: 'auto', hidden: true });
  const title = el('input', { type: 'text', id: 'ground-new', maxlength: '200', dir: 'auto', required: true, 'data-testid': 'ground-title' });
  const attribution = el('textarea', { id: 'ground-whose', rows: '2', maxlength: '1000', dir: 'auto', required: true, 'aria-describedby': 'ground-whose-help', 'data-testid': 'ground-attribution' });
  const mark = el('select', { id: 'ground-mark', 'data-testid': 'ground-mark' }, CLASSIFICATIONS.slice(0, clearance + 1).map((each) => el('option', { value: each }, format.unlabelled(each))));
  const message = el('div', { role: 'status' });
  const details = el('div', { class: 'ground-details', hidden: true },
    field('ground-new', say.title, title), field('ground-whose', say.attributionLabel, attribution, el('p', { class: 'muted', id: 'ground-whose-help' }, say.attributionHelp)), field('ground-mark', say.mark, mark),
    el('div', { class: 'detail-actions' }, el('button', { type: 'submit', class: 'button primary', 'data-testid': 'ground-send' }, say.send), el('button', { type: 'button', class: 'button', onclick: reset }, say.cancel)));
  const choose = el('div', { class: 'field drop-zone' }, el('label', { for: 'ground-file' }, icon('import', { size: 22 }), ' ', say.choose), file);
  // The browser's own words for an empty field would be in another language than the page.
  const form = el('form', { class: 'ground-form', novalidate: true, onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); submit(); } }, choose, name, message, details);

  /** @param {File} next */
  function take(next) {
    chosen = next;
    name.textContent = `${next.name} · ${format.bytes(next.size)}`;
    title.value ||= next.name.replace(/\.[^.]+$/, '').replaceAll(/[_-]+/g, ' ');
    name.hidden = details.hidden = false;
    choose.hidden = true;
    fill(message);
    if (isTooLarge()) {
      return;
    }
    attribution.focus();
    form.scrollIntoView({ block: 'nearest' });
  }

  /** Said before anything is sent: the server would cut the line when it has had enough, and the browser tell only that. */
  function isTooLarge() {
    if (chosen === null || chosen.size <= most) {
      return false;
    }
    const said = el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'ground-too-large' }, el('p', {}, el('strong', {}, say.refusedFile)), el('p', {}, say.tooLarge(format.bytes(chosen.size), format.bytes(most))),
      el('button', { type: 'button', class: 'button small', 'data-testid': 'ground-another', onclick: () => { reset(); file.focus(); } }, say.another));
    details.hidden = true;
    fill(message, said);
    form.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** @param {number} bytes */
  function limit(bytes) {
    if (bytes !== most) {
      most = bytes;
      isTooLarge();
    }
  }

  function reset() {
    chosen = null;
    form.reset();
    name.hidden = details.hidden = true;
    choose.hidden = false;
    fill(message);
  }

  /** @param {string} text @param {HTMLElement} at */
  function missing(text, at) {
    fill(message, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'ground-missing' }, text));
    at.focus();
  }

  function submit() {
    if (isTooLarge()) {
      return;
    }
    if (chosen === null) {
      file.focus();
    } else if (title.value.trim() === '') {
      missing(say.needsTitle, title);
    } else if (attribution.value.trim() === '') {
      missing(say.needsAttribution, attribution);
    } else {
      void send(chosen);
    }
  }

  /** @param {File} what */
  async function send(what) {
    const bar = el('div', {});
    const tell = (/** @type {number} */ sent, /** @type {number} */ total) => fill(bar, progressBar(say.sending(what.name), sent, total, `${format.bytes(sent)} / ${format.bytes(total)}`));
    const sending = server.add(what, { title: title.value.trim(), attribution: attribution.value.trim(), classification: mark.value }, tell);
    details.hidden = true;
    tell(0, what.size);
    fill(message, bar, el('button', { type: 'button', class: 'button', 'data-testid': 'ground-cancel', onclick: sending.abort }, say.cancel));
    try {
      const basemap = await sending.done;
      reset();
      await added(basemap);
    } catch (error) {
      if (!isAbort(error) && await wasTooLarge(error)) {
        return;
      }
      details.hidden = false;
      fill(message, isAbort(error) ? null : el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'ground-not-taken' }, el('p', {}, el('strong', {}, say.refusedFile)), reasons(error).map((reason) => el('p', {}, reason))));
    }
  }

  /** A server that refuses in the middle of a file is heard by the browser as a line that broke. @param {any} error */
  async function wasTooLarge(error) {
    if (error.status === 0 || error.status === 413) {
      most = (await server.list().catch(() => ({ mostBytes: most }))).mostBytes;
    }
    return isTooLarge();
  }

  return { node: el('section', { class: 'detail-section' }, el('h3', {}, say.add), el('p', { class: 'muted' }, say.addAbout), form), take, limit };
}

/** @param {any} error @returns {string[]} */
const reasons = (error) => ((error.errors ?? []).length > 0 ? error.errors.map((/** @type {any} */ each) => [each.what, each.fix].filter(Boolean).join('. ')) : [reasonOf(error)]);

/** @param {string} id @param {string} label @param {...HTMLElement} parts */
const field = (id, label, ...parts) => el('div', { class: 'field' }, el('label', { for: id }, label), parts);
