// The views that a wall screen shows in turn: kept in this browser, and in the link that starts a screen.
// @ts-check
import { fromAddress, toAddress } from '../core/address.js';
import { USUAL_DWELL } from './address.js';
import { picture } from './other-side.js';
/** @typedef {import('./address.js').WallView} WallView */
/** @typedef {import('./address.js').Wall} Wall */
/** @typedef {import('../core/types.js').State} State */

const KEPT = 'vigie.wall';

/** @returns {Wall} */
export function keptWall() {
  try {
    const { dwell, views } = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    const isView = (/** @type {any} */ view) => typeof view?.name === 'string' && typeof view.address === 'string' && fromAddress(view.address) !== null;
    return { dwell: Number.isInteger(dwell) && dwell >= 5 ? dwell : USUAL_DWELL, views: Array.isArray(views) ? views.filter(isView) : [] };
  } catch {
    return { dwell: USUAL_DWELL, views: [] };
  }
}

/** @param {Wall} wall */
export const keepWall = (wall) => localStorage.setItem(KEPT, JSON.stringify(wall));

/** A view with a period that moves in place of its own. @param {WallView} view @param {import('../core/relative.js').Relative|null} relative null: its own @returns {WallView} */
export function withRelative(view, relative) {
  const shared = relative === null ? null : fromAddress(view.address);
  return shared ? { ...view, address: toAddress({ ...shared, relative, period: undefined }) } : view;
}

/** What the map shows now, also of a period that moves. @param {State} state @param {string} name @returns {WallView} */
export const viewOf = (state, name) => withRelative({ name, address: picture(state) }, state.relative);

/** The address of a wall screen. @param {State} state where it begins @param {Wall} wall @param {import('../core/relative.js').Relative|null} relative */
export function wallAddress(state, wall, relative) {
  const views = wall.views.map((view) => withRelative(view, relative));
  const { address } = views[0] ?? withRelative(viewOf(state, ''), relative);
  return toAddress({ ...fromAddress(address), wall: { dwell: wall.dwell, views } });
}
