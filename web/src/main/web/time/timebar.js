// The time bar: the mission's whole time as a histogram, the period as a window on it that is
// dragged, typed, stepped or played.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { lengthInDays, momentsOf, samePeriod } from '../core/period.js';
import { words } from '../words/words.js';
import { createBars } from './bars.js';
import { dateFields } from './dates.js';
import { knownButton } from './known-bar.js';
import { createPlayer } from './play.js';
import { createRange } from './range.js';
import { sliderSettings } from './settings.js';
import { stepped } from './steps.js';
import { createWindow } from './window.js';
/** @typedef {import('../core/types.js').Period} Period */

const HOUR_MS = 3_600_000;

/**
 * @param {HTMLElement} parent
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {(text: string) => void} announce for all to see and hear
 * @returns {{focus: () => void, step: (direction: 1|-1) => void, togglePlay: () => void}}
 */
export function mountTimebar(parent, store, api, announce) {
  const limits = () => /** @type {import('../core/types.js').Mission} */ (store.state.mission).time;
  const track = el('div', { class: 'time-track', 'data-testid': 'time-track' });
  const range = createRange(track, { limits, period: () => store.state.period, changed: () => showRange() });
  const bars = createBars(track, store, api, range.get);
  const axis = () => ({ limits: limits(), bar: bars.step() });
  const periodText = () => {
    const { period } = store.state;
    const [from, to] = momentsOf(period);
    return `${format.period(period)}, ${period.from ? format.hours((to - from) / HOUR_MS) : words.time.days(lengthInDays(period))}`;
  };
  /** For those who do not see the window move. */
  const said = el('div', { class: 'is-hidden-label', role: 'status', 'data-testid': 'time-said' });
  const say = (/** @type {string} */ text) => { said.textContent = text; };

  const player = createPlayer(store, axis, {
    started: () => say(words.time.playing),
    paused: () => say(words.time.paused(periodText())),
    ended: () => say(words.time.ended(periodText())),
    stuck: () => announce(words.time.stuck),
  });

  /** Whoever takes the period in hand wants it to stay where it was put. @param {Period} period */
  function set(period) {
    const now = store.state.period;
    if (!samePeriod(period, now)) {
      player.pause();
      store.dispatch({ type: 'period/set', period });
    }
  }

  function step(/** @type {1|-1} */ direction) {
    set(stepped(store.state.period, direction, store.state.slider, axis()));
    say(periodText());
  }

  const timeWindow = createWindow(track, { limits, range: range.get, edges: bars.edges, get: () => store.state.period, set });
  store.watch((s) => [s.period, s.mission], timeWindow.update);

  const button = (/** @type {string} */ name, /** @type {string} */ symbol, /** @type {string} */ label, /** @type {() => void} */ action) =>
    el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, 'data-testid': `time-${name}`, onclick: action }, icon(symbol, { size: 16 }));
  const rangeButton = button('zoom', 'search', words.time.zoom, () => range.toggle());
  const playButton = button('play', 'play', words.time.play, player.toggle);
  store.watch((s) => s.playing, (playing) => {
    const label = playing ? words.time.pause : words.time.play;
    playButton.title = label;
    playButton.setAttribute('aria-label', label);
    fill(playButton, icon(playing ? 'pause' : 'play', { size: 16 }));
  });

  const dates = dateFields(store, set);
  parent.append(el('div', { class: 'time-controls' },
    dates.fields,
    el('div', { class: 'time-buttons' },
      el('div', { class: 'time-steps' }, knownButton(store), button('step-back', 'step-back', words.time.back, () => step(-1)), playButton, button('step-on', 'step-on', words.time.on, () => step(1)), rangeButton),
      dates.presets),
    sliderSettings(store), dates.problem, said), track);

  function showRange() {
    rangeButton.setAttribute('aria-pressed', String(!range.isWhole()));
    timeWindow.update();
    bars.changed();
  }

  return { focus: timeWindow.focus, step, togglePlay: player.toggle };
}
