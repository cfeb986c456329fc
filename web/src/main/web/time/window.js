// The window on the time bar: drag it, drag its edges, drag a new one, or use the keyboard. On the window keys move
// the period, with Shift its last day; on an edge they move that day, with Shift seven times as far. Where the bars are
// hours all of this goes from hour to hour.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { addDays, lengthInDays, momentsOf, move, periodBetween, resize, toNumber } from '../core/period.js';
import { words } from '../words/words.js';
import { handlePositions, timeScale } from './scale.js';
import { moved } from './steps.js';
/** @typedef {import('../core/types.js').Period} Period */

const CLICK_PX = 4;
const FAR = 1_000_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Days that a key moves by. @type {Record<string, number>} */
const KEY_DAYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30, Home: -FAR, End: FAR };

/**
 * @param {HTMLElement} track
 * @param {{limits: () => Period, range: () => Period, edges: () => number[]|null, get: () => Period, set: (period: Period) => void}} value edges: of bars of hours, ms since 1970
 */
export function createWindow(track, { limits, range, edges, get, set }) {
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
    const { atX } = scale();
    const [begin, after] = momentsOf(period);
    // An address may say more than the mission has.
    const inside = (/** @type {number} */ x) => Math.max(0, Math.min(width, x));
    const [left, right] = [inside(atX(begin)), inside(atX(after))];
    body.style.left = `${left}px`;
    body.style.width = `${Math.max(2, right - left)}px`;
    shades[0].style.width = `${left}px`;
    shades[1].style.left = `${right}px`;
    const handles = handlePositions(left, right, width, reach);
    start.style.left = `${handles[0]}px`;
    end.style.left = `${handles[1]}px`;
    if (period.from) {
      const [first, last, from, to] = [...momentsOf(limits()), begin, after].map((ms) => Math.round(ms / HOUR_MS));
      const hours = format.hours((after - begin) / HOUR_MS);
      tell(body, first, from, Math.max(from, last - (to - from)), `${format.period(period)}, ${hours}`);
      tell(start, first, from, to, `${format.moment(begin)}, ${hours}`);
      tell(end, from, to, last, `${format.moment(after)}, ${hours}`);
      return;
    }
    const [first, last] = [toNumber(limits().start), toNumber(limits().end)];
    const [from, to] = [toNumber(period.start), toNumber(period.end)];
    const length = words.time.days(to - from + 1);
    tell(body, first, from, Math.max(from, last - (to - from)), `${format.period(period)}, ${length}`);
    tell(start, first, from, to, `${format.day(period.start)}, ${length}`);
    tell(end, from, to, last, `${format.day(period.end)}, ${length}`);
  }

  /** @param {PointerEvent} down @param {(at: {day: string, days: number, ms: number, from: number}) => void} drag @param {() => void} [click] */
  function follow(down, drag, click) {
    if (down.button !== 0) {
      return;
    }
    down.preventDefault();
    down.stopPropagation();
    /** @type {HTMLElement} */ (down.currentTarget).setPointerCapture(down.pointerId);
    /** @type {HTMLElement} */ (down.currentTarget).focus({ preventScroll: true });
    const node = /** @type {HTMLElement} */ (down.currentTarget);
    const { toDay, atMs } = scale();
    const left = track.getBoundingClientRect().left;
    const from = toNumber(toDay(down.clientX - left));
    let isDragged = false;
    const onMove = (/** @type {PointerEvent} */ e) => {
      isDragged ||= Math.abs(e.clientX - down.clientX) > CLICK_PX;
      const day = toDay(e.clientX - left);
      if (isDragged) {
        drag({ day, days: toNumber(day) - from, ms: atMs(e.clientX - left), from: atMs(down.clientX - left) });
      }
    };
    const onUp = () => {
      node.removeEventListener('pointermove', onMove);
      node.removeEventListener('pointerup', onUp);
      node.removeEventListener('pointercancel', onUp);
      if (!isDragged) {
        click?.();
      }
    };
    node.addEventListener('pointermove', onMove);
    node.addEventListener('pointerup', onUp);
    node.addEventListener('pointercancel', onUp);
  }

  body.addEventListener('pointerdown', (down) => {
    const before = get();
    follow(down, ({ days, ms, from }) => {
      const hours = edges();
      set(hours ? moved(before, hours[barAt(hours, ms)] - hours[barAt(hours, from)], limits()) : before.from ? moved(before, days * DAY_MS, limits()) : move(before, days, limits()));
    });
  });
  for (const [node, edge] of /** @type {[HTMLElement, 'start'|'end'][]} */ ([[start, 'start'], [end, 'end']])) {
    node.addEventListener('pointerdown', (down) => follow(down, ({ day, ms }) => {
      const hours = edges();
      set(hours ? toHour(edge, hours[barAt(hours, ms) + (edge === 'end' ? 1 : 0)]) : resize(get(), edge, day, limits()));
    }));
  }
  track.addEventListener('pointerdown', (down) => {
    const at = scale().toDay(down.clientX - track.getBoundingClientRect().left);
    follow(down,
      ({ day, ms, from }) => {
        const hours = edges();
        if (hours) {
          const [a, b] = [barAt(hours, from), barAt(hours, ms)];
          set(periodBetween(hours[Math.min(a, b)], hours[Math.max(a, b) + 1]));
        } else {
          set(day < at ? { start: day, end: at } : { start: at, end: day });
        }
      },
      () => {
        const period = get();
        if (period.from) {
          const [from, to] = momentsOf(period);
          const ms = scale().atMs(down.clientX - track.getBoundingClientRect().left);
          set(moved(period, Math.round((ms - (from + to) / 2) / HOUR_MS) * HOUR_MS, limits()));
          return;
        }
        const half = Math.floor(lengthInDays(period) / 2);
        set(move(period, toNumber(addDays(at, -half)) - toNumber(period.start), limits()));
      });
  });

  /** One end moved to where an hour begins; the ends never meet. @param {'start'|'end'} edge @param {number} ms @returns {Period} */
  function toHour(edge, ms) {
    const [from, to] = momentsOf(get());
    const hours = /** @type {number[]} */ (edges());
    return edge === 'start' ? periodBetween(Math.min(ms, Math.max(...hours.filter((each) => each < to), from)), to)
      : periodBetween(from, Math.max(ms, Math.min(...hours.filter((each) => each > from), to)));
  }

  /** One end moved by bars. @param {'start'|'end'} edge @param {number} bars @param {number[]} hours */
  function byBars(edge, bars, hours) {
    const now = momentsOf(get())[edge === 'start' ? 0 : 1];
    const behind = hours.filter((each) => (bars < 0 ? each < now : each > now));
    const at = bars < 0 ? behind[Math.max(0, behind.length + bars)] : behind[Math.min(behind.length, bars) - 1];
    return at === undefined ? get() : toHour(edge, at);
  }

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
  /** @param {'start'|'end'} edge @param {number} days of the key @param {number} times */
  const keyed = (edge, days, times) => {
    const hours = edges();
    return hours && Math.abs(days) === 1 ? byBars(edge, days * times, hours) : resized(edge, days * times);
  };
  listen(body, (days, isShifted) => {
    const hours = edges();
    if (isShifted) {
      return keyed('end', days, 1);
    }
    return hours && Math.abs(days) === 1 ? moved(get(), days * (hours[Math.min(2, hours.length - 1)] - hours[1] || HOUR_MS), limits())
      : get().from ? moved(get(), days * DAY_MS, limits()) : move(get(), days, limits());
  });
  listen(start, (days, isShifted) => keyed('start', days, isShifted ? 7 : 1));
  listen(end, (days, isShifted) => keyed('end', days, isShifted ? 7 : 1));

  new ResizeObserver(measure).observe(track);
  measure();
  return { update, focus: () => body.focus() };
}

/** Which bar a moment lies in; the nearest when it lies in none. @param {number[]} edges @param {number} ms */
const barAt = (edges, ms) => Math.max(0, Math.min(edges.length - 2, edges.findIndex((edge) => edge > ms) < 0 ? edges.length - 2 : edges.findIndex((edge) => edge > ms) - 1));

/** @param {HTMLElement} node @param {number} least @param {number} now @param {number} most @param {string} text */
function tell(node, least, now, most, text) {
  node.setAttribute('aria-valuemin', String(least));
  node.setAttribute('aria-valuemax', String(most));
  node.setAttribute('aria-valuenow', String(now));
  node.setAttribute('aria-valuetext', text);
}
