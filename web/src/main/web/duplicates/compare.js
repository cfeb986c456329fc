// Two side by side, field by field: what differs is chosen, then they are merged.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { position } from '../core/position.js';
import { reasonOf } from '../core/reason.js';
import { failure } from '../panels/layers.js';
import { loading } from '../panels/states.js';
import { valueNode } from '../panels/fields.js';
import { words as say } from '../words/duplicates.js';
import { words } from '../words/words.js';
import { duplicates } from './requests.js';
/** @typedef {import('./requests.js').Seen} Seen */
/** @typedef {GeoJSON.Feature & {id: string}} Item */

/** The state follows from the merge; the reference names the one that is kept. */
const NOT_CHOSEN = new Set(['status', 'ref']);

/**
 * @param {HTMLElement} desk where it is shown
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store}} context
 * @param {{layer: string, id: string}} keep
 * @param {{id: string}} other
 * @param {{merged: (merge: import('./requests.js').Merge) => void, close: () => void}} then
 */
export async function compare(desk, { api, store }, keep, other, then) {
  const layer = store.state.catalog.find((l) => l.name === keep.layer);
  if (!layer) {
    return;
  }
  fill(desk, loading());
  try {
    const [one, two] = await Promise.all([api.item(keep.layer, keep.id), api.item(keep.layer, other.id)]);
    show(/** @type {Item} */ (one), /** @type {Item} */ (two));
  } catch (error) {
    fill(desk, failure(say.failed, error, () => void compare(desk, { api, store }, keep, other, then)));
  }

  /** @param {Item} one @param {Item} two */
  function show(one, two) {
    const a = one.properties ?? {};
    const b = two.properties ?? {};
    const same = (/** @type {unknown} */ x, /** @type {unknown} */ y) => JSON.stringify(x ?? null) === JSON.stringify(y ?? null);
    const place = (/** @type {Item} */ f) => f.geometry?.type === 'Point' ? position(f.geometry.coordinates[1], f.geometry.coordinates[0]) : words.detail.noPosition;
    const time = (/** @type {any} */ p) => format.span(p.valid_from, p.valid_to, p.time_precision);
    /** @type {{name: string, title: string, mine: import('../core/dom.js').Child, theirs: import('../core/dom.js').Child, preferOther: boolean}[]} */
    const rows = [];
    if (!same(one.geometry, two.geometry) || a.radius_m !== b.radius_m) {
      rows.push({ name: 'place', title: say.place, mine: place(one), theirs: place(two), preferOther: !one.geometry && Boolean(two.geometry) });
    }
    if (a.valid_from !== b.valid_from || a.valid_to !== b.valid_to) {
      rows.push({ name: 'time', title: say.time, mine: time(a), theirs: time(b), preferOther: !a.valid_from });
    }
    for (const property of layer?.properties ?? []) {
      const { name, title } = property;
      if (!NOT_CHOSEN.has(name) && !same(a[name], b[name])) {
        const node = (/** @type {any} */ v) => v === null || v === undefined ? '–' : valueNode(property, v);
        rows.push({ name, title, mine: node(a[name]), theirs: node(b[name]), preferOther: a[name] === null || a[name] === undefined });
      }
    }
    const option = (/** @type {string} */ name, /** @type {string} */ id, /** @type {string} */ label, /** @type {boolean} */ checked, /** @type {import('../core/dom.js').Child} */ value) =>
      el('label', {}, el('input', { type: 'radio', name: `take-${name}`, value: id, checked, 'aria-label': label }), ' ', value);
    const message = el('div', { role: 'alert' });
    const form = el('form', { class: 'merge-form', 'data-testid': 'merge-form', onsubmit: submit, onkeydown: (/** @type {KeyboardEvent} */ e) => {
      e.stopPropagation();
      if (e.key === 'Escape') { then.close(); }
    } },
      el('p', { class: 'muted' }, say.intro),
      rows.length === 0 ? el('p', {}, say.alike) : el('table', { class: 'small-table' },
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say.field), el('th', { scope: 'col' }, say.kept), el('th', { scope: 'col' }, say.other))),
        el('tbody', {}, rows.map(({ name, title, mine, theirs, preferOther }) => el('tr', {}, el('th', { scope: 'row' }, title),
          el('td', {}, option(name, one.id, `${title}: ${say.kept}`, !preferOther, mine)),
          el('td', {}, option(name, two.id, `${title}: ${say.other}`, preferOther, theirs)))))),
      message,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'merge', 'data-needs-line': true }, say.merge),
        el('button', { type: 'button', class: 'button small', onclick: then.close }, say.cancel)));
    fill(desk, form);
    /** @type {HTMLElement|null} */ (form.querySelector('[data-testid="merge"]'))?.focus();

    /** @param {Event} event */
    async function submit(event) {
      event.preventDefault();
      /** @type {Record<string, string>} */
      const values = {};
      for (const [key, id] of new FormData(form)) {
        if (id !== one.id) {
          values[key.slice('take-'.length)] = String(id);
        }
      }
      const seen = (/** @type {Item} */ f) => ({ layer: keep.layer, id: f.id, version: Number(f.properties?.version) });
      try {
        then.merged(await duplicates(api).merge(seen(one), seen(two), values));
      } catch (error) {
        fill(message, el('p', { class: 'notice is-problem' }, `${say.refused}. ${reasonOf(error)}`));
      }
    }
  }
}
