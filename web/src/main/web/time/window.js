// The window on the time bar: drag it, drag its edges, drag a new one, or use the keyboard.
// @ts-check
import { el } from '../core/dom.js';
import * as format from '../core/format.js';
import { addDays, lengthInDays, move, resize, toNumber } from '../core/period.js';
import { words } from '../words/en.js';
import { handlePositions, timeScale } from './scale.js';
/** @typedef {import('../core/types.js').Period} Period */

const CLICK_PX = 4;

/**
 * @param {HTMLElement} track
 * @param {{limits: () => Period, range: () => Period, get: () => Period, set: (period: Period) => void}} value
 */
export function createWindow(track, { limits, range, get, set }) {
  const slider = (/** @type {string} */ name, /** @type {string} */ label) => el('div', {
    class: `time-${name}`, role: 'slider', tabindex: '0', 'aria-label': label, 'data-testid': `time-${name}`,
  });
  const body = slider('window', words.time.window);
  const start = slider('start', words.time.start);
  const end = slider('end', words.time.end);
  track.append(body, start, end);
  const scale = () => timeScale(range(), track.clientWidth);

  function update() {
    const period = get();
    const { toX, toEndX } = scale();
    // An address may say more than the mission has.
    const inside = (/** @type {number} */ x) => Math.max(0, Math.min(track.clientWidth, x));
    const [left, right] = [inside(toX(period.start)), inside(toEndX(period.end))];
    body.style.left = `${left}px`;
    body.style.width = `${Math.max(2, right - left)}px`;
    const handles = handlePositions(left, right, track.clientWidth, start.offsetWidth);
    start.style.left = `${handles[0]}px`;
    end.style.left = `${handles[1]}px`;
    for (const node of [body, start, end]) {
      node.setAttribute('aria-valuemin', String(toNumber(limits().start)));
      node.setAttribute('aria-valuemax', String(toNumber(limits().end)));
    }
    tell(body, toNumber(period.start), `${format.period(period)}, ${words.time.days(lengthInDays(period))}`);
    tell(start, toNumber(period.start), format.day(period.start));
    tell(end, toNumber(period.end), format.day(period.end));
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

  body.addEventListener('keydown', (e) => {
    const days = keyDays(e);
    if (days !== null) {
      set(move(get(), days, limits()));
    }
  });
  for (const [node, edge] of /** @type {[HTMLElement, 'start'|'end'][]} */ ([[start, 'start'], [end, 'end']])) {
    node.addEventListener('keydown', (e) => {
      const days = keyDays(e);
      if (days !== null) {
        const day = Math.abs(days) > 100_000 ? (days < 0 ? limits().start : limits().end) : addDays(get()[edge], days);
        set(resize(get(), edge, day, limits()));
      }
    });
  }

  update();
  return { update, focus: () => body.focus() };
}

/** @param {KeyboardEvent} e @returns {number|null} days to move */
function keyDays(e) {
  const pace = e.shiftKey ? 7 : 1;
  const days = /** @type {Record<string, number>} */ ({
    ArrowLeft: -pace, ArrowDown: -pace, ArrowRight: pace, ArrowUp: pace, PageDown: -30, PageUp: 30, Home: -1_000_000, End: 1_000_000,
  })[e.key];
  if (days === undefined) {
    return null;
  }
  e.preventDefault();
  e.stopPropagation();
  return days;
}

/** @param {HTMLElement} node @param {number} now @param {string} text */
function tell(node, now, text) {
  node.setAttribute('aria-valuenow', String(now));
  node.setAttribute('aria-valuetext', text);
}
