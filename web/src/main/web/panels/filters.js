// Conditions by form, from what the layer declares, and as CQL2 for those who know it.
// @ts-check
import { debounce, el, fill } from '../core/dom.js';
import { compileFilter } from '../core/filter.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { relativeText } from '../core/relative.js';
import { missionZone, zoneName } from '../core/zone.js';
import { createBuilder } from '../query/builder.js';
import { relativeName } from '../query/describe.js';
import { EVERYWHERE } from '../query/tree.js';
import { periodNow } from '../watch/moving-period.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Property} Property */

const MOST_CHOICES = 8;

/**
 * @param {HTMLElement} parent
 * @param {Store} store
 * @param {import('../core/api.js').Api} api
 * @param {(key: string, cql: string) => Promise<void>} check rejects with the server's words about a wrong condition
 */
export function mountFilters(parent, store, api, check) {
  const layers = store.state.catalog.filter((layer) => layer.group !== 'reference');
  let key = layers.find((l) => l.name === 'incident')?.name ?? layers[0]?.name ?? EVERYWHERE;
  const builder = createBuilder(store, api);
  const search = searchField(store);
  const form = el('div', { class: 'filter-form' });
  const sent = el('div', { class: 'filter-sent' });
  const choose = el('select', { id: 'filter-layer', 'data-testid': 'filter-layer', onchange: () => {
    key = choose.value;
    builder.of(key);
    render();
  } }, el('option', { value: EVERYWHERE }, words.query.everywhere), layers.map((l) => el('option', { value: l.name, selected: l.name === key }, l.title)));

  const text = el('div', {});
  parent.append(search, relativePeriods(store), el('div', { class: 'field' }, el('label', { for: 'filter-layer' }, words.filters.layer), choose), builder.node, form, text, sent);

  function render() {
    const layer = layers.find((l) => l.name === key);
    fill(form, layer ? [
      layer.severity ? severity(store, layer) : null,
      ...layer.properties.filter(isFilterable).map((property) => choices(store, layer, property))] : []);
    if (!text.contains(document.activeElement)) {
      fill(text, expert(store, key, check));
    }
    showSent();
  }

  function showSent() {
    const layer = layers.find((l) => l.name === key);
    const cql = layer ? compileFilter(store.state, layer) : store.state.cql[EVERYWHERE]?.trim() || null;
    fill(sent, cql
      ? [el('h2', {}, words.filters.sent), el('code', { class: 'cql', 'data-testid': 'cql', tabindex: '0' }, cql)]
      : el('p', { class: 'muted' }, words.filters.none));
  }

  store.watch((s) => [s.filters, s.cql], render);
  store.watch((s) => s.text, showSent);
  builder.of(key);
  render();
}

/** What the period is offered to be with the clock. @type {import('../core/relative.js').Relative[]} */
const RELATIVES = [{ hours: 6 }, { hours: 12 }, { hours: 24 }, { days: 1 }, { days: 2 }, { days: 7 }, { days: 30 }, { days: 90 }];
const MORNING = '06:00';

/** Periods that move with the clock. @param {Store} store */
function relativePeriods(store) {
  const set = (/** @type {import('../core/relative.js').Relative} */ relative) => store.dispatch({ type: 'period/relative', relative, period: periodNow(relative, store.state.mission) });
  const buttons = RELATIVES.map((relative) => el('button', { type: 'button', class: 'button small', title: words.query.relativeHelp, 'data-testid': `relative-${relativeText(relative)}`, onclick: () => set(relative) }, relativeName(relative)));
  const time = el('input', { type: 'time', required: true, value: MORNING, dir: 'ltr', 'aria-label': words.query.sinceTime, 'data-testid': 'relative-time' });
  const since = el('button', { type: 'button', class: 'button small', title: words.query.relativeHelp, 'data-testid': 'relative-since', onclick: () => { if (time.reportValidity()) { set({ since: time.value }); } } }, words.query.sinceTime);
  store.watch((s) => s.relative, (now) => {
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(now !== null && relativeText(RELATIVES[i]) === relativeText(now))));
    since.setAttribute('aria-pressed', String(now !== null && 'since' in now));
    time.value = now && 'since' in now ? now.since : time.value;
  }, { now: true });
  return el('details', { class: 'field choices' }, el('summary', {}, words.query.period), el('div', { class: 'query-presets' }, buttons),
    el('div', { class: 'query-presets' }, since, time, el('span', { class: 'muted' }, zoneName(missionZone(store.state.mission)))));
}

/** @param {Property} property */
const isFilterable = (property) => property.type === 'code' && !property.broader && (property.choices?.length ?? 0) > 1 && (property.choices?.length ?? 0) <= 40;

/** @param {Store} store */
function searchField(store) {
  const input = el('input', { type: 'search', id: 'search', placeholder: words.filters.search, 'aria-label': words.filters.search, 'data-testid': 'search', autocomplete: 'off',
    oninput: debounce(() => store.dispatch({ type: 'text/set', text: input.value }), 250) });
  store.watch((s) => s.text, (text) => {
    if (document.activeElement !== input || text === '') {
      input.value = text;
    }
  }, { now: true });
  return el('div', { class: 'search' }, icon('search', { size: 16 }), input);
}

/** @param {Store} store @param {Layer} layer */
function severity(store, layer) {
  const property = /** @type {string} */ (layer.severity);
  const now = store.state.filters[layer.name]?.[property]?.min ?? 1;
  return el('fieldset', { class: 'field' }, el('legend', {}, words.filters.severity),
    el('div', { class: 'segments' }, [1, 2, 3, 4, 5].map((level) => el('label', {},
      el('input', { type: 'radio', name: `severity-${layer.name}`, value: level, checked: level === now, 'data-testid': `severity-${level}`,
        onchange: () => store.dispatch({ type: 'filter/set', layer: layer.name, property, condition: level === 1 ? null : { min: level } }) }),
      el('span', {}, level === 1 ? words.filters.any : `${level}${level < 5 ? '+' : ''}`)))));
}

/** @param {Store} store @param {Layer} layer @param {Property} property */
function choices(store, layer, property) {
  const condition = store.state.filters[layer.name]?.[property.name];
  const all = property.choices ?? [];
  // The legend switches codes off, this form picks codes: both speak of the same property.
  const isLegend = property.name === layer.symbol.property;
  const isOn = (/** @type {string} */ code) => (condition?.hide ? !condition.hide.includes(code) : condition?.in?.includes(code) ?? isLegend);
  const toggle = (/** @type {string} */ code) => {
    if (isLegend && !condition?.in) {
      store.dispatch({ type: 'code/toggled', layer: layer.name, property: property.name, code });
      return;
    }
    const list = all.map((c) => c.code).filter((c) => (c === code ? !isOn(c) : isOn(c)));
    store.dispatch({ type: 'filter/set', layer: layer.name, property: property.name, condition: list.length > 0 && list.length < all.length ? { in: list } : null });
  };
  const node = el('details', { class: 'field choices', open: property.name === 'status' || Boolean(condition) },
    el('summary', { title: property.help }, property.title, condition ? el('span', { class: 'dot' }) : null));
  const list = el('ul', {}, all.map((choice, i) => el('li', { hidden: i >= MOST_CHOICES && !isOn(choice.code) },
    el('label', {}, el('input', { type: 'checkbox', checked: isOn(choice.code), 'data-testid': `choice-${property.name}-${choice.code}`, onchange: () => toggle(choice.code) }), el('span', {}, choice.label ?? format.unlabelled(choice.code))))));
  node.append(list);
  if (all.length > MOST_CHOICES) {
    const more = el('button', { type: 'button', class: 'link', onclick: () => {
      list.querySelectorAll('li').forEach((li) => { li.hidden = false; });
      more.remove();
    } }, words.filters.showAll(all.length));
    node.append(more);
  }
  return node;
}

/**
 * A condition is asked about alone before it is applied: the picture stays, and positions in the
 * answer are those of the text as it was typed.
 *
 * @param {Store} store
 * @param {string} key
 * @param {(key: string, cql: string) => Promise<void>} check
 */
function expert(store, key, check) {
  const id = 'expert-cql';
  const input = el('textarea', { id, rows: 2, spellcheck: 'false', 'data-testid': 'expert', 'aria-describedby': 'expert-help' });
  input.value = store.state.cql[key] ?? '';
  const problem = el('p', { class: 'field-problem', role: 'alert' });
  const stop = store.watch((s) => s.pictures[key]?.problem, (text) => {
    if (!input.isConnected) {
      stop();
    } else {
      problem.textContent = input.value.trim() && text ? text : '';
    }
  });
  return el('form', { class: 'field', onsubmit: async (/** @type {Event} */ e) => {
    e.preventDefault();
    const text = input.value;
    try {
      if (text.trim()) {
        await check(key, text);
      }
      input.removeAttribute('aria-invalid');
      problem.textContent = '';
      store.dispatch({ type: 'cql/set', layer: key, text });
    } catch (error) {
      input.setAttribute('aria-invalid', 'true');
      problem.textContent = words.filters.notApplied(reasonOf(error));
    }
  } },
  el('label', { for: id }, words.filters.expert),
  input,
  el('p', { class: 'muted', id: 'expert-help' }, words.filters.expertHelp),
  problem,
  el('button', { type: 'submit', class: 'button small' }, words.filters.apply));
}
