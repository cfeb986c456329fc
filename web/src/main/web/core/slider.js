// How the time slider moves and what its bars look like: the choices, and those nobody had to make.
// @ts-check

/**
 * moving: the period keeps its length; cumulative: it grows from its first day.
 * A step of `auto` follows the period (see time/steps.js). Speeds are steps a second.
 *
 * @typedef {{window: 'moving'|'cumulative', step: 'auto'|'day'|'week'|'month', speed: '0.5'|'1'|'2'|'4'|'8', scale: 'linear'|'sqrt'|'log'}} Slider
 */

/** @type {Record<keyof Slider, string[]>} */
export const CHOICES = {
  window: ['moving', 'cumulative'],
  step: ['auto', 'day', 'week', 'month'],
  speed: ['0.5', '1', '2', '4', '8'],
  scale: ['linear', 'sqrt', 'log'],
};

/** @type {Slider} */
export const UNCHOSEN = { window: 'moving', step: 'auto', speed: '2', scale: 'linear' };

/** @param {string} name @param {string} value @returns {name is keyof Slider} */
export const isChoice = (name, value) => Object.hasOwn(CHOICES, name) && CHOICES[/** @type {keyof Slider} */ (name)].includes(value);

/** What was chosen otherwise than it is by itself. @param {Slider} slider @returns {[string, string][]} */
export const chosen = (slider) => Object.entries(slider).filter(([name, value]) => value !== UNCHOSEN[/** @type {keyof Slider} */ (name)]);
