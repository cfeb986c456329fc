// What may be the same event, as soon as place, time and kind are known.
// @ts-check
import { isAbort, newestOnly } from '../core/api.js';
import { debounce, el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
/** @typedef {{layer: string, id: string, title: string, score: number, reasons: string[]}} Candidate */

const say = words.entry.same;
const WAIT_MS = 700;
/** A mission whose server does not look for duplicates is not asked again. */
const ABSENT = [404, 405];
let isOffered = true;

/**
 * @param {import('../tools/tools.js').ToolContext} context
 * @param {() => {layer: string, geometry: GeoJSON.Geometry|null, properties: Record<string, any>}|null} current null while too little is known
 */
export function sameWatch({ api, store }, current) {
  const line = newestOnly();
  const node = el('section', { class: 'entry-same', 'data-testid': 'entry-same', 'aria-live': 'polite', hidden: true });
  let last = '';

  const look = debounce(async () => {
    const feature = current();
    if (!feature?.geometry || !feature.properties.valid_from || !isOffered) {
      return;
    }
    const body = { layer: feature.layer, geometry: feature.geometry, valid_from: feature.properties.valid_from, properties: feature.properties };
    if (JSON.stringify(body) === last) {
      return;
    }
    last = JSON.stringify(body);
    try {
      show((await line.run((signal) => api.post('/api/duplicates', body, signal)))?.candidates ?? []);
    } catch (error) {
      isOffered = !ABSENT.includes(error.status);
      if (!isAbort(error)) {
        show([]); // a hint that fails must not stand in the way of a report
      }
    }
  }, WAIT_MS);

  /** @param {Candidate[]} candidates */
  function show(candidates) {
    node.hidden = candidates.length === 0;
    fill(node, el('h3', {}, say.title), el('ul', {}, candidates.map(({ layer, id, title, reasons }) => el('li', {},
      el('button', { type: 'button', class: 'linked', 'aria-label': say.open(title), onclick: () => {
        store.dispatch({ type: 'layers/shown', names: [layer], on: true });
        store.dispatch({ type: 'selection/set', selection: { layer, id } });
      } }, title),
      el('span', { class: 'muted' }, reasons.join(' · '))))));
  }

  return { node, look, stop: () => line.cancel() };
}
