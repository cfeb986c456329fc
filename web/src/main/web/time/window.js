// The window on the time bar: drag it, drag its edges, drag a new one, or use the keyboard. On the window keys move
// the period, with Shift its last day; on an edge they move that day, with Shift seven times as far.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { addDays, lengthInDays, move, resize, toNumber } from '../core/period.js';
import { words } from '../words/words.js';
import { handlePositions, timeScale } from './scale.js';
/** @typedef {import('../core/types.js').Period} Period */

const CLICK_PX = 4;
const FAR = 1_000_000;

/** Days that a key moves by. @type {Record<string, number>} */
const KEY_DAYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30, Home: -FAR, End: FAR };

/**
 * @param {HTMLElement} track
 * @param {{limits: () => Period, range: () => Period, get: () => Period, set: (period: Period) => void}} value
 */
export function createWindow(track, { limits, range, get, set }) {
  const slider = (/** @type {string} */ name, /** @type {string} */ label) => el('div', {
    class: `time-${name}`, role: 'slider', tabindex: '0', 'aria-label': label, 'data-testid': `time-${name}`,
  });
  const shades = [el('div', { class: 'time-shade is-before' }), el('div', { class: 'time-shade is-after' })];
  const body = slider('window', words.time.window);
  const start = slider('start', words.time.start);
  const end = slider('end', words.time.end);
  track.append(...shades, body, start, end);
  // Measured when the size changes: asking between two writes of style would lay the page out anew with every step.
  let [width, reach] = [0, 0];
  const scale = () => timeScale(range(), width);

  function measure() {
    [width, reach] = [track.clientWidth, start.offsetWidth];
    update();
  }

  function update() {
    const period = get();
    const { toX, toEndX } = scale();
    // An address may say more than the mission has.
    const inside = (/** @type {number} */ x) => Math.max(0, Math.min(width, x));
    const [left, right] = [inside(toX(period.start)), inside(toEndX(period.end))];
    body.style.left = `${left}px`;
    body.style.width = `${Math.max(2, right - left)}px`;
    shades[0].style.width = `${left}px`;
    shades[1].style.left = `${right}px`;
    const handles = handlePositions(left, right, width, reach);
    start.style.left = `${handles[0]}px`;
    end.style.left = `${handles[1]}px`;
    const [first, last] = [toNumber(limits().start), toNumber(limits().end)];
    const [from, to] = [toNumber(period.start), toNumber(period.end)];
    const length = words.time.days(to - from + 1);
    tell(body, first, from, Math.max(from, last - (to - from)), `${format.period(period)}, ${length}`);
    tell(start, first, from, to, `${format.day(period.start)}, ${length}`);
    tell(end, from, to, last, `${format.day(period.end)}, ${length}`);
  }

  /** @param {PointerEvent} down @param {(at: {day: string, days: number, moved: boolean}) => void} drag @param {() => void} [click] */
  function follow(down, drag, click) {
    if (down.button !== 0) {
      return;
    }
    down.preventDefault();
    down.stopPropagation();
    /** @type {HTMLElement} */ (down.currentTarget).setPointerCapture(down.pointerId);
    /** @type {HTMLElement} */ (down.currentTarget).focus({ preventScroll: true });
    const node = /** @type {HTMLElement} */ (down.currentTarget);
    const { toDay } = scale();
    const left = track.getBoundingClientRect().left;
    const from = toNumber(toDay(down.clientX - left));
    let moved = false;
    const onMove = (/** @type {PointerEvent} */ e) => {
      moved ||= Math.abs(e.clientX - down.clientX) > CLICK_PX;
      const day = toDay(e.clientX - left);
      if (moved) {
        drag({ day, days: toNumber(day) - from, moved });
      }
    };
    const onUp = () => {
      node.removeEventListener('pointermove', onMove);
      node.removeEventListener('pointerup', onUp);
      node.removeEventListener('pointercancel', onUp);
      if (!moved) {
        click?.();
      }
    };
    node.addEventListener('pointermove', onMove);
    node.addEventListener('pointerup', onUp);
    node.addEventListener('pointercancel', onUp);
  }

  body.addEventListener('pointerdown', (down) => {
    const before = get();
    follow(down, ({ days }) => set(move(before, days, limits())));
  });
  start.addEventListener('pointerdown', (down) => follow(down, ({ day }) => set(resize(get(), 'start', day, limits()))));
  end.addEventListener('pointerdown', (down) => follow(down, ({ day }) => set(resize(get(), 'end', day, limits()))));
  track.addEventListener('pointerdown', (down) => {
    const at = scale().toDay(down.clientX - track.getBoundingClientRect().left);
    follow(down,
      ({ day }) => set(day < at ? { start: day, end: at } : { start: at, end: day }),
      () => {
        const period = get();
        const half = Math.floor(lengthInDays(period) / 2);
        set(move(period, toNumber(addDays(at, -half)) - toNumber(period.start), limits()));
      });
  });

  /** @param {'start'|'end'} edge @param {number} days */
  const resized = (edge, days) => resize(get(), edge, Math.abs(days) >= FAR ? limits()[days < 0 ? 'start' : 'end'] : addDays(get()[edge], days), limits());

  /** @param {HTMLElement} node @param {(days: number, isShifted: boolean) => Period} next */
  const listen = (node, next) => node.addEventListener('keydown', (e) => {
    const days = KEY_DAYS[e.key];
    if (days !== undefined && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      e.stopPropagation();
      set(next(days, e.shiftKey));
    }
  });
  listen(body, (days, isShifted) => (isShifted ? resized('end', days) : move(get(), days, limits())));
  listen(start, (days, isShifted) => resized('start', isShifted ? days * 7 : days));
  listen(end, (days, isShifted) => resized('end', isShifted ? days * 7 : days));

  new ResizeObserver(measure).observe(track);
  measure();
  return { update, focus: () => body.focus() };
}

/** @param {HTMLElement} node @param {number} least @param {number} now @param {number} most @param {string} text */
function tell(node, least, now, most, text) {
  node.setAttribute('aria-valuemin', String(least));
  node.setAttribute('aria-valuemax', String(most));
  node.setAttribute('aria-valuenow', String(now));
  node.setAttribute('aria-valuetext', text);
}
