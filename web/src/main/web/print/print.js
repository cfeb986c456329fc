// The tool that prints: what the sheet says and how large it is. The sheets themselves lie over the map meanwhile.
// @ts-check
import { CLASSIFICATIONS, markName } from '../core/classification.js';
import { el, fill } from '../core/dom.js';
import * as format from '../core/format.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { ANALYSIS } from '../tools/wish.js';
import { words as say } from '../words/print.js';
import { words } from '../words/words.js';
import { openDesk } from './desk.js';
import { listedLayer } from './list.js';
import { ORIENTATIONS, PAPERS, RATIOS } from './paper.js';
import { pictureOf } from './picture.js';
/** @typedef {import('./sheet.js').Options} Options */

const LISTS = [0, 25, 100, 250];
const FIT = 'fit';
const OWN = 'own';

/** @param {import('../tools/tools.js').ToolContext} context @returns {import('../tools/tools.js').Tool} */
export function mount(context) {
  const { store, panel, announce } = context;
  /** @type {Options} */
  let options = { paper: 'a4', orientation: 'landscape', title: say.usual, subtitle: '', mark: CLASSIFICATIONS[0], grid: true, list: 0 };
  /** @type {import('./desk.js').Desk|null} */
  let desk = null;

  /** @param {Partial<Options>} some */
  function change(some) {
    options = { ...options, ...some };
    desk?.change(options);
  }

  const title = el('input', { type: 'text', id: 'print-title', maxlength: 120, dir: 'auto', value: options.title, 'data-testid': 'print-title', oninput: () => change({ title: title.value }) });
  const subtitle = el('input', { type: 'text', id: 'print-subtitle', maxlength: 160, dir: 'auto', 'data-testid': 'print-subtitle', oninput: () => change({ subtitle: subtitle.value }) });
  const scale = select('print-scale', say.scale, [[FIT, say.fit], [OWN, ''], ...RATIOS.map((n) => /** @type {[string, string]} */ ([String(n), `1 : ${format.count(n)}`]))], (value) => {
    if (value === FIT) {
      desk?.fit();
    } else if (value !== OWN) {
      desk?.setRatio(Number(value));
    }
  });
  const own = /** @type {HTMLOptionElement} */ (scale.input.options[1]);
  own.hidden = true;
  const mark = select('print-mark', say.classification, CLASSIFICATIONS.map((each) => [each, markName(each)]), (value) => change({ mark: value }));
  const list = select('print-list', say.list(listedLayer(store.state)?.title ?? words.groups.events), LISTS.map((n) => [String(n), n === 0 ? say.noList : say.newest(n)]), (value) => change({ list: Number(value) }));
  const grid = el('input', { type: 'checkbox', checked: options.grid, 'data-testid': 'print-grid', onchange: () => change({ grid: grid.checked }) });
  const status = el('p', { class: 'print-status', role: 'status', 'data-testid': 'print-status' });
  const print = el('button', { type: 'button', class: 'button primary', 'data-testid': 'print-print', disabled: true, onclick: printNow }, icon('print', { size: 16 }), ' ', say.print);
  const save = el('button', { type: 'button', class: 'button', 'data-testid': 'print-picture', disabled: true, onclick: () => void savePicture() }, icon('download', { size: 16 }), ' ', say.picture);
  const paper = segments('print-paper', say.paper, PAPERS.map((each) => [each, say.papers[each]]), options.paper, (value) => change({ paper: /** @type {Options['paper']} */ (value) }));
  const orientation = segments('print-orientation', say.orientation, ORIENTATIONS.map((each) => [each, say.orientations[each]]), options.orientation, (value) => change({ orientation: /** @type {Options['orientation']} */ (value) }));

  panel.append(el('p', { class: 'muted' }, say.about),
    field('print-title', say.heading, title), field('print-subtitle', say.subtitle, subtitle), paper, orientation, scale.node,
    el('label', { class: 'check' }, grid, ' ', say.grid), mark.node, el('p', { class: 'field-help' }, say.classificationHelp), list.node, status,
    el('div', { class: 'print-actions' }, print, save));

  /** @param {import('./desk.js').Status} now */
  function show(now) {
    const lowest = CLASSIFICATIONS.indexOf(now.mark);
    [...mark.input.options].forEach((option, i) => { option.disabled = i < lowest; });
    mark.input.value = CLASSIFICATIONS[Math.max(lowest, CLASSIFICATIONS.indexOf(options.mark))];
    if (now.state === 'failed') {
      fill(status, icon('warning', { size: 15 }), ' ', say.unready(now.problem ?? ''), ' ', el('button', { type: 'button', class: 'button small', onclick: () => desk?.retry() }, words.retry));
    } else {
      fill(status, now.state === 'drawing' ? say.drawing : say.ready(now.sheets));
    }
    const ratio = Math.round(now.ratio);
    if (scale.input.value !== FIT || own.hidden) {
      const known = RATIOS.find((n) => Math.abs(n - ratio) < n / 1000);
      own.hidden = known !== undefined;
      own.textContent = say.own(format.count(Number(ratio.toPrecision(3))));
      scale.input.value = known ? String(known) : OWN;
    }
    print.disabled = save.disabled = now.state === 'drawing';
  }

  function printNow() {
    const ready = desk?.finish();
    if (ready) {
      // The browser proposes the title as the name of the file: the mark goes along.
      const before = document.title;
      document.title = fileName(ready);
      window.print();
      document.title = before;
    }
  }

  /** @param {{mark: string, compartments: string[]}} marked */
  const fileName = ({ mark: highest, compartments }) => [options.title.replace(/[^\p{L}\p{N} _-]/gu, ' ').trim() || say.usual, store.state.period.end, highest, ...compartments].join('.');

  async function savePicture() {
    const ready = desk?.finish();
    if (!ready) {
      return;
    }
    save.disabled = true;
    fill(status, say.saving);
    try {
      const blob = await pictureOf(ready.sheet);
      const name = `${fileName(ready)}.png`;
      const link = el('a', { href: URL.createObjectURL(blob), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      fill(status, say.saved(name));
      announce(say.saved(name));
    } catch (error) {
      fill(status, say.notSaved(reasonOf(error)));
    }
    save.disabled = false;
  }

  return {
    open() {
      desk ??= openDesk(context, options, show);
    },
    close() {
      desk?.close();
      desk = null;
      if (store.state.tool !== ANALYSIS) {
        store.dispatch({ type: 'finding/set', finding: null });
      }
    },
  };
}

/** @param {string} id @param {string} label @param {HTMLElement} input */
const field = (id, label, input) => el('div', { class: 'field' }, el('label', { for: id }, label), input);

/** @param {string} id @param {string} label @param {[string, string][]} options @param {(value: string) => void} chosen */
function select(id, label, options, chosen) {
  const input = el('select', { id, 'data-testid': id, onchange: () => chosen(input.value) }, options.map(([value, text]) => el('option', { value }, text)));
  return { input, node: field(id, label, input) };
}

/** @param {string} name @param {string} label @param {[string, string][]} options @param {string} now @param {(value: string) => void} chosen */
const segments = (name, label, options, now, chosen) => el('fieldset', { class: 'field' }, el('legend', {}, label),
  el('div', { class: 'segments' }, options.map(([value, text]) => el('label', {},
    el('input', { type: 'radio', name, value, checked: value === now, 'data-testid': `${name}-${value}`, onchange: () => chosen(value) }), el('span', {}, text)))));
