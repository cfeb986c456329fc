// "Why should I believe this?": the method note, to read, to print and to take along.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { words } from '../words/en.js';
import { figuresOf, findingsCsv, noteText, seedText, selectionText, settingsOf } from './note-text.js';
/** @typedef {import('./execution.js').Result} Result */
/** @typedef {import('./process.js').Process} Process */
/** @typedef {{layer: string, mission: string}} Names */

const say = words.analysis;

/** @param {Result} result @param {Process|null} process @param {Names} names @param {{open?: boolean, title?: string}} [options] */
export function noteNode(result, process, names, { open = false, title = say.note } = {}) {
  const d = result.diagnostics;
  const figures = figuresOf(result);
  const sheet = el('div', { class: 'note-sheet' },
    el('p', { class: 'note-mark' }, result.classification.replaceAll('_', ' '), ' · ', names.mission),
    el('h3', { class: 'note-title' }, say.noteTitle(process?.title ?? d.process)),
    el('p', {}, process?.description ?? ''),
    el('h4', {}, say.noteCaveats), el('ul', { class: 'caveats', 'data-testid': 'note-caveats' }, d.caveats.map((text) => el('li', {}, text))),
    el('h4', {}, say.noteData), el('p', { 'data-testid': 'note-used' }, say.used(d.used, d.n), '.'),
    d.dropped.length > 0 ? el('ul', {}, d.dropped.map(({ reason, n }) => el('li', {}, say.dropped(n, reason)))) : null,
    el('dl', { class: 'rows tight' }, [
      [say.noteMethod, d.method], [say.noteQuery, selectionText(result, names.layer)],
      [say.noteAsOf, say.notePosition(format.moment(d.dataAsOf.committedAt), d.dataAsOf.sequence)], [say.noteClassification, format.unlabelled(result.classification)],
    ].map(([label, text]) => el('div', {}, el('dt', {}, label), el('dd', {}, text)))),
    figures.length > 0 ? [el('h4', {}, say.noteFigures), el('dl', { class: 'rows tight', 'data-testid': 'note-figures' }, figures.map(([label, text]) => el('div', {}, el('dt', {}, label), el('dd', {}, text))))] : null,
    el('h4', {}, say.noteParameters),
    el('table', { class: 'small-table', 'data-testid': 'note-settings' }, el('thead', {}, el('tr', {}, [say.parameter, say.value, say.why].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, settingsOf(result, process).map(({ title: name, value, why }) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value), el('td', {}, why))))),
    el('p', { class: 'muted' }, seedText(result)));
  return el('details', { class: 'method-note', open, 'data-testid': 'method-note' }, el('summary', {}, icon('help', { size: 16 }), ' ', title), sheet,
    el('div', { class: 'detail-actions' },
      el('button', { type: 'button', class: 'button small', 'data-testid': 'note-print', onclick: () => printed(sheet) }, icon('report', { size: 14 }), ' ', say.print),
      downloads(result, process, names)));
}

/** @param {Result} result @param {Process|null} process @param {Names} names */
function downloads(result, process, names) {
  const d = result.diagnostics;
  const stem = [d.process, d.dataAsOf.committedAt.slice(0, 10), result.classification].join('-');
  const note = () => noteText(result, process, names);
  /** @type {[string, string, string, () => string][]} */
  const files = [
    [say.downloadGeojson, 'geojson', 'application/geo+json', () => JSON.stringify({ ...result, note: note() })],
    [say.downloadCsv, 'csv', 'text/csv', () => findingsCsv(result, note())],
    [say.downloadNote, 'txt', 'text/plain', note],
  ];
  return files.map(([label, ending, type, text]) => el('button', { type: 'button', class: 'button small', 'data-testid': `analysis-download-${ending}`,
    onclick: () => save(text(), `${stem}.${ending}`, type) }, icon('download', { size: 14 }), ' ', label));
}

/** @param {string} text @param {string} name @param {string} type */
function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = el('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
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
