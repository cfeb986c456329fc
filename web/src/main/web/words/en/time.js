// What the time bar says.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {Record<string, string>} */
const units = { hour: 'hour', '3-hours': '3 hours', '6-hours': '6 hours', day: 'day', week: 'week', month: 'month', year: 'year' };

/** @type {Record<string, string>} */
const each = { hour: 'an hour', '3-hours': 'in 3 hours', '6-hours': 'in 6 hours', day: 'a day', week: 'a week', month: 'a month', year: 'a year' };

/** @type {Record<'window'|'step'|'speed'|'scale', {title: string, labels: Record<string, string>}>} */
const settings = {
  window: { title: 'Window: move the period, or let it grow from its first day', labels: { moving: 'Moving', cumulative: 'Growing' } },
  step: {
    title: 'Step. By itself: the period’s own length, an eighth of it while playing, one bar for a growing period',
    labels: { auto: 'Auto step', day: '1 day', week: '1 week', month: '1 month' },
  },
  speed: { title: 'Speed of play, steps a second', labels: { 0.5: '½ / s', 1: '1 / s', 2: '2 / s', 4: '4 / s', 8: '8 / s' } },
  scale: { title: 'Scale of the bars', labels: { linear: 'Linear', sqrt: 'Root', log: 'Log' } },
};

export const timeWords = {
  typedTime: {
    calendar: 'Calendar',
    forms: (/** @type {boolean} */ isForDays) => (isForDays ? 'Year, month, day, such as 2026-04-02; or 2 Apr 2026' : 'UTC, such as 2026-04-02 14:05; or 2 Apr 2026 14:05, 021405ZAPR26, 20 min ago'),
  },
  time: {
    title: 'Period',
    window: 'Period shown',
    start: 'First day of the period',
    end: 'Last day of the period',
    from: 'From',
    to: 'To',
    presets: /** @type {[string, number|null][]} */ ([['7 d', 7], ['30 d', 30], ['90 d', 90], ['1 y', 365], ['All', null]]),
    presetsTitle: 'Period presets',
    back: 'One step back',
    on: 'One step on',
    zoom: 'Show the time around the period, or all of it',
    play: 'Play',
    pause: 'Pause',
    settings,
    settingsTitle: 'How the period moves, and the scale of the bars',
    days: (/** @type {number} */ n) => plural(n, { one: '# day', other: '# days' }),
    short: (/** @type {number} */ n) => `${count(n)} d`,
    playing: 'Playing',
    paused: (/** @type {string} */ period) => `Paused at ${period}`,
    ended: (/** @type {string} */ period) => `End of the mission: ${period}. Play begins again.`,
    stuck: 'The period already is the whole time of the mission. Choose a shorter one to play.',
    histogram: (/** @type {string} */ title, /** @type {string} */ span, /** @type {string} */ step, /** @type {number} */ most, /** @type {string} */ when) =>
      `${title} by ${units[step]}, ${span}${most > 0 ? `. Most: ${count(most)}, ${when}` : '. None'}`,
    most: (/** @type {number} */ n, /** @type {string} */ step, /** @type {string} */ scale) =>
      `up to ${count(n)} ${each[step]}${scale === 'linear' ? '' : ` · ${settings.scale.labels[scale].toLowerCase()} scale`}`,
    noHour: 'Without an hour',
    withoutHour: (/** @type {number} */ n) => plural(n, { one: '# known to the day or less well, without an hour', other: '# known to the day or less well, without an hour' }),
    typed: 'Day, such as 2026-04-02 or 2 Apr 2026; or moment in UTC, such as 2026-04-02 18:00',
    failed: 'The histogram could not be loaded.',
    noDay: (/** @type {boolean} */ isFirst) => `The ${isFirst ? 'first' : 'last'} day is not a date. Write 2026-04-02 or 2 Apr 2026, with hours 2026-04-02 18:00 (UTC).`,
    outside: (/** @type {string} */ day, /** @type {string} */ first, /** @type {string} */ last) => `${day} is outside the mission. Give a day from ${first} to ${last}.`,
    reversed: (/** @type {string} */ first, /** @type {string} */ last) => `${first} comes after ${last}. Give an earlier first day or a later last day.`,
    bar: (/** @type {string} */ span, /** @type {number} */ n) => `${span}: ${count(n)}`,
  },
};
