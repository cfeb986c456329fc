// What an import found, shown before anything is kept.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
/** @typedef {{line: number, field: string|null, what: string, fix: string}} Refused */
/**
 * @typedef {object} Import
 * @property {string} id
 * @property {string} name
 * @property {string} layer
 * @property {'reading'|'ready'|'committing'|'committed'|'discarded'|'undone'|'failed'} state
 * @property {{phase: string, bytesRead: number, bytesTotal: number, rows: number, rowsPerSecond: number, secondsLeft: number|null}} progress
 * @property {{format: string, label: string} & Record<string, string>} [recognised]
 * @property {{name: string, target: string|null}[]} columns
 * @property {{rows: number, accepted: number, refused: number, inserted: number, updated: number, unchanged: number, repeated: number, statesLeft: number}} [counts]
 * @property {GeoJSON.FeatureCollection} [sample]
 * @property {Refused[]} refused
 * @property {string} [batch]
 * @property {string} [error]
 */

const say = words.imports;
const SAMPLE_ROWS = 8;
const SAMPLE_COLUMNS = 5;

/** @param {string} label @param {number} done @param {number} total @param {string} detail */
export function progressBar(label, done, total, detail) {
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return el('div', { class: 'import-progress', 'data-testid': 'import-progress' },
    el('p', {}, el('strong', {}, label), ' ', el('span', { class: 'muted' }, detail)),
    el('progress', { max: '100', value: String(percent), 'aria-label': label }), el('span', { class: 'muted' }, `${percent} %`));
}

/** @param {Import} job */
export function working(job) {
  const { bytesRead, bytesTotal, rows, rowsPerSecond, secondsLeft } = job.progress;
  return progressBar(job.state === 'committing' ? say.committing : say.reading, bytesRead, bytesTotal, say.progress(rows, rowsPerSecond, secondsLeft));
}

/** @param {Import} job */
export function recognised(job) {
  if (!job.recognised) {
    return null;
  }
  const { format: _name, label, ...details } = job.recognised;
  return section(say.recognised, el('p', { 'data-testid': 'import-recognised' }, el('strong', {}, label)),
    el('dl', { class: 'rows tight' }, Object.entries(details).map(([key, value]) => el('div', {}, el('dt', {}, say.details[key] ?? format.unlabelled(key)), el('dd', {}, String(value))))));
}

/** @param {Import} job */
export function counts(job) {
  const { counts: n } = job;
  return n ? el('table', { class: 'small-table numbers', 'data-testid': 'import-counts' }, el('tbody', {},
    /** @type {[string, number][]} */ ([['rows', n.rows], ['accepted', n.accepted], ['refused', n.refused], ['inserted', n.inserted], ['updated', n.updated], ['unchanged', n.unchanged], ['repeated', n.repeated]])
      .filter(([key, value]) => key !== 'repeated' || value > 0)
      .map(([key, value]) => el('tr', { class: key === 'refused' && value > 0 ? 'is-warning' : '' }, el('th', { scope: 'row' }, say.counts[key]), el('td', { 'data-testid': `import-${key}` }, format.count(value)))))) : null;
}

/** What the file says of states is the workflow's to say. @param {Import} job @param {import('../core/types.js').Layer} layer */
export function statesLeft(job, layer) {
  const n = job.counts?.statesLeft ?? 0;
  const { workflow } = layer;
  const initial = layer.properties.find((p) => p.name === workflow?.property)?.choices?.find((choice) => choice.code === workflow?.initial)?.label ?? '';
  return n > 0 ? el('p', { class: 'notice', 'data-testid': 'import-states' }, say.statesLeft(n, initial)) : null;
}

/** @param {Import} job @param {import('../core/types.js').Layer} layer */
export function columns(job, layer) {
  if (job.columns.length === 0) {
    return null;
  }
  const used = job.columns.filter((column) => column.target !== null).length;
  const title = (/** @type {string} */ target) => layer.properties.find((p) => p.name === target)?.title ?? target;
  return el('details', { class: 'choices' }, el('summary', {}, say.columns(used, job.columns.length)),
    el('table', { class: 'small-table' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say.column), el('th', { scope: 'col' }, say.becomes))),
      el('tbody', {}, job.columns.map((column) => el('tr', {}, el('td', {}, column.name), el('td', { class: column.target ? '' : 'muted' }, column.target ? title(column.target) : say.keptAsSource))))));
}

/** @param {Import} job @param {import('../core/types.js').Layer} layer */
export function sample(job, layer) {
  const rows = (job.sample?.features ?? []).slice(0, SAMPLE_ROWS);
  if (rows.length === 0) {
    return null;
  }
  const wanted = [layer.titleProperty, layer.groupedBy, 'place_name', ...layer.properties.map((p) => p.name)].filter((name) => name && rows.some((row) => row.properties?.[name] !== undefined && row.properties?.[name] !== null));
  const shown = [...new Set(wanted)].slice(0, SAMPLE_COLUMNS);
  return section(say.firstRows, el('div', { class: 'wide-table' }, el('table', { class: 'small-table', 'data-testid': 'import-sample' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, words.detail.time), shown.map((name) => el('th', { scope: 'col' }, layer.properties.find((p) => p.name === name)?.title ?? name ?? '')))),
    el('tbody', {}, rows.map(({ properties: p }) => el('tr', {}, el('td', {}, p?.valid_from ? format.day(p.valid_from) : ''), shown.map((name) => el('td', {}, cell(layer, name ?? '', p?.[name ?? ''])))))))));
}

/** @param {Import} job */
export function refused(job) {
  if (job.refused.length === 0) {
    return null;
  }
  const all = job.counts?.refused ?? job.refused.length;
  return section(say.refused(all),
    el('div', { class: 'refused-list' }, el('table', { class: 'small-table', 'data-testid': 'import-refused-rows' },
      el('thead', {}, el('tr', {}, [say.line, say.field, say.why].map((t) => el('th', { scope: 'col' }, t)))),
      el('tbody', {}, job.refused.map((row) => el('tr', {}, el('td', {}, String(row.line)), el('td', {}, row.field ?? ''), el('td', {}, row.what, '. ', el('span', { class: 'muted' }, row.fix))))))),
    el('a', { class: 'button small', href: `/api/imports/${encodeURIComponent(job.id)}/refused.csv`, download: 'refused.csv', 'data-testid': 'import-refused-csv' }, icon('download', { size: 14 }), ' ', say.downloadRefused));
}

/** @param {import('../core/types.js').Layer} layer @param {string} name @param {unknown} value */
function cell(layer, name, value) {
  const property = layer.properties.find((p) => p.name === name);
  return property?.choices?.find((choice) => choice.code === value)?.label ?? String(value ?? '');
}

/** @param {string} title @param {...import('../core/dom.js').Child} children */
function section(title, ...children) {
  return el('section', { class: 'detail-section' }, el('h3', {}, title), ...children);
}
