// Photographs of a feature: small pictures, each a link to the whole one, and a way to add more.
// @ts-check
import { isAbort, toQuery } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { sendFile } from '../core/send-file.js';
import { words } from '../words/words.js';
import { failure } from './layers.js';
const say = words.photographs;

/** What the server takes; it refuses more before it reads it, and so do we. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * @param {import('../core/api.js').Api} api
 * @param {string} layer
 * @param {string} id
 * @param {(text: string) => void} announce
 * @param {boolean} isLow whether pictures wait for a click
 * @param {string|null} known only what was there at a past moment, to look at
 */
export function photographsNode(api, layer, id, announce, known = null, isLow = false) {
  const path = `/api/attachments/${encodeURIComponent(layer)}/${encodeURIComponent(id)}`;
  const gallery = el('ul', { class: 'photographs', 'data-testid': 'photographs' });
  const status = el('div', { 'aria-live': 'polite', 'data-testid': 'photograph-status' });
  const chooser = el('input', { type: 'file', accept: 'image/jpeg,image/png', multiple: true, hidden: true, 'data-testid': 'photograph-file',
    onchange: () => void addAll([...(chooser.files ?? [])]) });
  const add = el('button', { type: 'button', class: 'button small', 'data-testid': 'photograph-add', 'data-needs-line': true, onclick: () => chooser.click() },
    icon('import', { size: 15 }), ' ', say.add);

  async function load() {
    try {
      const { attachments } = await api.json(path + toQuery({ 'as-known-at': known }));
      fill(gallery, attachments.map(thumbnail));
    } catch (error) {
      fill(gallery, el('li', {}, failure(say.failed, error, () => void load())));
    }
  }

  /** @param {any} photo */
  function thumbnail(photo) {
    const title = say.title(photo.name, photo.author, format.moment(photo.recordedAt));
    const picture = () => el('a', { href: photo.href, download: '', title }, el('img', { src: photo.thumbnail, alt: title, loading: 'lazy' }));
    const place = el('li', {});
    fill(place, isLow ? el('button', { type: 'button', class: 'button small', 'data-testid': 'photograph-show', onclick: () => fill(place, picture()) }, words.offline.showPhotograph(title)) : picture());
    return place;
  }

  /** @param {File[]} files */
  async function addAll(files) {
    for (const file of files) {
      await addOne(file);
    }
    chooser.value = '';
  }

  /** @param {File} file */
  async function addOne(file) {
    if (file.size > MOST_BYTES) {
      fill(status, el('p', { class: 'notice is-problem', role: 'alert' }, say.tooLarge(file.name)));
      return;
    }
    const bar = el('progress', { max: 1, value: 0 });
    const sent = sendFile(path + toQuery({ name: file.name.slice(-200) }), file, api.proof(), (done, total) => { bar.value = done / total; });
    fill(status, el('p', { class: 'notice quiet' }, say.sending(file.name), ' ', bar, ' ',
      el('button', { type: 'button', class: 'button small', onclick: sent.abort }, say.cancel)));
    try {
      await sent.done;
      fill(status);
      announce(say.added(file.name));
      await load();
    } catch (error) {
      fill(status, isAbort(error) ? null : failure(say.notAdded(file.name), error, () => void addOne(file)));
    }
  }

  const section = el('section', { class: 'detail-section photographs-section', 'data-testid': 'photographs-section',
    ondragover: (/** @type {DragEvent} */ e) => {
      if (known === null && e.dataTransfer?.types.includes('Files')) {
        e.preventDefault();
        e.stopPropagation();
        section.classList.add('is-target');
      }
    },
    ondragleave: () => section.classList.remove('is-target'),
    ondrop: (/** @type {DragEvent} */ e) => {
      section.classList.remove('is-target');
      if (known === null && e.dataTransfer?.files.length) {
        e.preventDefault();
        e.stopPropagation();
        void addAll([...e.dataTransfer.files]);
      }
    },
  }, el('h4', {}, say.heading), gallery, status, ...(known === null ? [add, chooser] : []));
  void load();
  return section;
}
