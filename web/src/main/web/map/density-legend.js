// Says how to read the map when events are drawn as density.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';

/**
 * @param {HTMLElement} parent
 * @returns {(isDense: boolean) => void}
 */
export function mountDensityLegend(parent) {
  const node = el('div', { class: 'density-legend', role: 'note', hidden: true, 'data-testid': 'density-legend' });
  fill(node, el('span', {}, words.layers.few), el('i', { class: 'density-ramp' }), el('span', {}, words.layers.many), el('span', { class: 'muted' }, words.layers.density));
  parent.append(node);
  return (isDense) => {
    node.hidden = !isDense;
  };
}
