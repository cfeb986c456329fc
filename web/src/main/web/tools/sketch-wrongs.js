// What is wrong with an outline, each with a way to the place, and what the page can mend itself.
// @ts-check
import { el, fill } from '../core/dom.js';
import { position } from '../core/position.js';
import { words } from '../words/words.js';
import { loadOverlays } from './outline/load.js';

const MOST_SHOWN = 5;
const say = words.drawing;

/** @param {import('./sketch.js').Sketch} sketch @param {{leaflet: import('leaflet').Map}} options */
export function sketchWrongs(sketch, { leaflet }) {
  const node = el('div', { class: 'sketch-wrongs', 'data-testid': 'sketch-wrongs', hidden: true });
  return {
    node,
    update() {
      const { shape } = sketch;
      const wrongs = sketch.drawing ? [] : sketch.wrongs;
      node.hidden = wrongs.length === 0;
      fill(node,
        el('ul', {}, wrongs.slice(0, MOST_SHOWN).map(({ reason, at: [lon, lat] }) => el('li', {}, say.wrongs[reason], ' ',
          el('button', { type: 'button', class: 'linked', onclick: () => leaflet.panTo([lat, lon]) }, position(lat, lon))))),
        shape?.kind === 'polygon' && shape.parts.flat().every((ring) => ring.length >= 3)
          ? el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-mend', onclick: () => void sketch.work(async () => (await loadOverlays()).joined(shape.parts.slice(0, 1), ...shape.parts.slice(1).map((part) => [part]))) }, say.mend) : null);
    },
  };
}
