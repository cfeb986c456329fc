// Where it was: typed, chosen from a list, clicked or dragged; drawn with its uncertainty before it is kept.
// @ts-check
import { isAbort, newestOnly, toQuery } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
import { candidateList } from './candidates.js';
import { pickPosition } from './pick.js';
import { chosen, classed, hindrance, NOWHERE, offTheMap, surveyed, understood, widened } from './place.js';
import { questionNodes } from './questions.js';
import { entryRing, shownPrecision } from './ring.js';
import { spotNode } from './spot.js';
/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('./place.js').Spot} Spot */

const say = words.entry.where;
const WAIT_MS = 250;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {{required: boolean, place: Place, changed: (place: Place) => void}} options changed: after every change, also of what was understood
 */
export function whereField({ map, api, pointer, announce, panel }, { required, place: first, changed }) {
  let place = first;
  const line = newestOnly();
  const ring = entryRing(map.leaflet, (position) => {
    const known = place.spot && place.spot.reason !== say.offTheMap ? place.spot : null;
    void survey(offTheMap(position, shownPrecision(map.leaflet, position[1]), known ? { radiusM: known.radiusM, reason: known.reason ?? '' } : null, say.offTheMap), '');
  });
  /** @type {(() => void)|null} */
  let stopPicking = null;
  /** @type {Promise<void>} */
  let asked = Promise.resolve();

  const input = el('input', { type: 'text', id: 'entry-where', dir: 'auto', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'where', role: 'combobox', 'aria-expanded': 'false',
    'aria-controls': 'entry-candidates', 'aria-describedby': 'entry-where-problem entry-where-spot', value: place.text, required,
    oninput: () => { set({ ...NOWHERE, text: input.value }, false); later(); } });
  const candidates = candidateList(input, (spot) => void survey(spot, input.value));
  const pick = el('button', { type: 'button', class: 'button small', 'data-testid': 'where-pick', 'aria-pressed': 'false', onclick: pickOnMap }, icon('pin', { size: 15 }), ' ', say.pick);
  const unknown = el('input', { type: 'checkbox', 'data-testid': 'where-unknown', onchange: () => set({ ...place, unknown: unknown.checked }) });
  const problem = el('p', { class: 'field-problem', id: 'entry-where-problem', role: 'alert', 'data-testid': 'where-problem' });
  const spot = el('div', { id: 'entry-where-spot', class: 'entry-spot', role: 'status', 'data-testid': 'where-spot' });
  const questions = el('div', { class: 'entry-questions' });
  const node = el('div', { class: 'field entry-where' },
    el('label', { for: 'entry-where' }, say.label, el('span', { class: 'required' }, ' *')), input, problem, candidates.node, questions, spot,
    el('div', { class: 'entry-row' }, pick,
      el('button', { type: 'button', class: 'button small', 'data-testid': 'where-centre', onclick: () => { const { lng, lat } = map.leaflet.getCenter().wrap(); put([lng, lat]); } }, say.centre),
      required ? null : el('label', { class: 'check' }, unknown, ' ', say.unknown)),
    el('p', { class: 'field-help' }, say.help));

  const later = debounce(() => { asked = locate(); }, WAIT_MS);

  async function locate() {
    const text = input.value.trim();
    if (text === '' || text !== place.text.trim() || place.spot || place.problem) {
      return;
    }
    const { lng, lat } = map.leaflet.getCenter().wrap();
    fill(spot, el('span', { class: 'muted' }, say.searching));
    await ask(toQuery({ q: text, near: `${lng.toFixed(5)},${lat.toFixed(5)}` }), (answer) => set(understood(input.value, answer)));
  }

  /** What lies around a spot that did not come from the words alone. @param {Spot} at @param {string} text */
  function survey(at, text) {
    set(chosen({ ...place, text, problem: '', unknown: false, candidates: [] }, at));
    asked = ask(toQuery({ at: at.position.join(',') }), (answer) => set(surveyed({ ...place, spot: { ...at, text: at.text || answer.best?.text || '', reason: at.reason ?? answer.best?.reason } }, answer)));
    return asked;
  }

  /** @param {string} query @param {(answer: import('./place.js').Located) => void} take */
  async function ask(query, take) {
    try {
      const answer = await line.run((signal) => api.json(`/api/locate${query}`, { signal }));
      if (answer !== undefined) {
        take(answer);
      }
    } catch (error) {
      if (!isAbort(error)) {
        fill(spot);
        complain(say.failed(reasonOf(error)));
      }
    }
  }

  /** @param {[number, number]} position a click knows no more than what the map shows */
  function put(position) {
    input.value = '';
    const at = /** @type {[number, number]} */ (position.map((n) => Math.round(n * 1e6) / 1e6));
    void survey(offTheMap(at, shownPrecision(map.leaflet, at[1]), null, say.offTheMap), '');
  }

  function pickOnMap() {
    if (stopPicking) {
      stopPicking();
      return;
    }
    pick.setAttribute('aria-pressed', 'true');
    announce(say.picking);
    stopPicking = pickPosition({ leaflet: map.leaflet, pointer }, (position) => {
      stopPicking = null;
      pick.setAttribute('aria-pressed', 'false');
      announce('');
      if (position) {
        put(position);
      }
      pick.focus();
    });
  }

  /** @param {string} text */
  function complain(text) {
    problem.textContent = text;
    input.setAttribute('aria-invalid', String(text !== ''));
  }

  /** @param {Place} next @param {boolean} [reveal] */
  function set(next, reveal = true) {
    const before = place;
    place = next;
    draw(reveal && before.spot?.position.join() !== next.spot?.position.join());
    changed(place);
  }

  /** @param {boolean} reveal */
  function draw(reveal) {
    complain(place.problem && place.problem !== 'unknown' ? place.problem : '');
    unknown.checked = place.unknown;
    candidates.show(place.candidates, place.spot);
    fill(questions, ...questionNodes(place, { set, survey: (at) => void survey(at, input.value), change: () => { input.focus(); input.select(); } }));
    spotNode(spot, place, { widen: (radiusM) => set(widened(place, radiusM, say.byHand)), reclass: (code) => set(classed(place, code, say.byHand)) });
    ring.show(place.unknown ? null : place.spot);
    if (reveal) {
      const sheet = panel.closest('.right')?.getBoundingClientRect();
      const bottom = map.leaflet.getContainer().getBoundingClientRect().bottom;
      ring.reveal(sheet && sheet.left === 0 ? Math.max(0, bottom - sheet.top) : 0);
    }
  }

  draw(true);
  return {
    node,
    focus: () => input.focus(),
    /** Waits for what is being asked and says whether the place may be sent; points at it when not. @returns {Promise<boolean>} */
    async settle() {
      if (place.text.trim() !== '' && !place.spot && !place.problem && !place.unknown) {
        await locate();
      }
      await asked;
      const why = hindrance(place, required);
      if (!why) {
        return true;
      }
      complain(place.problem && place.problem !== 'unknown' ? place.problem : say[why]);
      const question = questions.querySelector('button');
      (question ?? input).focus({ preventScroll: true });
      (question ?? input).scrollIntoView({ block: 'center' });
      return false;
    },
    /** Takes point and ring off the map. */
    hide() {
      stopPicking?.();
      line.cancel();
      ring.show(null);
    },
    show: () => ring.show(place.unknown ? null : place.spot),
  };
}
