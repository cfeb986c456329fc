// Bringing a file in: choose, look at what was recognised and refused, keep it or not, take it back.
// @ts-check
import * as L from '../lib/leaflet.js';
import { isAbort } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { reviewNode } from '../duplicates/review.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { declareForm } from './declare.js';
import { takeDropped, whenDropped } from './drop.js';
import { upload } from './upload.js';
import { columns, counts, progressBar, recognised, refused, sample, statesLeft, working } from './views.js';
/** @typedef {import('./views.js').Import} Import */

const POLL_MS = 350;
const say = words.imports;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ map, store, api, panel, announce }) {
  const body = el('div', { class: 'tool-panel', 'aria-live': 'polite' });
  const past = el('section', { class: 'detail-section' });
  const preview = L.featureGroup();
  panel.append(body, past);
  /** @type {Import|null} */
  let job = null;
  /** What was sent last, to be read again when the server asks something about it. @type {{file: File, declared: Record<string, string>}|null} */
  let last = null;
  /** @type {(() => void)|null} */
  let abort = null;
  let layerName = store.state.catalog[0]?.name ?? '';
  let isOpen = false;
  const layerOf = (/** @type {string} */ name) => /** @type {import('../core/types.js').Layer} */ (store.state.catalog.find((l) => l.name === name));
  const path = (/** @type {string} */ id, rest = '') => `/api/imports/${encodeURIComponent(id)}${rest}`;

  function askForFile() {
    job = null;
    preview.clearLayers();
    const file = el('input', { type: 'file', id: 'import-file', 'data-testid': 'import-file', accept: '.csv,.tsv,.txt,.geojson,.json,.geojsonl,.ndjson', onchange: () => { const [first] = file.files ?? []; if (first) { void send(first); } } });
    const layer = el('select', { id: 'import-layer', 'data-testid': 'import-layer', onchange: () => { layerName = layer.value; } },
      store.state.catalog.map((l) => el('option', { value: l.name, selected: l.name === layerName }, l.title)));
    fill(body, el('p', { class: 'muted' }, say.intro),
      el('div', { class: 'field' }, el('label', { for: 'import-layer' }, say.layer), layer),
      el('div', { class: 'field drop-zone' }, el('label', { for: 'import-file' }, icon('import', { size: 22 }), ' ', say.choose), file));
  }

  /** @param {File} file @param {Record<string, string>} [declared] */
  async function send(file, declared = {}) {
    last = { file, declared };
    preview.clearLayers();
    if (file.size === 0) {
      fill(body, el('p', { class: 'notice is-problem', role: 'alert', 'data-testid': 'import-failed' }, say.emptyFile(file.name)), startOver());
      return;
    }
    const sent = upload(file, { layer: layerName, ...declared }, api.proof(), (done, total) => fill(body, progressBar(say.sending(file.name), done, total, ''), cancelButton()));
    abort = sent.abort;
    fill(body, progressBar(say.sending(file.name), 0, file.size, ''), cancelButton());
    try {
      job = await sent.done;
      await follow();
    } catch (error) {
      if (isAbort(error)) {
        askForFile();
      } else {
        fill(body, failure(say.failed, error, () => void send(file, declared)), startOver());
      }
    } finally {
      abort = null;
    }
  }

  const cancelButton = () => el('button', { type: 'button', class: 'button', 'data-testid': 'import-cancel', onclick: () => abort?.() }, say.cancel);
  const startOver = () => el('button', { type: 'button', class: 'button', 'data-testid': 'import-another', onclick: askForFile }, say.another);

  /** Offers to read the last file again, unless the server has it from elsewhere. @param {Import} of @param {boolean} needed */
  function readDifferently(of, needed) {
    const { file, declared } = last ?? {};
    return file?.name === of.name ? declareForm(declared ?? {}, needed, (answers) => void act(async (id) => {
      if (of.state === 'ready') {
        await api.json(path(id), { method: 'DELETE' });
      }
      await send(file, answers);
    })) : null;
  }

  /** Asks how far the server is until it waits for us. */
  async function follow() {
    while (job && isOpen && (job.state === 'reading' || job.state === 'committing')) {
      fill(body, working(job), job.state === 'reading' ? el('button', { type: 'button', class: 'button', onclick: () => void discard() }, say.cancel) : null);
      await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
      job = job ? await api.json(path(job.id)) : null;
    }
    show();
  }

  function show() {
    if (!job) {
      return;
    }
    const layer = layerOf(job.layer);
    const views = { ready: showReady, committed: showDone, undone: showUndone, discarded: () => askForFile(), failed: () => showFailed(job) };
    const view = views[/** @type {keyof typeof views} */ (job.state)];
    view?.(job, layer);
  }

  /** @param {Import} ready @param {import('../core/types.js').Layer} layer */
  function showReady(ready, layer) {
    const n = ready.counts;
    const nothing = !n || n.accepted === 0;
    fill(body, el('h3', { class: 'import-name' }, ready.name, el('span', { class: 'muted' }, ` → ${layer.title}`)),
      recognised(ready), counts(ready), statesLeft(ready, layer),
      n && n.accepted > 0 && n.inserted + n.updated === 0 ? el('p', { class: 'notice quiet', 'data-testid': 'import-no-change' }, say.noChange) : null,
      store.state.mission?.exercise ? el('p', { class: 'notice quiet' }, say.exercise) : null,
      el('div', { class: 'detail-actions' },
        el('button', { type: 'button', class: 'button primary', disabled: nothing, 'data-testid': 'import-commit', 'data-needs-line': true, onclick: () => void commit('good-rows') }, icon('check', { size: 16 }), ' ', n && n.refused > 0 ? say.commitGood(n.accepted) : say.commit(n?.accepted ?? 0)),
        n && n.refused > 0 ? el('button', { type: 'button', class: 'button', 'data-testid': 'import-commit-all', 'data-needs-line': true, title: say.allOrNothingHelp, onclick: () => void commit('all-or-nothing') }, say.allOrNothing) : null,
        el('button', { type: 'button', class: 'button', 'data-testid': 'import-discard', onclick: () => void discard() }, say.discard)),
      refused(ready), readDifferently(ready, nothing), sample(ready, layer), columns(ready, layer));
    showOnMap(ready);
    announce(say.ready(n?.accepted ?? 0, n?.refused ?? 0));
  }

  /** @param {Import} ready */
  function showOnMap(ready) {
    preview.clearLayers();
    for (const feature of ready.sample?.features ?? []) {
      if (feature.geometry) {
        preview.addLayer(L.geoJSON(feature, { interactive: false, style: { className: 'import-shape' }, pointToLayer: (_, at) => L.circleMarker(at, { radius: 6, className: 'import-shape', interactive: false }) }));
      }
    }
    preview.addTo(map.leaflet);
    const bounds = preview.getBounds();
    if (bounds.isValid()) {
      map.leaflet.fitBounds(bounds, { padding: [50, 50], maxZoom: 10 });
    }
  }

  /** @param {Import} done */
  function showDone(done) {
    preview.remove();
    fill(body, el('div', { class: 'notice', 'data-testid': 'import-done' }, el('p', {}, el('strong', {}, say.done(done.name)))), counts(done), refused(done),
      el('div', { class: 'detail-actions' }, period(done),
        el('button', { type: 'button', class: 'button', 'data-testid': 'import-undo', 'data-needs-line': true, onclick: () => void undo(done.id) }, icon('undo', { size: 16 }), ' ', say.undo), startOver()),
      done.batch && layerOf(done.layer).workflow ? reviewNode({ api, store, announce }, done.batch) : null);
  }

  /** Imported events are often older than the period that is shown. @param {Import} done */
  function period(done) {
    return layerOf(done.layer).time !== 'none' ? el('button', { type: 'button', class: 'button primary', 'data-testid': 'import-whole-period', onclick: () => {
      store.dispatch({ type: 'layers/shown', names: [done.layer], on: true });
      const { mission } = store.state;
      if (mission) {
        store.dispatch({ type: 'period/set', period: { ...mission.time } });
      }
    } }, words.layers.wholePeriod) : null;
  }

  /** @param {Import} undone */
  function showUndone(undone) {
    fill(body, el('div', { class: 'notice', 'data-testid': 'import-undone' }, el('p', {}, say.undone(undone.name))), startOver());
  }

  /** @param {Import|null} failed */
  function showFailed(failed) {
    fill(body, el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'import-failed' }, el('p', {}, el('strong', {}, say.failed)), el('p', {}, failed?.error ?? '')),
      failed ? [refused(failed), readDifferently(failed, true)] : null, startOver());
  }

  /** @param {string} mode */
  const commit = (mode) => act(async (id) => {
    job = await api.json(path(id, `/commit?mode=${mode}`), { method: 'POST' });
    await follow();
    changed();
  });

  const discard = () => act(async (id) => {
    await api.json(path(id), { method: 'DELETE' });
    askForFile();
  });

  /** @param {string} id */
  async function undo(id) {
    try {
      const answer = await api.json(path(id, '/undo'), { method: 'POST' });
      announce(say.taken(answer.undo.removed, answer.undo.restored, answer.undo.kept));
      if (job?.id === id) {
        job = { ...job, state: 'undone' };
        show();
      }
      changed();
    } catch (error) {
      fill(body, failure(say.undoFailed, error, () => void undo(id)), startOver());
    }
  }

  /** @param {(id: string) => Promise<void>} action */
  async function act(action) {
    const id = job?.id;
    if (!id) {
      return;
    }
    try {
      await action(id);
    } catch (error) {
      fill(body, failure(say.failed, error, () => void act(action)), startOver());
    }
  }

  function changed() {
    store.dispatch({ type: 'data/changed' });
    void listPast();
  }

  async function listPast() {
    try {
      const { batches } = await api.json('/api/imports');
      fill(past, el('h3', {}, say.past), batches.length === 0 ? el('p', { class: 'muted' }, say.noPast)
        : el('ul', { class: 'past-imports', 'data-testid': 'import-past' }, batches.map((/** @type {any} */ batch) => el('li', { class: batch.undone ? 'is-undone' : '' },
          el('div', {}, el('strong', {}, batch.title), el('span', { class: 'muted' }, ` ${layerOf(batch.layer)?.title ?? batch.layer} · ${format.moment(batch.committedAt)} · ${say.pastCounts(batch.counts)}`)),
          batch.undone ? el('span', { class: 'muted' }, say.isUndone) : el('button', { type: 'button', class: 'button small', 'aria-label': `${say.undo}: ${batch.title}`, onclick: () => void undo(batch.id) }, icon('undo', { size: 14 }), ' ', say.undo)))));
    } catch (error) {
      fill(past, failure(say.pastFailed, error, () => void listPast()));
    }
  }

  function takeFile() {
    const file = takeDropped('import');
    if (file && !abort) {
      void send(file);
    }
  }
  whenDropped('import', () => { if (isOpen) { takeFile(); } });

  return {
    open() {
      isOpen = true;
      if (!job) {
        askForFile();
      } else {
        void follow().catch((error) => fill(body, failure(say.failed, error, () => void act(async () => { await follow(); })), startOver()));
      }
      void listPast();
      takeFile();
    },
    close() {
      isOpen = false;
      preview.remove();
    },
  };
}
