// How the slider moves and what its bars look like, as four small lists.
// @ts-check
import { el } from '../core/dom.js';
import { CHOICES } from '../core/slider.js';
import { words } from '../words/words.js';

/** @param {import('../core/store.js').Store} store */
export function sliderSettings(store) {
  const lists = /** @type {(keyof typeof CHOICES)[]} */ (['window', 'step', 'speed', 'scale']).map((name) => {
    const { title, labels } = words.time.settings[name];
    const list = el('select', { title, 'aria-label': title, 'data-testid': `slider-${name}`, onchange: () => store.dispatch({ type: 'slider/set', name, value: list.value }) },
      CHOICES[name].map((value) => el('option', { value }, labels[value])));
    store.watch((s) => s.slider[name], (value) => { list.value = value; }, { now: true });
    return list;
  });
  return el('div', { class: 'time-settings', role: 'group', 'aria-label': words.time.settingsTitle }, lists);
}
