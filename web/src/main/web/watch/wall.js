// Sets up the wall screen: which views in turn, how long each, which period, and the link that starts a screen.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';
import { keepWall, keptWall, viewOf, wallAddress, withRelative } from './wall-views.js';
/** @typedef {import('./address.js').WallView} WallView */

const say = words.wall;
const DAYS = [2, 7, 30];
const MOST_VIEWS = 12;

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount({ store, api, panel, announce }) {
  let wall = keptWall();
  const list = el('ol', { class: 'wall-views', 'aria-label': say.views, 'data-testid': 'wall-views' });
  const saved = el('div', { class: 'wall-saved' });
  const name = el('input', { type: 'text', maxlength: '60', 'data-testid': 'wall-name' });
  const dwell = el('input', { type: 'number', min: '5', max: '3600', step: '5', value: String(wall.dwell), 'data-testid': 'wall-dwell', onchange: () => {
    if (dwell.checkValidity() && dwell.value !== '') {
      keep({ ...wall, dwell: Number(dwell.value) });
    } else {
      dwell.reportValidity();
    }
  } });
  const days = el('select', { 'data-testid': 'wall-days' }, el('option', { value: '' }, say.own), DAYS.map((n) => el('option', { value: String(n) }, say.lastDays(n))));
  const chosenDays = () => (days.value === '' ? null : { days: Number(days.value) });
  panel.append(el('p', { class: 'muted' }, say.viewsHelp), list,
    el('form', { class: 'wall-add', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); add(viewOf(store.state, name.value.trim() || say.thisView)); name.value = ''; } },
      el('label', {}, say.viewName, name), el('button', { type: 'submit', class: 'button small', 'data-testid': 'wall-add' }, icon('plus', { size: 14 }), ' ', say.addThis)),
    saved, el('label', {}, say.dwell, ' ', dwell), el('label', {}, say.period, ' ', days),
    el('div', { class: 'detail-actions' },
      el('button', { type: 'button', class: 'button primary', 'data-testid': 'wall-start', onclick: start }, icon('wall', { size: 16 }), ' ', say.start),
      el('button', { type: 'button', class: 'button', 'data-testid': 'wall-link', onclick: () => void copy() }, icon('link', { size: 16 }), ' ', say.link)));

  /** @param {import('./address.js').Wall} next */
  function keep(next) {
    wall = next;
    keepWall(wall);
    show();
  }

  /** @param {WallView} view */
  const add = (view) => keep({ ...wall, views: [...wall.views, view].slice(0, MOST_VIEWS) });

  function show() {
    fill(list, wall.views.length === 0 ? el('li', { class: 'muted' }, say.noViews) : wall.views.map((view, i) => el('li', {}, el('span', {}, view.name),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': say.remove(view.name), title: say.remove(view.name), 'data-testid': 'wall-remove', onclick: () => keep({ ...wall, views: wall.views.filter((_, n) => n !== i) }) }, icon('trash', { size: 15 })))));
  }

  async function offerSaved() {
    try {
      const { views } = await api.json('/api/views');
      fill(saved, views.length === 0 ? null : el('details', { class: 'choices' }, el('summary', {}, say.saved), views.map((/** @type {WallView} */ view) =>
        el('button', { type: 'button', class: 'button small', 'data-testid': 'wall-saved', onclick: () => add({ name: view.name, address: view.address }) }, icon('plus', { size: 14 }), ' ', view.name))));
    } catch {
      // Those of this browser are there without the saved ones.
      fill(saved);
    }
  }

  function start() {
    const views = wall.views.map((view) => withRelative(view, chosenDays()));
    if (views.length === 0 && chosenDays() !== null) {
      store.dispatch({ type: 'address/opened', shared: { relative: chosenDays() } });
    }
    store.dispatch({ type: 'wall/set', wall: { dwell: wall.dwell, views } });
  }

  async function copy() {
    const link = `${location.origin}${location.pathname}${wallAddress(store.state, wall, chosenDays())}`;
    await navigator.clipboard.writeText(link).then(() => announce(words.copied), () => announce(link));
  }

  show();
  return { open: () => void offerSaved() };
}
