// A position as people write a place: degrees, MGRS, a name, "5 km N of" one.
// @ts-check
import { toQuery } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import { position } from '../core/position.js';
import { reasonOf } from '../core/reason.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../entry/place.js').Spot} Spot */

const say = words.sketch;

/**
 * @param {import('../core/api.js').Api} api
 * @param {import('leaflet').Map} leaflet
 * @param {{name: string, label: string, describedBy?: string}} field name of the field, once in the page
 */
export function typedPosition(api, leaflet, { name, label, describedBy = '' }) {
  const input = el('input', { type: 'text', id: name, autocomplete: 'off', spellcheck: 'false', dir: 'ltr', 'data-testid': name, 'aria-describedby': `${describedBy} ${name}-found`.trim(),
    oninput: () => { chosen = null; fill(found); fill(candidates); } });
  const found = el('p', { class: 'muted', id: `${name}-found`, role: 'status', 'data-testid': `${name}-found` });
  const candidates = el('div', { class: 'sketch-candidates' });
  /** The position that the text was understood as. @type {Position|null} */
  let chosen = null;

  /** @param {Spot} spot */
  function choose(spot) {
    chosen = spot.position;
    fill(candidates);
    fill(found, spot.text ? [spot.text, ' · '] : null, position(spot.position[1], spot.position[0]));
  }

  return {
    input,
    node: el('div', { class: 'field' }, el('label', { for: name }, label), input, found, candidates),
    /** @param {Position|null} position */
    show(position) {
      chosen = position;
      input.value = position ? `${position[1]}, ${position[0]}` : '';
      fill(found);
      fill(candidates);
    },
    /** What the text means; a text of several places has to be chosen from first. @returns {Promise<{position: Position}|{problem: string}>} */
    async find() {
      if (chosen) {
        return { position: chosen };
      }
      try {
        const answer = await located(api, leaflet, input.value);
        const several = answer.candidates ?? [];
        if (several.length > 1) {
          fill(candidates, several.map((spot) => el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-candidate', onclick: () => choose(spot) },
            spot.text, spot.detail ? el('span', { class: 'muted' }, ` ${spot.detail}`) : null)));
          return { problem: say.severalCentres };
        }
        if (!answer.best) {
          return { problem: answer.problem ? [answer.problem.what, answer.problem.fix].filter(Boolean).join('. ') : say.noCentre };
        }
        choose(answer.best);
        return { position: answer.best.position };
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
  };
}

/** What a text about a place may mean, near what is looked at first. @param {import('../core/api.js').Api} api @param {import('leaflet').Map} leaflet @param {string} text @returns {Promise<import('../entry/place.js').Located>} */
export function located(api, leaflet, text) {
  const { lng, lat } = leaflet.getCenter().wrap();
  return api.json(`/api/locate${toQuery({ q: text.trim() || ' ', near: `${lng.toFixed(5)},${lat.toFixed(5)}` })}`);
}
