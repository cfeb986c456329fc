// Counts over time for what the picture shows; a brush over them sets the period and all else follows.
// @ts-check
import { newestOnly } from '../core/api.js';
import { highest } from '../core/classification.js';
import { debounce, eachFrame, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { momentsOf, samePeriod, toDatetime } from '../core/period.js';
import { ahead, localText, missionZone, zoneName } from '../core/zone.js';
import { markOf } from '../map/marks.js';
import { failure } from '../panels/layers.js';
import { isHours, isMostlyWithoutHour, timeScale } from '../time/scale.js';
import { words } from '../words/words.js';
import { countable } from './bars.js';
import { besideOf, bucketsOf, daysFor, drawnOf, earlier, frameOf, frameText, groupsOf, ofGroup, shifted, spanned, stepOf } from './buckets.js';
import { fileButtons, themeColours } from './files.js';
import { dimensionTitle, valueLabel } from './labels.js';
import { bodyOf, currentLayer, question, scopeOf } from './question.js';
import { sceneNode } from './scene.js';
import { bucketAt, LEFT, seriesScene } from './series-scene.js';
import { stampOf } from './stamp.js';
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {import('./buckets.js').Bucket} Bucket */
/** @typedef {import('./panel.js').ViewContext} ViewContext */

const say = words.linked;
const MOST_GROUPS = 10;
/** For what has no place on the axis. */
const NO_BUCKET = { first: '', last: '', from: 0, to: 0, isWhole: false, isEarlier: true };

/** @param {HTMLElement} parent @param {ViewContext} context */
export function mountSeries(parent, { store, api, announce }) {
  const line = newestOnly();
  /** @type {{layer: Layer, answer: any, category: string, step: import('./buckets.js').Step, zone: string, frame: Period, buckets: Bucket[], before: ReturnType<typeof earlier>, unknown: ReturnType<typeof earlier>, beside: Bucket[], groups: {value: string|null, colour: string, label: string}[]}|null} */
  let shown = null;
  /** Buckets from which to which a brush reaches. @type {{from: number, to: number}|null} */
  let brush = null;
  /** @type {(() => void)[]} */
  const watches = [];
  const set = (/** @type {Partial<import('../core/linked.js').Linked>} */ change) => store.dispatch({ type: 'linked/set', linked: { ...store.state.linked, ...change } });
  const choice = (/** @type {'step'|'form'|'beside'} */ name, /** @type {string} */ title, /** @type {Record<string, string>} */ labels) => {
    const select = el('select', { class: 'linked-scope', 'aria-label': title, title, 'data-testid': `series-${name}`, onchange: () => set({ [name]: /** @type {any} */ (select.value) }) }, Object.entries(labels).map(([value, label]) => el('option', { value }, label)));
    watches.push(store.watch((s) => s.linked?.[name], (value) => { select.value = value ?? select.value; }, { now: true }));
    return select;
  };
  const category = el('select', { class: 'linked-scope', 'aria-label': say.categoryTitle, title: say.categoryTitle, 'data-testid': 'series-category', onchange: () => set({ category: category.value }) });
  const whole = el('button', { type: 'button', class: 'button small', 'data-testid': 'series-whole', onclick: () => {
    const time = /** @type {import('../core/types.js').Mission} */ (store.state.mission).time;
    set({ frame: `${time.start}..${time.end}` });
  } }, say.wholeMission);
  const only = el('button', { type: 'button', class: 'button small', 'data-testid': 'series-only', onclick: () => set({ frame: '' }) }, say.onlyPeriod);
  const files = fileButtons(announce, 'series', () => shown && {
    scene: async () => (colours) => seriesScene(contentOf(), 720, 300, colours),
    rows: rows(), stamp: stampOf(store.state, shown.layer, `${say.views.series}, ${format.period(shown.frame)}, ${stepText()}`, shown.answer),
  });
  const said = el('span', { class: 'series-said', role: 'status', 'data-testid': 'series-said' });
  const chart = el('div', { class: 'series-chart', tabindex: '0', role: 'group', 'data-testid': 'series-chart' });
  const shade = el('div', { class: 'series-brush', hidden: true });
  const legend = el('ul', { class: 'series-legend' });
  const table = el('table', { class: 'small-table numbers' });
  const details = el('details', { class: 'series-table', ontoggle: () => fillTable() }, el('summary', { 'data-testid': 'series-table' }, say.seriesTable), el('div', { class: 'series-table-scroll' }, table));
  const problem = el('div', {});
  parent.append(el('div', { class: 'view-tools' }, choice('step', say.stepTitle, say.steps), category, choice('form', say.formTitle, say.forms), choice('beside', say.besideTitle, say.besides), whole, only, el('span', { class: 'spread' }), files),
    el('div', { class: 'series-line' }, said), problem, chart, legend, details);

  async function load() {
    const layer = currentLayer(store.state);
    if (!layer || layer.time === 'none') {
      shown = null;
      fill(chart);
      fill(legend);
      fill(problem, el('p', { class: 'muted' }, layer ? say.nothingToBreakDown : say.noLayer));
      return;
    }
    const { state } = store;
    const linked = /** @type {import('../core/linked.js').Linked} */ (state.linked);
    const frame = frameOf(linked.frame, state.period);
    const zone = missionZone(state.mission);
    const by = linked.category || layer.symbol.property || layer.groupedBy || '';
    const ask = (/** @type {Period} */ span, /** @type {import('./buckets.js').Step} */ step, /** @type {AbortSignal} */ signal) =>
      api.series({ ...bodyOf(question(state, layer)), datetime: toDatetime(span), step, ...(isHours(step) ? { zone } : {}), ...(by ? { groupBy: by } : {}) }, signal);
    const other = besideOf(frame, linked.beside);
    const askAll = async (/** @type {import('./buckets.js').Step} */ step, /** @type {AbortSignal} */ signal) =>
      ({ step, answers: await Promise.all([ask(frame, step, signal), other && linked.beside === 'year' ? ask(other, step, signal) : null]) });
    parent.setAttribute('aria-busy', 'true');
    try {
      const asked = await line.run(async (signal) => {
        const first = await askAll(stepOf(linked.step, frame), signal);
        return linked.step === 'auto' && isMostlyWithoutHour(first.answers[0]) ? askAll(daysFor(frame), signal) : first;
      });
      if (asked) {
        const { step, answers: [answer, year] } = asked;
        store.dispatch({ type: 'mark/seen', part: 'linked:series', mark: highest([answer.classification, ...(year ? [year.classification] : [])]) });
        const all = bucketsOf(answer.periods, step, frame);
        const buckets = all.filter(({ isEarlier }) => !isEarlier);
        const before = answer.earlier ?? earlier(all);
        const unknown = answer.withoutHour ?? earlier([]);
        const apart = [before, unknown].map((some) => ({ ...NO_BUCKET, ...some }));
        const counted = year ? year.periods : linked.beside === 'previous' ? answer.previous?.periods ?? [] : [];
        shown = { layer, answer, category: by, step, zone, frame, buckets, before, unknown, beside: other ? shifted(bucketsOf(counted, step, other).filter(({ isEarlier }) => !isEarlier), other, frame) : [], groups: coloured(layer, by, [...buckets, ...apart]) };
        store.dispatch({ type: 'data/as-of', dataAsOf: answer.dataAsOf });
        brush = null;
        fill(problem, answer.count === 0 ? el('p', { class: 'muted' }, say.empty[scopeOf(state)]) : null);
        fill(category, ['', ...countable(layer).map(({ name }) => name)].filter((name) => name !== by || name === '').concat(by ? [by] : []).filter((name, i, all) => name !== '' && all.indexOf(name) === i).map((name) => el('option', { value: name, selected: name === by }, dimensionTitle(layer, name))));
        draw();
        fillTable();
        only.hidden = samePeriod(frame, state.period);
      }
    } catch (error) {
      shown = null;
      fill(chart);
      fill(problem, failure(say.failedSeries, error, () => void load()));
    }
    parent.removeAttribute('aria-busy');
  }

  /** @param {Layer} layer @param {string} by @param {Bucket[]} buckets */
  function coloured(layer, by, buckets) {
    const colours = themeColours();
    const isSymbol = by === layer.symbol.property;
    const groups = by ? groupsOf(buckets, isSymbol ? Object.keys(layer.symbol.marks) : [], isSymbol ? 24 : MOST_GROUPS - 2) : [{ value: null, count: 0 }];
    return groups.map(({ value }, i) => ({
      value, label: value === null ? (by ? say.other : say.all) : valueLabel(layer, by, value),
      colour: isSymbol ? markOf(layer, value).colour : value === null && by ? colours.muted : colours.series[i % colours.series.length],
    }));
  }

  /** @returns {import('./series-scene.js').SeriesContent} */
  function contentOf() {
    const { frame, step, buckets, beside, groups } = /** @type {NonNullable<typeof shown>} */ (shown);
    return { frame: drawnOf(frame, step), buckets, beside, groups, period: store.state.period, form: store.state.linked?.form ?? 'stacked', numberText: format.compact,
      tickText: ({ day, says }) => (says === 'year' ? day.slice(0, 4) : says === 'month' ? format.month(day) : format.shortDay(day)),
      local: isHours(step) ? (ms) => ms + clock(ms) : null, hourText: ({ shown: at, says }) => (says === 'day' ? format.shortDay(at) : format.timeOfDay(at)) };
  }

  /** What the mission's clock is ahead of UTC. @param {number} ms */
  const clock = (ms) => ahead(/** @type {NonNullable<typeof shown>} */ (shown).zone, ms);
  const stepText = () => (shown ? `${say.steps[shown.step]}${isHours(shown.step) ? ` (${zoneName(shown.zone)})` : ''}` : '');

  const draw = eachFrame(() => {
    if (!shown || chart.clientWidth === 0) {
      return;
    }
    const { layer, buckets, groups, frame, answer } = shown;
    const top = buckets.reduce((best, bucket) => (bucket.count > best.count ? bucket : best), buckets[0] ?? null);
    const label = say.seriesLabel(layer.title, format.period(frame), answer.count, top?.count ?? 0, top ? when(top) : format.period(frame));
    chart.setAttribute('aria-label', label);
    fill(chart, sceneNode(seriesScene(contentOf(), chart.clientWidth, Math.max(90, chart.clientHeight), themeColours()), label), shade);
    fill(legend, groups.length < 2 ? [] : groups.map(({ label: text, colour }) => el('li', {}, el('i', { style: { background: colour } }), text)),
      shown.beside.length > 1 ? el('li', {}, el('i', { class: 'is-dashed' }), say.besides[store.state.linked?.beside ?? 'none']) : null,
      shown.before.count > 0 ? el('li', { 'data-testid': 'series-earlier' }, say.beganBefore(shown.before.count)) : null,
      shown.unknown.count > 0 ? el('li', { 'data-testid': 'series-without-hour' }, words.time.withoutHour(shown.unknown.count)) : null,
      el('li', { 'data-testid': 'series-step-shown' }, stepText()));
    showBrush();
  });

  /** @param {Bucket} bucket */
  const when = (bucket) => `${shown && isHours(shown.step) ? format.clockHours(bucket.from, bucket.to, clock) : bucket.first === bucket.last ? format.day(bucket.first) : format.period({ start: bucket.first, end: bucket.last })}${bucket.isWhole === false ? ` (${say.partial})` : ''}`;

  function showBrush() {
    if (!shown) {
      return;
    }
    const { period } = store.state;
    const { frame, step, buckets } = shown;
    shade.hidden = brush === null && samePeriod(frame, period);
    const span = brush ? spanned(buckets, brush.from, brush.to) : period;
    const inner = chart.clientWidth - LEFT - 4;
    const { atX } = timeScale(drawnOf(frame, step), inner);
    const [from, to] = momentsOf(span).map((ms) => Math.max(0, Math.min(inner, atX(ms))));
    // The axis of time runs left to right in every language.
    shade.style.left = `${LEFT + from}px`;
    shade.style.width = `${Math.max(2, to - from)}px`;
    if (brush) {
      const n = buckets.slice(Math.min(brush.from, brush.to), Math.max(brush.from, brush.to) + 1).reduce((sum, { count }) => sum + count, 0);
      said.textContent = brush.from === brush.to ? bucketText(brush.to) : say.spanChosen(format.period(span), n);
    }
  }

  /** @param {number} at */
  function bucketText(at) {
    const { buckets, beside } = /** @type {NonNullable<typeof shown>} */ (shown);
    const other = beside.length === buckets.length ? beside[at] : null;
    return [say.bucket(when(buckets[at]), buckets[at].count), other ? say.bucketBeside(other.count) : ''].filter(Boolean).join(' · ');
  }

  function apply() {
    if (!shown || !brush) {
      return;
    }
    const { frame, buckets } = shown;
    const period = spanned(buckets, brush.from, brush.to);
    brush = null;
    if (store.state.linked?.frame !== frameText(frame)) {
      set({ frame: frameText(frame) });
    }
    store.dispatch({ type: 'period/set', period });
    announce(format.period(period));
    said.textContent = say.brushHint;
    showBrush();
  }

  chart.addEventListener('pointerdown', (e) => {
    if (!shown || e.button !== 0 || shown.buckets.length === 0) {
      return;
    }
    const place = (/** @type {PointerEvent} */ at) => bucketAt(/** @type {NonNullable<typeof shown>} */ (shown).buckets, contentOf().frame, at.clientX - chart.getBoundingClientRect().left, chart.clientWidth);
    chart.setPointerCapture(e.pointerId);
    brush = { from: place(e), to: place(e) };
    showBrush();
    const drag = (/** @type {PointerEvent} */ move) => {
      if (brush && shown) {
        brush = { ...brush, to: place(move) };
        showBrush();
      }
    };
    chart.addEventListener('pointermove', drag);
    chart.addEventListener('pointerup', apply, { once: true });
    chart.addEventListener('lostpointercapture', () => chart.removeEventListener('pointermove', drag), { once: true });
  });
  chart.addEventListener('pointermove', (e) => {
    if (shown && !brush && shown.buckets.length > 0) {
      said.textContent = bucketText(bucketAt(shown.buckets, contentOf().frame, e.clientX - chart.getBoundingClientRect().left, chart.clientWidth));
    }
  });
  chart.addEventListener('keydown', (e) => {
    if (!shown || shown.buckets.length === 0) {
      return;
    }
    const last = shown.buckets.length - 1;
    const at = brush?.to ?? shown.buckets.findIndex((bucket) => bucket.to > momentsOf(store.state.period)[0]);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last, PageUp: at - 5, PageDown: at + 5 }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      const next = Math.max(0, Math.min(last, brush || e.key === 'Home' || e.key === 'End' ? to : Math.max(0, at)));
      brush = { from: e.shiftKey && brush ? brush.from : next, to: next };
      showBrush();
    } else if (e.key === 'Enter' && brush) {
      e.preventDefault();
      apply();
    } else if (e.key === 'Escape' && brush) {
      e.stopPropagation();
      brush = null;
      said.textContent = say.brushHint;
      showBrush();
    }
  });
  said.textContent = say.brushHint;

  function rows() {
    const { buckets, before, unknown, beside, groups } = /** @type {NonNullable<typeof shown>} */ (shown);
    const apart = (/** @type {string} */ title, /** @type {typeof before} */ some) => (some.count > 0 ? [[title, some.count, ...groups.map(({ value }) => (value === null && groups.length === 1 ? some.count : ofGroup(some, value, told))), ...(other ? [''] : [])]] : []);
    const told = groups.map(({ value }) => value);
    const other = beside.length === buckets.length ? beside : null;
    return [[`${say.when} (${stepText()})`, say.all, ...groups.map(({ label }) => label), ...(other ? [say.compared] : [])],
      ...apart(say.earlier, before),
      ...apart(words.time.noHour, unknown),
      ...buckets.map((bucket, i) => [`${spanText(bucket)}${bucket.isWhole ? '' : ` (${say.partial})`}`, bucket.count, ...groups.map(({ value }) => (value === null && groups.length === 1 ? bucket.count : ofGroup(bucket, value, told))), ...(other ? [other[i].count] : [])])];
  }

  /** As ISO 8601 has it, hours with what the clock is ahead. @param {Bucket} bucket */
  function spanText({ first, last, from, to }) {
    return shown && isHours(shown.step) ? `${localText(from, clock(from))}/${localText(to, clock(to))}` : `${first}${last === first ? '' : `/${last}`}`;
  }

  function fillTable() {
    if (!details.open || !shown) {
      fill(table);
      return;
    }
    const [head, ...body] = rows();
    fill(table, el('thead', {}, el('tr', {}, head.map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, body.map(([first, ...others]) => el('tr', {}, el('th', { scope: 'row' }, el('bdi', { dir: 'ltr' }, first)), others.map((n) => el('td', {}, typeof n === 'number' ? format.count(n) : n))))));
  }

  const soon = debounce(() => void load(), 160, 900);
  const observer = new ResizeObserver(() => draw());
  observer.observe(chart);
  const stops = [
    store.watch((s) => {
      const layer = currentLayer(s);
      return layer && s.linked ? JSON.stringify([{ ...question(s, layer), datetime: null }, frameOf(s.linked.frame, s.period), s.linked.step, s.linked.beside, s.linked.category]) : '';
    }, soon),
    store.watch((s) => [s.revision, s.touched[currentLayer(s)?.name ?? '']], soon),
    store.watch((s) => [s.linked?.form, s.theme, s.period], () => { if (shown) { shown = { ...shown, groups: coloured(shown.layer, shown.category, [...shown.buckets, { ...NO_BUCKET, ...shown.before }, { ...NO_BUCKET, ...shown.unknown }]) }; } draw(); }),
    store.watch((s) => s.period, () => { only.hidden = !shown || samePeriod(shown.frame, store.state.period); }),
  ];
  void load();
  return {
    focus: () => chart.focus(),
    close() {
      soon.cancel();
      line.cancel();
      observer.disconnect();
      [...stops, ...watches].forEach((stop) => stop());
    },
  };
}
