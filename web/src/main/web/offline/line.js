// The tool "Connection": what comes over the line, how it is spared, and what was not sent.
// @ts-check
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { words } from '../words/words.js';
import { lockSection } from './lock-section.js';
import { queueList } from './queue-list.js';

const say = words.offline;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const { store, panel } = context;
  const list = queueList(context);
  const low = el('input', { type: 'checkbox', 'data-testid': 'low', onchange: () => store.dispatch({ type: 'low/set', low: low.checked }) });
  const all = el('dd', { 'data-testid': 'bytes-all' });
  const minute = el('dd', { 'data-testid': 'bytes-minute' });
  panel.append(
    el('label', { class: 'switch' }, low, ' ', el('b', {}, say.low)), el('p', { class: 'muted' }, say.lowAbout),
    lockSection(context),
    el('section', { class: 'meter', 'data-testid': 'meter' }, el('h3', {}, say.meter), el('dl', {}, el('dt', {}, say.inSession), all, el('dt', {}, say.lastMinute), minute), el('p', { class: 'muted' }, say.meterLimits)),
    list.node);
  store.watch((s) => s.low, (now) => { low.checked = now; }, { now: true });
  store.watch((s) => s.bytes, (bytes) => {
    fill(all, format.bytes(bytes.all));
    fill(minute, format.bytes(bytes.minute));
  }, { now: true });
  return { open: list.show };
}
