// What hotspots say of themselves, in English; en.js spreads it in.
// @ts-check
import { count, decimal } from '../../core/format.js';
import { plural } from '../plural.js';

export const hotspotWords = {
  card: {
    title: 'Now',
    failed: 'What it holds now could not be loaded',
    events: 'Events inside',
    coverage: 'Patrols through it',
    required: (/** @type {number} */ n) => `${decimal(n, 1)} a week required`,
    notRequired: 'Nobody has said how many patrols it needs.',
    window: (/** @type {number} */ days) => `${days} days`,
    visits: (/** @type {number} */ visits, /** @type {number|null} */ required) => (required === null ? plural(visits, { one: '# visit', other: '# visits' }) : `${count(visits)} of ${decimal(required, 1)}`),
    met: 'met',
    short: (/** @type {number} */ missing) => `${decimal(missing, 1)} short`,
    last: (/** @type {string} */ when) => `Last recorded: ${when},`,
    never: (/** @type {number} */ days) => `No recorded track crosses it in ${count(days)} days. That is not known to be safe, nor known to be unsafe: it is unknown.`,
    trackRule: 'Counted are patrols whose recorded track crosses the area; one without a track is not seen here.',
    alerts: 'Open alerts inside',
    noAlerts: 'No alert without an outcome is recorded inside.',
    moreAlerts: (/** @type {number} */ n) => `and ${count(n)} more`,
    review: 'Review',
    reviewBy: (/** @type {string} */ date) => `by ${date}`,
    overdue: (/** @type {number} */ days) => `${plural(days, { one: '# day', other: '# days' })} overdue`,
    dueIn: (/** @type {number} */ days) => `in ${plural(days, { one: '# day', other: '# days' })}`,
    drift: 'Since it was drawn',
    driftThen: (/** @type {number} */ days, /** @type {string} */ date) => `${count(days)} days before ${date}`,
    driftNow: (/** @type {number} */ days) => `Last ${count(days)} days`,
    knownThen: (/** @type {number} */ n) => `${count(n)} were known when it was drawn`,
    suggestion: 'The suggestion it came from',
    suggestionMade: (/** @type {string} */ what, /** @type {string} */ when) => `${what}, on the data of ${when}. Kept as it was found.`,
    suggestionShares: (/** @type {number} */ ofArea, /** @type {number} */ ofSuggestion) => `${ofArea} % of this area was suggested; ${ofSuggestion} % of the suggestion was taken.`,
    showSuggestion: 'Show the suggestion',
    again: 'Run it again on the data of today',
    running: 'Running it again…',
    againFound: (/** @type {number} */ now, /** @type {number} */ then, /** @type {string} */ span) => `On ${span}, with the same settings, ${now} % of this area is found; when it was suggested it was ${then} %.`,
    againNothing: (/** @type {string} */ span) => `On ${span}, with the same settings, no area is found here.`,
    againFailed: 'It could not be run again',
  },
  overdue: {
    title: (/** @type {number} */ n) => `Overdue hotspot reviews (${count(n)})`,
    none: 'No hotspot review is overdue.',
    failed: 'Overdue reviews could not be listed',
    row: (/** @type {string} */ date, /** @type {number} */ days) => `Review by ${date}: ${plural(days, { one: '# day', other: '# days' })} overdue`,
    more: (/** @type {number} */ n) => `and ${count(n)} more`,
  },
};
