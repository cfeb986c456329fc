// What an outline holds while it is being changed: its size at once, and within a second what happened in
// it, against the period before.
// @ts-check
import { newestOnly } from '../core/api.js';
import { areaText } from '../core/area.js';
import { changeOf, stepFor } from '../analysis/figures.js';
import { debounce, el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { lengthInDays, periodFromServer } from '../core/period.js';
import { currentQuery } from '../core/query.js';
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
import { measured } from './measure/load.js';
import { wrapped } from './outline/antimeridian.js';
import { outline } from './shape.js';
/** @typedef {import('../core/area.js').Shape} Shape */

const say = words.drawing;
const figures = words.statistics;
const PATROL = 'patrol';
/** While a corner is dragged figures are asked for this often. */
const WAIT_MS = 120;
const PATIENCE_MS = 500;

/** @param {{store: import('../core/store.js').Store, api: import('../core/api.js').Api, withPatrols?: boolean}} context */
export function liveFigures({ store, api, withPatrols = false }) {
  const requests = newestOnly();
  const size = el('p', { class: 'muted', 'data-testid': 'live-size' });
  const events = el('div', { class: 'live-events', 'data-testid': 'live-events', 'aria-live': 'polite' });
  const counting = el('span', { class: 'counting', 'data-testid': 'live-counting' });
  const node = el('section', { class: 'live-figures', 'data-testid': 'live-figures', hidden: true }, el('h4', {}, say.live, ' ', counting), size, events);
  const layer = store.state.catalog.find((each) => each.time === 'event');
  const patrols = withPatrols ? store.state.catalog.find((each) => each.name === PATROL) : undefined;
  /** @type {Shape|null} */
  let shape = null;
  let asked = '';
  /** To which the figures that are shown are the answer. */
  let answered = '';

  /** Figures of another outline than is drawn are never left standing as if they were of this one. @param {'counting'|'current'|'failed'} state */
  function mark(state) {
    node.dataset.state = state;
    events.setAttribute('aria-busy', String(state === 'counting'));
    counting.textContent = state === 'counting' ? say.counting : '';
  }

  const question = (/** @type {Shape} */ of) => JSON.stringify([textOf(of), store.state.period, store.state.filters, store.state.text, store.state.cql, store.state.revision, store.state.known]);

  /** @param {Shape} of @param {import('../core/types.js').Layer} what @param {AbortSignal} signal */
  const statistics = (of, what, signal) => api.statistics(given({ ...currentQuery(store.state, what.name), area: textOf(of), step: stepFor(lengthInDays(store.state.period)), list: 0 }), signal);

  async function ask() {
    const of = shape;
    if (!of || !layer) {
      return;
    }
    const now = question(of);
    if (now === asked) {
      return;
    }
    asked = now;
    mark('counting');
    try {
      const answers = await requests.run((signal) => Promise.all([layer, patrols].map((each) => (each ? statistics(of, each, signal) : null))));
      if (answers) {
        const days = lengthInDays(store.state.period);
        answered = now;
        mark(shape && question(shape) !== now ? 'counting' : 'current');
        fill(events, eventsLine(layer, answers[0]), answers[1] ? el('p', { 'data-testid': 'live-patrols' }, say.patrols(answers[1].count, days)) : null);
      }
    } catch (error) {
      asked = '';
      answered = '';
      mark('failed');
      fill(events, failure(say.liveFailed, error, () => void ask()));
    }
  }

  const askSoon = debounce(() => void ask(), WAIT_MS, PATIENCE_MS);
  store.watch((s) => [s.period, s.filters, s.text, s.cql, s.revision, s.known], askSoon);

  /** @param {Shape} of */
  async function tellSize(of) {
    try {
      const ground = await measured();
      if (shape === of && of.kind !== 'corridor') {
        const parts = outline(of);
        fill(size, el('strong', {}, words.statistics.area(ground.areaOf(parts) / 1e6)), ` · ${say.perimeter(format.distance(ground.borderOf(parts)))}`);
      }
    } catch {
      // The size comes with the figures of the server as well.
      fill(size);
    }
  }

  return {
    node,
    /** @param {Shape|null} now what is shown; null for nothing, or nothing that has figures */
    show(now) {
      shape = now;
      node.hidden = now === null;
      if (!now) {
        asked = '';
        answered = '';
        requests.cancel();
        fill(events);
      }
      if (now) {
        size.hidden = now.kind === 'corridor';
        void tellSize(now);
        if (layer) {
          mark(question(now) === answered ? 'current' : 'counting');
        }
        askSoon();
      }
    },
    stop() {
      shape = null;
      asked = '';
      answered = '';
      requests.cancel();
    },
  };
}

/** How many, and more or fewer than in the period before. @param {import('../core/types.js').Layer} layer @param {import('../analysis/statistics.js').Statistics} statistics */
function eventsLine(layer, { count, previous, change }) {
  const against = previous && change ? changeOf(count, previous.count, change) : null;
  return el('p', {}, el('strong', { 'data-testid': 'live-count' }, format.count(count)), ' ', layer.title.toLowerCase(),
    previous && against ? el('span', { class: 'muted' }, ` · ${figures.change(against)} ${figures.before(previous.count, format.period(periodFromServer(previous.datetime)))}`) : null,
    against?.chance ? el('span', { class: 'caution' }, against.small ? figures.small : figures.chance) : null);
}

/** As the server takes it: within ±180 degrees. @param {Shape} shape */
export const textOf = (shape) => areaText(shape.kind === 'polygon' ? { ...shape, parts: wrapped(shape.parts) } : shape);

/** @param {Record<string, unknown>} body @returns what was given: the server refuses null */
const given = (body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
