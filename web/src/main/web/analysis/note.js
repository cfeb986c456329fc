// "Why should I believe this?": the method note, to read, to print and to take along.
// @ts-check
import { markName } from '../core/classification.js';
import { toQuery } from '../core/api.js';
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { analyses } from '../words/analyses.js';
import { words as say } from '../words/analysis.js';
import { caveatInWords } from './declared.js';
import { figuresOf, seedText, selectionText, settingsOf } from './note-rows.js';
import { spoken } from './process.js';
/** @typedef {import('./execution.js').Result} Result */
/** @typedef {import('./process.js').Process} Process */
/** @typedef {{layer: string, mission: string}} Names */

/** @param {{result: Result, process: Process|null, names: Names, job: string|null}} kept @param {string} [title] */
export function noteNode({ result, process, names, job }, title = say.note) {
  const d = result.diagnostics;
  const figures = figuresOf(result);
  const sheet = el('div', { class: 'note-sheet' },
    el('p', { class: 'note-mark' }, markName(result.classification).toUpperCase(), ' · ', names.mission),
    el('h3', { class: 'note-title' }, say.noteTitle(process?.title ?? d.process)),
    el('p', process ? spoken(process) : {}, process?.description ?? ''),
    el('h4', {}, say.noteCaveats), el('ul', { class: 'caveats', 'data-testid': 'note-caveats' }, d.caveats.map((sentence) => caveatInWords(sentence, analyses)).map((caveat) => el('li', spoken(caveat), caveat.text))),
    el('h4', {}, say.noteData), el('p', { 'data-testid': 'note-used' }, say.used(d.used, d.n), '.'),
    d.dropped.length > 0 ? el('ul', {}, d.dropped.map(({ reason, n }) => el('li', {}, say.dropped(n, reason)))) : null,
    el('dl', { class: 'rows tight' }, [
      [say.noteMethod, d.method], [say.noteQuery, selectionText(result, names.layer)],
      [say.noteAsOf, say.notePosition(format.moment(d.dataAsOf.committedAt), d.dataAsOf.sequence)], [say.noteClassification, markName(result.classification)],
    ].map(([label, text]) => el('div', {}, el('dt', {}, label), el('dd', {}, text)))),
    figures.length > 0 ? [el('h4', {}, say.noteFigures), el('dl', { class: 'rows tight', 'data-testid': 'note-figures' }, figures.map(([label, text]) => el('div', {}, el('dt', {}, label), el('dd', {}, text))))] : null,
    el('h4', {}, say.noteParameters),
    el('table', { class: 'small-table', 'data-testid': 'note-settings' }, el('thead', {}, el('tr', {}, [say.parameter, say.value, say.why].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, settingsOf(result, process).map(({ title: name, value, why }) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value), el('td', {}, why))))),
    el('p', { class: 'muted' }, seedText(result)));
  return el('details', { class: 'method-note', 'data-testid': 'method-note' }, el('summary', {}, icon('help', { size: 16 }), ' ', title), sheet,
    el('div', { class: 'detail-actions' },
      el('button', { type: 'button', class: 'button small', 'data-testid': 'note-print', onclick: () => printed(sheet) }, icon('report', { size: 14 }), ' ', say.print),
      job ? downloads(result, job) : null));
}

/** The server writes the files, with mark and note in each. @param {Result} result @param {string} job */
function downloads({ tables, grids }, job) {
  const address = (/** @type {string} */ f, /** @type {string} */ part = '') => `/jobs/${encodeURIComponent(job)}/results${toQuery({ f, part })}`;
  /** @type {[string, string, string][]} */
  const files = [
    [say.downloadGeojson, 'geojson', address('json')], [say.downloadCsv, 'csv', address('csv')], [say.downloadNote, 'md', address('md')],
    ...tables.map(({ name, title }) => /** @type {[string, string, string]} */ ([say.downloadTable(title), `${name}.csv`, address('csv', name)])),
    ...grids.map(({ name, title }) => /** @type {[string, string, string]} */ ([say.downloadPicture(title), `${name}.png`, address('png', name)])),
  ];
  return files.map(([label, ending, href]) => el('a', { class: 'button small', href, download: '', 'data-testid': `analysis-download-${ending}` }, icon('download', { size: 14 }), ' ', label));
}

/** Alone on the paper, without the page around it. @param {HTMLElement} sheet */
function printed(sheet) {
  const copy = el('div', { class: 'print-only' }, sheet.cloneNode(true));
  document.body.append(copy);
  document.body.classList.add('is-printing-note');
  window.print();
  document.body.classList.remove('is-printing-note');
  copy.remove();
}
