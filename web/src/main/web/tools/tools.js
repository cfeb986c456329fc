// The tools of the tool bar, in its order. README.md tells what a tool module exports.
// @ts-check
/** @typedef {import('../core/types.js').State} State */
import { symbolsOf } from '../core/symbols.js';
import { isEditable } from '../entry/kinds.js';
import { ENTRY } from '../entry/wish.js';
import { useLinked } from '../linked/wish.js';
import { LINE } from '../offline/line-chip.js';
import { words } from '../words/words.js';
import { ANALYSIS, AREA, COMPARE, GROUND, MEASURE, PRINT, RELEASED, SAVED, SHARE, SHIFT, SNAPSHOTS, UNSURE } from './wish.js';

/**
 * What a tool is given when it is mounted.
 *
 * @typedef {object} ToolContext
 * @property {import('../map/map.js').MissionMap} map leaflet is the Leaflet map; select and hover highlight a geometry
 * @property {import('../core/store.js').Store} store
 * @property {import('../core/api.js').Api} api
 * @property {HTMLElement} panel empty; what the tool puts there scrolls, the frame adds title and close button
 * @property {{hold: () => () => void}} pointer hold() keeps clicks and hovers from selecting features until the function it returns is called
 * @property {import('../offline/kept.js').Kept} kept answers for when there is no line
 * @property {import('../offline/queue.js').Queue} queue of what cannot be sent now
 * @property {(text: string) => void} announce says a sentence to screen readers and shows it briefly
 * @property {() => void} close
 */
/** @typedef {{open?: () => void, close?: () => void}} Tool called each time the tool is shown and put away */
/**
 * An entry that stands aside has no button in the tool bar: others open it. One of the menu is under More. One that acts does so at
 * once and has no panel: `isOn` says whether what it switches is on.
 *
 * @typedef {object} ToolEntry
 * @property {string} id
 * @property {string} title
 * @property {string} icon
 * @property {string} [key] the letter that opens it, of KeyboardEvent.key
 * @property {(state: State) => boolean} [may]
 * @property {boolean} [aside]
 * @property {boolean} [menu]
 * @property {() => Promise<{mount: (context: ToolContext) => Tool|void|Promise<Tool>}>} [load] the panel; without it there is `act`
 * @property {(store: import('../core/store.js').Store) => void} [act]
 * @property {(state: State) => boolean} [isOn]
 */

/** @param {State} state @param {string} layer whether whoever is signed in may change it */
const writes = (state, layer) => state.catalog.some((l) => l.name === layer && l.writable === true);

/** Who works the inbox, as the server has it. */
const KEEPERS = ['duty-officer', 'protection-adviser', 'analyst'];

/** The tools that are of use to whoever is signed in; the server refuses the others anyway. @param {State} state */
export const toolsFor = (state) => tools.filter((tool) => tool.may?.(state) ?? true);

/** @type {ToolEntry[]} */
export const tools = [
  { id: ENTRY, title: words.entry.title, icon: 'report', key: 'n', may: (s) => s.catalog.some(isEditable), load: () => import('../entry/entry.js') },
  { id: 'inbox', title: words.inbox.title, icon: 'inbox', key: 'b', may: (s) => KEEPERS.some((role) => s.session?.roles.includes(role)), load: () => import('../workflow/inbox.js') },
  { id: AREA, title: words.tools.area, icon: 'polygon', key: 'd', load: () => import('./area.js') },
  { id: ANALYSIS, title: words.analysis.title, icon: 'cluster', key: 'c', load: () => import('../analysis/analysis.js') },
  { id: 'hotspot', title: words.tools.hotspot, icon: 'edit', key: 'h', may: (s) => writes(s, 'hotspot'), load: () => import('./hotspot.js') },
  { id: MEASURE, title: words.measure.title, icon: 'measure', key: 'm', menu: true, load: () => import('./measure/measure.js') },
  { id: 'import', title: words.tools.import, icon: 'import', key: 'i', may: (s) => s.catalog.some((l) => l.writable === true), load: () => import('../imports/imports.js') },
  { id: 'marks', title: words.tools.marks, icon: 'layers', may: (s) => s.catalog.some((l) => l.writable === true), load: () => import('./mark-proposals.js') },
  { id: PRINT, title: words.print.title, icon: 'print', key: 'p', menu: true, load: () => import('../print/print.js') },
  { id: SHIFT, title: words.shift.title, icon: 'changed', key: 's', menu: true, load: () => import('../watch/shift.js') },
  { id: SNAPSHOTS, title: words.snapshots.title, icon: 'snapshot', menu: true, load: () => import('../watch/snapshots.js') },
  { id: COMPARE, title: words.compare.title, icon: 'compare', key: 'x', menu: true, load: () => import('../watch/compare.js') },
  { id: 'wall', title: words.wall.title, icon: 'wall', menu: true, load: () => import('../watch/wall.js') },
  { id: SAVED, title: words.saved.title, icon: 'save', key: 'o', menu: true, load: () => import('../saved/saved.js') },
  { id: SHARE, title: words.share.title, icon: 'link', key: 'u', menu: true, load: () => import('../query/share.js') },
  { id: GROUND, title: words.tools.ground, icon: 'ground', menu: true, load: () => import('../ground/panel.js') },
  { id: 'grid', title: words.grid.title, icon: 'grid', key: 'g', menu: true, act: (store) => store.dispatch({ type: 'grid/set', grid: !store.state.grid }), isOn: (s) => s.grid },
  { id: 'symbols', title: words.symbols.title, icon: 'unit', menu: true, isOn: (s) => symbolsOf(s) === 'military',
    act: (store) => store.dispatch({ type: 'symbols/set', symbols: symbolsOf(store.state) === 'military' ? 'plain' : 'military' }) },
  { id: UNSURE, title: words.unsure.title, icon: 'unsure', menu: true, load: () => import('../unsure/unsure.js') },
  { id: 'linked', title: words.linked.title, icon: 'table', key: 'v', menu: true, act: useLinked, isOn: (s) => s.linked !== null },
  { id: LINE, title: words.offline.line, icon: 'line', menu: true, load: () => import('../offline/line.js') },
  { id: RELEASED, title: words.released.title, icon: 'chart', aside: true, may: (s) => s.mission?.releasesCounts === true, load: () => import('../analysis/released.js') },
];
