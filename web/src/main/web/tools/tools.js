// The tools of the tool bar, in its order. README.md tells what a tool module exports.
// @ts-check
import { ENTRY } from '../entry/wish.js';
import { words } from '../words/en.js';

/**
 * What a tool is given when it is mounted.
 *
 * @typedef {object} ToolContext
 * @property {import('../map/map.js').MissionMap} map leaflet is the Leaflet map; select and hover highlight a geometry
 * @property {import('../core/store.js').Store} store
 * @property {import('../core/api.js').Api} api
 * @property {HTMLElement} panel empty; what the tool puts there scrolls, the frame adds title and close button
 * @property {{hold: () => () => void}} pointer hold() keeps clicks and hovers from selecting features until the function it returns is called
 * @property {(text: string) => void} announce says a sentence to screen readers and shows it briefly
 * @property {() => void} close
 */
/** @typedef {{open?: () => void, close?: () => void}} Tool called each time the tool is shown and put away */
/** @typedef {{id: string, title: string, icon: string, key?: string, load: () => Promise<{mount: (context: ToolContext) => Tool|void}>}} ToolEntry */

/** @type {ToolEntry[]} */
export const tools = [
  { id: ENTRY, title: words.entry.title, icon: 'report', key: 'n', load: () => import('../entry/entry.js') },
  { id: 'inbox', title: words.inbox.title, icon: 'inbox', key: 'b', load: () => import('../workflow/inbox.js') },
  { id: 'area', title: words.tools.area, icon: 'polygon', key: 'd', load: () => import('./area.js') },
  { id: 'clusters', title: words.tools.clusters, icon: 'cluster', key: 'c', load: () => import('../analysis/clusters.js') },
  { id: 'hotspot', title: words.tools.hotspot, icon: 'edit', key: 'h', load: () => import('./hotspot.js') },
  { id: 'import', title: words.tools.import, icon: 'import', key: 'i', load: () => import('../imports/imports.js') },
  { id: 'marks', title: words.tools.marks, icon: 'layers', load: () => import('./mark-proposals.js') },
];
