// Rings by their figures: around which place, how far, with lines of bearing.
// @ts-check
import { el, fill } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { words } from '../../words/words.js';
import { pickOne } from '../../workflow/pick.js';
import { typedPosition } from '../typed-position.js';
import { readRings, ringsText, SPOKES } from './rings.js';
import { METRES, readRadii } from './units.js';

const say = words.measure.rings;
const FIRST = [5_000, 10_000, 25_000, 50_000];

/** @param {import('../tools.js').ToolContext} context @param {() => import('./units.js').Units} units */
export function ringsForm({ map, store, api, pointer, announce }, units) {
  const place = typedPosition(api, map.leaflet, { name: 'rings-place', label: say.place, describedBy: 'rings-problem' });
  const problem = el('p', { class: 'field-problem', id: 'rings-problem', role: 'alert' });
  const radii = el('input', { type: 'text', id: 'rings-radii', dir: 'ltr', autocomplete: 'off', 'data-testid': 'rings-radii', 'aria-describedby': 'rings-problem' });
  const radiiLabel = el('label', { for: 'rings-radii' });
  const every = el('select', { id: 'rings-every', 'data-testid': 'rings-every' }, SPOKES.map((degrees) => el('option', { value: String(degrees) }, degrees === 0 ? say.noSpokes : say.every(degrees))));
  const clear = el('button', { type: 'button', class: 'button small', 'data-testid': 'rings-clear', onclick: () => set(null) }, say.clear);
  const centre = el('p', { class: 'muted', 'data-testid': 'rings-centre', role: 'status' });
  /** @type {(() => void)|null} */
  let release = null;

  /** @param {string|null} rings */
  const set = (rings) => store.dispatch({ type: 'rings/set', rings });

  /** @param {import('./rings.js').Centre} around @returns {boolean} */
  function draw(around) {
    const list = readRadii(radii.value, units().length);
    problem.textContent = list ? '' : say.wrongRadii;
    if (!list) {
      radii.focus();
      return false;
    }
    set(ringsText({ centre: around, radii: list, every: Number(every.value) }));
    return true;
  }

  async function typed() {
    const now = readRings(store.state.rings);
    if (place.input.value.trim() === '' && now && 'layer' in now.centre) {
      draw(now.centre);
      return;
    }
    const found = await place.find();
    if ('problem' in found) {
      problem.textContent = found.problem;
      place.input.focus();
    } else if (draw({ position: found.position })) {
      map.leaflet.panInside([found.position[1], found.position[0]], { padding: [60, 60] });
    }
  }

  function onMap() {
    stop();
    announce(say.clickPlace);
    release = pointer.hold();
    map.leaflet.getContainer().classList.add('is-drawing');
    map.leaflet.once('click', clicked);
  }

  /** @param {import('leaflet').LeafletMouseEvent} e */
  function clicked(e) {
    const { lng, lat } = e.latlng.wrap();
    stop();
    draw({ position: [Number(lng.toFixed(6)), Number(lat.toFixed(6))] });
  }

  function stop() {
    map.leaflet.off('click', clicked);
    map.leaflet.getContainer().classList.remove('is-drawing');
    release?.();
    release = null;
  }

  function update() {
    const rings = readRings(store.state.rings);
    const unit = units().length;
    fill(radiiLabel, say.radii[unit]);
    radii.value = (rings?.radii ?? FIRST).map((metres) => Number((metres / METRES[unit]).toFixed(3))).join(' ');
    every.value = String(rings?.every ?? 0);
    clear.hidden = !rings;
    place.show(rings && 'position' in rings.centre ? rings.centre.position : null);
    fill(centre, rings && 'layer' in rings.centre ? say.aroundFeature : '');
    if (rings && 'layer' in rings.centre) {
      void name(rings.centre);
    }
  }

  /** @param {{layer: string, id: string}} of */
  async function name({ layer, id }) {
    try {
      const feature = await api.item(layer, id, undefined, store.state.known);
      const title = store.state.catalog.find((each) => each.name === layer)?.titleProperty;
      fill(centre, feature.geometry?.type === 'Point' ? say.around(String(feature.properties[title ?? ''] ?? id)) : say.noPoint);
    } catch {
      fill(centre, say.gone);
    }
  }

  store.watch((s) => s.rings, update);
  update();
  return {
    node: el('form', { class: 'tool-panel', 'data-testid': 'rings-form', onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void typed(); } },
      el('p', { class: 'muted' }, say.intro), centre, place.node,
      el('div', { class: 'sketch-buttons' },
        el('button', { type: 'button', class: 'button small', 'data-testid': 'rings-on-map', onclick: onMap }, icon('pin', { size: 14 }), ' ', say.onMap),
        el('button', { type: 'button', class: 'button small', 'data-testid': 'rings-pick', onclick: () => { announce(say.clickBase); pickOne(store, (chosen) => { draw({ layer: chosen.layer, id: chosen.id }); }); } }, icon('home', { size: 14 }), ' ', say.pick)),
      el('div', { class: 'field' }, radiiLabel, radii), el('div', { class: 'field' }, el('label', { for: 'rings-every' }, say.spokes), every), problem,
      el('div', { class: 'sketch-buttons' }, el('button', { type: 'submit', class: 'button small primary', 'data-testid': 'rings-draw' }, say.draw), clear)),
    update,
    stop,
  };
}
