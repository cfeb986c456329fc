// The link to what is shown, with what it holds, and the file of it.
// @ts-check
import { toAddress } from '../core/address.js';
import { newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { bboxText, currentQuery, normalised } from '../core/query.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { relativeName } from './describe.js';
import { describeQuery, fileAddress, FORMATS, LONGEST_ADDRESS } from './file.js';
import { readCql } from './read.js';

const say = words.share;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  const requests = newestOnly();
  const layers = store.state.catalog.filter((layer) => layer.group !== 'reference');
  let layerName = layers.find((layer) => layer.time === 'event')?.name ?? layers[0]?.name ?? '';
  let where = 'window';
  let isOpen = false;
  const link = el('input', { type: 'text', readonly: true, dir: 'ltr', 'aria-label': say.link, 'data-testid': 'share-link', onfocus: () => link.select() });
  const holds = el('div', { 'data-testid': 'share-holds' });
  const file = el('div', { class: 'share-file', 'aria-live': 'polite', 'data-testid': 'share-file' });
  const layerChoice = el('select', { id: 'share-layer', 'data-testid': 'share-layer', onchange: () => { layerName = layerChoice.value; void count(); } },
    layers.map((layer) => el('option', { value: layer.name, selected: layer.name === layerName }, layer.title)));
  const whereChoice = el('select', { id: 'share-where', 'data-testid': 'share-where', onchange: () => { where = whereChoice.value; void count(); } });
  panel.append(
    el('section', {}, el('h3', {}, say.link),
      el('div', { class: 'share-link' }, link, el('button', { type: 'button', class: 'button primary', 'data-testid': 'share-copy', onclick: () => void copy() }, icon('copy', { size: 16 }), ' ', say.copyLink)),
      el('p', { class: 'muted' }, say.linkHelp), holds),
    el('section', {}, el('h3', {}, say.file), el('p', { class: 'muted' }, say.fileHelp),
      el('div', { class: 'field' }, el('label', { for: 'share-layer' }, say.layer), layerChoice),
      el('div', { class: 'field' }, el('label', { for: 'share-where' }, say.where), whereChoice), file));

  const address = () => `${location.origin}${location.pathname}${toAddress({ ...store.state, tool: null })}`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(address());
      announce(say.copied);
    } catch {
      link.select();
      announce(say.notCopied);
    }
  }

  function showLink() {
    const { state } = store;
    const conditions = Object.values(state.filters).reduce((n, of) => n + Object.keys(of).length, 0)
      + Object.values(state.cql).reduce((n, text) => n + readCql(text).parts.length, 0);
    const text = state.text.trim();
    link.value = address();
    fill(holds,
      text === '' ? null : el('div', { class: 'notice is-problem', role: 'alert', 'data-testid': 'share-names' },
        el('p', {}, icon('warning', { size: 16 }), ' ', say.names, ' ', el('strong', {}, el('bdi', {}, text))), el('p', {}, say.namesHelp),
        el('button', { type: 'button', class: 'button small', 'data-testid': 'share-clear', onclick: () => store.dispatch({ type: 'text/set', text: '' }) }, say.clearSearch)),
      el('p', { class: 'share-title' }, say.holds),
      el('ul', { class: 'share-list' },
        el('li', {}, say.place),
        el('li', {}, say.periodIs, ': ', state.relative ? relativeName(state.relative) : el('bdi', {}, format.period(state.period))),
        el('li', {}, say.layers(state.shown.length)),
        conditions > 0 ? el('li', {}, say.condition(conditions)) : null,
        state.area ? el('li', {}, say.area) : null,
        state.selection ? el('li', {}, say.selection) : null,
        state.known ? el('li', {}, say.known(format.moment(state.known))) : null));
  }

  function showPlaces() {
    const options = [['window', say.inWindow], ...(store.state.area ? [['area', say.inArea]] : []), ['anywhere', say.anywhere]];
    where = options.some(([value]) => value === where) ? where : 'window';
    fill(whereChoice, options.map(([value, title]) => el('option', { value, selected: value === where }, title)));
  }

  /** @returns {{area: string}|{bbox: string}|{}} */
  function place() {
    const { area, bounds } = store.state;
    return where === 'area' && area ? { area } : where === 'window' && bounds ? { bbox: bboxText(normalised(bounds)) } : {};
  }

  /** Exact, from the server, of the very selection that is downloaded. */
  async function count() {
    if (!isOpen || layerName === '') {
      return;
    }
    const query = { ...currentQuery(store.state, layerName), ...place() };
    const address = fileAddress(query, 'csv', '');
    file.classList.add('is-loading');
    try {
      if (address.length > LONGEST_ADDRESS) {
        fill(file, el('p', { class: 'notice' }, say.tooLong));
        return;
      }
      const answer = await requests.run((signal) => api.json(fileAddress(query, null, ''), { signal, headers: { accept: 'application/geo+json' } }));
      if (answer) {
        showFile(query, answer.numberMatched);
      }
    } catch (error) {
      fill(file, failure(say.failed, error, () => void count()));
    } finally {
      file.classList.remove('is-loading');
    }
  }

  /** @param {import('./file.js').Query} query @param {number} records */
  function showFile(query, records) {
    const said = describeQuery(store.state, query);
    fill(file,
      el('p', { class: 'figures-count' }, el('strong', { 'data-testid': 'share-count', 'data-count': records }, format.count(records)), ' ', say.records(records).replace(format.count(records), '').trim()),
      el('p', { class: 'share-title' }, say.query),
      el('p', { 'data-testid': 'share-words' }, said),
      query.filter ? el('code', { class: 'cql', dir: 'ltr', tabindex: '0' }, query.filter) : null,
      el('div', { class: 'detail-actions' }, FORMATS.map(([name, label]) => el('a', { class: 'button', href: fileAddress(query, name, said), download: '', 'data-testid': `share-${name}`, onclick: () => announce(say.downloading(label)) }, icon('download', { size: 16 }), ' ', label))));
  }

  const soon = debounce(() => void count(), 250);
  const update = () => { if (isOpen) { showLink(); showPlaces(); soon(); } };
  store.watch((s) => [s.view, s.bounds, s.period, s.relative, s.shown, s.filters, s.text, s.cql, s.area, s.selection, s.known, s.revision], update);

  return {
    open() {
      isOpen = true;
      showLink();
      showPlaces();
      void count();
    },
    close() {
      isOpen = false;
      requests.cancel();
    },
  };
}
