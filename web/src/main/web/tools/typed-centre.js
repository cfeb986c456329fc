// The centre of a circle as people write a place: degrees, MGRS, a name, "5 km N of" one.
// @ts-check
import { toQuery } from '../core/api.js';
import { el, fill } from '../core/dom.js';
import { position } from '../core/position.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../entry/place.js').Spot} Spot */

const say = words.sketch;

/** @param {import('../core/api.js').Api} api @param {import('leaflet').Map} leaflet */
export function typedCentre(api, leaflet) {
  const input = el('input', { type: 'text', id: 'sketch-centre', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'sketch-centre', 'aria-describedby': 'sketch-typed-problem sketch-centre-found',
    oninput: () => { chosen = null; fill(found); fill(candidates); } });
  const found = el('p', { class: 'muted', id: 'sketch-centre-found', role: 'status', 'data-testid': 'sketch-centre-found' });
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
    node: el('div', { class: 'field' }, el('label', { for: 'sketch-centre' }, say.centre), input, found, candidates),
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
      const { lng, lat } = leaflet.getCenter().wrap();
      try {
        /** @type {import('../entry/place.js').Located} */
        const answer = await api.json(`/api/locate${toQuery({ q: input.value.trim() || ' ', near: `${lng.toFixed(5)},${lat.toFixed(5)}` })}`);
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
        return { problem: error.message };
      }
    },
  };
}
