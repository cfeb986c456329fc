// The histogram of the time bar: asks for what the view, the filters and the axis want, and paints it.
// The period is not among them.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, eachFrame, el, fill } from '../core/dom.js';
import { compileFilter } from '../core/filter.js';
import * as format from '../core/format.js';
import { addDays, lengthInDays } from '../core/period.js';
import { bboxText, normalised } from '../core/query.js';
import { ahead, missionZone } from '../core/zone.js';
import { words } from '../words/words.js';
import { drawHistogram, edgesOf, highest, spansOf } from './histogram.js';
import { hoursFor, isHours, isMostlyWithoutHour, stepFor, timeScale } from './scale.js';
/** @typedef {import('./scale.js').HourStep|'day'|'week'|'month'|'year'} Step */
/** @typedef {import('../core/types.js').Period} Period */
/** @typedef {import('../core/types.js').State} State */

/** Whose bars are shown: incidents where there are any, else the first layer of events that is on. @param {State} state */
function layerOfBars({ catalog, shown }) {
  const events = catalog.filter((layer) => layer.time === 'event');
  return events.find((l) => l.name === 'incident' && shown.includes(l.name)) ?? events.find((l) => shown.includes(l.name)) ?? events[0] ?? null;
}

/**
 * @param {HTMLElement} track
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {() => Period} range the part of the mission's time that is shown
 */
export function createBars(track, store, api, range) {
  const canvas = el('canvas', { class: 'histogram', role: 'img' });
  const problem = el('div', { class: 'time-problem', role: 'alert', hidden: true });
  const tip = el('div', { class: 'time-tip', hidden: true });
  const most = el('div', { class: 'time-most', 'aria-hidden': 'true', 'data-testid': 'time-most' });
  track.append(canvas, most, problem, tip);
  /** @type {import('./histogram.js').Bar[]} */
  let bars = [];
  /** As of when the bars are known. @type {string|null} */
  let asOf = null;
  let withoutHour = 0;
  /** @type {Step} */
  let shownStep = 'month';
  const days = () => stepFor(lengthInDays(range()), track.clientWidth || 800);
  const step = () => hoursFor(range()) ?? days();
  /** @type {Step} */
  let askedStep = step();
  const clock = (/** @type {number} */ ms) => ahead(missionZone(store.state.mission), ms);

  const draw = eachFrame(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = style.getPropertyValue('--text-muted');
    drawHistogram(canvas, { bars, layer: layerOfBars(store.state), limits: range(), scale: store.state.slider.scale, local: isHours(shownStep) ? (ms) => ms + clock(ms) : null, colours: { axis: colour, plain: colour } });
    describe();
  });

  const spanText = (/** @type {import('./histogram.js').BarSpan} */ { first, last, from, to }) => (isHours(shownStep) ? format.clockHours(from, to, clock) : first === last ? format.day(first) : format.period({ start: first, end: last }));

  function describe() {
    const top = highest(bars);
    const at = spansOf(bars, range()).find(({ bar }) => bar === top);
    most.textContent = [top ? words.time.most(top.count, shownStep, store.state.slider.scale) : '', withoutHour > 0 ? words.time.withoutHour(withoutHour) : '', asOf ? words.asOf(format.moment(asOf)) : ''].filter(Boolean).join(' · ');
    canvas.setAttribute('aria-label', words.time.histogram(layerOfBars(store.state)?.title ?? '', format.period(range()), shownStep, top?.count ?? 0, at ? spanText(at) : ''));
  }

  const line = newestOnly();
  async function load() {
    const layer = layerOfBars(store.state);
    const { bounds } = store.state;
    if (!layer || !bounds) {
      return;
    }
    const shown = range();
    const asked = step();
    askedStep = asked;
    const ask = (/** @type {Step} */ length, /** @type {AbortSignal} */ signal) => api.histogram({
      layer: layer.name, bbox: bboxText(normalised(bounds)), filter: compileFilter(store.state, layer), 'as-known-at': store.state.known,
      start: `${shown.start}T00:00:00Z`, end: `${addDays(shown.end, 1)}T00:00:00Z`, step: length, zone: isHours(length) ? missionZone(store.state.mission) : null,
    }, signal);
    try {
      const told = await line.run(async (signal) => {
        const answer = await ask(asked, signal);
        return isMostlyWithoutHour(answer) ? { length: days(), answer: await ask(days(), signal) } : { length: asked, answer };
      });
      if (told) {
        const { length, answer } = told;
        bars = answer.periods;
        withoutHour = answer.withoutHour?.count ?? 0;
        asOf = answer.dataAsOf?.committedAt ?? null;
        shownStep = length;
        problem.hidden = true;
        draw();
      }
    } catch (error) {
      bars = [];
      withoutHour = 0;
      asOf = null;
      fill(problem, words.time.failed, ' ', el('button', { type: 'button', class: 'link', onclick: () => void load() }, words.retry));
      problem.hidden = false;
      draw();
    }
  }

  track.addEventListener('pointermove', (e) => {
    const x = e.clientX - track.getBoundingClientRect().left;
    const ms = timeScale(range(), track.clientWidth).atMs(x);
    const hit = spansOf(bars, range()).find(({ from, to }) => ms >= from && ms < to);
    tip.hidden = !hit;
    if (hit) {
      tip.textContent = words.time.bar(spanText(hit), hit.bar.count);
      tip.style.insetInlineStart = `${Math.max(70, Math.min(track.clientWidth - 70, x))}px`;
    }
  });
  track.addEventListener('pointerleave', () => { tip.hidden = true; });

  const soon = debounce(() => void load(), 160);
  store.watch((s) => [s.bounds, s.filters, s.text, s.cql, s.shown, s.revision, s.mission, s.known, s.touched[layerOfBars(s)?.name ?? '']], soon);
  store.watch(() => [range().start, range().end], () => { draw(); soon(); });
  store.watch((s) => [s.theme, s.slider.scale], draw);
  new ResizeObserver(() => {
    draw();
    if (step() !== askedStep) {
      soon();
    }
  }).observe(track);
  soon();
  return {
    /** How long a bar is that is shown. */
    step: () => shownStep,
    /** Where the hours are that are shown, ms since 1970; null while bars are days or longer. @returns {number[]|null} */
    edges: () => (isHours(shownStep) && bars.length > 0 ? edgesOf(spansOf(bars, range())) : null),
    changed: () => { draw(); soon(); },
  };
}
