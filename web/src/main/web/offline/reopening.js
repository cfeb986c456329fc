// What was refused goes back to where it was made: the form, or the drawing, as it was left.
// @ts-check
import { diskMark } from '../core/classification.js';
import { drafts } from '../entry/draft.js';
import { ENTRY, openWith } from '../entry/wish.js';
import { unfinished } from '../tools/unfinished.js';
/** @typedef {import('./queue-store.js').Entry} Entry */

/** @param {Entry} entry */
export const canReopen = (entry) => entry.draft !== null || entry.drawing !== null;

/**
 * @param {import('../core/store.js').Store} store
 * @param {Entry} entry
 * @param {import('../core/types.js').Layer} layer
 * @returns {(() => void)|null} opens it; null while the form holds something else
 */
export function reopening(store, { username, drawing, draft, kind, link, target }, layer) {
  const savedAt = new Date().toISOString();
  if (drawing) {
    unfinished(sessionStorage, username, layer.name).keep({ ...drawing, savedAt });
    return () => {
      store.dispatch({ type: 'selection/set', selection: null });
      store.dispatch({ type: 'tool/set', tool: layer.name });
    };
  }
  const kept = drafts({ tab: sessionStorage, disk: localStorage }, username, diskMark(store.state.session));
  if (!draft || kept.find(draft.name, new Date())) {
    return null;
  }
  kept.keep(draft.name, layer, { ...draft.draft, savedAt });
  const of = kind === 'change' ? target : link?.to;
  if (of) {
    return () => openWith(store, { mode: kind === 'change' ? 'edit' : 'correct', layer: layer.name, id: of.id });
  }
  localStorage.setItem('vigie.entry.layer', layer.name);
  return () => store.dispatch({ type: 'tool/set', tool: ENTRY });
}
