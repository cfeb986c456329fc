// The time bar: the mission's whole time as a histogram, the period as a window on it that is
// dragged, typed, stepped or played.
// @ts-check
import { newestOnly } from '../core/api.js';
import { debounce, eachFrame, el, fill } from '../core/dom.js';
import { compileFilter } from '../core/filter.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { addDays, isDay, lastDays, lengthInDays, move } from '../core/period.js';
import { bboxText, normalised } from '../core/query.js';
import { words } from '../words/en.js';
import { knownButton } from './known-bar.js';
import { drawHistogram, spansOf } from './histogram.js';
import { createRange } from './range.js';
import { stepFor, timeScale } from './scale.js';
import { createWindow } from './window.js';
/** @typedef {import('../core/types.js').Period} Period */

const PLAY_MS = 650;

/**
 * @param {HTMLElement} parent
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @returns {{focus: () => void, step: (direction: 1|-1) => void, togglePlay: () => void}}
 */
export function mountTimebar(parent, store, api) {
  const limits = () => /** @type {import('../core/types.js').Mission} */ (store.state.mission).time;
  const set = (/** @type {Period} */ period) => store.dispatch({ type: 'period/set', period });
  const canvas = el('canvas', { class: 'histogram', role: 'img' });
  const problem = el('div', { class: 'time-problem', role: 'alert', hidden: true });
  const tip = el('div', { class: 'time-tip', hidden: true });
  const track = el('div', { class: 'time-track', 'data-testid': 'time-track' }, canvas, problem, tip);
  const range = createRange(track, { limits, period: () => store.state.period, changed: () => showRange() });
  const timeWindow = createWindow(track, { limits, range: range.get, get: () => store.state.period, set });
  const rangeButton = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'time-zoom', title: words.time.zoom, 'aria-label': words.time.zoom, onclick: () => range.toggle() }, icon('search', { size: 16 }));
  const playButton = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'time-play', onclick: () => togglePlay() });
  /** @type {import('./histogram.js').Bar[]} */
  let bars = [];
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let playing;

  function layerOfBars() {
    const { catalog, shown } = store.state;
    const events = catalog.filter((layer) => layer.time === 'event');
    return events.find((l) => l.name === 'incident' && shown.includes(l.name)) ?? events.find((l) => shown.includes(l.name)) ?? events[0] ?? null;
  }

  const draw = eachFrame(() => {
    const style = getComputedStyle(document.documentElement);
    drawHistogram(canvas, {
      bars, layer: layerOfBars(), limits: range.get(), period: store.state.period,
      colours: { axis: style.getPropertyValue('--text-muted'), plain: style.getPropertyValue('--text-muted') },
    });
  });

  const line = newestOnly();
  async function load() {
    const layer = layerOfBars();
    const { bounds } = store.state;
    if (!layer || !bounds) {
      return;
    }
    const shown = range.get();
    canvas.setAttribute('aria-label', words.time.histogram(layer.title));
    try {
      const answer = await line.run((signal) => api.histogram({
        layer: layer.name, bbox: bboxText(normalised(bounds)), filter: compileFilter(store.state, layer), 'as-known-at': store.state.known,
        start: `${shown.start}T00:00:00Z`, end: `${addDays(shown.end, 1)}T00:00:00Z`,
        step: stepFor(lengthInDays(shown), track.clientWidth || 800),
      }, signal));
      if (answer) {
        bars = answer.periods;
        problem.hidden = true;
        draw();
      }
    } catch (error) {
      bars = [];
      fill(problem, words.time.failed, ' ', el('button', { type: 'button', class: 'link', onclick: () => void load() }, words.retry));
      problem.hidden = false;
      draw();
    }
  }

  function controls() {
    const from = el('input', { type: 'date', 'aria-label': words.time.from, 'data-testid': 'from' });
    const to = el('input', { type: 'date', 'aria-label': words.time.to, 'data-testid': 'to' });
    const days = el('span', { class: 'time-days' });
    const read = () => {
      const typed = { start: from.value, end: to.value };
      const wrong = !isDay(typed.start) || !isDay(typed.end) || typed.start > typed.end || typed.start < limits().start || typed.end > limits().end;
      to.setCustomValidity(wrong ? words.time.wrong : '');
      if (wrong) {
        to.reportValidity();
      } else {
        set(typed);
      }
    };
    from.addEventListener('change', read);
    to.addEventListener('change', read);
    const presets = words.time.presets.map(([label, length]) => {
      const button = el('button', { type: 'button', 'aria-pressed': 'false', 'data-testid': `preset-${length ?? 'all'}`, onclick: () => set(lastDays(length, limits())) }, label);
      return { button, length };
    });
    store.watch((s) => [s.period, s.mission], () => {
      const { period } = store.state;
      for (const input of [from, to]) {
        input.min = limits().start;
        input.max = limits().end;
      }
      from.value = period.start;
      to.value = period.end;
      to.setCustomValidity('');
      days.textContent = words.time.days(lengthInDays(period));
      for (const { button, length } of presets) {
        const own = lastDays(length, limits());
        button.setAttribute('aria-pressed', String(own.start === period.start && own.end === period.end));
      }
      timeWindow.update();
      draw();
    }, { now: true });
    const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ action) =>
      el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': `time-${name}`, onclick: action }, icon(name, { size: 16 }));
    return el('div', { class: 'time-controls' },
      el('div', { class: 'time-dates' }, from, el('span', { 'aria-hidden': 'true' }, '–'), to, days),
      el('div', { class: 'time-buttons' },
        el('div', { class: 'time-steps' }, knownButton(store), button('step-back', words.time.back, () => step(-1)), playButton, button('step-on', words.time.on, () => step(1)), rangeButton),
        el('div', { class: 'presets', role: 'group', 'aria-label': words.time.presetsTitle }, presets.map(({ button: b }) => b))));
  }

  function step(/** @type {1|-1} */ direction) {
    const { period } = store.state;
    set(move(period, direction * lengthInDays(period), limits()));
  }

  function togglePlay() {
    if (playing) {
      clearInterval(playing);
      playing = undefined;
    } else {
      const { period } = store.state;
      if (period.end >= limits().end) {
        set(move(period, -1_000_000, limits()));
      }
      playing = setInterval(tick, PLAY_MS);
    }
    showPlay();
  }

  /** Moves on once what is shown has arrived: a film of blank frames helps nobody. */
  function tick() {
    const { period, pictures } = store.state;
    if (Object.values(pictures).some((picture) => picture.state === 'loading')) {
      return;
    }
    if (period.end >= limits().end) {
      togglePlay();
      return;
    }
    set(move(period, Math.max(1, Math.round(lengthInDays(period) / 8)), limits()));
  }

  function showPlay() {
    const label = playing ? words.time.pause : words.time.play;
    playButton.title = label;
    playButton.setAttribute('aria-label', label);
    fill(playButton, icon(playing ? 'pause' : 'play', { size: 16 }));
  }

  track.addEventListener('pointermove', (e) => {
    const x = e.clientX - track.getBoundingClientRect().left;
    const day = timeScale(range.get(), track.clientWidth).toDay(x);
    const hit = spansOf(bars, range.get()).find(({ first, last }) => day >= first && day <= last);
    tip.hidden = !hit;
    if (hit) {
      tip.textContent = words.time.bar(hit.first === hit.last ? format.day(hit.first) : format.period({ start: hit.first, end: hit.last }), hit.bar.count);
      tip.style.insetInlineStart = `${Math.max(70, Math.min(track.clientWidth - 70, x))}px`;
    }
  });
  track.addEventListener('pointerleave', () => { tip.hidden = true; });

  parent.append(controls(), track);
  function showRange() {
    rangeButton.setAttribute('aria-pressed', String(!range.isWhole()));
    timeWindow.update();
    draw();
    soon();
  }

  const soon = debounce(() => void load(), 160);
  store.watch((s) => [s.bounds, s.filters, s.text, s.cql, s.shown, s.revision, s.mission, s.known], soon);
  store.watch(() => range.get(), soon);
  store.watch((s) => s.touched[layerOfBars()?.name ?? ''], soon);
  store.watch((s) => s.theme, draw);
  new ResizeObserver(() => {
    timeWindow.update();
    draw();
  }).observe(track);
  soon();
  showPlay();

  return { focus: timeWindow.focus, step, togglePlay };
}
