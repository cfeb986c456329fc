// What can be done with an outline that is there: another part, a hole, a cut along a line, another area
// joined to it or taken off; and whether corners stick to other areas.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { loadOverlays } from './outline/load.js';
import { outline } from './shape.js';
/** @typedef {'joined'|'without'} Operation */

const say = words.drawing;
const KINDS = /** @type {const} */ (['part', 'hole', 'split']);

/** @param {import('./sketch.js').Sketch} sketch @param {{snap: import('./snapping.js').Snapping}} options */
export function sketchWorks(sketch, { snap }) {
  const buttons = KINDS.map((kind) => el('button', { type: 'button', class: 'button small', 'data-testid': `draw-${kind}`, 'aria-pressed': 'false', title: say.works[kind].help,
    onclick: () => (sketch.drawing === kind ? sketch.cancel() : sketch.draw(kind)) }, icon(kind, { size: 16 }), ' ', say.works[kind].name));
  const other = el('select', { 'aria-label': say.otherArea, 'data-testid': 'sketch-other' });
  const join = el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-join', onclick: () => void combine('joined') }, say.join);
  const cut = el('button', { type: 'button', class: 'button small', 'data-testid': 'sketch-cut', onclick: () => void combine('without') }, say.cutOff);
  const others = el('details', { class: 'choices' }, el('summary', {}, say.withOther), el('div', { class: 'sketch-buttons' }, other, join, cut));
  const snaps = el('input', { type: 'checkbox', checked: snap.isOn, 'data-testid': 'sketch-snapping', onchange: () => snap.switch(snaps.checked) });
  const works = el('div', { class: 'sketch-buttons', role: 'group', 'aria-label': say.worksTitle, 'data-testid': 'sketch-works' }, buttons);
  /** What the list was last filled with. */
  let listed = '';

  /** @param {Operation} operation */
  async function combine(operation) {
    const area = snap.areas.find(({ id }) => id === other.value);
    const { shape } = sketch;
    if (area && shape && shape.kind !== 'corridor') {
      await sketch.work(async () => (await loadOverlays())[operation](outline(shape), area.parts));
    } else if (area && !shape) {
      sketch.set({ kind: 'polygon', parts: area.parts });
    }
  }

  return {
    node: el('div', { class: 'sketch-works' }, works, others, el('label', { class: 'switch', title: say.snapHelp }, snaps, say.snap)),
    update() {
      const { drawing, shape } = sketch;
      const isArea = shape !== null && shape.kind !== 'corridor';
      buttons.forEach((button, i) => {
        button.disabled = !isArea || sketch.wrongs.length > 0;
        button.setAttribute('aria-pressed', String(KINDS[i] === drawing));
      });
      const areas = [...snap.areas].sort((a, b) => a.title.localeCompare(b.title));
      const list = areas.map(({ id }) => id).join();
      if (list !== listed) {
        listed = list;
        const chosen = other.value;
        fill(other, areas.map(({ id, title }) => el('option', { value: id, selected: id === chosen }, title)));
      }
      others.hidden = areas.length === 0 || shape?.kind === 'corridor';
      fill(join, shape ? say.join : say.take);
      join.disabled = drawing !== null || sketch.wrongs.length > 0;
      cut.hidden = !isArea;
      cut.disabled = join.disabled;
    },
  };
}
