// Which key takes which step, pure.
// @ts-check
import { words } from '../words/words.js';

const { took } = words.workflow;

/** @type {Record<string, string>} by the state that the step leads to */
const STEP_KEYS = { TRIAGED: 't', CORROBORATING: 'b', VERIFIED: 'v', REFUTED: 'r', UNVERIFIABLE: 'u', CLOSED: 'c' };

/** @param {string} to @returns {string|null} */
export const keyOf = (to) => STEP_KEYS[to] ?? null;

/** @param {string} key @returns {string|null} the state it leads to */
export const stepOf = (key) => Object.keys(STEP_KEYS).find((to) => STEP_KEYS[to] === key) ?? null;

/**
 * What a key does in the inbox.
 *
 * @param {string} key as KeyboardEvent.key has it
 * @returns {{move: number}|{step: string}|{act: 'open'|'attach'|'make'|'undo'|'first'|'last'}|null}
 */
export function meaningOf(key) {
  switch (key) {
    case 'j': case 'ArrowDown': return { move: 1 };
    case 'k': case 'ArrowUp': return { move: -1 };
    case 'Home': return { act: 'first' };
    case 'End': return { act: 'last' };
    case 'Enter': return { act: 'open' };
    case 'l': return { act: 'attach' };
    case 'n': return { act: 'make' };
    case 'z': return { act: 'undo' };
    default: {
      const step = stepOf(key);
      return step ? { step } : null;
    }
  }
}

/** How long, in the two largest units that say something. @param {number} seconds */
export function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 2) {
    return hours % 24 === 0 || days >= 10 ? took.days(days) : `${took.days(days)} ${took.hours(hours % 24)}`;
  }
  if (hours >= 1) {
    return minutes % 60 === 0 || hours >= 10 ? took.hours(hours) : `${took.hours(hours)} ${took.minutes(minutes % 60)}`;
  }
  return minutes >= 1 ? took.minutes(minutes) : took.moment;
}
