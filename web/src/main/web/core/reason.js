// Why something could not be done, for a person to read: never the browser's own words, which are in another language and lead nowhere.
// @ts-check
import { cutOff, fault, notAllowed, partMissing } from '../words/lost.js';
import { Problem } from './api.js';

/** Each browser says in its own way that it could not fetch a module, and that an answer stopped in the middle. */
const MODULE = /dynamically imported module|importing a module script/i;
const CUT = /network ?error|failed to fetch|load failed/i;

/** @param {unknown} error @returns {string} what is against it and how to mend it, else what happened */
export function reasonOf(error) {
  if (typeof error === 'string') {
    return error;
  }
  if (error instanceof Problem) {
    return error.errors.map(({ field, what, fix }) => [field, [what, fix].filter(Boolean).join('. ')].filter(Boolean).join(': ')).filter(Boolean).join(' · ') || error.message;
  }
  if (error instanceof TypeError && MODULE.test(error.message)) {
    return partMissing;
  }
  if (error instanceof SyntaxError || (error instanceof TypeError && CUT.test(error.message))) {
    return cutOff;
  }
  if (error instanceof DOMException && error.name === 'NotAllowedError') {
    return notAllowed;
  }
  // A mistake of ours: whoever mends it finds it where the browser keeps such things.
  console.error(error);
  return fault;
}
