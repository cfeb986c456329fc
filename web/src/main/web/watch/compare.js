// Chooses what stands beside the picture, and counts both.
// @ts-check
import { fromAddress } from '../core/address.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { fromInput, toInput, toMoment } from '../core/known.js';
import { missionNow } from '../core/clock.js';
import { visibleCount } from '../core/query.js';
import { reasonOf } from '../core/reason.js';
import { dayInput, momentInput } from '../core/time-input.js';
import { PHONE } from '../panels/phone-bar.js';
import { words } from '../words/words.js';
import { MODES } from './address.js';
import { mountDifferences } from './difference-list.js';
import { labelOf } from './keep-compare.js';
import { KINDS, otherSide, picture } from './other-side.js';
import { sameView } from './same-view.js';
import { snapshots } from './snapshot-requests.js';
import { frozen } from './snapshots.js';

const say = words.compare;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  const server = snapshots(api);
  const kind = el('select', { 'data-testid': 'compare-kind', onchange: () => offer() }, KINDS.map((each) => el('option', { value: each }, say[each])));
  const now = () => missionNow(store.state.mission);
  const start = dayInput({ 'aria-label': say.from, 'data-testid': 'compare-start' }, now);
  const end = dayInput({ 'aria-label': say.to, 'data-testid': 'compare-end' }, now);
  const known = momentInput({ 'aria-label': say.at, 'data-testid': 'compare-known' }, now);
  const which = el('select', { 'aria-label': say.snapshot, 'data-testid': 'compare-snapshot' });
  const fields = el('div', { class: 'compare-fields' });
  const message = el('div', { role: 'status' });
  const begin = el('button', { type: 'submit', class: 'button primary', 'data-testid': 'compare-start-button' }, say.start);
  const form = el('form', { class: 'compare-form', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); choose(); } }, el('label', {}, say.chooseB, ' ', kind), fields, begin);
  const result = el('div', { class: 'compare-result', 'data-testid': 'compare-result' });
  const differences = el('section', { class: 'compare-differences', 'data-testid': 'compare-differences' });
  panel.append(el('p', { class: 'muted' }, say.intro), form, message, result, differences);
  mountDifferences(differences, store, announce);

  const missing = () => el('p', { class: 'notice', role: 'alert' }, kind.value === 'dates' ? say.wrongDates : kind.value === 'snapshot' ? say.noSnapshots : words.known.wrong);

  function offer() {
    const { period, known: at, mission } = store.state;
    start.input.value ||= period.start;
    end.input.value ||= period.end;
    known.input.value ||= toInput(at ?? toMoment(missionNow(mission).getTime() - 86_400_000));
    fill(message);
    fill(fields, kind.value === 'dates' ? [start.node, end.node] : kind.value === 'moment' ? known.node : kind.value === 'snapshot' ? which : null);
    if (kind.value === 'snapshot') {
      void list();
    }
  }

  async function list() {
    try {
      const all = await server.list();
      fill(which, all.map((each) => el('option', { value: frozen(each) }, `${each.ref} ${each.title}`)));
      fill(message, all.length === 0 ? missing() : null);
    } catch (error) {
      fill(message, el('p', { class: 'notice', role: 'alert' }, reasonOf(error)));
    }
  }

  function choose() {
    const b = otherSide(store.state, /** @type {import('./other-side.js').Kind} */ (kind.value), { start: start.input.value, end: end.input.value, known: fromInput(known.input.value), snapshot: which.value });
    if (b === null) {
      fill(message, missing());
      return;
    }
    fill(message);
    store.dispatch({ type: 'compare/set', compare: { mode: store.state.compare?.mode ?? 'side', b } });
  }

  function swap() {
    const compare = /** @type {import('./address.js').Comparison} */ (store.state.compare);
    const a = picture(store.state);
    const { period, shown, filters, text, cql, known: moment } = fromAddress(compare.b) ?? {};
    store.dispatch({ type: 'compare/swapped', a, shared: { ...(period ? { period, relative: null } : {}), ...(shown ? { shown } : {}), filters, text, cql, known: moment } });
  }

  const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ onclick) => el('button', { type: 'button', class: 'button small', 'data-testid': `compare-${id}`, onclick }, text);
  const names = { side: say.side, swipe: say.swipe, a: say.onlyA, b: say.onlyB };

  function show() {
    const { compare, other } = store.state;
    begin.textContent = say.start;
    if (!compare) {
      fill(result);
      return;
    }
    fill(result,
      el('fieldset', { class: 'segments', 'aria-label': say.how }, MODES.map((mode) => el('label', {},
        el('input', { type: 'radio', name: 'picture-mode', checked: compare.mode === mode, 'data-testid': `compare-mode-${mode}`, onchange: () => store.dispatch({ type: 'compare/set', compare: { ...compare, mode } }) }), el('span', {}, names[mode])))),
      el('dl', { class: 'rows tight' }, el('div', {}, el('dt', {}, say.onlyA), el('dd', {}, labelOf(picture(store.state)))), el('div', {}, el('dt', {}, say.onlyB), el('dd', {}, labelOf(compare.b)))),
      sameView(picture(store.state), compare.b) && (store.state.known ?? null) === (other?.known ?? null) ? el('p', { class: 'notice quiet' }, say.same) : null,
      table(),
      el('div', { class: 'detail-actions' }, button('swap', say.swap, swap), button('end', say.stop, () => store.dispatch({ type: 'compare/set', compare: null }))));
  }

  function table() {
    const { state } = store;
    const { other } = state;
    if (other?.counts.state === 'failed') {
      return el('p', { class: 'notice', role: 'alert' }, `${say.failed}. ${other.counts.problem ?? ''}`);
    }
    const layers = state.catalog.filter(({ name }) => state.shown.includes(name) || other?.shown.includes(name));
    const rows = layers.map((layer) => ({ title: layer.title, name: layer.name, a: state.shown.includes(layer.name) ? visibleCount(state, layer) : 0, b: other?.shown.includes(layer.name) ? visibleCount(other, layer) : other ? 0 : null }))
      .filter(({ a, b }) => a === null || b === null || a + b > 0);
    const sum = (/** @type {'a'|'b'} */ side) => (rows.some((row) => row[side] === null) ? null : rows.reduce((n, row) => n + (row[side] ?? 0), 0));
    const number = (/** @type {number|null} */ n) => (n === null ? '…' : format.count(n));
    const signed = (/** @type {number|null} */ a, /** @type {number|null} */ b) => (a === null || b === null ? '…' : `${b > a ? '+' : b < a ? '−' : '±'}${format.count(Math.abs(b - a))}`);
    const line = (/** @type {string} */ title, /** @type {number|null} */ a, /** @type {number|null} */ b, /** @type {string} */ name) => el('tr', { 'data-layer': name }, el('th', { scope: 'row' }, title),
      el('td', { 'data-side': 'a' }, number(a)), el('td', { 'data-side': 'b' }, number(b)), el('td', { 'data-side': 'difference' }, el('bdi', { dir: 'ltr' }, signed(a, b))));
    return el('table', { class: 'compare-table', 'data-testid': 'compare-table', 'aria-busy': String(!other || other.counts.state === 'loading') }, el('caption', {}, say.table),
      el('thead', {}, el('tr', {}, [say.layer, say.onlyA, say.onlyB, say.difference].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, rows.map(({ title, a, b, name }) => line(title, a, b, name))), el('tfoot', {}, line(say.all, sum('a'), sum('b'), 'all')));
  }

  store.watch((s) => [s.compare, s.other, s.counts, s.shown, s.period, s.known, s.filters], show);
  offer();
  show();
  return { open: () => {
    if (matchMedia(PHONE).matches && !store.state.compare) {
      kind.focus();
    }
    offer();
  } };
}
