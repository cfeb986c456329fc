// The histogram of the time bar: asks for what the view, the filters and the axis want, and paints it.
// The period is not among them.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, eachFrame, el, fill } from '../core/dom.js';
import { compileFilter } from '../core/filter.js';
import * as format from '../core/format.js';
import { addDays, lengthInDays } from '../core/period.js';
import { bboxText, normalised } from '../core/query.js';
import { words } from '../words/words.js';
import { drawHistogram, highest, spansOf } from './histogram.js';
import { stepFor, timeScale } from './scale.js';
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
  /** @type {ReturnType<typeof stepFor>} */
  let shownStep = 'month';
  const step = () => stepFor(lengthInDays(range()), track.clientWidth || 800);

  const draw = eachFrame(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = style.getPropertyValue('--text-muted');
    drawHistogram(canvas, { bars, layer: layerOfBars(store.state), limits: range(), scale: store.state.slider.scale, colours: { axis: colour, plain: colour } });
    describe();
  });

  const spanText = (/** @type {{first: string, last: string}} */ { first, last }) => (first === last ? format.day(first) : format.period({ start: first, end: last }));

  function describe() {
    const top = highest(bars);
    const at = spansOf(bars, range()).find(({ bar }) => bar === top);
    most.textContent = [top ? words.time.most(top.count, shownStep, store.state.slider.scale) : '', asOf ? words.asOf(format.moment(asOf)) : ''].filter(Boolean).join(' · ');
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
    try {
      const answer = await line.run((signal) => api.histogram({
        layer: layer.name, bbox: bboxText(normalised(bounds)), filter: compileFilter(store.state, layer), 'as-known-at': store.state.known,
        start: `${shown.start}T00:00:00Z`, end: `${addDays(shown.end, 1)}T00:00:00Z`, step: asked,
      }, signal));
      if (answer) {
        bars = answer.periods;
        asOf = answer.dataAsOf?.committedAt ?? null;
        shownStep = asked;
        problem.hidden = true;
        draw();
      }
    } catch (error) {
      bars = [];
      asOf = null;
      fill(problem, words.time.failed, ' ', el('button', { type: 'button', class: 'link', onclick: () => void load() }, words.retry));
      problem.hidden = false;
      draw();
    }
  }

  track.addEventListener('pointermove', (e) => {
    const x = e.clientX - track.getBoundingClientRect().left;
    const day = timeScale(range(), track.clientWidth).toDay(x);
    const hit = spansOf(bars, range()).find(({ first, last }) => day >= first && day <= last);
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
    if (step() !== shownStep) {
      soon();
    }
  }).observe(track);
  soon();
  return { step, changed: () => { draw(); soon(); } };
}
